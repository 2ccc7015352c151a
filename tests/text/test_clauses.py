"""Splitting a body into clauses: nothing lost, nothing cut inside quotes or brackets."""

from itertools import accumulate
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import read
from drafter.text import clauses
from tests.conftest import REFERENCES, ROOT
from tests.text.alphabet import any_text

LABELLED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "text" / "targets.yaml").read_text("utf-8"))
PAIRS = ("“”", "‘’", "（）", "〔〕", "《》", "【】", "「」", "『』", "〈〉")
PLAIN = st.text(alphabet="甲乙丙12，。；！？、", max_size=8)


def enclosed(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A text in quotes or brackets that close."""
    return st.builds(lambda pair, text: pair[0] + text + pair[1], st.sampled_from(PAIRS), inside)


NESTED = st.recursive(PLAIN, lambda inner: st.lists(enclosed(inner), max_size=3).map("".join), max_leaves=6)


@settings(deadline=None, max_examples=300)
@given(any_text())
def test_the_clauses_joined_are_the_body_again(body: str) -> None:
    parts = clauses.split(body)
    assert "".join(parts) == body
    assert "" not in parts


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(PLAIN, enclosed(NESTED)), max_size=4))
def test_no_clause_ends_inside_quotes_or_brackets(parts: list[tuple[str, str]]) -> None:
    body, closed = "", []
    for plain, group in parts:
        closed.append((len(body) + len(plain), len(body) + len(plain) + len(group)))
        body += plain + group
    ends = set(accumulate(len(clause) for clause in clauses.split(body)))
    assert not [(end, span) for end in ends for span in closed if span[0] < end < span[1]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("建成1处。培训10人。", ["建成1处。", "培训10人。"]),
        ("办活动；做宣传！好吗？好。", ["办活动；", "做宣传！", "好吗？", "好。"]),
        ("没有句号", ["没有句号"]),
        ("选树“好媳妇。好婆婆”活动。", ["选树“好媳妇。好婆婆”活动。"]),
        ("开展检查（含宫颈癌；乳腺癌）。救助患者。", ["开展检查（含宫颈癌；乳腺癌）。", "救助患者。"]),
        ("这句引号“没有闭合。下一句仍然断开。", ["这句引号“没有闭合。", "下一句仍然断开。"]),
        ("太好了！！再来。", ["太好了！！", "再来。"]),
        ("每千人口托位数达到4.7个。", ["每千人口托位数达到4.7个。"]),
        ("他说“做得好。”大家同意。", ["他说“做得好。”大家同意。"]),
        ("第一句。　第二句。", ["第一句。", "　第二句。"]),
        ("只有一句。　", ["只有一句。　"]),
        ("", []),
    ],
)
def test_a_body_is_split_where_a_reader_would_pause(body: str, expected: list[str]) -> None:
    assert clauses.split(body) == expected


def test_the_bodies_of_the_five_notices_give_the_136_labelled_clauses() -> None:
    found = [
        clause
        for reference in REFERENCES
        for item in read(ROOT / "library" / "sources" / f"{reference}.txt").notice.items
        for clause in clauses.split(item.body)
    ]
    labelled = [clause["text"] for clause in LABELLED]
    assert len(labelled) == 136
    assert sorted(found) == sorted(labelled)
