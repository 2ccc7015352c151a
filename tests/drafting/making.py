"""What several tests of drafting share: a library with sub-entries, and random steps on a draft."""

from collections import Counter
from typing import NamedTuple

from hypothesis import strategies as st

from drafter import drafting
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Entry, Item, Notice

ENTRIES = Notice(
    issuer="周村区人民政府办公室",
    year=2030,
    form="direct",
    title="周村区人民政府办公室关于2030年为全区妇女儿童办实事的通知",
    items=(
        Item(
            heading="关爱困境儿童",
            clauses=("走访困境儿童2次。", "发放补贴10万元。"),
            entries=(
                Entry(
                    ordinal="（一）", heading="送温暖", clauses=("慰问孤儿30人。", "结对20人。"), units=("区民政局",)
                ),
                Entry(ordinal="（二）", heading="送课堂", clauses=("授课6场。",), units=("团区委",)),
            ),
            units=("区妇联",),
        ),
        Item(heading="建设城市书房", clauses=("新建书房3处。", "赠书500册。"), units=("区文旅局",)),
        Item(heading="开展技能培训", clauses=("培训妇女200人。",), units=("区人社局", "区妇联")),
    ),
)


class Step(NamedTuple):
    """A kind of step and three numbers that choose its places, made to fit by remainder."""

    kind: str
    first: int
    second: int
    third: int


_numbers = st.integers(0, 50)
_KINDS = ("take", "take clause", "take into", "drop", "drop clause", "move", "move clause", "merge", "edit")
steps = st.lists(st.builds(Step, st.sampled_from(_KINDS), _numbers, _numbers, _numbers), max_size=12)


def after_step(draft: Draft, step: Step, library: Library) -> Draft:
    """The draft after a step; unchanged where it has no place for it."""
    if step.kind.startswith("take"):
        return _taken(draft, step, library)
    if not draft.items:
        return draft
    number, other = step.first % len(draft.items) + 1, step.second % len(draft.items) + 1
    if step.kind == "drop":
        return drafting.drop(draft, number, reason="不再列入")
    if step.kind == "move":
        return drafting.move(draft, number, at=other)
    if step.kind == "merge":
        return drafting.move(draft, number, into=other) if number != other else draft
    return _clause_step(draft, step, number, other)


def _taken(draft: Draft, step: Step, library: Library) -> Draft:
    references = library.references()
    source = references[step.first % len(references)]
    reference = f"{source}#{step.second % len(library.notice(source).items) + 1}"
    if step.kind == "take":
        at = step.third % (len(draft.items) + 1) + 1
        return drafting.take(draft, reference, library=library, at=at, reason="采用")
    if not draft.items:
        return draft
    clause = ".1" if step.kind == "take clause" else ""
    return drafting.take(draft, reference + clause, library=library, into=step.third % len(draft.items) + 1)


def _clause_step(draft: Draft, step: Step, number: int, other: int) -> Draft:
    clauses = draft.items[number - 1].all_clauses
    if not clauses:
        return draft
    clause = step.third % len(clauses) + 1
    if step.kind == "drop clause":
        return drafting.drop(draft, number, clause, reason="已完成")
    if step.kind == "move clause":
        return drafting.move(draft, number, clause, into=other)
    return drafting.edit_clause(draft, number, clause, clauses[clause - 1].text, reason="核对过")


def clause_texts(draft: Draft) -> Counter[str]:
    """How often each clause text stands in the items."""
    return Counter(clause.text for item in draft.items for clause in item.all_clauses)
