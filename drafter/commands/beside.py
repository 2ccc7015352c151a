"""What `drafter check` compares with: last year's notice and the superior's, with a word where they are odd."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import workspace

if TYPE_CHECKING:
    from drafter.commands.arguments import Named
    from drafter.model.notice import Notice

_FILE = re.compile(
    r"\.(?:docx?|docm|dotx?|wps|rtf|odt|pdf|ofd|txt|md|html?|xlsx?|xls|csv|eml|mht|ya?ml)$", re.IGNORECASE
)


def named_or_no_file(text: str) -> "Named":
    """As named_notice; wrong use (exit 2) where the text is the name of a file that is not there."""
    from drafter.commands.arguments import named_notice

    if _FILE.search(text) and not Path(text).exists() and not workspace().draft_path(text).is_file():
        raise click.BadParameter(f"没有“{text}”这个文件。请核对文件名和所在的文件夹。")
    return named_notice(text)


def against(text: str | None, checked: "Notice") -> "Notice | None":
    """Last year's notice; wrong use (exit 2) where it is newer, a hint on stderr where it is of another place."""
    if not text:
        return None
    notice = named_or_no_file(text).notice
    if notice.year > checked.year:
        raise click.UsageError(f"--against 要给往年的通知，“{text}”是{notice.year}年的，比{checked.year}年的还新。")
    if notice.year == checked.year:
        _hint(f"--against 给的“{text}”也是{checked.year}年的，与它比出的“上年”请不要当真。")
    if _place(notice) != _place(checked):
        _hint(f"--against 给的是{_place(notice)}的通知，核的是{_place(checked)}的，比出的结果只供参考。")
    return notice


def superior(text: str | None, checked: "Notice") -> "Notice | None":
    """The superior's notice; a hint on stderr where it is no superior's, or of another year."""
    if not text:
        return None
    notice = named_or_no_file(text).notice
    issuer = workspace().library.issuers.find(checked.issuer)
    if _place(notice) == _place(checked):
        _hint(f"--superior 给的“{text}”是本地的通知，不是上级的。")
    elif issuer and issuer.superior and issuer.superior != _place(notice):
        _hint(f"--superior 给的是{_place(notice)}的通知，{issuer.place}的上级是{issuer.superior}，比出的结果只供参考。")
    if notice.year != checked.year:
        _hint(f"--superior 给的是{notice.year}年的通知，核的是{checked.year}年的。")
    return notice


def _place(notice: "Notice") -> str:
    from drafter.text import organs

    issuer = workspace().library.issuers.find(notice.issuer)
    return issuer.place if issuer else organs.place_of(notice.issuer)


def _hint(text: str) -> None:
    click.echo(f"提示：{text}", err=True)
