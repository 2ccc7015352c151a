"""The words that differ inside a pair: both texts can be rebuilt, figures stay whole, no confetti."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import pieces
from drafter.compare.tokens import Words, tokens
from drafter.library import Library
from drafter.model.comparison import Piece, PieceKind
from tests.conftest import REFERENCES

UNITS = Words(("区住房和城乡建设局", "区教育和体育局", "区妇联"))
CASES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
WORDS = st.sampled_from(CASES["words"].split())
ODD = st.text(alphabet="0123456789.,%年月日万余至—〔〕号“”甲乙丙开展场ABz\u3000 １２", max_size=30)
TEXTS = st.lists(WORDS, max_size=20).map("".join) | ODD
LINES = st.lists(TEXTS, max_size=5).map("\n".join)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _side(found: tuple[Piece, ...], left_out: PieceKind) -> str:
    return "".join(piece.text for piece in found if piece.kind is not left_out)


def _told(found: tuple[Piece, ...]) -> str:
    marks = {PieceKind.KEPT: "{}", PieceKind.DELETED: "[-{}-]", PieceKind.INSERTED: "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in found)


def _boundaries(found: tuple[Piece, ...], left_out: PieceKind) -> set[int]:
    """Where in one side's text a piece begins."""
    ends, at = set(), 0
    for piece in found:
        if piece.kind is not left_out:
            ends.add(at)
            at += len(piece.text)
    return ends


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_rebuilt(old: str, new: str) -> None:
    found = pieces.of_texts(old, new, UNITS)
    assert _side(found, PieceKind.INSERTED) == old
    assert _side(found, PieceKind.DELETED) == new
    assert all(piece.text for piece in found)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_no_short_stretch_is_kept_between_two_changes(old: str, new: str) -> None:
    found = pieces.of_texts(old, new, UNITS)
    for piece in found[1:-1]:
        if piece.kind is PieceKind.KEPT:
            assert len(piece.text) >= 3


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_no_number_is_cut(old: str, new: str) -> None:
    found = pieces.of_texts(old, new, UNITS)
    for text, left_out in ((old, PieceKind.INSERTED), (new, PieceKind.DELETED)):
        for number in NUMBER.finditer(text):
            inside = set(range(number.start() + 1, number.end()))
            assert not inside & _boundaries(found, left_out)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_deletion_stands_before_its_insertion_and_like_pieces_never_touch(old: str, new: str) -> None:
    kinds = [piece.kind for piece in pieces.of_texts(old, new, UNITS)]
    assert all(first is not second for first, second in pairwise(kinds))
    assert (PieceKind.INSERTED, PieceKind.DELETED) not in set(pairwise(kinds))


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_where_more_than_half_is_marked_the_whole_is_replaced(old: str, new: str) -> None:
    found = pieces.of_texts(old, new, UNITS)
    marked = sum(len(piece.text) for piece in found if piece.kind is not PieceKind.KEPT)
    if 2 * marked > len(old) + len(new):
        assert PieceKind.KEPT not in {piece.kind for piece in found}


@settings(deadline=None)
@given(LINES, LINES)
def test_several_lines_can_be_rebuilt_and_each_line_feed_stands_alone(old: str, new: str) -> None:
    found = pieces.of_lines(old, new, UNITS)
    assert _side(found, PieceKind.INSERTED) == old
    assert _side(found, PieceKind.DELETED) == new
    assert all(piece.text == "\n" or "\n" not in piece.text for piece in found)


@settings(deadline=None)
@given(TEXTS)
def test_tokens_make_up_their_text(text: str) -> None:
    assert "".join(tokens(text, UNITS)) == text


@pytest.mark.parametrize("whole", CASES["whole"].split())
def test_what_a_reader_takes_as_one_is_one_token(whole: str) -> None:
    assert whole in tokens(f"，{whole}，", UNITS)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "开展戏曲进校园活动10场。",
            "开展戏曲进校园活动6场。",
            "开展戏曲进校园活动[-10场-]{+6场+}。",
        ),
        (
            "每千人口3岁以下婴幼儿托位数达到3.8个。",
            "每千人口拥有3岁以下婴幼儿托位数达到4.7个。",
            "每千人口{+拥有+}3岁以下婴幼儿托位数达到[-3.8个-]{+4.7个+}。",
        ),
        (
            "由区住房和城乡建设局牵头负责项目建设。",
            "由区教育和体育局牵头负责项目建设。",
            "由[-区住房和城乡建设局-]{+区教育和体育局+}牵头负责项目建设。",
        ),
        (
            "培训家政从业人员500人次以上。",
            "培训家政从业人员不少于600人次。",
            "培训家政从业人员[-500人次以上-]{+不少于600人次+}。",
        ),
        ("实施巾帼创业创新行动", "实施巾帼就业创业行动", "实施巾帼[-创业创新-]{+就业创业+}行动"),
        ("走访老人。", "新建城市书房2处。", "[-走访老人。-]{+新建城市书房2处。+}"),
        ("不变。", "不变。", "不变。"),
    ],
)
def test_what_differs_is_told_in_words(old: str, new: str, told: str) -> None:
    assert _told(pieces.of_texts(old, new, UNITS)) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("甲。\n乙丙丁。", "乙丙丁。", "[-甲。-][-\n-]乙丙丁。"),
        ("乙丙丁。", "乙丙丁。\n戊己。", "乙丙丁。{+\n+}{+戊己。+}"),
        ("请认真组织实施。\n附件见后。", "请认真抓好组织实施。\n附件见后。", "请认真{+抓好+}组织实施。\n附件见后。"),
    ],
)
def test_lines_are_paired_before_their_words_are(old: str, new: str, told: str) -> None:
    assert _told(pieces.of_lines(old, new)) == told


def test_every_two_clauses_of_the_library_keep_the_rules(library: Library) -> None:
    texts = [clause.text for name in REFERENCES for item in library.notice(name).items for clause in item.all_clauses]
    for old, new in pairwise(texts):
        found = pieces.of_texts(old, new)
        assert (_side(found, PieceKind.INSERTED), _side(found, PieceKind.DELETED)) == (old, new)
