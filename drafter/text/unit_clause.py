"""The unit clause at the end of an item, read and printed: （责任单位：A、B）, leads, leader, deadline."""

import re

from drafter.model.base import Value
from drafter.text import brackets, organs

_LEAD = r"牵头(?:责任)?单位|主办单位|牵头部门"
_PLAIN = r"责任单位|责任部门|配合单位|协同单位|协办单位|参与单位|承办单位|实施单位"
_LEADER = r"牵头领导|责任领导|分管领导|包保领导|责任人"
_DEADLINE = r"完成时限|完成时间"
_LABEL = rf"(?P<label>{_LEAD}|{_PLAIN}|{_LEADER}|{_DEADLINE})[:：]"
_OPENING = rf"[（(〔\[［](?=(?:{_LEAD}|{_PLAIN}|{_LEADER}|{_DEADLINE})[:：])"
_UNBRACKETED = rf"[。；](?P<inside>(?:{_LEAD}|{_PLAIN})[:：][^。（(〔]+)。?$"
_BARE = rf"(?:{_LEAD}|{_PLAIN}|{_LEADER}|{_DEADLINE})[:：]\S"


class UnitClause(Value):
    """What a unit clause says; `start` is where it begins in its paragraph, `inside` its text without brackets."""

    start: int = 0
    inside: str = ""
    units: tuple[str, ...] = ()
    lead_units: tuple[str, ...] | None = None
    leader: str | None = None
    deadline: str | None = None
    as_printed: str | None = None
    nested_round: bool = False
    bracketed: bool = True


def is_unit_clause(text: str) -> bool:
    """Whether the text is a unit clause and nothing else."""
    found = find_unit_clause(text)
    return bool(re.match(_BARE, text)) or (found is not None and found.start == 0)


def read_unit_clause(text: str) -> UnitClause:
    """What a text says that is a unit clause and nothing else, in brackets or bare."""
    found = find_unit_clause(text) if text[:1] in "（(〔[［" else None
    return found or _understand(text.rstrip("。 \u3000"))


def find_unit_clause(text: str) -> UnitClause | None:
    """The unit clause that ends a paragraph; None where there is none."""
    for opening in re.finditer(_OPENING, text):
        closing = brackets.closing_at(text, opening.start())
        if closing is None or text[closing + 1 :].strip("。 \u3000"):
            continue
        inside = text[opening.end() : closing]
        nested = "（" in inside and text[opening.start()] == "（"
        return _understand(inside).replaced(start=opening.start(), nested_round=nested)
    bare = re.search(_UNBRACKETED, text)
    return _understand(bare["inside"]).replaced(start=bare.start("inside"), bracketed=False) if bare else None


def _understand(inside: str) -> UnitClause:
    units: list[str] = []
    leads: list[str] = []
    leader = deadline = None
    for label, part in _labelled_parts(inside):
        if re.fullmatch(_LEADER, label):
            leader = part
        elif re.fullmatch(_DEADLINE, label):
            deadline = part
        else:
            named = organs.split_units(part)
            units.extend(unit for unit in named if unit not in units)
            if re.fullmatch(_LEAD, label):
                leads.extend(named)
    clause = UnitClause(
        inside=inside, units=tuple(units), lead_units=tuple(leads) or None, leader=leader, deadline=deadline
    )
    plain = print_inside(clause.units, clause.lead_units, leader, deadline)
    return clause if plain == inside else clause.replaced(as_printed=inside)


def _labelled_parts(inside: str) -> list[tuple[str, str]]:
    """Each label with the text up to the next one, separators between them taken off."""
    labels = list(re.finditer(_LABEL, inside))
    ends = [label.start() for label in labels[1:]] + [len(inside)]
    return [
        (label["label"], inside[label.end() : end].strip("；，。; \u3000"))
        for label, end in zip(labels, ends, strict=True)
    ]


def print_inside(
    units: tuple[str, ...], lead_units: tuple[str, ...] | None, leader: str | None, deadline: str | None
) -> str:
    """The inside of a unit clause in the plain form."""
    leads = lead_units or ()
    others = tuple(unit for unit in units if unit not in leads)
    parts = [
        f"{label}：{text}"
        for label, text in (
            ("牵头单位", "、".join(leads)),
            ("责任单位", "、".join(others)),
            ("责任领导", leader or ""),
            ("完成时限", deadline or ""),
        )
        if text
    ]
    return "；".join(parts)


def print_clause(inside: str) -> str:
    """A unit clause in its brackets: 〔〕 where round ones stand inside (spec U-04), nothing for nothing."""
    if not inside:
        return ""
    return f"〔{inside}〕" if "（" in inside else f"（{inside}）"
