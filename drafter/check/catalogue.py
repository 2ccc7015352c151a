"""All rules by family: every module below drafter/check/rules is looked through for them."""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

from drafter.check import rules as families
from drafter.check.rule import Rule


@dataclass(frozen=True)
class Group:
    """A family of rules and its Chinese name."""

    name: str
    rules: tuple[Rule, ...]


@cache
def groups() -> tuple[Group, ...]:
    """The families in order, each with its rules in the order of its modules."""
    return tuple(Group(name, tuple(_rules_in(folder))) for folder, name in families.GROUPS.items())


@cache
def rules() -> tuple[Rule, ...]:
    """All rules."""
    return tuple(one for group in groups() for one in group.rules)


@cache
def by_slug() -> dict[str, Rule]:
    """All rules by slug."""
    return {one.slug: one for one in rules()}


def named(text: str) -> Rule | None:
    """The rule of a slug or of a Chinese name; None where there is none."""
    known = by_slug().get(text.strip())
    return known or next((one for one in rules() if one.name == text.strip()), None)


def _rules_in(folder: str) -> list[Rule]:
    """The rules that the modules of a family hold, each once, where it is defined."""
    package = importlib.import_module(f"{families.__name__}.{folder}")
    found: list[Rule] = []
    for module in pkgutil.iter_modules(package.__path__):
        held = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        found += [value for value in held.values() if isinstance(value, Rule)]
    return found
