"""`drafter suggest`: similar past commitments for a text or for an item of a draft."""

import re
from typing import TYPE_CHECKING

import click

from drafter.commands.common import (
    WholeNumberWithin,
    place_in_draft,
    print_json,
    wants_json,
    with_json,
    with_workspace,
    workspace,
)

if TYPE_CHECKING:
    from drafter.model.results import Match


@click.command("suggest")
@click.argument("text", metavar="文字|草稿#N|引用")
@click.option("--limit", type=WholeNumberWithin(1, 100), default=5, show_default=True, metavar="N", help="最多列几条。")
@with_workspace
@with_json
def suggest_command(text: str, limit: int) -> None:
    """找相近的往年措施：给一句话，或草稿的一项（草稿#3），或文库中的一项、一条（博山区-2025#3）。"""
    from drafter import suggest
    from drafter.commands import shapes
    from drafter.text import targets

    if not text.strip():
        raise click.UsageError("请给一句话，如 drafter suggest 残疾儿童康复救助。")
    query, matches = _matches(text, limit)
    if wants_json():
        print_json({"query": query, "matches": [shapes.match(one) for one in matches]})
        return
    click.echo(f"与“{query}”相近的往年措施：")
    if not matches:
        click.echo(f"  没有足够相近的（相似度都低于{suggest.NEAR_ENOUGH:.0%}）。")
    for one in matches:
        figures = "、".join(target.text for target in targets.find(one.clause)) or "无"
        click.echo(f"\n{one.score:.0%}　{one.ref}　{one.heading or ''}")
        click.echo(f"    {one.clause}")
        click.echo(f"    {'；'.join(one.why)}　指标：{figures}　责任单位：{'、'.join(one.units)}")


def _matches(text: str, limit: int) -> "tuple[str, list[Match]]":
    from drafter import suggest
    from drafter.commands.arguments import library_reference
    from drafter.drafting import draft_file, places
    from drafter.errors import UnknownReference
    from drafter.library.registers import nearest

    ws, place_form = workspace(), re.compile(r"\S{1,30}#\d+(?:\.\d+)?")
    if "#" in text:
        name, _, _ = text.rpartition("#")
        if ws.draft_path(name).is_file():
            path, where = place_in_draft(text)
            draft, _ = draft_file.load(path)
            number = 1 if where.item is None else where.item
            item = places.item_at(draft, number)
            if where.clause is not None:
                text = places.clause_at(draft, number, where.clause).text
                return text, suggest.similar(text, ws.library, limit=limit, leave_out=suggest.origins(draft))
            return item.heading or item.body, suggest.for_item(draft, number, ws.library, limit=limit)
        if name in ws.library.references():
            place = library_reference(text)
            query = ws.library.item(place).body if place.clause is None else ws.library.clause(place).text
            return query, suggest.similar(query, ws.library, limit=limit, leave_out=frozenset({place.notice}))
        if place_form.fullmatch(text):
            raise UnknownReference("草稿或文库中的通知", name, nearest(name, ws.library.references()))
    return text, suggest.similar(text, ws.library, limit=limit)
