"""`drafter render`: the Word document, and a PDF of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import FORMAT, report, with_hints, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.drafting.readiness import Hindrance
    from drafter.model.draft import Draft
    from drafter.model.notice import Format, Notice


@click.command("render")
@click.argument("source", metavar="草稿|引用")
@click.option("-o", "output", metavar="文件.docx", required=True, type=click.Path(path_type=Path), help="写到哪里。")
@click.option("--format", "named_format", type=FORMAT, metavar="letter|file", help="信函或文件格式，不给则按机关惯例。")
@click.option("--final", is_flag=True, help="出送签稿：先核稿，还有空缺或错误就列出来，不出文件。")
@click.option("--pdf", is_flag=True, help="同时出 PDF（要有 LibreOffice）。")
@with_workspace
@with_json
def render_command(source: str, output: Path, named_format: str | None, final: bool, pdf: bool) -> None:
    """出 Word 文档：草稿，或文库中的通知。"""
    from drafter import render
    from drafter.commands.arguments import named_notice
    from drafter.errors import NotReady

    if output.suffix.lower() != ".docx":
        raise click.UsageError(f"输出文件 {output} 应以 .docx 结尾。")
    named = named_notice(source)
    in_format = format_of(named.notice, named_format)
    in_the_way = _in_the_way(named.draft, in_format, final=final) if named.draft else ()
    if final and in_the_way:
        raise NotReady(with_hints(in_the_way))
    made = render.docx(named.draft or named.notice, workspace().templates, in_format=in_format)
    kept = made.save(output)
    notes = [*(f"未齐：{one}" for one in with_hints(in_the_way)), *made.notes]
    if kept:
        notes.append(f"原有的 {output.name} 内容不同，已另存为 {kept.name}")
    if pdf:
        _report_pdf(output, notes)
    else:
        report([output], notes)


def format_of(notice: "Notice", named: str | None = None) -> "Format":
    """The format asked for, else the notice's own, else the usual one of its issuer."""
    from drafter.model.notice import Format
    from drafter.render.usual import usual_format

    return Format(named) if named else usual_format(notice, workspace().library)


def _in_the_way(draft: "Draft", in_format: "Format", *, final: bool) -> "tuple[Hindrance, ...]":
    """What keeps a draft from being final in a format; for a proof only what is still blank."""
    from drafter.drafting.readiness import blanks, hindrances

    if final:
        return hindrances(draft, workspace().library, in_format=in_format)
    return blanks(draft, in_format=in_format)


def _report_pdf(word: Path, notes: list[str]) -> None:
    """Report the Word file, and the PDF beside it where LibreOffice can make one (else exit 3)."""
    from drafter import office
    from drafter.library import files

    target = word.with_suffix(".pdf")
    try:
        data = office.convert([word])[0]
    except office.NotConverted as error:
        report([word], notes)
        click.echo(f"没有出 PDF：{error}也可以用 Word 或 WPS 打开 {word.name}，选“另存为”或“输出为 PDF”。", err=True)
        raise SystemExit(3) from error
    kept = files.write_bytes(target, data)
    if kept:
        notes.append(f"原有的 {target.name} 内容不同，已另存为 {kept.name}")
    notes.append("PDF 由 LibreOffice 排出；本机没有的字体已用别的字体代替，正式用印请以 Word 或 WPS 的为准")
    report([word, target], notes)
