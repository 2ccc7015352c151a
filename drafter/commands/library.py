"""`drafter library`: looking things up in the library."""

import click

from drafter.commands.common import WholeNumber, print_json, wants_json, with_json, with_workspace, workspace


@click.group("library", options_metavar="[选项]", subcommand_metavar="命令 …")
@with_workspace
@with_json
def library_command() -> None:
    """查文库：往年实事、责任单位、主题。"""


@library_command.command("list", options_metavar="[选项]")
@click.option("--theme", metavar="主题", help="只列这个主题的。")
@click.option("--unit", metavar="单位", help="只列这个责任单位的，全称、简称都行。")
@click.option("--issuer", metavar="地方", help="只列这个地方的。")
@click.option("--year", type=WholeNumber(), metavar="年份", help="只列这一年的。")
@click.option("--text", metavar="文字", help="只列标题或内容中有这些字的。")
@with_workspace
@with_json
def list_items(theme: str | None, unit: str | None, issuer: str | None, year: int | None, text: str | None) -> None:
    """列出往年实事。"""
    from drafter.library import lookup

    found = lookup.items(workspace().library, theme=theme, unit=unit, issuer=issuer, year=year, text=text)
    if wants_json():
        print_json(
            [
                {
                    "ref": one.ref,
                    "issuer": one.issuer,
                    "year": one.year,
                    "ordinal": one.item.ordinal,
                    "heading": one.item.heading,
                    "themes": list(one.item.themes),
                    "units": list(one.item.all_units),
                }
                for one in found
            ]
        )
        return
    for one in found:
        click.echo(f"{one.ref}　{one.item.heading or one.item.body[:20]}")
        click.echo(f"    {'、'.join(one.item.themes)}｜{'、'.join(one.item.all_units)}")
    hint = "" if found else "可以少给一个条件，或用 library themes、library units 看有哪些主题和单位。"
    click.echo(f"共{len(found)}项。{hint}")


@library_command.command("show", options_metavar="[选项]")
@click.argument("reference", metavar="引用")
@with_workspace
@with_json
def show_notice(reference: str) -> None:
    """显示一份通知、一项或一条，如 博山区-2025、博山区-2025#3、博山区-2025#3.2。"""
    from drafter.commands import shapes
    from drafter.commands.arguments import library_reference
    from drafter.commands.text_views import notice_lines

    library = workspace().library
    place = library_reference(reference)
    notice = library.notice(place.notice)
    if place.item is None:
        if wants_json():
            print_json(shapes.notice(notice) | {"ref": place.notice})
        else:
            click.echo("\n".join(notice_lines(notice)))
        return
    item = library.item(place)
    if place.clause is not None:
        shown = shapes.clause(library.clause(place)) | {"ref": str(place)}
        text = str(shown["text"])
    else:
        shown = shapes.item(item) | {"ref": str(place)}
        text = "\n".join([item.heading or "", *(clause.text for clause in item.all_clauses)])
        text += f"\n责任单位：{'、'.join(item.all_units)}\n主题：{'、'.join(item.themes)}"
    if wants_json():
        print_json(shown)
    else:
        click.echo(text)


@library_command.command("units", options_metavar="[选项]")
@with_workspace
@with_json
def list_units() -> None:
    """列出责任单位登记表，和各单位在文库中的项数。"""
    from drafter.library import lookup

    library = workspace().library
    use = lookup.unit_use(library)
    if wants_json():
        print_json([unit.model_dump(mode="json") | {"items": use[unit.name]} for unit in library.units.entries])
        return
    for unit in library.units.entries:
        names = "、".join(dict.fromkeys(name for name in (unit.county, unit.city, *unit.short) if name))
        mark = "" if unit.confirmed else "　待确认"
        click.echo(f"{unit.name}　{use[unit.name]}项{mark}　{names or '、'.join(unit.aliases)}")


@library_command.command("themes", options_metavar="[选项]")
@with_workspace
@with_json
def list_themes() -> None:
    """列出主题，所属两个纲要的领域，和文库中的项数。"""
    from drafter.library import lookup

    library = workspace().library
    use = lookup.theme_use(library)
    if wants_json():
        print_json([theme.model_dump(mode="json") | {"items": use[theme.name]} for theme in library.themes.entries])
        return
    for theme in library.themes.entries:
        click.echo(f"{theme.name}　{use[theme.name]}项　{'、'.join((*theme.women, *theme.children))}")


@library_command.command("matrix", options_metavar="[选项]")
@with_workspace
@with_json
def show_matrix() -> None:
    """主题 × 责任单位的项数。"""
    from drafter.library import lookup

    found = lookup.matrix(workspace().library)
    if wants_json():
        print_json(found.model_dump(mode="json"))
        return
    for theme in found.themes:
        cells = sorted(found.counts[theme].items(), key=lambda cell: -cell[1])
        click.echo(f"{theme}：{'、'.join(f'{unit}{count}' for unit, count in cells)}")
