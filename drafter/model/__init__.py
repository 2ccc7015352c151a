"""Frozen values without any I/O: the notice, the draft, references, registers and results."""
