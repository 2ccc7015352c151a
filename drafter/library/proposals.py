"""What an import proposes for the register of units: names met that it does not know, kept as unconfirmed."""

import re
from collections.abc import Iterable
from pathlib import Path

from drafter.errors import BrokenFile
from drafter.library import comments, files, value_file
from drafter.library.registers import UnitFile, nearest
from drafter.library.store import Library
from drafter.model.base import Value
from drafter.model.notice import Notice
from drafter.model.registers import Unit
from drafter.text import organs

_REMARK = "# 导入时新见的单位，待确认：是新单位的，删去 confirmed 一行；是已有单位的另一种叫法，移到那一条的 aliases 下"
_WRITTEN_AS_NAMES = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）、·“”]{2,40}")


class UnitProposal(Value):
    """A name that the register does not know, with the notices that bear it and registered names like it."""

    name: str
    refs: tuple[str, ...]
    nearest: tuple[str, ...] = ()


class UnitFindings(Value):
    """The unknown names of several notices: those that may be units, and those that are no organ's."""

    proposed: tuple[UnitProposal, ...] = ()
    no_organs: tuple[UnitProposal, ...] = ()


def unknown_units(notice: Notice, library: Library) -> list[str]:
    """The names among a notice's units that the register does not know, in order."""
    names = dict.fromkeys(name for item in notice.items for name in item.all_units)
    return [name for name in names if library.units.find(name) is None]


def is_unit_name(name: str) -> bool:
    """Whether a name can be registered: written as names are, an organ's and no person's."""
    return bool(_WRITTEN_AS_NAMES.fullmatch(name)) and organs.is_organ(name) and not organs.is_person(name)


def of_notices(unknown: Iterable[tuple[str, Iterable[str]]], library: Library) -> UnitFindings:
    """What to propose for the unknown names of several notices, given as pairs of reference and names."""
    refs: dict[str, list[str]] = {}
    for ref, names in unknown:
        for name in names:
            refs.setdefault(name, []).append(ref)
    registered = [name for name in library.units.names() if "*" not in name]
    proposed = tuple(
        UnitProposal(name=name, refs=tuple(found), nearest=_like(name, registered))
        for name, found in refs.items()
        if is_unit_name(name)
    )
    others = tuple(UnitProposal(name=name, refs=tuple(found)) for name, found in refs.items() if not is_unit_name(name))
    return UnitFindings(proposed=proposed, no_organs=others)


def _like(name: str, registered: list[str]) -> tuple[str, ...]:
    """Registered names that share most of their characters with a name: perhaps the same unit under another name."""
    shared = [one for one in registered if 2 * len(set(one) & set(name)) > len(set(one) | set(name))]
    return tuple(nearest(name, shared)[:2]) if shared else ()


def register(names: Iterable[str], library: Library) -> Path | None:
    """Add units to the register as unconfirmed, comments kept; None where all of them are there already.

    Raises FileTrouble, BrokenFile, StaleFile.
    """
    path = library.folder / "units.yaml"
    old = files.read_text(path)
    held = value_file.parse(UnitFile, old, path)
    taken = {unit.name for unit in held.units}
    new = tuple(Unit(name=name, confirmed=False) for name in dict.fromkeys(names) if name not in taken)
    if not new:
        return None
    text = _appended(old, held.units, new, path)
    files.write_text(path, text, expected=files.digest(old))
    return path


def _appended(old: str, held: tuple[Unit, ...], new: tuple[Unit, ...], path: Path) -> str:
    """The register's text with entries behind all others; the rest stays as a person wrote it.

    Where the file ends in such a way that nothing can be put behind it, it is written anew, comments kept.
    """
    whole = UnitFile(units=held + new)
    entries = value_file.to_text(UnitFile(units=new)).partition("units:\n")[2]
    remark = "" if _REMARK in old else f"{_REMARK}\n"
    text = f"{old.rstrip()}\n{remark}{entries}"
    try:
        if value_file.parse(UnitFile, text, path) == whole:
            return text
    except BrokenFile:
        pass
    return comments.carry(old, value_file.to_text(whole), path)
