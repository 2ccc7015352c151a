"""`drafter new, take, drop, move, undo`: the draft step by step."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import (
    WholeNumber,
    WholeNumberWithin,
    change_draft,
    draft_alone,
    place_in_draft,
    report,
    require_item,
    where_text,
    with_json,
    with_workspace,
    workspace,
)

if TYPE_CHECKING:
    from drafter.adapt import Edit


@click.command("new")
@click.argument("year", metavar="年份", type=WholeNumberWithin(2000, 2100))
@click.option("--issuer", metavar="地方", required=True, help="发文机关所在地，如 临淄区。")
@click.option("--from", "source", metavar="引用", help="以哪份通知为底稿；不给则用本地最近一年的。")
@click.option(
    "-o", "output", metavar="文件", type=click.Path(path_type=Path), help="草稿文件；不给则放在工作区的 drafts/。"
)
@with_workspace
@with_json
def new_command(year: int, issuer: str, source: str | None, output: Path | None) -> None:
    """开一份新草稿：沿用底稿，改清单年份，文号序号和日期留空。"""
    from drafter import drafting
    from drafter.commands.arguments import whole_notice
    from drafter.drafting import draft_file

    ws = workspace()
    notice = ws.library.notice(whole_notice(source)) if source else None
    draft = drafting.new(year, issuer, ws.library, notice)
    if output is None:
        ws.require_own()
        output = ws.drafts / f"{draft.place}-{year}.yaml"
    draft_file.create(output, draft)
    report(
        [output], [*draft.notes, f"下一步：drafter show {output.stem}，用 library list、suggest 找往年实事，take 采用"]
    )


@click.command("take")
@click.argument("draft", metavar="草稿")
@click.argument("reference", metavar="引用")
@click.option("--at", type=WholeNumber(), metavar="N", help="放在第几项；不给则放在最后。")
@click.option("--into", type=WholeNumber(), metavar="N", help="并入第几项。")
@click.option("--reason", metavar="理由", help="为什么采用。")
@with_workspace
@with_json
def take_command(draft: str, reference: str, at: int | None, into: int | None, reason: str | None) -> None:
    """采用往年的一项（博山区-2025#3）或一条措施（博山区-2025#3.2 --into N）。"""
    from drafter import drafting
    from drafter.commands import shapes
    from drafter.commands.arguments import library_reference
    from drafter.drafting import draft_file

    path, place = place_in_draft(draft)
    if place.item is not None:
        raise click.UsageError("草稿后面不要带 #；放到哪里用 --at 或 --into。")
    source = library_reference(reference)
    if source.item is None:
        raise click.UsageError(f"“{reference}”是整份通知。请指定一项（{reference}#3）或一条（{reference}#3.2）。")
    if source.clause is not None and into is None:
        raise click.UsageError(f"“{reference}”是一条措施，请用 --into 指定并入草稿的第几项。")
    library = workspace().library
    before, digest = draft_file.load(path)
    taking = drafting.take_with_edits(before, source, library=library, at=at, into=into, reason=reason)
    draft_file.save(path, taking.draft, expected=digest, what=f"采用 {reference}")
    report(
        [path],
        [*taking.draft.notes, *_next(taking.marks)],
        changes=[shapes.edit(one) for one in taking.changes],
        marks=[shapes.edit(one) for one in taking.marks],
    )


def _next(marks: "tuple[Edit, ...]") -> list[str]:
    return [f"有{len(marks)}处没有改，请逐一核对；drafter show 里“待核对”一行也列出"] if marks else []


@click.command("drop")
@click.argument("place", metavar="草稿#N[.C]")
@click.option("--reason", metavar="理由", help="为什么删去。")
@click.option("--back", type=WholeNumber(), metavar="序号", help="放回删去的第几处，文字和删去前一样；此时只写草稿名。")
@with_workspace
@with_json
def drop_command(place: str, reason: str | None, back: int | None) -> None:
    """删去一项，或其中一条措施；删去的内容和理由留在草稿里备查，可以用 --back 放回。"""
    from drafter import drafting

    if back is not None:
        if reason:
            raise click.UsageError("--reason 是删去的理由，不能和 --back 同时给。")
        change_draft(draft_alone(place), "放回删去的内容", lambda before: drafting.restore(before, back))
        return
    path, where = place_in_draft(place)
    item = require_item(where)
    change_draft(
        path, f"删去{where_text(where)}", lambda before: drafting.drop(before, item, where.clause, reason=reason)
    )


@click.command("move")
@click.argument("place", metavar="草稿#N[.C]")
@click.option("--at", type=WholeNumber(), metavar="N", help="移到第几项（措施：第几条）。")
@click.option("--into", type=WholeNumber(), metavar="N", help="并入第几项。")
@click.option("--reason", metavar="理由", help="为什么移动。")
@with_workspace
@with_json
def move_command(place: str, at: int | None, into: int | None, reason: str | None) -> None:
    """移动一项或一条措施。"""
    from drafter import drafting

    path, where = place_in_draft(place)
    item = require_item(where)
    if at is None and into is None:
        raise click.UsageError("请用 --at 指定新位置，或用 --into 指定并入第几项。")
    if where.clause is None and at is not None and into is not None:
        raise click.UsageError("移动一整项时，--at 和 --into 只能给一个。")
    change_draft(
        path,
        f"移动{where_text(where)}",
        lambda before: drafting.move(before, item, where.clause, at=at, into=into, reason=reason),
    )


@click.command("undo")
@click.argument("draft", metavar="草稿")
@click.option("--redo", is_flag=True, help="反过来：把刚撤销的一步重新做上；撤销之后又改过草稿的，不能重做。")
@with_workspace
@with_json
def undo_command(draft: str, redo: bool) -> None:
    """撤销上一步；可以连续撤销，关机重开后也可以。"""
    from drafter.drafting import draft_file

    path = draft_alone(draft)
    done = f"已重做：{draft_file.redo(path)}" if redo else f"已撤销：{draft_file.undo(path)}"
    report([path], [done])
