"""`drafter progress, consult, cover`: what goes out to the units, and the form that goes round with the draft."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import draft_alone, report, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.model.draft import Draft

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("progress")
@click.argument("draft", metavar="草稿")
@click.argument("folder", metavar="文件夹", type=_FOLDER)
@with_workspace
@with_json
def progress_command(draft: str, folder: Path) -> None:
    """出进展情况表：总表一份，各责任单位一份（只有本单位的实事）。"""
    from drafter.handover import progress_tables

    ws = workspace()
    report(*progress_tables.make(_draft(draft), ws.library, ws.templates).save(folder))


@click.command("consult")
@click.argument("draft", metavar="草稿")
@click.argument("folder", metavar="文件夹", type=_FOLDER)
@with_workspace
@with_json
def consult_command(draft: str, folder: Path) -> None:
    """出征求意见单，各责任单位一份：实事全文、请确认的指标、反馈意见栏。"""
    from drafter.handover import consultation

    ws = workspace()
    report(*consultation.make(_draft(draft), ws.library, ws.templates).save(folder))


@click.command("cover")
@click.argument("draft", metavar="草稿")
@click.argument("output", metavar="文件.docx", type=click.Path(path_type=Path))
@with_workspace
@with_json
def cover_command(draft: str, output: Path) -> None:
    """出发文稿纸：已知的栏目填好，其余留空。"""
    from drafter.handover import cover

    if output.suffix.lower() != ".docx":
        raise click.UsageError(f"输出文件 {output} 应以 .docx 结尾。")
    named = _draft(draft)
    kept = cover.make(named, workspace().templates).save(output)
    notes = [f"留空：{one}" for one in cover.blanks(named)]
    if kept:
        notes.append(f"原有的 {output.name} 内容不同，已另存为 {kept.name}")
    report([output], notes)


def _draft(text: str) -> "Draft":
    """The draft that an argument names; wrong use (exit 2) where it names a notice of the library."""
    from drafter.drafting import draft_file
    from drafter.model.references import Reference

    ws = workspace()
    plain = text.replace("＃", "#")
    reference = Reference.of(plain)
    if (
        reference
        and not ws.draft_path(plain).is_file()
        and not ws.draft_path(reference.notice).is_file()
        and reference.notice in ws.library.references()
    ):
        raise click.UsageError(
            f"“{text}”是文库中的通知，这里要草稿。可先以它为底稿开一份：drafter new 年份 --from {reference.notice}"
        )
    return draft_file.load(draft_alone(text))[0]
