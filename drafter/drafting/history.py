"""The history beside a draft: an append-only file of small records by which steps are undone and done again.

A line is a record in JSON. A step says what changed: how many characters at the head and at the tail of the text
stayed, what stood between them before (`old`) and after (`new`, or `text`, the whole), the sha256 of both texts,
and at which byte of the file the step before it stands (`back`). A mark, written by undo and redo, says which step
led to the present, which step redo would take again, and which earlier mark tells what redo would take after that.
The last whole record tells the present, so that nothing but the end of the file is ever read. A text that nobody
holds any more is put together from the last whole one: `since` counts the bytes of the steps behind that.
"""

import contextlib
import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from drafter.drafting import old_history, records
from drafter.drafting.records import Mark, Step
from drafter.errors import FileTrouble
from drafter.library import files

NEW, UNDO, REDO, SETTLED, OUTSIDE = "new", "undo", "redo", "settled", "在工具之外的修改"


class DamagedHistory(FileTrouble):
    """A record that a later one points to is not there, or does not fit."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} 有损坏，更早的步骤撤销不了，草稿没有改动。请照常修改草稿，之后的修改仍能撤销；"
            f"上一次保存之前的内容在同名的 .bak 文件里。"
        )


class History:
    """The history of one draft in an open file. Raises DamagedHistory where records do not fit one another."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        self._file, self._path = file, path

    def last(self) -> Mark | None:
        """Where the last whole record says that the present is; None where there is none."""
        found = records.last_line(self._file, records.parsed)
        if found is None:
            return None
        place, record = found
        return record._replace(place=place) if isinstance(record, Mark) else Mark(place, place=place)

    def present(self, digest: str) -> Mark | None:
        """Where the text with this digest stands; None for a text that the last record knows nothing of.

        The record may be of a step that was cut off before the draft was written: then the text is still the one
        before the step, or the one behind the step undone, and the mark is not recorded.
        """
        mark = self.last()
        if mark is None:
            return None
        step = self.step(mark.present)
        if digest == step.after:
            return mark
        if digest == step.before:
            return self._back(mark)
        if mark.redo is not None and digest == self.step(mark.redo).after:
            return self._forward(mark)
        return None

    def step(self, place: int, digest: str | None = None) -> Step:
        """The step at a place of the file, which leads to the text with the digest, if one is told."""
        record = self._record_at(place)
        if not isinstance(record, Step) or digest not in (None, record.after):
            raise DamagedHistory(self._path)
        return record

    def steps_back_from(self, place: int) -> Iterator[Step]:
        """The steps that lead to the one at a place and it, newest first."""
        at: int | None = place
        digest: str | None = None
        while at is not None:
            step = self.step(at, digest)
            yield step
            at, digest = step.back, step.before

    def settle(self, text: str) -> Mark:
        """Make the text of the file the present, by a record of what happened since the last, if anything did."""
        mark = self.present(files.digest(text))
        if mark is None:
            last = self.last()
            return self.begin(OUTSIDE, text) if last is None else self._note_outside_change(last.present, text)
        return self._marked(SETTLED, mark) if mark.place is None else mark

    def begin(self, what: str, text: str, at: str | None = None) -> Mark:
        """Record a text that nothing leads back from."""
        return self._stepped(Step(at or _now(), what, None, files.digest(text), None, 0, 0, "", None, text, 0))

    def add(self, what: str, old: str, new: str, behind: int, at: str | None = None) -> Mark:
        """Record a step from the text that the step at `behind` led to, to another."""
        before = self.step(behind, files.digest(old))
        head, tail = records.common_ends(old, new)
        middles = old[head : len(old) - tail], new[head : len(new) - tail]
        step = Step(at or _now(), what, before.after, files.digest(new), behind, head, tail, *middles, None, 0)
        step = step._replace(since=before.since + len(records.line_of_step(step)))
        if what == OUTSIDE or step.since > len(records.encoded(new)):
            step = step._replace(new=None, text=new, since=0)
        return self._stepped(step)

    def undo(self, text: str) -> tuple[Step, str] | None:
        """Record that the last step is undone; returns it and the text before it, None where there is none."""
        mark = self.settle(text)
        step = self.step(mark.present)
        if step.before is None:
            return None
        before = self._required(step.undone(text), step.before)
        self._marked(UNDO, self._back(mark))
        return step, before

    def redo(self, text: str) -> tuple[Step, str] | None:
        """Record that the step undone last is taken again; returns it and the text behind it, None without one."""
        mark = self.settle(text)
        if mark.redo is None:
            return None
        step = self.step(mark.redo)
        after = self._required(step.done(text), step.after)
        self._marked(REDO, self._forward(mark))
        return step, after

    def _back(self, mark: Mark) -> Mark:
        """The present one step before that of a recorded mark."""
        step = self.step(mark.present)
        if step.back is None:
            raise DamagedHistory(self._path)
        self.step(step.back, step.before)
        return Mark(step.back, mark.present, None if mark.redo is None else mark.place)

    def _forward(self, mark: Mark) -> Mark:
        """The present behind the step that redo takes again."""
        rest = Mark(0) if mark.rest is None else self._record_at(mark.rest)
        if mark.redo is None or not isinstance(rest, Mark):
            raise DamagedHistory(self._path)
        return Mark(mark.redo, rest.redo, rest.rest)

    def _note_outside_change(self, last: int, text: str) -> Mark:
        """Record a text that was not written by us as a step behind the last known one."""
        steps: list[Step] = []
        for step in self.steps_back_from(last):
            steps.append(step)
            if step.text is not None:
                break
        known = ""
        for step in reversed(steps):
            known = step.done(known)
        return self.add(OUTSIDE, self._required(known, steps[0].after), text, last)

    def _required(self, text: str, digest: str) -> str:
        """The text, if it has the digest."""
        if files.digest(text) != digest:
            raise DamagedHistory(self._path)
        return text

    def _record_at(self, place: int) -> Step | Mark | None:
        self._file.seek(place)
        return records.parsed(self._file.readline())

    def _stepped(self, step: Step) -> Mark:
        place = self._append(records.line_of_step(step))
        return Mark(place, place=place)

    def _marked(self, what: str, mark: Mark) -> Mark:
        return mark._replace(place=self._append(records.line_of_mark(_now(), what, mark)))

    def _append(self, line: bytes) -> int:
        """Append one line, on disk before anything else happens; returns its place."""
        end = self._file.seek(0, io.SEEK_END)
        if end:
            self._file.seek(end - 1)
            if self._file.read(1) != b"\n":
                line, end = b"\n" + line, end + 1
        self._file.write(line)
        self._file.flush()
        if not isinstance(self._file, io.BytesIO):
            files.sync(self._file)
        return end


def history_path(path: Path) -> Path:
    """The history file that stands beside a draft."""
    return path.with_name(path.name + ".history")


@contextlib.contextmanager
def opened(path: Path) -> Iterator[History]:
    """The history of a draft, to read and to write, for a caller that holds the draft's lock.

    One of the older form, whole texts without places, is written anew once, its steps behind what stood in it.
    """
    place = history_path(path)
    with files.explained(place):
        modern = _modernised(place)
        if modern is not None:
            files.put(place, modern, path)
        with place.open("a+b") as file:
            yield History(file, place)


@contextlib.contextmanager
def opened_to_read(path: Path) -> Iterator[History]:
    """The history of a draft as it stands; nothing is written."""
    place = history_path(path)
    with files.explained(place):
        modern = _modernised(place) if place.exists() else b""
        source: IO[bytes] = place.open("rb") if modern is None else io.BytesIO(modern)
        with source as file:
            yield History(file, place)


def _modernised(place: Path) -> bytes | None:
    """What a history of the older form becomes; None for one that needs no change."""
    if not place.exists():
        return None
    with place.open("rb") as file:
        last = records.last_line(file, lambda line: records.parsed(line) or old_history.parsed(line))
    if last is None or isinstance(last[1], Step | Mark):
        return None
    data = place.read_bytes()
    made, before, mark = io.BytesIO(data), "", None
    history = History(made, place)
    for at, what, text in old_history.states(data):
        mark = history.add(what, before, text, mark.present, at) if mark else history.begin(what, text, at)
        before = text
    return made.getvalue()


def _now() -> str:
    return datetime.datetime.now().isoformat(timespec="seconds")
