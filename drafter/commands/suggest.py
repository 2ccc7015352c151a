"""`drafter suggest`: similar past commitments for a text, an item, a whole draft or a list of wishes."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.commands.common import (
    WholeNumber,
    WholeNumberWithin,
    place_in_draft,
    print_json,
    report,
    wants_json,
    with_json,
    with_workspace,
    workspace,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.draft import Draft
    from drafter.model.suggestion import Advised, Card, WishList
    from drafter.suggest import Context, Shelf, Wanted

_FILE = click.Path(dir_okay=False, path_type=Path)
_CARDS, _CARDS_OF_AN_ITEM = 5, 2
_WEAK_CARDS = 3
_MANY_FILES = 50
_PLACE = re.compile(r"\S{1,30}#\d+(?:\.\d+)?|[^\s#]{2,20}-(?:19|20)\d{2}")


@click.command("suggest")
@click.argument("text", metavar="[文字|草稿|草稿#N|引用]", required=False)
@click.option(
    "--from", "wishes", type=_FILE, metavar="文件", help="各单位报来的征集事项（.xlsx、.docx、.txt 等），逐条比对。"
)
@click.option("-o", "output", type=_FILE, metavar="文件", help="与 --from 合用：把比对表写成 .xlsx 或 .docx。")
@click.option("--limit", type=WholeNumberWithin(1, 100), metavar="N", help="最多列几条；不给则列5条，整份草稿每项2条。")
@click.option("--for", "office", metavar="地方", help="替哪个地方查：本地的排在前面，其次是上级的。")
@click.option("--issuer", metavar="地方", help="只找这个地方的。")
@click.option("--theme", metavar="主题", help="只找这个主题的。")
@click.option("--unit", metavar="单位", help="只找这个责任单位的，全称、简称都行。")
@click.option("--year", type=WholeNumber(), metavar="年份", help="只找这一年的。")
@with_workspace
@with_json
def suggest_command(
    text: str | None, wishes: Path | None, output: Path | None, limit: int | None, **given: Any
) -> None:
    """找相近的往年措施：给一句话、草稿的一项（草稿#3）、文库中的一项或一条（博山区-2025#3）。

    只给草稿名，则逐项找可以参考的，并列出去年有、草稿没有延续的；用 --from 给出征集来的清单，则逐条比对往年。
    """
    office, filters = given.pop("office"), given
    if wishes is not None:
        if limit or any(filters.values()):
            raise click.UsageError("--from 不和 --limit、--issuer、--theme、--unit、--year 合用。")
        _wishes(wishes, output, text, office)
        return
    if output is not None:
        raise click.UsageError("-o 只和 --from 合用，如 drafter suggest --from 征集表.xlsx -o 比对表.xlsx。")
    if text is None or not text.strip():
        raise click.UsageError("请给一句话，如 drafter suggest 残疾儿童康复救助；或用 --from 给出征集来的清单。")
    plain, wanted = text.replace("＃", "#"), _wanted(**filters)
    if "#" not in plain and workspace().draft_path(plain).is_file():
        _survey(plain, limit or _CARDS_OF_AN_ITEM, _no_office(office, wanted))
    elif "#" in plain and workspace().draft_path(plain.rpartition("#")[0]).is_file():
        _for_item(plain, limit or _CARDS, _no_office(office, wanted))
    else:
        _for_text(plain, limit or _CARDS, office, wanted)


def _no_office(office: str | None, wanted: "Wanted") -> "Wanted":
    """The filters; wrong use (exit 2) where an office is named beside a draft, which has its own."""
    if office is not None:
        raise click.UsageError("给了草稿就按草稿的地方查，不要再加 --for。")
    return wanted


def _show(query: str, cards: "list[Card]", shelf: "Shelf", weak: "Sequence[Card]" = ()) -> None:
    """Show what is near enough to a text; where nothing is, what may be meant, told apart."""
    from drafter.commands import shapes, suggest_views

    _tell_faults(shelf)
    if wants_json():
        print_json({"query": query, "matches": list(map(shapes.match, cards)), "weak": list(map(shapes.match, weak))})
        return
    if not cards:
        click.echo(f"文库中没有与“{query}”足够相近的往年措施。")
        if weak:
            click.echo("下面几条也许有关，相似度偏低，请自行判断：")
            click.echo("\n".join(suggest_views.short_lines(weak)))
        click.echo("可以换个说法，或只写一两个词再找。")
        return
    click.echo(f"与“{query}”相近的往年措施：")
    click.echo("\n".join(suggest_views.card_lines(cards)))


def _tell_faults(shelf: "Shelf") -> None:
    for reference, reason in shelf.faults:
        click.echo(f"提示：没有查 {reference}：{reason}", err=True)


def _shelf() -> "Shelf":
    """The library opened; where many files have to be read first, how far that is."""
    from drafter.suggest.shelf import Shelf

    shown = sys.stderr.isatty()

    def tell(done: int, count: int) -> None:
        if shown and count >= _MANY_FILES:
            click.echo(f"\r正在整理文库：{done}/{count}", nl=done == count, err=True)

    return Shelf(workspace().library, tell)


def _wanted(*, issuer: str | None, theme: str | None, unit: str | None, year: int | None) -> "Wanted":
    """The filters, names resolved. Raises UnknownReference for a name that occurs nowhere."""
    from drafter.errors import UnknownReference
    from drafter.library.registers import nearest
    from drafter.suggest.ranking import Wanted

    library = workspace().library
    place = library.place_of(issuer) if issuer else None
    if issuer and place and library.newest(place) is None:
        place = library.issuers.require(issuer).place
    if unit and library.units.find(unit) is None:
        raise UnknownReference("责任单位", unit, nearest(unit, library.units.names()))
    name = library.themes.require(theme).name if theme else None
    return Wanted(place=place, theme=name, unit=unit, year=year)


def _context(office: str | None) -> "Context":
    from drafter.suggest.ranking import Context

    return Context.of_place(workspace().library, office) if office else Context()


def _for_text(text: str, limit: int, office: str | None, wanted: "Wanted") -> None:
    """Cards for a text, or for an item or clause of the library, its own notice left out."""
    from drafter.commands.arguments import library_reference
    from drafter.errors import UnknownReference
    from drafter.index import MAYBE_NEAR
    from drafter.library.registers import nearest
    from drafter.suggest.cards import Cards

    library = workspace().library
    name = text.rpartition("#")[0] or text
    query, asked, leave_out = text, [text], frozenset[str]()
    if library.holds(name):
        place = library_reference(text)
        if place.item is None:
            raise click.UsageError(f"“{text}”是整份通知，请指定其中一项，如 {text}#3；或给一份草稿。")
        item, leave_out = library.item(place), frozenset({place.notice})
        clauses = item.all_clauses if place.clause is None else (library.clause(place),)
        asked = [one.text for one in clauses]
        query = "".join(asked)
    elif _PLACE.fullmatch(text):
        raise UnknownReference("草稿或文库中的通知", name, nearest(name, library.references()))
    shelf = _shelf()
    found, context = Cards(shelf), _context(office)
    cards = found.of(asked, limit=limit, context=context, wanted=wanted, leave_out=leave_out)
    weak: list[Card] = []
    if not cards and not leave_out:
        most = min(limit, _WEAK_CARDS)
        weak = found.of(asked, limit=most, context=context, wanted=wanted, least=MAYBE_NEAR)
    _show(query, cards, shelf, weak)


def _for_item(text: str, limit: int, wanted: "Wanted") -> None:
    """Cards for an item of a draft or for one clause of it."""
    from drafter import suggest
    from drafter.drafting import draft_file, places

    path, where = place_in_draft(text)
    draft, _ = draft_file.load(path)
    number = 1 if where.item is None else where.item
    item = places.item_at(draft, number)
    query = item.heading or item.body
    if where.clause is not None:
        query = places.clause_at(draft, number, where.clause).text
    shelf = _shelf()
    _show(query, suggest.for_item(draft, number, shelf, clause=where.clause, limit=limit, wanted=wanted), shelf)


def _survey(text: str, limit: int, wanted: "Wanted") -> None:
    from drafter import suggest
    from drafter.commands import shapes, suggest_views

    shelf = _shelf()
    found = suggest.survey(_draft(text), shelf, limit=limit, wanted=wanted)
    _tell_faults(shelf)
    if wants_json():
        print_json({"draft": text} | shapes.survey(found))
    else:
        click.echo("\n".join(suggest_views.survey_lines(found)))


def _draft(text: str) -> "Draft":
    from drafter.drafting import draft_file

    return draft_file.load(place_in_draft(text)[0])[0]


def _wishes(path: Path, output: Path | None, draft_name: str | None, office: str | None) -> None:
    """Hold a list of wishes against the library and show or write the table."""
    if output is not None and output.suffix.lower() not in (".xlsx", ".docx"):
        raise click.UsageError(f"输出文件 {output} 应以 .xlsx 或 .docx 结尾。")
    if draft_name and office:
        raise click.UsageError("给了草稿就按草稿的地方查，不要再加 --for。")
    from drafter import readers, suggest

    draft = _draft(draft_name) if draft_name else None
    listed, shelf = readers.read_wishes(path), _shelf()
    place, assumed = (office, "") if office or draft else _only_place()
    advised = suggest.advise(listed.wishes, shelf, place=place, draft=draft)
    _tell_faults(shelf)
    if assumed:
        click.echo(assumed, err=True)
    _write(output, advised, listed) if output else _print(advised, listed)


def _only_place() -> tuple[str | None, str]:
    """The place of the drafts in the workspace, where they have only one; and a sentence about it."""
    from drafter.drafting import draft_file

    drafts = sorted(workspace().drafts.glob("*.yaml"))
    places = {draft_file.load(path)[0].place for path in drafts}
    if len(places) == 1:
        place = places.pop()
        return place, f"提示：按{place}的草稿，以{place}为本地；要换别的地方，加 --for 地方。"
    return None, "提示：没有指明本地是哪里，分不出本地去年的和别处的；请加 --for 地方，或给出草稿。"


def _print(advised: "list[Advised]", listed: "WishList") -> None:
    from drafter.commands import shapes, suggest_views
    from drafter.handover import wish_table

    if wants_json():
        wishes = [shapes.advised(one) for one in advised]
        print_json({"source": listed.source, "wishes": wishes, "left_out": list(listed.left_out)})
        return
    lines = suggest_views.wish_lines(advised, wish_table.summary(advised))
    click.echo("\n".join([*lines, *suggest_views.left_out_lines(listed)]))


def _write(output: Path, advised: "list[Advised]", listed: "WishList") -> None:
    from drafter.handover import wish_table

    if output.suffix.lower() == ".xlsx":
        made = wish_table.xlsx(advised, listed.source)
    else:
        made = wish_table.docx(advised, listed.source, workspace().templates)
    kept = made.save(output)
    notes = [wish_table.summary(advised), *(f"没有当作征集事项：{text}" for text in listed.left_out)]
    if kept:
        notes.append(f"原有的 {output.name} 内容不同，已另存为 {kept.name}")
    report([output], notes)
