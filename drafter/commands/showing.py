"""`drafter show` and `drafter status`: the draft as it stands."""

import click

from drafter.commands.common import (
    draft_alone,
    place_in_draft,
    print_json,
    wants_json,
    with_hints,
    with_json,
    with_workspace,
    workspace,
)


@click.command("show")
@click.argument("place", metavar="草稿[#N[.C]]")
@with_workspace
@with_json
def show_command(place: str) -> None:
    """显示草稿，每项带来源、理由和待确认的指标。"""
    from drafter.commands import shapes
    from drafter.commands.text_views import draft_item_lines, draft_lines
    from drafter.drafting import draft_file
    from drafter.drafting.places import clause_at, item_at

    path, where = place_in_draft(place)
    draft, _ = draft_file.load(path)
    if where.item is not None and where.clause is not None:
        clause = clause_at(draft, where.item, where.clause)
        if wants_json():
            print_json(shapes.clause(clause) | {"ref": f"{path.stem}#{where.item}.{where.clause}"})
        else:
            click.echo(f"{where.item}.{where.clause} {clause.text}\n    来源：{clause.origin or '新拟'}")
        return
    if where.item is not None:
        item = item_at(draft, where.item)
        if wants_json():
            print_json(shapes.draft_item(item, path.stem, where.item))
            return
        click.echo("\n".join(draft_item_lines(item, where.item)))
        return
    if wants_json():
        print_json(shapes.draft(draft, path.stem))
    else:
        click.echo("\n".join(draft_lines(draft, path.stem)))


@click.command("status")
@click.argument("name", metavar="草稿")
@with_workspace
@with_json
def status_command(name: str) -> None:
    """离送签还差什么：空白、错误、未确认的指标、没写理由的改动、没有的主题。"""
    from drafter.drafting import draft_file
    from drafter.drafting.progress import status, status_lines
    from drafter.drafting.readiness import hindrances

    path = draft_alone(name)
    draft, library = draft_file.load(path)[0], workspace().library
    found = status(draft, library)
    if wants_json():
        print_json(found.model_dump(mode="json"))
    else:
        lines = status_lines(path.stem, found)
        click.echo("\n".join([*lines, *(f"缺：{one}" for one in with_hints(hindrances(draft, library)))]))
