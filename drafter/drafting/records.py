"""The records of a draft's history: a step or a mark as a line of JSON, and the search for the last whole line."""

import io
import json
from collections.abc import Callable
from typing import IO, Any, NamedTuple, TypeVar

_BLOCK = 4096
_R = TypeVar("_R")


class Step(NamedTuple):
    """A step from one text to the next; `before` and `back` are None where a history begins."""

    at: str
    what: str
    before: str | None
    after: str
    back: int | None
    head: int
    tail: int
    old: str
    new: str | None
    text: str | None
    since: int

    def undone(self, text: str) -> str:
        """The text before the step, from the one after it."""
        return text[: self.head] + self.old + text[len(text) - self.tail :]

    def done(self, text: str) -> str:
        """The text after the step, from the one before it."""
        if self.text is not None:
            return self.text
        return text[: self.head] + (self.new or "") + text[len(text) - self.tail :]


class Mark(NamedTuple):
    """Where the present is: behind the step at `present`; `redo` is the step, `rest` the mark that redo goes on to.

    `place` is where it stands in the file itself, None where it is not recorded.
    """

    present: int
    redo: int | None = None
    rest: int | None = None
    place: int | None = None


def last_line(file: IO[bytes], parse: Callable[[bytes], _R | None]) -> tuple[int, _R] | None:
    """The last line that can be parsed, with its place; the file is read from its end, block by block."""
    begin, block, tail = file.seek(0, io.SEEK_END), _BLOCK, b""
    while begin:
        start = max(0, begin - block)
        file.seek(start)
        tail, begin, block = file.read(begin - start) + tail, start, block * 2
        whole = tail.find(b"\n") + 1 if begin else 0
        if begin and not whole:
            continue
        end = len(tail)
        while end > whole:
            line_start = tail.rfind(b"\n", whole, end) + 1 or whole
            parsed = parse(tail[line_start:end])
            if parsed is not None:
                return begin + line_start, parsed
            end = line_start - 1
        tail = tail[:whole]
    return None


def parsed(line: bytes) -> Step | Mark | None:
    """A record of the history; None for a line that a cut-off write left torn, and for one of the older form."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict):
        return None
    kind = Mark if "present" in plain else Step
    values: dict[str, Any] = {name: plain.get(name) for name in kind._fields}
    fits = all(isinstance(values[name], type_) for name, type_ in kind.__annotations__.items())
    return kind(**values) if fits and (kind is Mark or _tells_the_text(values)) else None


def _tells_the_text(values: dict[str, Any]) -> bool:
    """Whether a step says what stands behind it, and what before it, if anything does."""
    return (values["new"] is None) != (values["text"] is None) and (values["before"] is None) == (
        values["back"] is None
    )


def line_of_step(step: Step) -> bytes:
    """A step as a line of the file."""
    record = {name: value for name, value in step._asdict().items() if value is not None}
    return encoded(json.dumps(record, ensure_ascii=False)) + b"\n"


def line_of_mark(at: str, what: str, mark: Mark) -> bytes:
    """A mark as a line of the file."""
    record = {"at": at, "what": what, "present": mark.present, "redo": mark.redo, "rest": mark.rest}
    return encoded(json.dumps(record, ensure_ascii=False)) + b"\n"


def encoded(text: str) -> bytes:
    """A text as bytes; what was not UTF-8 in a file changed outside becomes the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")


def common_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts have in common at the head, and at the tail beside these."""
    most = min(len(old), len(new))
    head = _furthest(most, lambda low, high: old[low:high] == new[low:high])
    before, behind = len(old), len(new)
    tail = _furthest(
        most - head, lambda low, high: old[before - high : before - low] == new[behind - high : behind - low]
    )
    return head, tail


def _furthest(most: int, same: Callable[[int, int], bool]) -> int:
    """Up to where everything is the same, by halving: a comparison of slices is far quicker than one of characters."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(low, middle) else (low, middle - 1)
    return low
