"""What several commands share: the workspace, JSON output, places in a draft, notes."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from drafter.drafting.readiness import Hindrance
    from drafter.model.draft import Draft
    from drafter.model.references import Reference
    from drafter.workspace import Workspace

_F = TypeVar("_F", bound=Callable[..., Any])


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value:
            ctx.obj = {**(ctx.obj or {}), name: value}

    return callback


def with_workspace(command: _F) -> _F:
    """Let --workspace stand behind the command's name too."""
    option = click.option(
        "--workspace", metavar="文件夹", expose_value=False, callback=_remember("workspace"), help="工作区。"
    )
    return option(command)


def with_json(command: _F) -> _F:
    """Let --json stand behind the command's name too."""
    option = click.option("--json", is_flag=True, expose_value=False, callback=_remember("json"), help="输出 JSON。")
    return option(command)


class WholeNumber(click.types.IntParamType):
    """A whole number, named in Chinese where it is none."""

    name = "整数"


class WholeNumberWithin(click.IntRange):
    """A whole number between two others, named in Chinese where it is none."""

    name = "整数"


FORMAT = click.Choice(["letter", "file"])


def draft_alone(text: str) -> Path:
    """A draft's file where the whole draft is meant; wrong use (exit 2) where a place in it is named."""
    path, place = place_in_draft(text)
    if place.item is not None:
        raise click.UsageError(f"这里要整份草稿，请去掉 # 和后面的数字：{text}")
    return path


def workspace() -> "Workspace":
    """The workspace that the options name, or the one found from here."""
    from drafter.workspace import Workspace

    return Workspace.find(click.get_current_context().obj.get("workspace"))


def wants_json() -> bool:
    """Whether --json was given before or behind the command's name."""
    return bool(click.get_current_context().obj.get("json"))


def print_json(data: Any) -> None:
    """One JSON value on stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def report(written: Iterable[Path], notes: Iterable[str], **more: Any) -> None:
    """What a command wrote and what it changed, left or doubted: as JSON with `more` fields, or for people."""
    paths, told = [str(path) for path in written], list(notes)
    if wants_json():
        print_json({"written": paths, "notes": told, **more})
        return
    for note in told:
        click.echo(f"  {note}")
    for path in paths:
        click.echo(f"已写入：{path}")


def place_in_draft(text: str) -> "tuple[Path, Reference]":
    """A draft's file and the place behind its #: DRAFT, DRAFT#N or DRAFT#N.C."""
    from drafter.model.references import Reference

    text = text.replace("＃", "#")
    name, mark, place = text, "", ""
    if not Path(text).is_file():
        name, mark, place = text.rpartition("#") if "#" in text else (text, "", "")
    try:
        reference = Reference.parse(f"draft{mark}{place}")
    except ValueError:
        raise click.BadParameter(f"“{text}”：位置应写作 草稿#3（第3项）或 草稿#3.2（第3项第2条）。") from None
    path = workspace().draft_path(name)
    if not path.is_file():
        from drafter.errors import UnknownReference
        from drafter.library.registers import nearest

        known = [one.stem for one in sorted(workspace().drafts.glob("*.yaml"))]
        raise UnknownReference("草稿", name, nearest(name, known))
    return path, reference


def require_item(reference: "Reference") -> int:
    """The item number of a place; wrong use (exit 2) where it names none."""
    if reference.item is None:
        raise click.UsageError("请指定第几项，写作 草稿#3。")
    return reference.item


def where_text(reference: "Reference") -> str:
    """A place in a draft in words: 第3项, 第3项第2条."""
    clause = f"第{reference.clause}条" if reference.clause else ""
    return f"第{reference.item}项{clause}"


def change_draft(path: Path, what: str, step: "Callable[[Draft], Draft]") -> None:
    """Take one step on a draft's file and report it."""
    from drafter.drafting import draft_file

    changed = draft_file.change(path, what, step)
    report([path], changed.notes)


_HINTS = {
    "docno-missing": "edit --agency-code",
    "docno-pending": "edit --serial",
    "signature-missing": "edit --date",
    "imprint-date-missing": "edit --imprint-date",
    "recipients-missing": "edit --recipients",
    "opening-missing": "edit --opening",
    "items-missing": "take",
    "item-heading-doubt": "edit --heading",
    "item-empty": "edit --text",
    "units-missing": "edit --units",
    "figure-unconfirmed": "edit --confirm",
}


def with_hints(in_the_way: "Iterable[Hindrance]") -> list[str]:
    """What keeps a draft from being final, each with the command that mends it."""
    return [f"{one.text}（{_HINTS.get(one.rule, 'edit')}）" for one in in_the_way]
