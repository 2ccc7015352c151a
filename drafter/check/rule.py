"""A rule: a small pure function with what people are told about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NotRequired, TypedDict, Unpack

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import Part
from drafter.model.finding import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Strength(StrEnum):
    """How strong a rule's source is."""

    REQUIRED = "规定"
    USUAL = "一般"
    CUSTOM = "惯例"


REQUIRED, USUAL, CUSTOM = Strength.REQUIRED, Strength.USUAL, Strength.CUSTOM


class Need(StrEnum):
    """What a rule cannot do without, beside the notice itself."""

    LIBRARY = "文库"
    INDEX = "文库检索"
    AGAINST = "上年通知"
    SUPERIOR = "上级通知"
    DOCUMENT = "Word 文件"
    DRAFT = "草稿"


InNotice = Callable[[Context], Iterable[Fault]]
InPart = Callable[[Part, Context], Iterable[Fault]]


class About(TypedDict):
    """What people are told: the fault's name, what is flagged and why, examples, the source and its strength.

    `bad` and `good` stand verbatim in a failing and a passing case; for a rule that looks at another notice too
    they read 上年：…｜今年：… (or 上级：…｜本级：…). `told_at` is the part of a fault that reading tells of where the
    rule cannot run itself (a rule of the page, on a plain text).
    """

    name: str
    severity: Severity
    flags: str
    why: str
    bad: str
    good: str
    source: str
    strength: Strength
    needs: NotRequired[tuple[Need, ...]]
    told_at: NotRequired[str]


@dataclass(frozen=True)
class Rule:
    """A rule. `told_at` is the part of a fault that reading tells of and no function finds, at least not in a text."""

    slug: str
    name: str
    severity: Severity
    flags: str
    why: str
    bad: str
    good: str
    source: str
    strength: Strength
    needs: tuple[Need, ...] = ()
    in_notice: InNotice | None = None
    in_part: InPart | None = None
    parts: tuple[str, ...] = ()
    told_at: str | None = None

    def find(self, notice: Context) -> Iterator[Fault]:
        """The faults of a notice."""
        if self.in_notice:
            yield from self.in_notice(notice)
        if self.in_part:
            for part in notice.parts:
                if part.name in self.parts:
                    yield from self.in_part(part, notice)

    @property
    def authority(self) -> str:
        """The source with its strength, as a finding tells it."""
        return f"{self.source}（{self.strength.value}）"


def rule(slug: str, **about: Unpack[About]) -> Callable[[InNotice], Rule]:
    """Make a rule of a function that looks at the whole notice."""

    def made(function: InNotice) -> Rule:
        return replace(Rule(slug=slug, **about), in_notice=function)

    return made


def part_rule(slug: str, *parts: str, **about: Unpack[About]) -> Callable[[InPart], Rule]:
    """Make a rule of a function that looks at one part's text at a time, in the parts named.

    Where reading has repaired such a fault, the function is given the line as printed.
    """

    def made(function: InPart) -> Rule:
        return replace(Rule(slug=slug, **about), in_part=function, parts=parts)

    return made


def told(slug: str, part: str, **about: Unpack[About]) -> Rule:
    """A rule whose faults reading tells of; `part` is where they stand unless their text is found elsewhere."""
    return replace(Rule(slug=slug, **about), told_at=part)
