"""`drafter add`: an item or a clause that no past notice holds."""

import click

from drafter.commands.common import WholeNumber, change_draft, place_in_draft, where_text, with_json, with_workspace
from drafter.commands.common import workspace as found_workspace


@click.command("add")
@click.argument("place", metavar="草稿[#N]")
@click.option("--heading", metavar="标题", help="新的一项的标题。")
@click.option("--text", metavar="文字", help="措施。")
@click.option("--units", metavar="单位", help="责任单位，用、分开，第一个牵头。")
@click.option("--at", type=WholeNumber(), metavar="N", help="放在第几项（措施：第几条）；不给则放在最后。")
@click.option("--reason", metavar="理由", help="为什么新增。")
@with_workspace
@with_json
def add_command(
    place: str, *, heading: str | None, text: str | None, units: str | None, at: int | None, reason: str | None
) -> None:
    """新拟一项（--heading），或在一项里新拟一条措施（草稿#N --text）；往年做过的用 take。"""
    from drafter import drafting

    path, where = place_in_draft(place)
    if where.clause is not None:
        raise click.UsageError("增加措施时写到第几项为止（草稿#3），放在第几条用 --at。")
    if where.item is None:
        if heading is None:
            raise click.UsageError("新增一项请用 --heading 给出标题。")
        library = found_workspace().library
        change_draft(
            path,
            f"新增一项“{heading}”",
            lambda before: drafting.add_item(
                before, heading, library=library, text=text or "", units=units or "", at=at, reason=reason
            ),
        )
        return
    if text is None or heading is not None or units is not None:
        raise click.UsageError("草稿#N 表示在这一项里增加措施，只用 --text、--at、--reason。")
    number = where.item
    change_draft(
        path,
        f"{where_text(where)}增加措施",
        lambda before: drafting.add_clause(before, number, text, at=at, reason=reason),
    )
