"""Suggesting 荐: past clauses like a text, ranked, each with the reason why."""

from collections.abc import Iterator

from drafter import similarity
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import Draft
from drafter.model.notice import Item, Notice
from drafter.model.results import Match

NEAR_ENOUGH = 0.3


class _Candidate(Value):
    ref: str
    notice: str
    clause: str
    item: Item
    issuer: str
    year: int


def similar(text: str, library: Library, *, limit: int = 5, leave_out: frozenset[str] = frozenset()) -> list[Match]:
    """The past clauses most like the text, at most `limit`; none is far better than a far-fetched one.

    `leave_out` holds references of notices, items or clauses that are not wanted.
    """
    candidates = [one for one in _candidates(library) if not _is_left_out(one.ref, leave_out)]
    texts = [one.clause for one in candidates]
    themes = set(library.themes.of_item(Item(heading=text)))
    found = []
    for position, score in similarity.ranked(text, texts, limit=limit):
        if score < NEAR_ENOUGH:
            break
        found.append(_match(candidates[position], score, text, themes))
    return found


def for_item(draft: Draft, number: int, library: Library, *, limit: int = 5) -> list[Match]:
    """Past clauses like those of a draft's item, those it was made from left out."""
    item = draft.items[number - 1]
    best: dict[str, Match] = {}
    for text in [clause.text for clause in item.all_clauses] or [item.heading or ""]:
        for match in similar(text, library, limit=limit, leave_out=origins(draft)):
            if match.ref not in best or best[match.ref].score < match.score:
                best[match.ref] = match
    return sorted(best.values(), key=lambda match: (-match.score, match.ref))[:limit]


def origins(draft: Draft) -> frozenset[str]:
    """The references of the past clauses that a draft was made from."""
    return frozenset(clause.origin for item in draft.items for clause in item.all_clauses if clause.origin)


def _candidates(library: Library) -> Iterator[_Candidate]:
    for reference, notice in library.notices():
        yield from _of_notice(reference, notice)


def _of_notice(reference: str, notice: Notice) -> Iterator[_Candidate]:
    for number, item in enumerate(notice.items, start=1):
        for position, clause in enumerate(item.all_clauses, start=1):
            yield _Candidate(
                ref=f"{reference}#{number}.{position}",
                notice=reference,
                clause=clause.text,
                item=item,
                issuer=notice.issuer,
                year=notice.year,
            )


def _is_left_out(reference: str, leave_out: frozenset[str]) -> bool:
    notice, item = reference.split("#", maxsplit=1)[0], reference.rsplit(".", 1)[0]
    return not leave_out.isdisjoint((notice, item, reference))


def _match(candidate: _Candidate, score: float, text: str, themes: set[str]) -> Match:
    why = []
    words = similarity.shared_words(text, candidate.clause)
    if words:
        why.append("同有“" + "”“".join(words) + "”")
    same = [theme for theme in candidate.item.themes if theme in themes]
    if same:
        why.append("同属" + "、".join(same))
    return Match(
        ref=candidate.ref,
        clause=candidate.clause,
        heading=candidate.item.heading,
        issuer=candidate.issuer,
        year=candidate.year,
        score=round(score, 3),
        why=tuple(why),
        units=candidate.item.all_units,
        themes=candidate.item.themes,
    )
