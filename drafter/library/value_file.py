"""Values of the model as YAML files and back: schema number first, stable key order, faults with their line."""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from drafter.errors import BrokenFile
from drafter.library import files, yaml_text

SCHEMA = "1"
_V = TypeVar("_V", bound=BaseModel)

_FAULTS = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识这一项",
    "string_type": "应为文字",
    "int_parsing": "应为整数",
    "tuple_type": "应为列表（每行以“- ”开头）",
    "date_from_datetime_parsing": "应为日期，如 2026-06-22",
    "date_from_datetime_inexact": "应为日期，如 2026-06-22",
    "string_pattern_mismatch": "不能分成几行",
    "bool_parsing": "的是非值不对",
    "date_parsing": "应为日期，如 2026-06-22",
    "enum": "不是允许的值",
    "model_type": "应为若干“名称: 值”",
    "string_too_short": "不能为空",
}


def load(kind: type[_V], path: Path) -> tuple[_V, str]:
    """The value a file holds, and the digest of its text. Raises FileTrouble or BrokenFile."""
    text = files.read_text(path)
    return parse(kind, text, path), files.digest(text)


def parse(kind: type[_V], text: str, path: Path | str) -> _V:
    """The value that a text holds. Raises BrokenFile with the line of the first fault."""
    document = yaml_text.load(text, path)
    data = document.data
    if not isinstance(data, dict):
        raise BrokenFile(path, "内容应为若干“名称: 值”", 1)
    schema = data.pop("schema", None)
    if schema != SCHEMA:
        raise BrokenFile(path, f"第一行应为 schema: {SCHEMA}（现为 {schema or '空'}），可能由别的版本写成", 1)
    try:
        return kind.model_validate({key: value for key, value in data.items() if value is not None})
    except ValidationError as error:
        fault = error.errors()[0]
        place = tuple(fault["loc"])
        own = fault["msg"].removeprefix("Value error, ") if fault["type"] == "value_error" else "的值不对"
        reason = _FAULTS.get(fault["type"], own)
        if fault["type"] == "enum":
            reason += f"（应为 {fault['ctx']['expected'].replace(' or ', ' 或 ')}）"
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in place)
        raise BrokenFile(path, f"“{name}”{reason}" if name else reason, document.line_of(place)) from error


def to_text(value: BaseModel, first: Iterable[str] = (), behind: tuple[str, str] | None = None) -> str:
    """The file text of a value; `first` names the keys at the head, `behind` = (key, the key it follows).

    It is put together from the texts of its fields and of the entries of its lists, which are kept: of a changed
    value only what is new is written anew.
    """
    lists = {name: getattr(value, name) for name in type(value).model_fields if _is_list_of_values(value, name)}
    plain: dict[str, Any] = value.model_dump(mode="json", exclude=set(lists), exclude_defaults=True, exclude_none=True)
    there = [key for key in type(value).model_fields if key in plain or key in lists]
    keys = [key for key in first if key in there]
    keys += [key for key in there if key not in keys]
    if behind and behind[0] in there:
        keys.remove(behind[0])
        anchors = [at for at, key in enumerate(keys) if key in _before(behind[1], value)]
        keys.insert(max(anchors, default=-1) + 1, behind[0])
    parts = [_field_text("schema", SCHEMA)]
    for key in keys:
        if key in lists:
            parts += [f"{key}:\n", *map(_entry_text, lists[key])]
        else:
            parts.append(_field_text(key, plain[key]))
    return "".join(parts)


def _is_list_of_values(value: BaseModel, name: str) -> bool:
    """Whether a field, empty unless told, holds values; only an empty one is left out of the file."""
    held, field = getattr(value, name), type(value).model_fields[name]
    return bool(held) and field.default == () and all(isinstance(one, BaseModel) for one in held)


def _field_text(key: str, plain: Any) -> str:
    if isinstance(plain, list) and all(isinstance(one, str) for one in plain):
        return _kept_field_text(key, tuple(plain))
    return _kept_field_text(key, plain) if isinstance(plain, str) else yaml_text.dump({key: plain})


@functools.lru_cache(maxsize=256)
def _kept_field_text(key: str, plain: str | tuple[str, ...]) -> str:
    return yaml_text.dump({key: plain if isinstance(plain, str) else list(plain)})


@functools.lru_cache(maxsize=1024)
def _entry_text(entry: BaseModel) -> str:
    """An entry of a list, as it stands in a file, below its key."""
    return yaml_text.dump([entry.model_dump(mode="json", exclude_defaults=True, exclude_none=True)])


def _before(key: str, value: BaseModel) -> set[str]:
    """The fields up to and with `key`, in the order of the model."""
    fields = list(type(value).model_fields)
    return set(fields[: fields.index(key) + 1])
