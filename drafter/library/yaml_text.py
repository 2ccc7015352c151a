"""The YAML that people read and mend: every scalar text, no aliases, no duplicate keys, comments kept.

Loading uses PyYAML's C parser; dumping gives one stable form, a list entry a line.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from drafter.errors import BrokenFile

Path_ = tuple[str | int, ...]
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_NOTHING = ("", "~", "null")


class Document:
    """A loaded file: its data (dicts, lists, texts, None) and the line of each place in it."""

    def __init__(self, data: Any, lines: dict[Path_, int]) -> None:
        self.data = data
        self.lines = lines

    def line_of(self, place: Path_) -> int | None:
        """The line of a place, or of the nearest place that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place)


def load(text: str, path: Path | str) -> Document:
    """Parse one YAML document; plain empty, ~ and null are None, all other scalars text.

    Raises BrokenFile with the line for a syntax error, an alias, a duplicate key or a tab.
    """
    lines: dict[Path_, int] = {}
    try:
        events = iter(list(yaml.parse(text, Loader=_LOADER)))
        content = [event for event in events if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent)]
        stream = iter(content)
        first = next(stream)
        data = None if isinstance(first, yaml.StreamEndEvent) else _build(first, stream, (), lines, path)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BrokenFile(path, _reason(error), mark.line + 1 if mark else None) from error
    return Document(data, lines)


def _build(event: Any, events: Iterator[Any], place: Path_, lines: dict[Path_, int], path: Path | str) -> Any:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise BrokenFile(path, "用了 YAML 的锚点或别名（& *），本工具不支持", line)
    lines[place] = line
    if isinstance(event, yaml.ScalarEvent):
        return None if event.style in (None, "") and event.value in _NOTHING else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_build(event, events, (*place, len(items)), lines, path))
        return items
    mapping: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key_line = event.start_mark.line + 1
        if not isinstance(event, yaml.ScalarEvent):
            raise BrokenFile(path, "键必须是文字", key_line)
        if event.value in mapping:
            raise BrokenFile(path, f"键“{event.value}”重复", key_line)
        key = event.value
        mapping[key] = _build(next(events), events, (*place, key), lines, path)
        lines[(*place, key)] = key_line
    return mapping


def _reason(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", "") or str(error)
    known = {
        "mapping values are not allowed": "冒号的位置不对（文字里有“: ”时请加引号）",
        "could not find expected ':'": "缺少冒号，或冒号是全角的",
        "found character that cannot start any token": "有不能用在开头的字符（如制表符、@、`），请改用空格或加引号",
        "found unexpected end of stream": "引号或括号没有闭合",
        "did not find expected '-' indicator": "列表的缩进不齐",
        "did not find expected key": "缩进不齐，或引号没有闭合",
        "control characters are not allowed": "有控制字符",
        "special characters are not allowed": "有控制字符",
    }
    for english, chinese in known.items():
        if english in problem:
            return chinese
    return "不合 YAML 格式，请检查缩进、冒号和引号"


class _Dumper(yaml.BaseDumper):
    """Writes every scalar as text, without type guessing."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Equal values are written out each time."""
        return True


def _scalar(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = '"' if "\n" in value else "'" if value in _NOTHING else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _scalar)
_Dumper.add_representer(int, lambda dumper, value: _scalar(dumper, str(value)))
_Dumper.add_representer(dict, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items()))
_Dumper.add_representer(list, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value))


def dump(data: dict[str, Any]) -> str:
    """The stable text of dicts, lists, texts and whole numbers: block style, keys in their order."""
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, width=float("inf"), sort_keys=False, default_flow_style=False
    )
