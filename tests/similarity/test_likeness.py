"""Likeness between texts: from 0 to 1, the same both ways, blind to figures, blanks and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.similarity import SHARES, Asked, Lexicon, Print, Weights, folded, likenesses, shared_words
from tests.library.making import texts

_lists = st.lists(texts, max_size=5)
LEXICON = Lexicon(
    groups=(
        ("两癌", "宫颈癌", "乳腺癌"),
        ("筛查", "检查", "查一查"),
        ("女童", "女儿"),
        ("疫苗", "打…针"),
        ("肥胖", "胖"),
    ),
    common=(("妇女", "女同志"), ("儿童", "孩子")),
    light=("开展", "的"),
)
NAMES = {
    sign: word for word in ("两癌", "筛查", "女童", "疫苗", "肥胖", "妇女", "儿童") for sign in LEXICON.signs(word)
}


def named(text: str, *, asked: bool = False) -> list[str]:
    return sorted(NAMES[sign] for sign in LEXICON.signs(folded(text), asked=asked))


@given(_lists, _lists)
def test_likenesses_run_from_0_to_1_and_are_the_same_both_ways(olds: list[str], news: list[str]) -> None:
    rows = likenesses(olds, news)
    assert [len(row) for row in rows] == [len(news)] * len(olds)
    back = likenesses(news, olds)
    for at, row in enumerate(rows):
        for other, value in enumerate(row):
            assert 0 <= value <= 1
            assert value == pytest.approx(back[other][at])


@given(st.lists(texts, min_size=1, max_size=5))
def test_a_text_is_wholly_like_itself(found: list[str]) -> None:
    for at, row in enumerate(likenesses(found, found)):
        assert row[at] == pytest.approx(1.0) or not folded(found[at])


def test_a_clause_is_likest_to_its_successor_not_to_one_that_opens_alike() -> None:
    old = ["开展戏曲进校园活动10场。", "开展妇女儿童体质监测不少于180人。", "开展婚前医学检查。"]
    (row,) = likenesses(["推进“戏曲进校园”，全年演出6场次"], old)
    assert row.index(max(row)) == 0
    assert max(row) > 2 * sorted(row)[1]


def test_figures_blanks_and_marks_do_not_matter() -> None:
    assert folded("新建 2.5 公里，３处！") == folded("新建9公里3处")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("妇女儿童", ["儿童", "妇女"]),
        ("宫颈癌、乳腺癌检查", ["两癌", "筛查"]),
        ("两癌筛查，宫颈癌检查", ["两癌", "两癌", "筛查", "筛查"]),
        ("女儿", ["女童"]),
        ("打预防针", []),
        ("", []),
    ],
)
def test_words_of_a_clause_are_told_by_their_group(text: str, found: list[str]) -> None:
    assert named(text) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [("给孩子打预防针", ["儿童", "疫苗"]), ("打了很多很多很多很多很多的针", []), ("孩子太胖", ["儿童", "肥胖"])],
)
def test_spoken_forms_are_understood_in_what_is_asked(text: str, found: list[str]) -> None:
    assert named(text, asked=True) == sorted(found)


@given(st.lists(texts, min_size=1, max_size=6), texts)
def test_what_is_asked_is_like_a_clause_from_0_to_1(clauses: list[str], query: str) -> None:
    known = [(plain, LEXICON.signs(plain)) for plain in map(folded, clauses)]
    weights = Weights.of(known, LEXICON)
    asked = Asked(query, weights)
    for one in known:
        assert 0 <= asked.likeness(weights.print(*one)) <= 1
    if folded(query):
        plain = folded(query)
        same = Asked(query, weights).likeness(weights.print(plain, LEXICON.signs(plain, asked=True)))
        assert same == pytest.approx(1.0)


def test_a_clause_in_other_words_of_the_same_meaning_is_likest() -> None:
    clauses = ["为适龄妇女免费检查宫颈癌、乳腺癌。", "为适龄妇女提供免费法律咨询。", "建设城市书房1处。"]
    known = [(plain, LEXICON.signs(plain)) for plain in map(folded, clauses)]
    weights = Weights.of(known, LEXICON)
    asked = Asked("两癌筛查", weights)
    scores = [asked.likeness(weights.print(*one)) for one in known]
    assert scores[0] > 0.3
    assert scores[0] > 3 * max(scores[1:])


def _asked(clauses: list[str], query: str) -> tuple[Asked, list[Print]]:
    known = [(plain, LEXICON.signs(plain)) for plain in map(folded, clauses)]
    weights = Weights.of(known, LEXICON)
    return Asked(query, weights), [weights.print(*one) for one in known]


def test_a_word_that_no_clause_and_no_group_has_is_understood_by_its_part_of_a_known_one() -> None:
    asked, prints = _asked(["为妇女检查宫颈癌。", "为妇女举办法律讲座。"], "宫颈病")
    scores = list(map(asked.likeness, prints))
    assert scores[0] > scores[1]
    hinted, others = _asked(["为妇女免费做两癌筛查。", "为妇女举办法律讲座。"], "宫颈病")
    assert hinted.likeness(others[0]) > 3 * hinted.likeness(others[1])


@pytest.mark.parametrize(("pair", "told"), [("宫颈", ["两癌"]), ("查一", ["筛查"]), ("儿童", []), ("法律", [])])
def test_a_pair_of_characters_hints_at_the_groups_that_know_it_but_not_at_common_ones(
    pair: str, told: list[str]
) -> None:
    assert [NAMES[sign] for sign in LEXICON.hints(pair)] == told


def test_a_character_that_alone_says_what_is_meant_is_missed_where_a_clause_lacks_it() -> None:
    asked, prints = _asked(["为孩子开展的活动。", "给孩子的猫开展活动。"], "孩子的狗的")
    plain, _ = _asked(["为孩子开展的活动。", "给孩子的猫开展活动。"], "孩子的")
    assert asked.likeness(prints[0]) < 0.8 * plain.likeness(prints[0])


def test_a_clause_that_means_much_beside_what_is_asked_is_less_near_than_one_that_does_not() -> None:
    asked, prints = _asked(["免费筛查两癌。", "筛查两癌、打疫苗、控制肥胖，关爱女童。", "建设书房。"], "两癌筛查")
    nearness = list(map(asked.nearness, prints))
    assert nearness[0] > asked.likeness(prints[0])
    assert nearness[0] > nearness[1] > nearness[2]


@given(st.lists(texts, min_size=1, max_size=6), texts)
def test_nearness_runs_from_0_to_1_and_a_clause_is_nearest_to_itself(clauses: list[str], query: str) -> None:
    asked, prints = _asked(clauses, query)
    for one in prints:
        assert 0 <= asked.nearness(one) <= 1
    if folded(query):
        plain = folded(query)
        weights = Weights.of([(one.plain, one.signs) for one in prints], LEXICON)
        same = weights.print(plain, LEXICON.signs(plain, asked=True))
        assert Asked(query, weights).nearness(same) == pytest.approx(1.0)


def test_a_wish_is_answered_by_what_has_all_of_it_a_whole_clause_by_the_same_wording() -> None:
    clauses = [
        "依托社区家长学校开展家庭教育指导服务活动，组织讲师团进校园、进社区，全年举办讲座20场。",
        "依托社区家长学校开展家庭教育指导服务活动，关爱老人。",
        "筛查两癌，建设城市书房，改造公园绿地，新增停车泊位，整治老旧管网，维修道路，关爱老人，救助孤儿。",
    ]
    wish, prints = _asked(clauses, "筛查两癌、关爱老人")
    assert max(prints, key=wish.likeness) is prints[2]
    whole, prints = _asked(
        clauses, "依托社区家长学校开展家庭教育指导服务活动，组织志愿者，筛查两癌，救助孤儿、改造公园绿地"
    )
    assert max(prints, key=whole.likeness) is not prints[2]


@given(st.integers(0, 200), st.integers(0, 200))
def test_what_is_explained_counts_less_the_longer_what_is_asked_and_the_wording_more(one: int, other: int) -> None:
    short, long = (SHARES.of(length) for length in sorted((one, other)))
    assert sum(short) == pytest.approx(1)
    assert short.explained >= long.explained
    assert short.words <= long.words
    assert short.meaning == long.meaning


def test_shared_words_are_the_longest_stretches_without_figures() -> None:
    assert shared_words("开展戏曲进校园活动10场", "推进戏曲进校园，演出10场") == ["戏曲进校园"]


@given(texts, texts)
def test_shared_words_stand_in_both_texts(one: str, other: str) -> None:
    for word in shared_words(one, other):
        assert len(word) >= 2
        assert word in folded(one)
        assert word in folded(other)
