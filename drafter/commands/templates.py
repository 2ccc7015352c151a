"""`drafter templates`: the Word templates and settings in force, copies to edit, and a check of an office's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.commands.common import print_json, report, wants_json, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.render.findings import Finding
    from drafter.render.template_files import Listed, Templates

_SETTINGS = "settings"
_SEVERITIES = {"error": "错误", "warning": "缺漏", "info": "提示"}
_SETTING_NAMES = {
    "digits": "数字和外文的字体",
    "mark_size": "发文机关标志的字号",
    "seal": "给印章留地方",
    "imprint_page": "版记的页",
    "lines_above_attachment_note": "附件说明上方的空行",
    "lines_below_attachment_label": "附件标识下方的空行",
}


@click.group("templates", options_metavar="[选项]", subcommand_metavar="命令 …")
@with_workspace
@with_json
def templates_command() -> None:
    """Word 模板：列出、取一份来改、检查本单位的模板。"""


@templates_command.command("list", options_metavar="[选项]")
@with_workspace
@with_json
def list_templates() -> None:
    """列出在用的模板和设置，各从哪里来。"""
    templates = workspace().templates
    listed, in_force = templates.listed(), templates.settings_in_force()
    if wants_json():
        print_json(
            {
                "templates": [one.model_dump(mode="json") for one in listed],
                "settings": [one.model_dump(mode="json") for one in in_force],
            }
        )
        return
    for one in listed:
        click.echo(f"{one.name}　{one.description}\n    {_origin(one)}：{one.path}")
    click.echo("设置：")
    for setting in in_force:
        value = "自动" if setting.value is None else str(setting.value).lower()
        place = f"本单位：{setting.path}" if setting.source == "own" else "自带"
        click.echo(f"  {setting.name}: {value}　{_SETTING_NAMES[setting.name]}（{place}）")


def _origin(one: "Listed") -> str:
    if one.source == "shipped":
        return "自带"
    return "本单位" if one.changed else "本单位（和自带的一样）"


@templates_command.command("export", options_metavar="[选项]")
@click.argument("names", metavar="[模板名|settings]…", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="全部模板和设置。")
@click.option(
    "-o",
    "folder",
    metavar="文件夹",
    type=click.Path(path_type=Path, file_okay=False),
    help="写到哪里；不给则写到工作区的 templates 文件夹。",
)
@with_workspace
@with_json
def export_templates(names: tuple[str, ...], all_: bool, folder: Path | None) -> None:
    """取自带的模板来改，不覆盖已有的文件。"""
    from drafter.errors import FileTrouble

    if all_ == bool(names):
        raise click.UsageError("请写出要哪个模板（名字见 templates list），或用 --all 要全部。")
    here = workspace()
    if folder is None and not here.own:
        raise FileTrouble("这里还没有工作区。请用 -o 写明放到哪个文件夹，或先运行 drafter init 文件夹名。")
    wanted = [*(one.name for one in here.templates.listed()), _SETTINGS] if all_ else list(dict.fromkeys(names))
    report(here.templates.export(wanted, folder or here.root / "templates"), [])


@templates_command.command("check", options_metavar="[选项]")
@click.argument("paths", metavar="文件.docx…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "name", metavar="模板名", help="当作哪个模板来查；不给则看文件名，再看内容像哪个。")
@with_workspace
@with_json
def check_templates(paths: tuple[Path, ...], name: str | None) -> None:
    """检查模板：占位符、语法、修订和批注。有错误或缺漏的退出码为 1。"""
    templates = workspace().templates
    checked = [_checked(path, name, templates) for path in paths]
    found = [one for _, _, findings in checked for one in findings if one.severity != "info"]
    if wants_json():
        print_json(
            {
                "checked": [{"file": str(path), "as": as_name} for path, as_name, _ in checked],
                "findings": [_shape(path, one) for path, _, findings in checked for one in findings],
            }
        )
    else:
        for path, as_name, findings in checked:
            click.echo("\n".join(_lines(path, as_name, findings)))
    click.get_current_context().exit(int(bool(found)))


def _checked(path: Path, name: str | None, templates: "Templates") -> "tuple[Path, str, tuple[Finding, ...]]":
    from drafter.render import template_check

    as_name = name or template_check.likest(path, templates)
    return path, as_name, template_check.check(path, as_name, templates)


def _shape(path: Path, finding: "Finding") -> dict[str, Any]:
    return {"file": str(path)} | finding.model_dump(mode="json")


def _lines(path: Path, name: str, findings: "tuple[Finding, ...]") -> list[str]:
    lines = [f"{path}　按 {name} 检查"]
    for one in findings:
        around = f"\n      附近文字：“{one.excerpt}”" if one.excerpt else ""
        lines.append(f"  {_SEVERITIES[one.severity]}　{one.where}：{one.message}{around}")
    faults = sum(one.severity != "info" for one in findings)
    return [*lines, f"共{faults}处要改。" if faults else "没有发现问题，可以用。"]
