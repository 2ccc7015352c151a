"""References: 博山区-2025 names a notice, 博山区-2025#3 an item of it, 博山区-2025#3.2 a clause."""

import re

from drafter.model.base import Value

_FORM = re.compile(r"([^#]+)(?:#(\d+)(?:\.(\d+))?)?")


class Reference(Value):
    """A notice or draft, and in it perhaps an item and a clause, both counted from 1."""

    notice: str
    item: int | None = None
    clause: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read NOTICE, NOTICE#N or NOTICE#N.C; ValueError when it is none of these."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError("引用应如 博山区-2025、博山区-2025#3 或 博山区-2025#3.2")
        notice, item, clause = found.groups()
        return cls(
            notice=notice.strip(),
            item=int(item) if item else None,
            clause=int(clause) if clause else None,
        )

    @classmethod
    def of(cls, text: str | None) -> "Reference | None":
        """As parse, for a recorded origin: None where there is none, or none that can be understood."""
        try:
            return cls.parse(text) if text else None
        except ValueError:
            return None

    def __str__(self) -> str:
        item = "" if self.item is None else f"#{self.item}"
        return self.notice + item + ("" if self.clause is None else f".{self.clause}")
