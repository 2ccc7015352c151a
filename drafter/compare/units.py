"""The units of linked items as sets of whole names: who joined, who left, who leads, who bears another name."""

from collections.abc import Sequence

from drafter.library.registers import Units
from drafter.model.comparison import RenamedUnit, UnitChange
from drafter.model.notice import Item


def change(olds: Sequence[Item], news: Sequence[Item], register: Units | None) -> UnitChange:
    """The units of the old items beside those of the new.

    With a register two names of one organ are one unit, renamed; without it a name is only itself. Names of groups
    (各镇（街道）, 源泉镇人民政府), which the register keeps without a name at any level, are always only themselves.
    """
    before, after = _named(olds, register), _named(news, register)
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    renamed = [
        RenamedUnit(old=before[key], new=after[key]) for key in before if key in after and before[key] != after[key]
    ]
    old_lead, new_lead = _leads(olds), _leads(news)
    return UnitChange(
        added=tuple(after[key] for key in come),
        removed=tuple(before[key] for key in gone),
        lead_changed=_lead_changed(olds, news, register),
        renamed=tuple(renamed),
        old_lead=old_lead,
        new_lead=new_lead,
        old=tuple(before.values()),
        new=tuple(after.values()),
        reordered=not gone and not come and list(before) != list(after),
    )


def _named(items: Sequence[Item], register: Units | None) -> dict[str, str]:
    """The units of items in order: what each is, and the name it is printed with first."""
    named: dict[str, str] = {}
    for item in items:
        for unit in item.all_units:
            named.setdefault(_identity(unit, register), unit)
    return named


def _identity(name: str, register: Units | None) -> str:
    plain = "".join(name.split())
    unit = register.find(plain) if register else None
    return unit.name if unit and (unit.county or unit.city or unit.province) else plain


def _leads(items: Sequence[Item]) -> tuple[str, ...]:
    """The units that lead, told apart or else the first named of each item; each once."""
    leads = [unit for item in items for unit in (item.lead_units or item.units[:1] or item.all_units[:1])]
    return tuple(dict.fromkeys(leads))


def _lead_changed(olds: Sequence[Item], news: Sequence[Item], register: Units | None) -> bool:
    """Whether other organs lead; of several items made one (or one made several), whether one leads that did not."""
    before = {_identity(unit, register) for unit in _leads(olds)}
    after = {_identity(unit, register) for unit in _leads(news)}
    if not before or not after:
        return False
    if len(olds) == len(news):
        return before != after
    return not (after <= before if len(olds) > len(news) else before <= after)
