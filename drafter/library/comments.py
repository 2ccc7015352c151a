"""Carrying the comments that a person wrote in a YAML file over to its rewritten text."""

from pathlib import Path
from typing import Any

import yaml

from drafter.library import yaml_text
from drafter.library.yaml_text import Path_

_NAMES = ("id", "ref", "ordinal", "heading", "title", "name", "place", "text")


def carry(old: str, new: str, path: Path) -> str:
    """The new text with each comment of the old one above (or behind) the line it belonged to.

    A comment whose line is gone stands above the nearest place that held it, at worst at the head of the file.
    """
    if "#" not in old:
        return new
    comments = _comments(old)
    if not comments:
        return new
    old_places = _places_by_line(old, path)
    new_lines = {place: line for line, place in reversed(_places_by_line(new, path).items())}
    lines = new.split("\n")
    above: dict[int, list[str]] = {}
    at_end: list[str] = []
    for line, (text, trailing) in sorted(comments.items()):
        if not trailing and line > max(old_places, default=0):
            at_end.append(text)
            continue
        target = _target(line, trailing=trailing, old=old_places, new=new_lines)
        same = trailing and old_places.get(line) in new_lines
        if same:
            lines[target - 1] += f"  {text}"
        else:
            indent = lines[target - 1][: len(lines[target - 1]) - len(lines[target - 1].lstrip())]
            above.setdefault(target, []).append(indent + text)
    out: list[str] = []
    for number, line_text in enumerate(lines, start=1):
        out.extend(above.get(number, []))
        out.append(line_text)
    out[-1:] = [*at_end, *out[-1:]]
    return "\n".join(out)


def _comments(text: str) -> dict[int, tuple[str, bool]]:
    """Line → (comment, whether it stands behind something); found between the tokens, never inside a text."""
    inside: set[tuple[int, int]] = set()
    ends: dict[int, int] = {}
    for token in yaml.scan(text, Loader=yaml.BaseLoader):
        if isinstance(token, yaml.ScalarToken):
            inside.update((line, -1) for line in range(token.start_mark.line + 1, token.end_mark.line))
            if token.style in ("|", ">"):
                inside.update((line, -1) for line in range(token.start_mark.line + 1, token.end_mark.line))
        ends[token.end_mark.line] = max(ends.get(token.end_mark.line, 0), token.end_mark.column)
    found = {}
    for number, line in enumerate(text.split("\n")):
        if (number, -1) in inside:
            continue
        at = line.find("#", ends.get(number, 0) if line[: ends.get(number, 0)].strip() else 0)
        behind = bool(line[: max(at, 0)].strip())
        if at >= 0 and (at == 0 or line[at - 1] in " \t"):
            found[number + 1] = (line[at:].rstrip(), behind)
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


def _target(line: int, *, trailing: bool, old: dict[int, Path_], new: dict[Path_, int]) -> int:
    """The line of the new text that a comment belongs to."""
    place: Path_ = ()
    if trailing:
        place = old.get(line, ())
    else:
        below = [number for number in old if number > line]
        place = old[min(below)] if below else ()
    while place:
        if place in new:
            return new[place]
        place = place[:-1]
    return 1
