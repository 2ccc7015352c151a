"""Values of the model as YAML files and back: schema number first, stable key order, faults with their line."""

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
    """The file text of a value; `first` names the keys at the head, `behind` = (key, the key it follows)."""
    plain: dict[str, Any] = value.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    keys = [key for key in first if key in plain]
    keys += [key for key in plain if key not in keys]
    if behind and behind[0] in plain:
        keys.remove(behind[0])
        anchors = [at for at, key in enumerate(keys) if key in _before(behind[1], value)]
        keys.insert(max(anchors, default=-1) + 1, behind[0])
    return yaml_text.dump({"schema": SCHEMA, **{key: plain[key] for key in keys}})


def _before(key: str, value: BaseModel) -> set[str]:
    """The fields up to and with `key`, in the order of the model."""
    fields = list(type(value).model_fields)
    return set(fields[: fields.index(key) + 1])
