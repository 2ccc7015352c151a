"""From what a rule yields to the finding that is shown."""

from drafter.check.fault import Fault
from drafter.check.rule import Rule
from drafter.check.same_figures import keeps_figures
from drafter.model.finding import Finding, Fix, Where

AROUND = 12  # characters of an excerpt on each side of the fault


def finding(rule: Rule, fault: Fault) -> Finding:
    """The finding that a fault of a rule makes; a fix that would touch a figure is never called safe."""
    fix = None
    if fault.new is not None:
        kept = keeps_figures(fault.part.text, fault.start, fault.end, fault.new)
        fix = Fix(old=fault.old, new=fault.new, safe=fault.safe and kept)
    return Finding(
        rule=rule.slug,
        name=rule.name,
        severity=fault.severity or rule.severity,
        where=Where(part=fault.part.name, ordinal=fault.part.ordinal, span=(fault.start, fault.end)),
        message=fault.message,
        excerpt=excerpt(fault.part.text, fault.start, fault.end),
        fix=fix,
        source=rule.authority,
    )


def excerpt(text: str, start: int, end: int) -> str:
    """The text round a span, within its line."""
    first, last = around(text, start, end)
    return text[first:last]


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the excerpt of a span begins and ends."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    behind = text.find("\n", end)
    return first, min(len(text) if behind < 0 else behind, end + AROUND)
