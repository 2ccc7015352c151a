"""What rules are given: the notice in its parts, and what several rules ask of it, worked out when first asked."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drafter.check.parts import ITEM, Part, Segment, parts_of
from drafter.check.units import UnitName, unit_names
from drafter.model.draft import Draft
from drafter.model.notice import Format, Item, Notice
from drafter.model.registers import Issuer, Level
from drafter.model.target import Target
from drafter.text import organs, targets

if TYPE_CHECKING:
    from drafter.index import Index
    from drafter.library import Library
    from drafter.library.words import Words
    from drafter.model.comparison import Comparison
    from drafter.model.registers import Holidays
    from drafter.model.results import Element, Problem

_T = TypeVar("_T")
_LEVELS = {"省": Level.PROVINCE, "市": Level.CITY}


@dataclass(frozen=True)
class Context:
    """A notice under check.

    `draft` is what it is made from, where it is one; `against` last year's notice, `superior` that of the level
    above, `document` the Word file it was read from, `problems` what reading told; `final` asks for what the document
    to be signed must have. `given_changes` is the comparison with last year's, where it was made already.
    """

    notice: Notice
    draft: Draft | None = None
    given_library: "Library | None" = field(default=None, repr=False)
    given_against: Notice | None = field(default=None, repr=False)
    given_superior: Notice | None = field(default=None, repr=False)
    given_document: Path | None = None
    final: bool = False
    problems: "tuple[Problem, ...]" = ()
    given_index: "Index | None" = field(default=None, repr=False)
    given_changes: "Comparison | None" = field(default=None, repr=False)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All parts, in the order of the document."""
        return parts_of(self.notice)

    def named(self, *names: str) -> tuple[Part, ...]:
        """The parts of these names."""
        return tuple(part for part in self.parts if part.name in names)

    def part(self, name: str, ordinal: int | None = None) -> Part | None:
        """The part of a name, the first of several unless told; None where the notice has none."""
        return next((one for one in self.named(name) if ordinal in (None, one.ordinal)), None)

    @cached_property
    def items(self) -> tuple[tuple[Item, Part], ...]:
        """Each item with its part."""
        return tuple(zip(self.notice.items, self.named(ITEM), strict=True))

    @property
    def library(self) -> "Library":
        """The library; only for rules that say they need it."""
        return _given(self.given_library, "LIBRARY")

    @property
    def index(self) -> "Index":
        """The index of the library's clauses; only for rules that say they need it."""
        return _given(self.given_index, "INDEX")

    @property
    def against(self) -> Notice:
        """Last year's notice; only for rules that say they need it."""
        return _given(self.given_against, "AGAINST")

    @property
    def superior(self) -> Notice:
        """The superior's notice; only for rules that say they need it."""
        return _given(self.given_superior, "SUPERIOR")

    @property
    def document(self) -> Path:
        """The Word file; only for rules that say they need it."""
        return _given(self.given_document, "DOCUMENT")

    def words(self, name: str) -> "Words":
        """The list of words of a name in the library's words/; only for rules that need the library."""
        return self.library.words(name)

    @property
    def holidays(self) -> "Holidays":
        """The days off and the working weekends of the years known; only for rules that need the library."""
        return self.library.holidays

    @cached_property
    def changes(self) -> "Comparison":
        """What became of last year's notice."""
        if self.given_changes:
            return self.given_changes
        from drafter import compare  # noqa: PLC0415 - only a check against last year needs it

        return compare.notices(self.against, self.draft or self.notice, library=self.given_library)

    @cached_property
    def beside_superior(self) -> "Comparison":
        """The superior's notice beside this one."""
        from drafter import compare  # noqa: PLC0415 - only a check against the superior needs it

        return compare.notices(self.superior, self.notice, library=self.given_library)

    @cached_property
    def layout(self) -> "tuple[Element, ...]":
        """The rows of the ruler for the Word document, as far as its XML shows them; no page is rendered."""
        from drafter.measure import xml_rules  # noqa: PLC0415 - only a check of a Word document needs it

        return tuple(xml_rules.judge(self.document, self.format))

    @cached_property
    def title_lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines of each title of the Word document that has more than one."""
        from drafter.measure import xml_rules_package, xml_rules_text  # noqa: PLC0415 - as for the layout
        from drafter.measure.xml_rules_roles import roles  # noqa: PLC0415 - as for the layout

        found = roles(xml_rules_text.document(xml_rules_package.opened(self.document)))
        titles = [[line.strip() for one in group for line in one.line.split("\n")] for group in found.title_groups()]
        return tuple(tuple(lines) for lines in titles if len(lines) > 1)

    @cached_property
    def struck(self) -> tuple[tuple[str, str], ...]:
        """The stretches of the Word document that are struck through, each with its place."""
        from drafter.measure import formatting, xml_rules_package, xml_rules_rows, xml_rules_text  # noqa: PLC0415 - as for the layout

        runs = xml_rules_rows.printed_runs(xml_rules_text.document(xml_rules_package.opened(self.document)))
        marks = ("strike", "dstrike")
        return tuple(
            (str(place), run.text.strip())
            for place, run in runs
            if run.text.strip() and any(formatting.is_on(run.format, mark) for mark in marks)
        )

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The empty paragraphs of the Word document between paragraphs of its text."""
        from drafter.measure import xml_rules_package, xml_rules_text  # noqa: PLC0415 - as for the layout
        from drafter.measure.xml_rules_roles import RUNNING, Role, roles  # noqa: PLC0415 - as for the layout

        found = roles(xml_rules_text.document(xml_rules_package.opened(self.document))).parts
        return tuple(
            str(part.paragraph)
            for before, part, behind in zip(found, found[1:], found[2:], strict=False)
            if part.role is Role.BLANK and before.role in RUNNING and behind.role in RUNNING
        )

    @property
    def format(self) -> Format:
        """The format of the notice, else the usual one of its issuer."""
        return self.notice.format or (self.issuer.format if self.issuer else Format.LETTER)

    @cached_property
    def clauses(self) -> tuple[tuple[Part, Segment, str], ...]:
        """Every clause of every item: its part, its segment, its text."""
        return tuple((part, one, part.said(one)) for _, part in self.items for one in part.all("clause"))

    @cached_property
    def _targets(self) -> dict[tuple[int | None, int], list[Target]]:
        return {(part.ordinal, one.start): targets.find(text) for part, one, text in self.clauses}

    def targets(self, part: Part, clause: Segment) -> list[Target]:
        """The targets of a clause of an item; their `start` counts from the clause's beginning."""
        return self._targets.get((part.ordinal, clause.start), [])

    @cached_property
    def units(self) -> tuple[UnitName, ...]:
        """Every name in the unit clauses with its place and, with a library, the unit of the register it names."""
        return tuple(unit_names(self.items, self.given_library))

    @cached_property
    def issuer(self) -> Issuer | None:
        """The register's entry of the issuer; None without a library or where it is not registered."""
        return self.given_library.issuers.find(self.notice.issuer) if self.given_library else None

    @cached_property
    def place(self) -> str:
        """The issuer's place: 博山区."""
        return self.issuer.place if self.issuer else organs.place_of(self.notice.issuer)

    @cached_property
    def level(self) -> Level:
        """The issuer's level, by the register or by the last character of the place (a 县级市 only by the register)."""
        return self.issuer.level if self.issuer else _LEVELS.get(self.place[-1:], Level.COUNTY)

    @property
    def date(self) -> datetime.date | None:
        """成文日期."""
        return self.notice.date


def _given(value: _T | None, need: str) -> _T:
    if value is None:
        raise LookupError(f"a rule used what it did not say it needs: needs=(Need.{need},)")
    return value
