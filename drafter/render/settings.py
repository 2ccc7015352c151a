"""Settings of an office: what of the layout the standard leaves open, beside the templates in settings.yaml."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from drafter.errors import BrokenFile
from drafter.library import files, value_file, yaml_text
from drafter.library.registers import nearest
from drafter.model.base import Value

FILE = "settings.yaml"


class Digits(StrEnum):
    """The face of digits and Latin letters (spec P-46)."""

    FANGSONG = "fangsong"
    TIMES = "times"


class ImprintPage(StrEnum):
    """Where the 版记 stands: on the last page, or on an even page of its own (spec B-10)."""

    LAST = "last"
    EVEN = "even"


def _whole(least: int, most: int) -> Callable[[Any], Any]:
    def within(value: Any) -> Any:
        try:
            number = int(value)
        except (TypeError, ValueError):
            number = least - 1
        if not least <= number <= most:
            raise ValueError(f"应为{least}至{most}的整数，现为 {value}")
        return number

    return within


def _yes_or_no(value: Any) -> Any:
    if value not in (True, False, "true", "false"):
        raise ValueError(f"应为 true（是）或 false（否），现为 {value}")
    return value in (True, "true")


Lines = Annotated[int, BeforeValidator(_whole(0, 3))]
Points = Annotated[int, BeforeValidator(_whole(10, 62))]


class Settings(Value):
    """What an office may set.

    `mark_size` is in points, None is by the length of the name (spec H-08); `seal` leaves room for one (M-30, M-37),
    without it the signature stands at the right (M-31); the last two are empty lines (M-20, M-51).
    """

    digits: Digits = Digits.FANGSONG
    mark_size: Points | None = None
    seal: Annotated[bool, BeforeValidator(_yes_or_no)] = True
    imprint_page: ImprintPage = ImprintPage.LAST
    lines_above_attachment_note: Lines = 1
    lines_below_attachment_label: Lines = 1


class Source(StrEnum):
    """Whose a template or a setting is: the office's own, or the shipped one."""

    OWN = "own"
    SHIPPED = "shipped"


class Setting(Value):
    """A setting in force; `path` is the file that sets it, None where none does."""

    name: str
    value: bool | int | str | None
    source: Source
    path: Path | None


def load(folders: Iterable[Path]) -> Settings:
    """The settings of the folders, each overruling those behind it. Raises BrokenFile."""
    settings = Settings()
    for _, own in _files(folders):
        settings = settings.replaced(**{name: getattr(own, name) for name in own.model_fields_set})
    return settings


def in_force(folders: Iterable[Path]) -> tuple[Setting, ...]:
    """Every setting with its value and the file it comes from; the last folder is the shipped. Raises BrokenFile."""
    folders = tuple(folders)
    paths: dict[str, Path] = {}
    for path, own in _files(folders):
        paths.update(dict.fromkeys(own.model_fields_set, path))
    values = load(folders).model_dump(mode="json")
    return tuple(
        Setting(name=name, value=value, source=_source(paths.get(name), folders), path=paths.get(name))
        for name, value in values.items()
    )


def _source(path: Path | None, folders: tuple[Path, ...]) -> Source:
    return Source.SHIPPED if path is None or path.parent == folders[-1] else Source.OWN


def _files(folders: Iterable[Path]) -> Iterable[tuple[Path, Settings]]:
    """The settings files that are there, the one that overrules the others last."""
    for folder in reversed(tuple(folders)):
        path = folder / FILE
        if path.is_file():
            yield path, _read(path)


def _read(path: Path) -> Settings:
    text = files.read_text(path)
    document = yaml_text.load(text, path)
    names = [*Settings.model_fields]
    for key in document.data if isinstance(document.data, dict) else ():
        if key not in ("schema", *names):
            near = "、".join(nearest(key, names))
            reason = f"没有“{key}”这个设置，相近的有：{near}（全部写法见自带的 {FILE}）"
            raise BrokenFile(path, reason, document.line_of((key,)))
    return value_file.parse(Settings, text, path)
