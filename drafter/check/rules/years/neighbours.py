"""Clauses and closings that are nearly those of another place's notice."""

from collections.abc import Iterator

from drafter import similarity
from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING
from drafter.check.rule import CUSTOM, INFO, Need, rule

_ALIKE = 0.9
_SHORTEST = 20  # characters; shorter clauses are alike by chance
_CLOSING_ALIKE = 0.6  # by characters and pairs: closings written apart stay below 0.35, a copied one is above 0.7
_SHORTEST_CLOSING = 60
_YEARS = 3  # a closing is taken over from this year's notice or a recent one


@rule(
    "neighbour-copy",
    name="与别处的措施几乎一样",
    severity=INFO,
    flags="一条措施与文库里别的地方的措施几乎一字不差，或结尾沿用上级、邻近区县的",
    why="借用别处的文字时，地名、范围、数字、要求和单位都要逐个核对",
    bad="推动儿童友好元素融入社区建设，打造高品质儿童友好社区（村）9个。",
    good="为孤独症儿童家庭开设夜间喘息服务点2处，每月开放不少于8次。",
    source="与文库中别处通知的对照",
    strength=CUSTOM,
    needs=(Need.LIBRARY, Need.INDEX),
)
def neighbour(notice: Context) -> Iterator[Fault]:
    """Clauses whose likest clause of another place's notices is nearly the same, and a closing taken over."""
    own = {ref for ref in notice.library.references() if ref.rpartition("-")[0] == notice.place}
    for part, clause, text in notice.clauses:
        hits = notice.index.search(text, 1, leave_out=own) if len(text) >= _SHORTEST else []
        if hits and hits[0].score >= _ALIKE:
            message = f"与{hits[0].ref}几乎一样，请核对地名、范围和数字"
            yield part.fault(clause.start, clause.end, message)
    yield from _closing(notice)


def _closing(notice: Context) -> Iterator[Fault]:
    """The closing paragraph likest to one of a neighbour's or the superior's; it travels by custom, so only once."""
    parts = [part for part in notice.named(CLOSING) if len(part.text) >= _SHORTEST_CLOSING]
    others = list(_closings_near(notice)) if parts else []
    rows = similarity.likenesses([text for _, text in others], [part.text for part in parts])
    found = [
        (likeness, at, reference)
        for (reference, _), row in zip(others, rows, strict=True)
        for at, likeness in enumerate(row)
    ]
    best = max(found, default=(0.0, 0, ""))
    if best[0] >= _CLOSING_ALIKE:
        part = parts[best[1]]
        message = f"结尾沿用自{best[2]}，请核对其中的要求、时限、部门是否合本地"
        yield part.fault(0, len(part.text), message)


def _closings_near(notice: Context) -> Iterator[tuple[str, str]]:
    """The closing paragraphs of the superior's notices and of those of places below it, of this year or shortly before.

    Of a place that is not registered its neighbours are not known.
    """
    superior = notice.issuer.superior if notice.issuer else None
    near = {one.place for one in notice.library.issuers.entries if superior in (one.place, one.superior)} - {
        notice.place
    }
    for reference in notice.library.references() if superior else ():
        place, _, year = reference.rpartition("-")
        if place in near and year.isdigit() and notice.notice.year - _YEARS < int(year) <= notice.notice.year:
            for text in notice.library.notice(reference).closing:
                yield reference, text
