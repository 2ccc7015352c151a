"""Checking 核稿: the faults of a notice as findings, each with its place, its reason and its source."""

from drafter.check.engine import run
from drafter.check.fixing import fix

__all__ = ["fix", "run"]
