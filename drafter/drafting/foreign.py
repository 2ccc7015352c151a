"""What in a taken item is another office's: units of another level, words of scope, places; told, never guessed."""

import re

from drafter.library import Library
from drafter.model.draft import Draft, DraftItem
from drafter.model.registers import Issuer

_SCOPES = {"province": "省", "city": "市", "county": "区县"}


def foreign_notes(draft: Draft, issuer: str, item: DraftItem, library: Library) -> list[str]:
    """Notes on what has to be adapted by hand; none for an item of the own office."""
    ours, theirs = library.issuers.find(draft.place), library.issuers.find(issuer)
    if ours is None or (theirs is not None and theirs.place == ours.place):
        return []
    return [*leader_notes(item), *_wording_notes(ours, theirs, item, library)]


def leader_notes(item: DraftItem) -> list[str]:
    """A note on the named leaders of an item that came from another office."""
    leaders = [one for one in (item.leader, *(entry.leader for entry in item.entries)) if one]
    return [f"责任领导是别处的，请改：{'、'.join(leaders)}"] if leaders else []


def _wording_notes(ours: Issuer, theirs: Issuer | None, item: DraftItem, library: Library) -> list[str]:
    text = (item.heading or "") + "".join(clause.text for clause in item.all_clauses)
    notes = []
    if theirs is None or theirs.level != ours.level:
        units = [unit for unit in item.all_units if not _is_of_level(unit, ours)]
        if units:
            notes.append(f"责任单位是别级的，请改成本级：{'、'.join(units)}")
    own = "县" if ours.place.endswith("县") else _SCOPES[ours.level][0]
    scopes = [word for word in dict.fromkeys(re.findall(r"[全我本][省市区县]", text)) if word[1] != own]
    if scopes:
        notes.append(f"范围用语请核对：{'、'.join(scopes)}")
    stems = [one.stem for one in library.issuers.entries if one.place != ours.place and one.stem in text]
    if stems:
        notes.append(f"出现了别处的地名，请核对：{'、'.join(stems)}")
    return notes


def _is_of_level(unit: str, ours: Issuer) -> bool:
    """Whether a unit's name bears the level word of our level, or none at all."""
    found = re.match(r"(?:团)?([省市区县])(?!场)", unit)
    return found is None or found[1] in _SCOPES[ours.level]
