"""Comparing 比对: what became of last year's items, clauses, targets and units."""

from drafter.compare.alignment import notices

__all__ = ["notices"]
