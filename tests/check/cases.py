"""Cases as data: cases/<slug>.yaml, each case a few fields changed in a clean notice (clean/*.yaml).

base       issue (usual) or direct: the clean notice that is changed
text       the body of its first item            heading, units     heading and unit clause (责任单位：…) of that item
items      all items: each with heading, text, units, and perhaps ordinal, entries
notice     any fields of the notice
against, superior    the same keys, for last year's notice (the year before) and for the superior's
problems   what reading told: code, printed, where
draft      any fields of the draft that is then made of the notice ({} for a plain one), its figures confirmed
confirm    false: the draft's figures stay unconfirmed
item_notes what stays with the first item of the draft until a person has looked at it
also       other rules that the same fault breaks
final      true: as for the document to be signed
document   the name of a function of documents.py that makes the Word file
at         what the finding's span covers, or a list for several findings ("" where something is wanting)
fixed      what a safe fix puts there; proposed: what an unsafe one would
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from drafter import check
from drafter.check import catalogue
from drafter.check.parts import parts_of
from drafter.drafting import confirm
from drafter.index import Index
from drafter.library import Library, value_file
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.notice import Notice
from drafter.model.results import Problem
from drafter.text import clauses, unit_clause
from drafter.text.finished import notice_of
from drafter.text.numerals import to_chinese
from tests.check import documents

HERE = Path(__file__).parent
Case = dict[str, Any]
KEYS = {
    "base", "text", "heading", "units", "items", "notice", "against", "superior", "problems", "draft", "confirm",
    "item_notes", "also", "final", "document", "at", "fixed", "proposed", "why",
}  # fmt: skip


def data(path: Path) -> Any:
    """What a YAML file beside the tests holds."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


@cache
def of(slug: str) -> dict[str, list[Case]]:
    """The failing and the passing cases of a rule."""
    path = HERE / "cases" / f"{slug}.yaml"
    found: dict[str, list[Case]] = data(path) if path.exists() else {}
    return {"fails": [], "passes": [], **found}


@cache
def clean(base: str = "issue") -> Notice:
    """A clean notice, its progress table filled."""
    return _with_rows(value_file.load(Notice, HERE / "clean" / f"{base}.yaml")[0])


def notice(case: Case, year: int | None = None) -> Notice:
    """The notice of a case."""
    made = clean(case.get("base", "issue"))
    if year:
        made = _of_year(made, year)
    items = [item.model_dump() for item in made.items]
    if "items" in case:
        items = [_item(one, {}, number) for number, one in enumerate(case["items"], start=1)]
    elif {"text", "heading", "units"} & set(case):
        items[0] = _item(case, items[0], 1)
    made = _with_rows(Notice.model_validate(made.model_dump() | {"items": items}))
    return Notice.model_validate(made.model_dump() | case.get("notice", {}))


def _item(case: Case, before: dict[str, Any], number: int) -> dict[str, Any]:
    made: dict[str, Any] = {"ordinal": to_chinese(number)} | before
    made |= {key: case[key] for key in ("ordinal", "heading", "entries", "themes", "leader", "deadline") if key in case}
    if "text" in case:
        made["clauses"] = clauses.split(case["text"])
    if "units" in case:
        read = unit_clause.read_unit_clause(case["units"])
        made |= {"units": read.units, "lead_units": read.lead_units, "units_as_printed": read.as_printed}
    return made


def _of_year(made: Notice, year: int) -> Notice:
    text = made.model_dump_json().replace(str(made.year), str(year))
    return Notice.model_validate_json(text)


def _with_rows(made: Notice) -> Notice:
    rows = tuple(
        (str(number), item.heading or "", "、".join(item.all_units), "", "")
        for number, item in enumerate(made.items, start=1)
    )
    tables = tuple(one.replaced(rows=rows) if one.is_progress_table else one for one in made.attachments)
    return made.replaced(attachments=tables)


def draft_of(made: Notice, *, confirmed: bool = True, **fields: Any) -> Draft:
    """A draft that makes the notice, every figure confirmed unless told otherwise."""
    plain = {name: getattr(made, name) for name in Notice.model_fields}
    items = [
        {key: value for key, value in item.model_dump().items() if key != "ordinal"}
        | {"id": f"i{at}", "reason": "延续"}
        for at, item in enumerate(made.items, start=1)
    ]
    draft = Draft.model_validate(plain | {"items": items, "place": made.issuer.removesuffix("人民政府办公室")} | fields)
    for number in range(1, len(draft.items) + 1 if confirmed else 1):
        draft = confirm(draft, number)
    return draft


def run(slug: str, case: Case, library: Library, folder: Path) -> tuple[tuple[Finding, ...], Notice | Draft]:
    """What a rule finds on a case, and what was checked; a rule that other findings decide on runs with all."""
    return _run(case, library, folder, None if slug.startswith("allow-") else {slug})


def run_all(case: Case, library: Library, folder: Path) -> tuple[Finding, ...]:
    """What all rules find on a case."""
    return _run(case, library, folder, None)[0]


def _run(
    case: Case, library: Library, folder: Path, only: set[str] | None
) -> tuple[tuple[Finding, ...], Notice | Draft]:
    made = notice(case)
    checked: Notice | Draft = (
        draft_of(made, confirmed=case.get("confirm", True), **case["draft"]) if "draft" in case else made
    )
    if isinstance(checked, Draft) and "item_notes" in case:
        first, *rest = checked.items
        checked = checked.replaced(items=(first.replaced(notes=tuple(case["item_notes"])), *rest))
    found = check.run(
        checked,
        library=library,
        against=notice(case["against"], made.year - 1) if "against" in case else None,
        superior=notice(case["superior"]) if "superior" in case else None,
        problems=[Problem(**({"message": "读取时已修正", "where": "第1行"} | one)) for one in case.get("problems", [])],
        document=documents.make(case["document"], made, folder) if "document" in case else None,
        final=case.get("final", False),
        index=Index.open(library) if only == {"neighbour-copy"} else None,
        only=only,
    )
    return found, checked


def covered(one: Finding, checked: Notice | Draft) -> str:
    """The text under a finding's span."""
    texts = {(part.name, part.ordinal): part.text for part in parts_of(notice_of(checked))}
    text = texts.get((one.where.part, one.where.ordinal), "")
    return text[slice(*one.where.span)] if one.where.span else ""


def printed(case: Case) -> str:
    """All the text of a case's notice with its ordinals, and what reading was given, to look examples up in."""
    made = notice(case)
    lines: list[str] = [one.get("printed", "") for one in case.get("problems", [])]
    for part in parts_of(made):
        number = made.items[part.ordinal - 1].ordinal if part.name == "item" and part.ordinal else None
        lines.append(f"{number}、{part.text}" if number else part.text)
    return "\n".join(lines)


def all_cases(kind: str) -> Iterator[tuple[str, Case]]:
    """Every failing or passing case of every rule, with the rule's slug."""
    for one in catalogue.rules():
        for case in of(one.slug)[kind]:
            yield one.slug, case
