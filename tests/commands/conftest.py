"""What the tests of the command line share: a workspace with a draft, English left in Chinese, a folder's content."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from drafter import drafting
from drafter.drafting import draft_file
from drafter.workspace import Workspace, create

NAME = "临淄区-2027"
# what is no English sentence: what is quoted, options, paths and file names, variables, formats
_TECHNICAL = re.compile(
    r"“[^”]*”|'[^']*'|\bid\b|--?[a-z][a-z-]*|[^\s，。：；、（）“”「」]*[/\\][^\s，。：；、（）“”「」]*|[\w.-]+\.(?:docx?|xlsx|txt|yaml|pdf|html)|\.(?:docx?|xlsx|txt|pdf|html)"
    r"|\$?DRAFTER_[A-Z_]+|Ctrl\+[A-Z]|\$EDITOR|JSON|YAML|UTF-8|UTF-16|GB18030|PDF|Word|WPS|Markdown|LibreOffice|\b(?:letter|file)\b|U\+[0-9A-F]{4,6}|\b[A-Z]\b|\w+@\S+"
)
_COMMANDS = re.compile(
    r"\b(?:drafter|demo|init|read|import|library|list|show|units|themes|matrix|new|add|take|drop|move|edit|undo|status"
    r"|render|progress|consult|cover|templates|settings|export|check|measure|suggest|compare|absorb|drafts|schema|desk)\b"
)


def english_in(text: str) -> list[str]:
    """Words of two Latin letters and more that are no options, commands, paths, quotations or names of formats."""
    return re.findall(r"[A-Za-z]{2,}", _COMMANDS.sub("", _TECHNICAL.sub("", text)))


def content_of(folder: Path) -> dict[str, str]:
    """Every folder and file below a folder with the sha256 of its content; lock files do not count."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
        if not (path.name.startswith(".") and path.name.endswith(".lock"))
    }


@pytest.fixture(scope="session")
def _pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the draft of 临淄区 for 2027, made once and copied for each test."""
    made = create(tmp_path_factory.mktemp("pattern") / "w")
    draft_file.create(made.drafts / f"{NAME}.yaml", drafting.new(2027, "临淄区", made.library))
    return made.root


@pytest.fixture
def at(_pattern: Path, tmp_path: Path) -> Path:
    """The root of a workspace of one's own that holds the draft 临淄区-2027 and nothing else in drafts/."""
    root = tmp_path / "拟稿"
    shutil.copytree(_pattern, root)
    return Workspace.find(root).root


@pytest.fixture
def draft(at: Path) -> Path:
    """The file of the draft in the workspace."""
    return at / "drafts" / f"{NAME}.yaml"
