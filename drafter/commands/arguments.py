"""Arguments that may be a file, a draft or a reference, told apart in that order."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import workspace
from drafter.errors import NotUnderstood
from drafter.model.notice import Notice
from drafter.model.references import Reference

if TYPE_CHECKING:
    from drafter.model.draft import Draft
    from drafter.model.results import Problem


@dataclass(frozen=True)
class Named:
    """A notice that an argument named, with its name.

    `draft` where it is made by one; of a file that was read its `path` and the problems told in reading.
    """

    name: str
    notice: Notice
    draft: "Draft | None" = None
    path: Path | None = None
    problems: "tuple[Problem, ...]" = ()


def library_reference(text: str) -> Reference:
    """A reference into the library; wrong use (exit 2) where it has not that form."""
    try:
        return Reference.parse(text)
    except ValueError as error:
        raise click.BadParameter(f"“{text}”：{error}") from None


def named_notice(text: str) -> Named:
    """The notice of an existing draft or file, else of a reference, else of a draft in drafts/."""
    ws = workspace()
    path = Path(text)
    if path.is_file() and path.suffix in (".yaml", ".yml"):
        return _of_yaml(path)
    if path.is_file():
        from drafter import readers

        reading = readers.read(path)
        notice = ws.library.with_themes(reading.notice)
        return Named(name=path.name, notice=notice, path=path, problems=reading.problems)
    draft = ws.draft_path(text)
    if draft.is_file() and text not in ws.library.references():
        return _of_yaml(draft)
    name = whole_notice(text)
    if draft.is_file():
        click.echo(f"提示：“{text}”既是草稿又是文库中的通知，这里用文库中的；要用草稿请写 {draft}。", err=True)
    return Named(name=name, notice=ws.library.notice(name))


def whole_notice(text: str) -> str:
    """The reference of a whole notice; wrong use (exit 2) where an item is named."""
    reference = library_reference(text)
    if reference.item is not None:
        raise click.BadParameter(f"“{text}”：这里要整份通知，请去掉 # 和后面的数字。")
    return reference.notice


def _of_yaml(path: Path) -> Named:
    """A YAML file is a draft where it names a place, else a notice of a library."""
    from drafter.library import files, value_file, yaml_text

    data = yaml_text.load(files.read_text(path), path).data
    if not isinstance(data, dict):
        raise NotUnderstood(f"{path} 不是草稿，也不是文库中的通知。请核对文件。")
    if "place" in data:
        from drafter.drafting import draft_file, notice_of

        draft = draft_file.load(path)[0]
        return Named(name=path.stem, notice=notice_of(draft), draft=draft, path=path)
    return Named(name=path.stem, notice=value_file.load(Notice, path)[0])
