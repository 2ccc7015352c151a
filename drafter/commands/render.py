"""`drafter render`: the Word document."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import report, with_hints, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.model.draft import Draft


@click.command("render")
@click.argument("source", metavar="草稿|引用")
@click.option("-o", "output", metavar="文件.docx", required=True, type=click.Path(path_type=Path), help="写到哪里。")
@click.option("--final", is_flag=True, help="出送签稿：缺什么就列出来，不出文件。")
@with_workspace
@with_json
def render_command(source: str, output: Path, final: bool) -> None:
    """出 Word 文档：草稿，或文库中的通知。"""
    from drafter import render
    from drafter.commands.arguments import named_notice
    from drafter.errors import NotReady

    if output.suffix.lower() != ".docx":
        raise click.UsageError(f"输出文件 {output} 应以 .docx 结尾。")
    named = named_notice(source)
    lacking = _lacking(named.draft) if named.draft else []
    if final and lacking:
        raise NotReady(with_hints(lacking))
    kept = render.docx(named.notice, workspace().templates).save(output)
    notes = [f"留空：{one}" for one in with_hints(lacking)]
    if kept:
        notes.append(f"原有的 {output.name} 内容不同，已另存为 {kept.name}")
    report([output], notes)


def _lacking(draft: "Draft") -> list[str]:
    """What a draft still lacks; a library notice needs none of what it takes to tell."""
    from drafter import drafting

    return drafting.missing(draft)
