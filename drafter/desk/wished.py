"""Wishes held against the library, as the page shows them and as files to be saved."""

from dataclasses import dataclass
from typing import Any

from drafter.handover import wish_table
from drafter.model.suggestion import Advised, WishList
from drafter.render import Templates

NAME = wish_table.NAME


@dataclass(frozen=True)
class Told:
    """The wishes of a file and the advice on each."""

    listed: WishList
    advised: list[Advised]

    def shape(self) -> dict[str, Any]:
        """The table as the page shows it, and what of the file was not taken as a wish."""
        return {
            "source": self.listed.source,
            "summary": wish_table.summary(self.advised),
            "rows": [_row(one) for one in self.advised],
            "left_out": self.listed.left_out,
        }

    def xlsx(self) -> bytes:
        """The table as a workbook."""
        return wish_table.xlsx(self.advised, self.listed.source).data

    def docx(self, templates: Templates) -> bytes:
        """The table as a Word document."""
        return wish_table.docx(self.advised, self.listed.source, templates).data


def _row(one: Advised) -> dict[str, Any]:
    card = one.card
    return {
        "text": one.wish.text,
        "unit": one.wish.unit or "",
        "where": one.wish.where,
        "past": card and {"ref": card.ref, "source": card.source or "", "clause": card.clause},
        "history": wish_table.history_lines(card) if card else [],
        "kind": one.kind.value,
        "advice": one.advice,
        "reason": one.reason,
    }
