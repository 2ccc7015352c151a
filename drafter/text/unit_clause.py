"""The unit clause at the end of an item, read and printed: （责任单位：A、B）, leads, leader, deadline."""

import re

from drafter.model.base import Value
from drafter.text import brackets, duties, organs, word_lists

_WORDS = word_lists.load("unit_labels")
_LEAD, _PLAIN, _LEADER, _DEADLINE = ("|".join(_WORDS[kind]) for kind in ("lead", "plain", "leader", "deadline"))
_ALL = f"{_LEAD}|{_PLAIN}|{_LEADER}|{_DEADLINE}"
_MARK = r"(?:[:：]|[ \u3000](?=[^ \u3000]))"
_LABEL = rf"(?<![\u4e00-\u9fff])(?P<label>{_ALL}){_MARK}"
_OPENS = "（(〔[［【"
_OPENING = rf"[{re.escape(_OPENS)}](?=(?:{_ALL}){_MARK})"
_LISTED = r"[:：](?:[^。（(〔]|（[^（）。]*）)+"
_UNBRACKETED = rf"(?:[。；]|[ \u3000])(?P<inside>(?:{_ALL}){_LISTED}(?:。(?:{_ALL}){_LISTED})*)[。；]?$"
_BY_WHEN = re.compile(
    r"(?:20\d{2}年)?(?:\d{1,2}月|年|第?[一二三四]季度)(?:\d{1,2}日|底|末)?(?:之?前)?(?:完成|建成|落实)?|长期(?:坚持|实施)?|全年"
)
_BARE = rf"(?:{_ALL})(?:[:：]\S|[ \u3000])"
_HEADING_MAX = 30
_OPENS_CLAUSE, _BARE_CLAUSE = re.compile(_OPENING), re.compile(_UNBRACKETED)
_LONGEST = 2_000  # signs: no unit clause comes near; a bound on what a hostile paragraph may cost
_DEEPEST = 8
_ANY_BRACKET = re.compile(rf"[{re.escape(_OPENS)}]")


class UnitClause(Value):
    """What a unit clause says; `start` and `end` are its place in its paragraph, `inside` its text without brackets.

    `open_list` tells that the units trail off in 等, `doubtful` holds names that are no organ's.
    """

    start: int = 0
    end: int = 0
    inside: str = ""
    units: tuple[str, ...] = ()
    lead_units: tuple[str, ...] | None = None
    leader: str | None = None
    deadline: str | None = None
    as_printed: str | None = None
    nested_round: bool = False
    bracketed: bool = True
    closed: bool = True
    open_list: bool = False
    doubtful: tuple[str, ...] = ()


def is_unit_clause(text: str) -> bool:
    """Whether the text is a unit clause and nothing else."""
    found = find_unit_clause(text)
    return bool(re.match(_BARE, text)) or (found is not None and found.start == 0)


def opens_unit_clause(text: str) -> bool:
    """Whether the text begins a unit clause in brackets that it does not close."""
    return bool(re.match(_OPENING, text)) and brackets.closing_at(text, 0) is None


def read_unit_clause(text: str) -> UnitClause:
    """What a text says that is a unit clause and nothing else, in brackets or bare."""
    found = find_unit_clause(text) if text[:1] in _OPENS else None
    return found or _understand(text.rstrip("。 \u3000"))


def find_unit_clause(text: str) -> UnitClause | None:
    """The unit clause that ends a paragraph; None where there is none."""
    begin = max(0, len(text) - _LONGEST)
    closings, end = brackets.closings(text, begin), len(text.rstrip("。； \u3000"))
    tried = 0
    for opening in _ANY_BRACKET.finditer(text, begin):
        closing = closings.get(opening.start())
        labelled = bool(_OPENS_CLAUSE.match(text, opening.start()))
        if closing is None and labelled and "。" not in text[opening.end() : -1]:
            unclosed = _understand(text[opening.end() :].rstrip("。 \u3000"))
            return unclosed.replaced(start=opening.start(), end=len(text), closed=False)
        if closing is None or closing + 1 < end or tried > _DEEPEST:
            continue
        tried += 1
        found = _in_brackets(text, opening.start(), closing, labelled=labelled)
        if found:
            return found.replaced(end=len(text))
    return _without_brackets(text, begin)


def find_inner_clause(text: str) -> UnitClause | None:
    """The first labelled unit clause in brackets anywhere in a paragraph."""
    closings: dict[int, int] | None = None
    for opening in _OPENS_CLAUSE.finditer(text):
        closings = brackets.closings(text) if closings is None else closings
        closing = closings.get(opening.start())
        if closing is not None:
            return _in_brackets(text, opening.start(), closing, labelled=True)
    return None


def names_units(text: str) -> bool:
    """Whether the text holds the label of a unit clause with its colon."""
    return bool(re.search(rf"(?:{_LEAD}|{_PLAIN})[:：]", text))


def _in_brackets(text: str, opening: int, closing: int, *, labelled: bool) -> UnitClause | None:
    inside = text[opening + 1 : closing]
    clause = _understand(inside) if labelled else _unlabelled(inside, text[:opening])
    nested = "（" in inside and text[opening] == "（"
    return clause and clause.replaced(start=opening, end=closing + 1, nested_round=nested)


def _unlabelled(inside: str, before: str) -> UnitClause | None:
    """Units in brackets without a label: organs and their duties, or, behind a stop or a heading, organs alone."""
    shared = duties.read(inside)
    if shared:
        return _clause(inside, list(shared.units), list(shared.leads), open_list=shared.open_list)
    named = organs.split_units(organs.without_open_end(inside))
    named, by_when = _without_deadlines(named)
    if all(map(organs.is_level, named)):  # 各镇（街道） goes on a word, it names no organ
        return None
    stopped = before.endswith("。")
    headed = len(before) <= _HEADING_MAX and "。" not in before and all(map(organs.is_strong_organ, named))
    if not (stopped or headed) or not organs.are_organs(named):
        return None
    return _clause(inside, named, [], deadline=by_when, open_list=organs.without_open_end(inside) != inside)


def _without_brackets(text: str, begin: int) -> UnitClause | None:
    """A labelled clause or a sentence of duties at the end of a paragraph, without brackets."""
    bare = _BARE_CLAUSE.search(text, begin)
    if bare and names_units(bare["inside"]):
        unopened = bare["inside"].count("）") > bare["inside"].count("（")
        inside = bare["inside"].rstrip("）〕)") if unopened else bare["inside"]
        clause = _understand(inside)
        return clause.replaced(
            start=bare.start("inside"), end=len(text), bracketed=False, closed=inside == bare["inside"]
        )
    body, stop, last = text.rstrip("。").rpartition("。")
    shared = duties.read(last) if stop and text.endswith("。") else None
    if not shared:
        return None
    clause = _clause(last, list(shared.units), list(shared.leads), open_list=shared.open_list)
    return clause.replaced(start=len(body) + 1, end=len(text), bracketed=False)


def _understand(inside: str) -> UnitClause:
    units: list[str] = []
    leads: list[str] = []
    leader = deadline = None
    open_list = False
    persons: list[str] = []
    for label, part in _labelled_parts(inside):
        if re.fullmatch(_LEADER, label):
            leader = part
        elif re.fullmatch(_DEADLINE, label):
            deadline = part
        elif shared := duties.read(part):
            open_list = open_list or shared.open_list
            units.extend(unit for unit in shared.units if unit not in units)
            leads.extend(shared.leads)
        else:
            listed = organs.without_open_end(part)
            open_list = open_list or listed != part
            named, by_when = _without_deadlines(organs.split_units(listed))
            deadline = deadline or by_when
            persons += [name for name in named if organs.is_person(name)]
            named = [name for name in named if name not in persons]
            units.extend(unit for unit in named if unit not in units)
            if re.fullmatch(_LEAD, label):
                leads.extend(named)
    leader = leader or "、".join(persons) or None
    clause = _clause(inside, units, leads, leader=leader, deadline=deadline, open_list=open_list)
    doubtful = [*persons, *(unit for unit in units if not organs.is_organ(unit))]
    return clause.replaced(doubtful=tuple(doubtful))


def _without_deadlines(named: list[str]) -> tuple[list[str], str | None]:
    """The names without those that are a time, and that time."""
    times = [name for name in named if _BY_WHEN.fullmatch(name)]
    return [name for name in named if name not in times], "、".join(times) or None


def _clause(
    inside: str,
    units: list[str],
    leads: list[str],
    *,
    leader: str | None = None,
    deadline: str | None = None,
    open_list: bool,
) -> UnitClause:
    clause = UnitClause(
        inside=inside,
        units=tuple(dict.fromkeys(units)),
        lead_units=tuple(leads) or None,
        leader=leader,
        deadline=deadline,
        open_list=open_list,
    )
    plain = print_inside(clause.units, clause.lead_units, leader, deadline)
    return clause if plain == inside else clause.replaced(as_printed=inside)


def _labelled_parts(inside: str) -> list[tuple[str, str]]:
    """Each label with the text up to the next one, separators between them taken off; all of it without a label."""
    labels = list(re.finditer(_LABEL, inside))
    if not labels:
        return [("", inside)]
    ends = [*(label.start() for label in labels[1:]), len(inside)]
    return [
        (label["label"], inside[label.end() : end].strip("；，。;, \u3000"))
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
