"""The library 文库: past notices as files, and the registers of issuers, units and themes."""

from drafter.library.store import Library

__all__ = ["Library"]
