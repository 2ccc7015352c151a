"""What tests share: the clone's own data, a workspace of one's own, and the command line as a process."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from drafter.library import Library
from drafter.render import Templates
from drafter.workspace import Workspace, create

# The machines that run the tests are shared: how long an example takes says nothing about the product.
settings.register_profile("shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared machine")

ROOT = Path(__file__).resolve().parent.parent
REFERENCES = ("临淄区-2026", "博山区-2023", "博山区-2025", "淄博市-2024", "淄川区-2023")


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped library, read only."""
    return Library(ROOT / "library")


@pytest.fixture(scope="session")
def templates() -> Templates:
    """The shipped templates."""
    return Templates((ROOT / "templates",))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace of one's own, freshly made by what `drafter init` calls."""
    return create(tmp_path / "工作区")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `drafter …` as a process, from an empty folder unless told otherwise."""

    def drafter(*args: object, cwd: Path | None = None, stdin: str | None = None, **environment: str) -> Ran:
        home = tmp_path / "空文件夹"
        home.mkdir(exist_ok=True)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("DRAFTER_")}
        done = subprocess.run(
            [sys.executable, "-m", "drafter", *map(str, args)],
            cwd=cwd or home,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**clean, "PYTHONPATH": str(ROOT), **environment},
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return drafter


@pytest.fixture
def source_copy(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of one of the five texts as received, to be spoiled by a test."""

    def copy(reference: str) -> Path:
        target = tmp_path / f"{reference}.txt"
        shutil.copyfile(ROOT / "library" / "sources" / f"{reference}.txt", target)
        return target

    return copy
