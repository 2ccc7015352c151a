"""The five notices as received, what they hold, and reading changed forms of them."""

import itertools
from pathlib import Path
from typing import Any

import yaml

from drafter.model.notice import Notice
from drafter.model.results import Reading
from drafter.readers import read
from tests.conftest import ROOT

Expected = dict[str, Any]
_COUNT = itertools.count()


def path_of(reference: str) -> Path:
    """Where the text as received lies."""
    return ROOT / "library" / "sources" / f"{reference}.txt"


def source(reference: str) -> str:
    """The text as received, with its line ends made plain."""
    return path_of(reference).read_text("utf-8").replace("\r\n", "\n")


def lines_of(reference: str) -> list[str]:
    """The lines of the text as received."""
    return source(reference).split("\n")


def expected(reference: str) -> Expected:
    """What a reader took from the text by hand; every scalar a string, `null` for nothing."""
    text = (ROOT / "tests" / "readers" / "expected" / f"{reference}.yaml").read_text("utf-8")
    loaded: Expected = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - strings only, as the library loads them
    return loaded


def read_as_file(content: str | bytes, folder: Path, ending: str = ".txt") -> Reading:
    """Read a text or some bytes as a user would: from a file."""
    path = folder / f"通知{next(_COUNT)}{ending}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path)


def codes(reading: Reading) -> list[str]:
    """The slugs of the problems told, in alphabetical order."""
    return sorted(problem.code for problem in reading.problems)


def leaves(value: object, place: str = "") -> dict[str, str]:
    """Every value inside a notice under its place, e.g. items.0.heading."""
    if isinstance(value, dict):
        parts = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list | tuple):
        parts = [(str(at), part) for at, part in enumerate(value)]
    else:
        return {place: str(value)}
    return {key: leaf for name, part in parts for key, leaf in leaves(part, f"{place}.{name}".strip(".")).items()}


def differences(one: Notice, other: Notice) -> list[str]:
    """Where two notices differ, in words; nothing when they are the same."""
    left, right = leaves(one.model_dump()), leaves(other.model_dump())
    return [
        f"{place}: {left.get(place)!r} / {right.get(place)!r}"
        for place in {**left, **right}
        if left.get(place) != right.get(place)
    ]
