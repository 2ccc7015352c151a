"""`drafter read` and `drafter import`: past notices from files, folders and pasted text."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import print_json, report, wants_json, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.handover.importing import Arrival, Importing
    from drafter.handover.incoming import Incoming
    from drafter.model.results import Reading

_MOST_PATHS = 20


@click.command("read")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@with_workspace
@with_json
def read_command(files: tuple[Path, ...]) -> None:
    """读往年通知（文件、文件夹，- 为粘贴的文字），列出读懂了什么、修了什么、疑在哪里；不存任何东西。"""
    from drafter.commands import shapes
    from drafter.commands.processes import each
    from drafter.errors import FileTrouble
    from drafter.handover.incoming import read_one

    library = workspace().library
    incoming = _gathered(files)
    named = not any(
        path.is_dir() for path in files
    )  # of a folder what can be read is shown, of named files all or none
    readings, failed = [], False
    for outcome in each(read_one, incoming, label="读取"):
        if outcome.reading:
            notice = library.with_themes(outcome.reading.notice)
            readings.append(outcome.reading.replaced(notice=notice))
        elif named:
            raise FileTrouble(outcome.error)
        else:
            failed = True
            click.echo(f"错误：{outcome.incoming.name}：{outcome.error}", err=True)
    if wants_json():
        shown = [shapes.reading(one) for one in readings]
        print_json(shown[0] if len(incoming) == 1 else shown)
    else:
        for one in readings:
            _show(one)
    if failed:
        click.get_current_context().exit(3)


def _show(reading: "Reading") -> None:
    from drafter.commands.text_views import notice_lines, problem_lines

    _say([f"【{reading.source}】", *notice_lines(reading.notice), *problem_lines(reading.problems)])


def _gathered(files: tuple[Path, ...]) -> "list[Incoming]":
    """What is to be read; raises FileTrouble where there is nothing. What is passed over is told."""
    from drafter.commands.import_views import skipped_line
    from drafter.commands.incoming import gather
    from drafter.errors import FileTrouble

    incoming, skipped = gather(files)
    if skipped:
        click.echo(skipped_line(skipped), err=True)
    if not incoming:
        raise FileTrouble("没有找到能读的文件。请核对文件夹，里面应有 .docx、.txt、.pdf 等格式的通知。")
    return incoming


@click.command("import")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--replace", is_flag=True, help="文库中已有同一通知而内容不同时替换它（原来的留作备份，人写的注释保留）。"
)
@click.option("--draft", metavar="草稿", help="文件是这份草稿正式印发的通知，沿用草稿里的主题、来源和理由。")
@click.option("--yes", is_flag=True, help="不再询问，直接存入，没有登记的单位登记为待确认。")
@with_workspace
@with_json
def import_command(files: tuple[Path, ...], replace: bool, draft: str | None, yes: bool) -> None:
    """读往年通知（文件、文件夹，- 为粘贴的文字）并存入文库；一份读不了不影响其余（退出码 3）。"""
    from drafter.commands import import_views
    from drafter.commands.processes import each
    from drafter.drafting import draft_file
    from drafter.handover.importing import FAILED, STORABLE, Importing, store_one
    from drafter.handover.incoming import read_one

    ws = workspace()
    ws.require_own()
    incoming = _gathered(files)
    if draft and len(incoming) > 1:
        raise click.UsageError("--draft 是一份草稿印发成的一份通知，请只给一个文件。")
    path = ws.draft_path(draft) if draft else None
    made_from = draft_file.load(path)[0] if path else None
    importing = Importing(ws.library, replace, made_from, path.stem if path else None)
    importing.take_in(incoming, lambda these: each(read_one, these, label="读取"))
    told = [*import_views.preview(importing), *import_views.held_lines(importing)]
    _say(told)
    told += _refusals(importing, seen=())
    seen = importing.having(*FAILED)
    if importing.having(*STORABLE):
        if yes or not _is_terminal() or _agrees(f"存入以上{len(importing.having(*STORABLE))}份？"):
            importing.store(lambda these: each(store_one, these, label="存入"))
        else:
            importing.decline()
    told += _refusals(importing, seen=seen)
    _tell(importing, [*told, *_units(importing, yes=yes)])
    if importing.having(*FAILED) or importing.troubled:
        click.get_current_context().exit(3)


def _is_terminal() -> bool:
    """Whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not wants_json()


def _agrees(question: str) -> bool:
    return click.confirm(question, default=True)


def _say(lines: list[str]) -> None:
    """Lines for people; with --json they stand in the notes."""
    from drafter.library.provenance import printable

    if not wants_json():
        for line in lines:
            click.echo(printable(line))


def _units(importing: "Importing", *, yes: bool) -> list[str]:
    """Show the unknown units of what was stored and register them where that is wanted; returns what was told."""
    from drafter.commands import import_views
    from drafter.library import proposals

    stored = [(one.ref or "", one.unknown_units) for one in importing.having("stored", "replaced")]
    found = proposals.of_notices(stored, importing.library)
    lines = import_views.unit_lines(found)
    _say(lines)
    if not found.proposed:
        return lines
    if yes or (_is_terminal() and _agrees(f"把这{len(found.proposed)}个单位登记为待确认？")):
        result = importing.register([one.name for one in found.proposed])
    else:
        result = "没有登记；要登记为待确认，请在 units.yaml 里照样加，或导入时加 --yes。"
    _say([result])
    return [*lines, result]


def _refusals(importing: "Importing", *, seen: Sequence["Arrival"]) -> list[str]:
    """Tell on stderr what could not be stored and was not told yet; returns it."""
    from drafter.handover.importing import FAILED

    lines = [f"{one.name} 没有存入：{one.told}" for one in importing.having(*FAILED) if one not in seen]
    for line in lines:
        click.echo(f"错误：{line}", err=True)
    return lines


def _tell(importing: "Importing", told: list[str]) -> None:
    """The files written and the summary; with --json all that was told stands in the notes."""
    from drafter.commands import import_views

    written = [one.written for one in importing.arrivals if one.written]
    summary = import_views.summary(importing)
    if wants_json():
        files = [import_views.shape(one) for one in importing.arrivals]
        print_json({"written": [str(path) for path in written], "notes": [*told, summary], "files": files})
        return
    report(written if len(written) <= _MOST_PATHS else [], ())
    if len(written) > _MOST_PATHS:
        click.echo(f"已写入{len(written)}份到 {written[0].parent}")
    click.echo(summary)
