"""`drafter compare`: two notices side by side, on the terminal and as files."""

import datetime
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.commands.common import print_json, report, wants_json, with_json, with_workspace

if TYPE_CHECKING:
    from drafter.compare.told import Told

_FILE = click.Path(dir_okay=False, path_type=Path)
_AUTHOR = "实事拟稿"
_NARROWEST, _WIDEST = 40, 100
_STYLES: dict[str, dict[str, Any]] = {
    "deleted": {"fg": "red"},
    "inserted": {"fg": "green"},
    "heading": {"bold": True},
    "faint": {"dim": True},
    "doubt": {"fg": "yellow"},
}


class _Moment(click.ParamType[datetime.datetime]):
    """A day, or a day with the time."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.datetime:
        """The moment; wrong use (exit 2) where there is none such."""
        try:
            return datetime.datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}”不是日期。请写成 2027-03-01，要带时间的写成 2027-03-01T09:30:00。", param, ctx)


@click.command("compare")
@click.argument("old", metavar="旧")
@click.argument("new", metavar="新")
@click.option("--html", metavar="文件.html", type=_FILE, help="出一个网页，不用联网：目录、上一处下一处、按类型看。")
@click.option("--table", metavar="文件.docx", type=_FILE, help="出对照表：内容、指标、责任单位三张表。")
@click.option("--docx", metavar="文件.docx", type=_FILE, help="出带 Word 修订痕迹的新稿。")
@click.option("--marked", metavar="文件.docx", type=_FILE, help="出花脸稿：删去的加删除线，增加的加框。")
@click.option("--explain", metavar="文件.docx", type=_FILE, help="出起草说明：新增和未延续的理由、指标变化。")
@click.option("--strict-order", is_flag=True, help="修订稿里移位的内容在原处删、新处增，全部拒绝就是旧稿原样。")
@click.option("--author", metavar="名称", show_default=_AUTHOR, help="修订稿里修订人的名称。")
@click.option("--date", metavar="日期", type=_Moment(), help="修订稿里修订的日期，如 2027-03-01；不给则不写。")
@click.option("--confirm", is_flag=True, help="逐处核对疑似沿用的措施，回答记进草稿，不再问第二次。")
@click.option("--no-color", is_flag=True, help="不用颜色。")
@with_workspace
@with_json
def compare_command(
    old: str,
    new: str,
    *,
    html: Path | None,
    table: Path | None,
    docx: Path | None,
    marked: Path | None,
    explain: Path | None,
    strict_order: bool,
    author: str | None,
    date: datetime.datetime | None,
    confirm: bool,
    no_color: bool,
) -> None:
    """比对两份通知：文库引用、草稿或文件，也可以是上级或邻区的清单。有差别时退出码为 1。"""
    from drafter.commands import comparing, confirming, shapes
    from drafter.commands.beside import named_or_no_file

    given = {"html": html, "table": table, "docx": docx, "marked": marked, "explain": explain}
    wanted = {name: path for name, path in given.items() if path}
    comparing.require_names(wanted)
    if not docx:
        of_docx = {"--strict-order": strict_order, "--author": author, "--date": date}
        comparing.require_docx([name for name, value in of_docx.items() if value])
    before, after = named_or_no_file(old), named_or_no_file(new)
    if confirm:
        after = confirming.confirmed(before, after)
    sides = comparing.compared(before, after)
    marks = comparing.Marks(author=author or _AUTHOR, date=date, strict_order=strict_order)
    written, notes = comparing.write(comparing.made(sides, wanted, marks), wanted)
    if wants_json():
        print_json(shapes.comparison(sides.found) | {"written": [str(path) for path in written], "notes": notes})
    else:
        _show(sides.told, in_full=not wanted, colour=_in_colour() and not no_color)
        if wanted:
            report(written, notes)
    click.get_current_context().exit(1 if sides.told.different else 0)


def _in_colour() -> bool:
    """Whether the output is a terminal whose user has not asked for no colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _show(told: "Told", *, in_full: bool, colour: bool) -> None:
    """The comparison in as many columns as the terminal has; only its counts where files tell the rest."""
    from drafter.compare import terminal
    from drafter.text.columns import plain

    columns = terminal.COLUMNS
    if sys.stdout.isatty():
        columns = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    for line in terminal.styled(told, columns) if in_full else terminal.counts(told, columns):
        click.echo("".join(_styled(*span) for span in line) if colour else plain(line), color=colour)


def _styled(text: str, style: str) -> str:
    return click.style(text, **_STYLES[style]) if style else text
