"""The YAML that people read and mend: every scalar text, no aliases, no duplicate keys, comments kept.

Loading uses PyYAML's C parser; dumping gives one stable form, a list entry a line.
"""

import bisect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from drafter.errors import BrokenFile

Path_ = tuple[str | int, ...]
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
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

    Raises BrokenFile with the line for a syntax error, an alias, a duplicate key or a control character.
    """
    control = _CONTROL.search(text)
    if control:
        raise BrokenFile(path, f"有控制字符 U+{ord(control[0]):04X}", text.count("\n", 0, control.start()) + 1)
    try:
        events = iter(list(yaml.parse(text, Loader=LOADER)))
    except yaml.YAMLError as error:
        raise BrokenFile(path, _reason(error), _line_of(error)) from error
    reading = _Reading(events, path, line_counter(text))
    return Document(reading.document(), reading.lines)


def line_counter(text: str) -> Callable[[Any], int]:
    """A function from a parser's mark to its line, only line feeds counted, as editors do."""
    if not re.search("[\x85\u2028\u2029\r]", text):
        return lambda mark: int(mark.line) + 1
    ends = [at for at, char in enumerate(text) if char == "\n"]
    return lambda mark: bisect.bisect_left(ends, mark.index) + 1


class _Reading:
    """Builds the data of one document from the parser's events and notes the line of every place."""

    def __init__(self, events: Iterator[Any], path: Path | str, line_at: Callable[[Any], int]) -> None:
        self.lines: dict[Path_, int] = {}
        self._events, self._path, self._line_at = events, path, line_at

    def document(self) -> Any:
        """The data of the only document, None for an empty text."""
        data, count = None, 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                count += 1
                if count > 1:
                    raise self._fault("有第二个文档（--- 之后的内容），本工具只读一个", event)
            elif isinstance(
                event, yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent | yaml.AliasEvent
            ):
                data = self._node(event, ())
        return data

    def _fault(self, reason: str, event: Any) -> BrokenFile:
        return BrokenFile(self._path, reason, self._line_at(event.start_mark))

    def _node(self, event: Any, place: Path_) -> Any:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._fault("用了 YAML 的锚点或别名（& *），本工具不支持", event)
        self.lines[place] = self._line_at(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.style in (None, "") and event.value in _NOTHING else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(event, (*place, len(items))))
            return items
        return self._mapping(place)

    def _mapping(self, place: Path_) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self._fault("用了 YAML 的锚点或别名（& *），本工具不支持", event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._fault("键必须是文字", event)
            if event.value in mapping:
                raise self._fault(f"键“{event.value}”重复", event)
            line = self._line_at(event.start_mark)
            mapping[event.value] = self._node(next(self._events), (*place, event.value))
            self.lines[*place, event.value] = line
        return mapping


def _line_of(error: yaml.YAMLError) -> int | None:
    """The line to look at: where an open quote, bracket or key begins rather than where the parser gave up."""
    begins = any(words in str(error) for words in ("could not find expected ':'", "unexpected end", "',' or"))
    mark = getattr(error, "context_mark", None) if begins else None
    mark = mark or getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else None


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
    style = '"' if re.search("[\x7f-\xa0\n\r\u2028\u2029\ufeff]", value) else "'" if value in _NOTHING else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _scalar)
_Dumper.add_representer(bool, lambda dumper, value: _scalar(dumper, "true" if value else "false"))
_Dumper.add_representer(int, lambda dumper, value: _scalar(dumper, str(value)))
_Dumper.add_representer(dict, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items()))
_Dumper.add_representer(list, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value))


def dump(data: dict[str, Any] | list[Any]) -> str:
    """The stable text of dicts, lists, texts and whole numbers: block style, keys in their order."""
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, width=float("inf"), sort_keys=False, default_flow_style=False
    )
