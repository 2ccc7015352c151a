"""A library with the shipped notices and, beside them, invented places of another province and their notices."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.library import Library
from drafter.library.registers import Issuers
from drafter.model.notice import Notice
from drafter.model.registers import Issuer
from tests.conftest import ROOT

FOREIGN: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "foreign.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - the base loader makes only texts
)


def with_foreign_places(folder: Path) -> Library:
    """A copy of the shipped library in a folder, with the invented places and notices."""
    shutil.copytree(ROOT / "library", folder)
    library = Library(folder)
    invented = [Issuer.model_validate(one) for one in FOREIGN["issuers"]]
    library.issuers = Issuers((*library.issuers.entries, *invented))
    for notice in FOREIGN["notices"]:
        library.store(Notice.model_validate(notice))
    return library


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library of all places, read only."""
    return with_foreign_places(tmp_path_factory.mktemp("adapt") / "library")
