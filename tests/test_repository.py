"""What stands in no file of the repository: registries, places on somebody's machine, work left for later."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# written in pieces, so that this file does not hold what it looks for
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~$}-])/(?:work|home|root|Users|mnt|srv|tmp)/\w|[A-Z]:\\\\?Users",
    "work left for later": r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b",
}
# names of XML namespaces; nothing else needs an address
KNOWN_HOSTS = {
    *("schemas.openxmlformats.org", "schemas.microsoft.com", "www.w3.org"),
    *("purl.oclc.org", "purl.org", "openoffice.org"),
}
# This machine itself, names that the standards keep for examples, and what is no address at all.
NOWHERE_ELSE = re.compile(
    r"(?:a@)?(?:127\\?\.0\\?\.0\\?\.1|localhost|192\.0\.2\.\d+|evil\.example)(?::\d+)?\\?$|[(\[\]]"
)


def kept() -> list[Path]:
    """The files under version control that are text."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607 - git is found where it is
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = []
    for path in kept():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            if re.search(FORBIDDEN[what], line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_file_holds_an_address_but_names_of_xml() -> None:
    found = []
    for path in kept():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        hosts = re.findall(r"(?:https?|ftp|file)://([^/\s\"'<>:{}]+)", text)
        found += [
            f"{path.relative_to(ROOT)}: {host}"
            for host in hosts
            if host not in KNOWN_HOSTS and not NOWHERE_ELSE.match(host)
        ]
    assert found == []


def test_the_top_level_is_the_one_of_the_design() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in kept()}
    assert {"drafter", "templates", "library", "tests", "cli.py", "pyproject.toml", "README.md"} <= top
    beside = {
        ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "benchmarks", "docs",
        "requirements.lock", "requirements-dev.lock",
    }  # fmt: skip
    assert top - {"drafter", "templates", "library", "tests", "cli.py", "pyproject.toml", "README.md"} <= beside


def test_what_the_tools_leave_behind_is_not_kept() -> None:
    names = [path.name for path in kept()]
    assert not [name for name in names if re.search(r"\.(?:pyc|bak|tmp|lock\.\w+|history|log|orig|rej)$", name)]
    assert not [
        path
        for path in kept()
        if "__pycache__" in path.parts or (path.suffix == ".docx" and path.parent.name != "templates")
    ]
