"""What is told of a text that came from another office: what was changed, what was left, what is to be confirmed."""

from collections.abc import Iterable

from drafter.adapt import Edit, Kind
from drafter.adapt.figures import Figure
from drafter.model.draft import DraftItem
from drafter.model.notice import Entry, Item
from drafter.text import kept_notes as kept_form


def notes(changes: Iterable[Edit], marks: Iterable[Edit], place: str = "") -> list[str]:
    """One note for the changes of each text, then one for each place that was left."""
    by_text: dict[str, list[str]] = {}
    for edit in changes:
        by_text.setdefault(edit.where, []).append(f"“{edit.text}”改为“{edit.new}”")
    told = [f"{place}{where}：{'，'.join(_counted(edits))}" for where, edits in by_text.items()]
    return told + list(dict.fromkeys(f"{place}{edit.where}：“{edit.text}”没有改（{edit.reason}）" for edit in marks))


def _counted(edits: list[str]) -> list[str]:
    """Each change once, with how often it was made."""
    times = {edit: edits.count(edit) for edit in edits}
    return [edit if count == 1 else f"{edit}（{count}处）" for edit, count in times.items()]


def kept_notes(marks: Iterable[Edit]) -> tuple[str, ...]:
    """What stays with the item until a person has looked at it."""
    return tuple(dict.fromkeys(kept_form.written(edit.text, edit.reason) for edit in marks))


def about(kept: Iterable[str], text: str) -> tuple[str, ...]:
    """Those of the kept notes whose words still stand in a text."""
    return tuple(note for note in kept if (found := kept_form.read(note)) and found.words in text)


def open_notes(item: DraftItem) -> tuple[str, ...]:
    """What of an item is still to be judged: its notes whose words still stand in it."""
    parts: tuple[Item | Entry, ...] = (item, *item.entries)
    texts = [text or "" for part in parts for text in (part.heading, part.leader, part.deadline, part.units_as_printed)]
    texts += [clause.text for clause in item.all_clauses]
    return about(item.notes, "\n".join((*texts, *item.all_units)))


def figure_notes(figures: Iterable[Figure]) -> list[str]:
    """One note on the figures, which stand as they were, with what our own notices promised."""
    told = [one.text + (f"（本地{'，'.join(one.history)}）" if one.history else "") for one in figures]
    return [f"指标没有改，待确认：{'、'.join(told)}"] if told else []


def leader_marks(item: Item, where: str = "责任领导") -> list[Edit]:
    """The named leaders of an item that came from another office."""
    leaders = [one for one in (item.leader, *(entry.leader for entry in item.entries)) if one]
    return [Edit(text=one, start=0, reason="责任领导是别处的，请改", kind=Kind.NAME, where=where) for one in leaders]
