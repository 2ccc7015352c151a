"""`drafter check`: the faults of a draft, a notice or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import print_json, wants_json, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.commands.arguments import Named
    from drafter.model.finding import Finding


@click.command("check")
@click.argument("source", metavar="草稿|引用|文件", required=False)
@click.option("--against", metavar="引用", help="与上年的通知（文库引用、草稿或文件）相比。")
@click.option("--superior", metavar="引用", help="与上级的通知相比。")
@click.option("--html", type=click.Path(path_type=Path), metavar="文件.html", help="写成网页：原文上标出问题。")
@click.option("--comments", type=click.Path(path_type=Path), metavar="文件.docx", help="出 Word 文档，问题写成批注。")
@click.option("--fix", "fixing", is_flag=True, help="改正有把握的格式毛病（只改草稿，可以 undo），说出改了什么。")
@click.option(
    "--allow",
    "allowed",
    multiple=True,
    metavar="规则@位置",
    help="给草稿设一条例外：这一处不再提这条规则，如 指标含糊@#3、用空格排版@结尾；要同时给 --reason。",
)
@click.option("--reason", metavar="理由", help="设例外的理由。")
@click.option("--rules", "listing", is_flag=True, help="列出全部规则，带例子和依据。")
@with_workspace
@with_json
def check_command(
    source: str | None,
    *,
    against: str | None,
    superior: str | None,
    html: Path | None,
    comments: Path | None,
    fixing: bool,
    allowed: tuple[str, ...],
    reason: str | None,
    listing: bool,
) -> None:
    """核稿：查一份草稿、文库中的通知或文件。有错误或警告时退出码为 1。"""
    if listing:
        _list_rules()
        return
    for path, ending in ((html, (".html", ".htm")), (comments, (".docx",))):
        if path and path.suffix.lower() not in ending:
            raise click.UsageError(f"输出文件 {path} 应以 {ending[0]} 结尾。")
        if path and source and path.resolve() == Path(source).resolve():
            raise click.UsageError(f"{path} 就是要核的文件，不能写在它上面。请换一个文件名。")
    if source is None:
        raise click.UsageError("请给出要核的草稿、文库引用或文件；只看规则请加 --rules。")
    from drafter import check
    from drafter.check import terminal
    from drafter.commands import beside, check_steps
    from drafter.index import Index

    if bool(allowed) != bool(reason):
        raise click.UsageError("--allow 和 --reason 要一起给：放过哪一处，为什么。")
    named, library = beside.named_or_no_file(source), workspace().library
    made: tuple[Finding, ...] = ()
    notes: list[str] = []
    if reason:
        named, notes = check_steps.waived(source, named, allowed, reason)
    if fixing:
        named, made = check_steps.fixed(source, named)
    found = check.run(
        named.draft or named.notice,
        library=library,
        against=beside.against(against, named.notice),
        superior=beside.superior(superior, named.notice),
        problems=named.problems,
        document=_word(named),
        index=Index.open(library),
    )
    written, kept = _written(named, found, html, comments)
    notes += kept
    if wants_json():
        shown = {"findings": [one.model_dump(mode="json") for one in found]}
        shown |= {"fixed": [one.model_dump(mode="json") for one in made]} if fixing else {}
        print_json(shown | ({"written": list(map(str, written)), "notes": notes} if written or notes else {}))
    else:
        fixable = named.draft is not None
        told = terminal.fixed_lines(made, named.notice) or (["没有能自动改正的地方"] if fixing else [])
        said = [*(f"  {note}" for note in notes), *(f"已写入：{path}" for path in written)]
        click.echo("\n".join([*told, *terminal.lines(found, named.notice, named.name, fixable=fixable), *said]))
    click.get_current_context().exit(1 if any(one.severity != "info" for one in found) else 0)


def _written(
    named: "Named", found: "Sequence[Finding]", html: Path | None, comments: Path | None
) -> tuple[list[Path], list[str]]:
    """The page and the commented document that were asked for: their paths, and what became of what stood there."""
    from drafter.check import page
    from drafter.library import files

    kept: dict[Path, Path | None] = {}
    if html:
        kept[html] = files.write_bytes(html, page.page(found, named.notice, named.name).encode("utf-8"))
    if comments:
        from drafter.commands.render import format_of
        from drafter.handover import check_comments

        checked = named.draft or named.notice
        made = check_comments.document(found, checked, workspace().templates, in_format=format_of(named.notice))
        kept[comments] = made.save(comments)
    notes = [f"原有的 {path.name} 内容不同，已另存为 {old.name}" for path, old in kept.items() if old]
    if comments and named.draft is None and named.path:
        notes.append(f"批注写在按公文格式重排的稿子上，读取时修正的地方已是改后的；{named.path.name} 没有动")
    return list(kept), notes


def _word(named: "Named") -> Path | None:
    """The Word file that was read, None where it was none."""
    is_word = named.draft is None and named.path is not None and named.path.suffix.lower() in (".docx", ".docm")
    return named.path if is_word else None


def _list_rules() -> None:
    from drafter.check import terminal
    from drafter.check.catalogue import groups

    if not wants_json():
        click.echo("\n".join(terminal.rule_lines()))
        return
    shown = [
        {
            "rule": one.slug,
            "name": one.name,
            "group": group.name,
            "severity": one.severity.value,
            "flags": one.flags,
            "why": one.why,
            "bad": one.bad,
            "good": one.good,
            "source": one.source,
            "strength": one.strength.value,
            "needs": [need.value for need in one.needs],
        }
        for group in groups()
        for one in group.rules
    ]
    print_json({"rules": shown})
