"""Clauses that are nearly those of another place's notice."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, INFO, Need, rule

_ALIKE = 0.9
_SHORTEST = 20  # characters; shorter clauses are alike by chance


@rule(
    "neighbour-copy",
    name="与别处的措施几乎一样",
    severity=INFO,
    flags="一条措施与文库里别的地方的措施几乎一字不差",
    why="借用别处的措施时，地名、范围、数字和单位都要逐个核对",
    bad="推动儿童友好元素融入社区建设，打造高品质儿童友好社区（村）9个。",
    good="为孤独症儿童家庭开设夜间喘息服务点2处，每月开放不少于8次。",
    source="与文库中别处通知的对照",
    strength=CUSTOM,
    needs=(Need.LIBRARY, Need.INDEX),
)
def neighbour(notice: Context) -> Iterator[Fault]:
    """Clauses whose likest clause of another place's notices is nearly the same."""
    own = {ref for ref in notice.library.references() if ref.rpartition("-")[0] == notice.place}
    for part, clause, text in notice.clauses:
        hits = notice.index.search(text, 1, leave_out=own) if len(text) >= _SHORTEST else []
        if hits and hits[0].score >= _ALIKE:
            message = f"与{hits[0].ref}几乎一样，请核对地名、范围和数字"
            yield part.fault(clause.start, clause.end, message)
