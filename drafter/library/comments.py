"""Carrying the comments that a person wrote in a YAML file over to its rewritten text."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from drafter.library import yaml_text
from drafter.library.yaml_text import Path_, line_counter

_MAY_BEGIN = re.compile("(?:^|[ \t])#", re.MULTILINE)  # without such a place a text has no comment
_NAMES = ("id", "ref", "ordinal", "heading", "title", "name", "place", "text")


class _Comment(NamedTuple):
    """A comment of the old text: its line, its text, and whether it stands behind something."""

    line: int
    text: str
    trailing: bool


def carry(old: str, new: str, path: Path) -> str:
    """The new text with each comment of the old one above (or behind) the line it belonged to.

    A comment whose line is gone stands above the nearest place that held it, at worst at the head of the file;
    one at the end stays at the end.
    """
    comments = _comments(old) if _MAY_BEGIN.search(old) else []
    if not comments:
        return new
    old_places = _places_by_line(old, path)
    new_lines = {place: line for line, place in reversed(_places_by_line(new, path).items())}
    lines = new.split("\n")
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    at_end: list[str] = []
    for comment in comments:
        if not comment.trailing and comment.line > max(old_places, default=0):
            at_end.append(comment.text)
            continue
        target = _target(comment, old_places, new_lines)
        if comment.trailing and old_places.get(comment.line) in new_lines and target not in behind:
            behind[target] = f"  {comment.text}"
        else:
            indent = lines[target - 1][: len(lines[target - 1]) - len(lines[target - 1].lstrip())]
            above.setdefault(target, []).append(indent + comment.text)
    out: list[str] = []
    for number, line in enumerate(lines, start=1):
        out += [*above.get(number, []), line + behind.get(number, "")]
    out[-1:] = [*at_end, *out[-1:]]
    return "\n".join(out)


def _comments(text: str) -> list[_Comment]:
    """The comments of a text: what begins with # outside of every scalar, at a line's head or behind a blank."""
    line_at = line_counter(text)
    covered: dict[int, list[tuple[int, int]]] = {}
    for token in yaml.scan(text, Loader=yaml_text.LOADER):
        if isinstance(token, yaml.ScalarToken):
            first, last = line_at(token.start_mark), line_at(token.end_mark)
            first += token.style in ("|", ">")  # what stands behind the mark of a block text may be a comment
            for number in range(first, last + 1):
                start = token.start_mark.column if number == line_at(token.start_mark) else 0
                end = token.end_mark.column if number == last else len(text)
                covered.setdefault(number, []).append((start, end))
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        for at, char in enumerate(line):
            inside = any(start <= at < end for start, end in covered.get(number, []))
            if char == "#" and not inside and (at == 0 or line[at - 1] in " \t"):
                found.append(_Comment(number, line[at:].rstrip(), bool(line[:at].strip())))
                break
    return found


def _places_by_line(text: str, path: Path) -> dict[int, Path_]:
    """The first place that begins on each line, list entries named by what they are rather than where."""
    document = yaml_text.load(text, path)
    found: dict[int, Path_] = {}
    for place, line in sorted(document.lines.items(), key=lambda pair: (pair[1], len(pair[0]))):
        if place:
            found.setdefault(line, _named(place, document.data))
    return found


def _named(place: Path_, data: Any) -> Path_:
    named: list[str | int] = []
    for step in place:
        data = data[step]
        if isinstance(step, str):
            named.append(step)
        elif isinstance(data, dict):
            name = next((f"{key}={data[key]}" for key in _NAMES if isinstance(data.get(key), str)), step)
            named.append(name)
        else:
            named.append(data if isinstance(data, str) else step)
    return tuple(named)


def _target(comment: _Comment, old: dict[int, Path_], new: dict[Path_, int]) -> int:
    """The line of the new text that a comment belongs to."""
    below = [number for number in old if number > comment.line]
    place = old.get(comment.line, ()) if comment.trailing else old[min(below)]
    while place and place not in new:
        place = place[:-1]
    return new.get(place, 1)
