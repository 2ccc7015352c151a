"""--help is Chinese, complete and quick to load."""

import re
import subprocess
import sys

import click
import pytest

from drafter.commands import cli
from tests.commands.conftest import english_in
from tests.conftest import ROOT, Run

COMMANDS = (
    "demo", "init", "read", "import", "library", "library list", "library show", "library units", "library themes",
    "library matrix", "new", "show", "add", "take", "drop", "move", "edit", "undo", "status", "render", "measure",
    "suggest", "compare", "check", "absorb", "progress", "consult", "cover", "templates", "templates list",
    "templates export", "templates check", "desk",
)  # fmt: skip
HEAVY = ("docx", "docxtpl", "lxml", "flask", "pydantic", "yaml", "rapidfuzz", "jinja2")


def _option_lines(text: str) -> dict[str, str]:
    """Each option named in a help text with what is said about it, further lines joined."""
    joined = re.sub(r"\n {10,}", "  ", text)
    return dict(re.findall(r"^  (-[\w-]+(?:, -[\w-]+)*)(?: \S+)?  +(\S.*)$", joined, re.MULTILINE))


def _command(path: str) -> click.Command:
    command: click.Command = cli
    for name in path.split():
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    return command


@pytest.mark.parametrize("path", ["", *COMMANDS])
def test_help_is_chinese_and_tells_the_meaning_of_every_option(run: Run, path: str) -> None:
    ran = run(*path.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("用法：")
    assert english_in(ran.out) == []
    options = _option_lines(ran.out)
    known = [one for one in _command(path).params if isinstance(one, click.Option)]
    for option in known:
        said = [text for names, text in options.items() if set(option.opts) & set(re.split(r"[, ]+", names))]
        assert said, option.opts
        assert re.search(r"[\u4e00-\u9fff]{2,}.*。|显示", said[0]), option.opts
    assert "-h, --help" in options


def test_every_command_is_listed_with_what_it_does(run: Run) -> None:
    told = dict(re.findall(r"^  ([a-z]+) +(\S.*)$", run("--help").out, re.MULTILINE))
    assert set(told) == {path for path in COMMANDS if " " not in path}
    below: dict[str, str] = {}
    for group in ("library", "templates"):
        listed = dict(re.findall(r"^  ([a-z]+) +(\S.*)$", run(group, "--help").out, re.MULTILINE))
        assert set(listed) == {path.split()[1] for path in COMMANDS if path.startswith(f"{group} ")}
        below |= listed
    for text in (*told.values(), *below.values()):
        assert re.search(r"[\u4e00-\u9fff]{3}", text)
        assert not text.endswith("...")


def test_help_and_version_load_no_heavy_library() -> None:
    for option in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "drafter", option],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
        loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
        assert "click" in loaded
        assert not loaded & set(HEAVY)
