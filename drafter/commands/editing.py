"""`drafter edit`: fields by option, or an item in the editor."""

from pathlib import Path
from typing import Any

import click

from drafter.commands.common import FORMAT, change_draft, place_in_draft, report, with_json, with_workspace, workspace

_HEAD = {
    "serial", "agency_code", "date", "title", "recipients", "opening", "closing", "contacts", "disclosure", "copies_to",
    "copy_number", "secrecy", "urgency", "imprint_organ", "imprint_date", "format",
}  # fmt: skip
_ITEM = {"heading", "text", "units", "lead", "leader", "deadline", "themes", "confirm", "reason"}
_CLAUSE = {"text", "confirm", "reason"}


@click.command("edit")
@click.argument("place", metavar="草稿[#N[.C]]")
@click.option("--heading", metavar="标题", help="实事标题。")
@click.option("--text", metavar="文字", help="措施：#N 换整段，#N.C 换一条。")
@click.option("--units", metavar="单位", help="责任单位，用、分开，第一个牵头；给空字符串即清空，下同。")
@click.option("--lead", metavar="单位", help="另列牵头单位。")
@click.option("--leader", metavar="姓名", help="责任领导。")
@click.option("--deadline", metavar="时限", help="完成时限。")
@click.option("--theme", "themes", multiple=True, metavar="主题", help="主题，可以重复给。")
@click.option("--confirm", is_flag=True, default=None, help="确认这一项（这一条）的指标。")
@click.option("--reason", metavar="理由", help="为什么这样改。")
@click.option("--serial", metavar="序号", help="文号序号。")
@click.option("--agency-code", metavar="代字", help="发文机关代字，登记表中没有时用。")
@click.option("--date", metavar="日期", help="成文日期，如 2027-03-05。")
@click.option("--title", metavar="标题", help="通知标题。")
@click.option("--recipients", metavar="机关", help="主送机关。")
@click.option("--opening", multiple=True, metavar="段落", help="开头，一段一个。")
@click.option("--closing", multiple=True, metavar="段落", help="结尾，一段一个。")
@click.option("--contacts", metavar="文字", help="联系方式。")
@click.option("--disclosure", metavar="文字", help="附注，如 此件公开发布。")
@click.option("--copies-to", metavar="机关", help="抄送，用，分开。")
@click.option("--copy-number", metavar="份号", help="份号，6位数字；公开的通知没有，下两项同。")
@click.option("--secrecy", metavar="密级", help="密级和保密期限，如 机密★1年。")
@click.option("--urgency", metavar="程度", help="紧急程度：特急 或 加急。")
@click.option("--imprint-organ", metavar="机关", help="印发机关，不给则为发文机关（文件格式的版记用）。")
@click.option("--imprint-date", metavar="日期", help="印发日期（文件格式的版记用）。")
@click.option("--format", type=FORMAT, metavar="letter|file", help="信函格式或文件格式。")
@with_workspace
@with_json
def edit_command(place: str, **options: Any) -> None:
    """改草稿：不带 # 改通知的头尾，#N 改一项，#N.C 改一条；#N 不给选项则用编辑器改这一项。"""
    path, where = place_in_draft(place)
    given = {name: value for name, value in options.items() if value is not None and value != ()}
    if where.item is None:
        _edit_head(path, _only(given, _HEAD, "不带 # 时改的是通知头尾"))
    elif where.clause is not None:
        _edit_clause(path, where.item, where.clause, _only(given, _CLAUSE, "带 #N.C 时改的是一条措施"))
    elif given:
        _edit_item(path, where.item, _only(given, _ITEM, "带 #N 时改的是一项实事"))
    else:
        _edit_in_editor(path, where.item)


def _only(given: dict[str, Any], allowed: set[str], what: str) -> dict[str, Any]:
    """The options given, wrong use (exit 2) where one does not belong to what is edited or none is given."""
    strange = [_option(name) for name in given if name not in allowed]
    if strange:
        raise click.UsageError(f"{what}，不能用 {'、'.join(strange)}。")
    if not given:
        raise click.UsageError(f"{what}，请至少给一个选项（见 drafter edit --help）。")
    return given


def _option(name: str) -> str:
    renamed = {"themes": "theme", "contact_line": "contacts"}.get(name, name)
    return f"--{renamed.replace('_', '-')}"


def _edit_head(path: Path, given: dict[str, Any]) -> None:
    from drafter import drafting
    from drafter.drafting import field_names

    if "contacts" in given:
        given["contact_line"] = given.pop("contacts")
    change_draft(path, f"修改{field_names.told(given)}", lambda before: drafting.edit_head(before, **given))


def _edit_item(path: Path, number: int, given: dict[str, Any]) -> None:
    from drafter import drafting
    from drafter.drafting import field_names
    from drafter.model.draft import Draft

    confirm = given.pop("confirm", False)
    library = workspace().library

    def step(before: Draft) -> Draft:
        after = drafting.edit_item(before, number, library=library, **given) if given else before
        notes = after.notes if given else ()
        if not confirm:
            return after
        confirmed = drafting.confirm(after, number)
        return confirmed.replaced(notes=(*notes, *confirmed.notes))

    done = {**given, "confirm": True} if confirm else given
    change_draft(path, f"修改第{number}项{field_names.told(done)}", step)


def _edit_clause(path: Path, number: int, clause: int, given: dict[str, Any]) -> None:
    from drafter import drafting
    from drafter.model.draft import Draft

    reason = given.get("reason")

    def step(before: Draft) -> Draft:
        after = before
        notes: tuple[str, ...] = ()
        if "text" in given:
            after = drafting.edit_clause(before, number, clause, given["text"], reason=reason)
            notes = after.notes
        elif reason is not None:
            after = drafting.edit_item(before, number, library=workspace().library, reason=reason)
            notes = after.notes
        if given.get("confirm"):
            after = drafting.confirm(after, number, clause)
            notes = (*notes, *after.notes)
        return after.replaced(notes=notes)

    change_draft(path, f"修改第{number}项第{clause}条", step)


def _edit_in_editor(path: Path, number: int) -> None:
    """The item as text in $EDITOR; nothing changes when it is closed without saving or emptied."""
    from drafter.drafting import draft_file, item_text
    from drafter.errors import DrafterError, FileTrouble, UnfitValue
    from drafter.library import files

    draft, digest = draft_file.load(path)
    try:
        text = click.edit(item_text.to_text(draft, number), extension=".txt")
    except click.ClickException:
        raise FileTrouble("编辑器没有正常结束，草稿没有改动。请检查环境变量 EDITOR，或改用 edit 的选项。") from None
    if text is None or item_text.is_emptied(text):
        report([], ["没有保存或内容已删空，草稿没有改动"])
        return
    try:
        changed = item_text.apply(draft, number, text, workspace().library)
        if changed.replaced(notes=()) == draft:
            report([], ["内容没有变化，草稿没有改动"])
            return
        draft_file.save(path, changed, expected=digest, what=f"修改第{number}项")
    except DrafterError as error:
        kept = path.with_name(f"{path.stem}-第{number}项-未采用.txt")
        files.write_bytes(kept, text.encode("utf-8"))
        raise UnfitValue(f"{error}您写的内容没有丢，已存在 {kept}。") from error
    report([path], changed.notes)
