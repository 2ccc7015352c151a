"""`drafter read` and `drafter import`: past notices from files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import print_json, report, wants_json, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.model.results import Reading


@click.command("read")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_workspace
@with_json
def read_command(files: tuple[Path, ...]) -> None:
    """读往年通知，列出读懂了什么、修了什么、疑在哪里；不存任何东西。"""
    from drafter import readers
    from drafter.commands import shapes

    library = workspace().library
    readings = []
    for path in files:
        found = readers.read(path)
        readings.append(found.replaced(notice=library.with_themes(found.notice)))
    if wants_json():
        shown = [shapes.reading(one) for one in readings]
        print_json(shown[0] if len(shown) == 1 else shown)
        return
    for one in readings:
        _show(one)


def _show(reading: "Reading") -> None:
    from drafter.commands.text_views import notice_lines, problem_lines

    click.echo("\n".join([f"【{reading.source}】", *notice_lines(reading.notice), *problem_lines(reading.problems)]))


@click.command("import")
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="文库中已有同一通知时替换它（人写的注释保留）。")
@click.option("--draft", metavar="草稿", help="文件是这份草稿正式印发的通知，沿用草稿里的主题。")
@with_workspace
@with_json
def import_command(files: tuple[Path, ...], replace: bool, draft: str | None) -> None:
    """读往年通知并存入文库；一份读不了不影响其余（退出码 3）。"""
    from drafter import readers
    from drafter.drafting import draft_file, issued
    from drafter.errors import DrafterError

    ws = workspace()
    ws.require_own()
    made_from = draft_file.load(ws.draft_path(draft))[0] if draft else None
    written, notes, failed = [], [], False
    for path in files:
        try:
            found = readers.read(path)
            notice = issued.with_lineage(found.notice, made_from) if made_from else found.notice
            written.append(ws.library.store(ws.library.with_themes(notice), replace=replace))
            notes.append(
                f"{path.name}：{len(notice.items)}项，{len(found.problems)}处修正或存疑（用 drafter read 查看）"
            )
        except DrafterError as error:
            failed = True
            click.echo(f"错误：{path.name} 没有存入：{error}", err=True)
            if wants_json():
                notes.append(f"{path.name} 没有存入：{error}")
    report(written, notes)
    if failed:
        click.get_current_context().exit(3)
