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
    listing: bool,
) -> None:
    """核稿：查一份草稿、文库中的通知或文件。有错误或警告时退出码为 1。"""
    if listing:
        _list_rules()
        return
    for path, ending in ((html, (".html", ".htm")), (comments, (".docx",))):
        if path and path.suffix.lower() not in ending:
            raise click.UsageError(f"输出文件 {path} 应以 {ending[0]} 结尾。")
    if source is None:
        raise click.UsageError("请给出要核的草稿、文库引用或文件；只看规则请加 --rules。")
    from drafter import check
    from drafter.check import terminal
    from drafter.commands import beside
    from drafter.index import Index

    named, library = beside.named_or_no_file(source), workspace().library
    made: tuple[Finding, ...] = ()
    if fixing:
        named, made = _fixed(source, named)
    found = check.run(
        named.draft or named.notice,
        library=library,
        against=beside.against(against, named.notice),
        superior=beside.superior(superior, named.notice),
        problems=named.problems,
        document=_word(named),
        index=Index.open(library),
    )
    written, notes = _written(named, found, html, comments)
    if wants_json():
        shown = {"findings": [one.model_dump(mode="json") for one in found]}
        shown |= {"fixed": [one.model_dump(mode="json") for one in made]} if fixing else {}
        print_json(shown | ({"written": list(map(str, written)), "notes": notes} if written else {}))
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
    return list(kept), notes


def _word(named: "Named") -> Path | None:
    """The Word file that was read, None where it was none."""
    is_word = named.draft is None and named.path is not None and named.path.suffix.lower() in (".docx", ".docm")
    return named.path if is_word else None


def _fixed(source: str, named: "Named") -> "tuple[Named, tuple[Finding, ...]]":
    """The draft with the safe fixes made and saved, and what they were; wrong use (exit 2) where it is no draft."""
    from drafter import check
    from drafter.commands.arguments import named_notice
    from drafter.drafting import draft_file

    if named.draft is None or named.path is None:
        raise click.UsageError(f"--fix 只改草稿，{source} 不是草稿。文件请先 import，再用 drafter new 开草稿。")
    library = workspace().library
    made: tuple[Finding, ...] = check.fix(named.draft, library=library)[1]
    if made:
        draft_file.change(named.path, "核稿改正", lambda draft: check.fix(draft, library=library)[0])
        named = named_notice(source)
    return named, made


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
