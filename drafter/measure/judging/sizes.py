"""Size of each element as printed (P-41)."""

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind
from drafter.measure.pages import Line
from drafter.measure.rows import is_near, without_fault
from drafter.model.results import Element

_CHINESE = {of.SIZE_BODY: "3号 16 磅", of.SIZE_TITLE: "2号 22 磅", of.SIZE_SMALL: "4号 14 磅"}
_KINDS = (
    ("标题", of.SIZE_TITLE, (Kind.TITLE,)),
    ("主送机关", of.SIZE_BODY, (Kind.RECIPIENTS,)),
    ("正文", of.SIZE_BODY, (Kind.BODY,)),
    ("附件说明", of.SIZE_BODY, (Kind.ANNOUNCED,)),
    ("署名、日期和附注", of.SIZE_BODY, (Kind.ORGAN, Kind.DATE, Kind.NOTE)),
    ("清单和附件的标题", of.SIZE_TITLE, (Kind.HEADING,)),
    ("附件字样", of.SIZE_BODY, (Kind.LABEL,)),
)


def judge(found: Found) -> list[Element]:
    """One row for each element that the document has."""
    parts: list[tuple[str, float, list[Line]]] = [
        ("发文字号", of.SIZE_BODY, [found.head.number] if found.head.number else []),
        ("份号、密级、紧急程度", of.SIZE_BODY, list(found.head.classed)),
        *((name, size, [one.line for one in found.of(*kinds)]) for name, size, kinds in _KINDS),
        ("版记", of.SIZE_SMALL, list(found.imprint.lines) if found.imprint else []),
        ("页码", of.SIZE_SMALL, list(found.numbers.values())),
    ]
    return [_size(name, size, lines) for name, size, lines in parts if lines]


def _size(name: str, wanted: float, lines: list[Line]) -> Element:
    sizes = sorted({round(glyph.size, 1) for line in lines for glyph in line.inked})
    faults = [f"{one:g} 磅" for one in sizes if not is_near(one, wanted, of.NEAR_SIZE)]
    return without_fault("P-41", f"字号：{name}", _CHINESE[wanted], faults, f"{wanted:g} 磅")
