"""Word lists beside this file: one word a line, # for comments, [name] for the beginning of a section."""

from functools import cache
from pathlib import Path


@cache
def load(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a list by section, the longest first; words before any section stand under ""."""
    sections: dict[str, list[str]] = {"": []}
    section = ""
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            sections[section] = []
        elif line and not line.startswith("#"):
            sections[section].append(line)
    return {key: tuple(sorted(words, key=len, reverse=True)) for key, words in sections.items()}
