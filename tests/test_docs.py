"""What the documents say is so: the example runs, every command is explained, generated parts are fresh."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from drafter.commands import cli
from tests.conftest import ROOT

COMMANDS = cli.list_commands(click.Context(cli))
MANUAL = (ROOT / "docs" / "使用手册.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_shows_every_command(name: str) -> None:
    assert f"drafter {name}" in MANUAL


def test_the_manual_shows_no_command_that_does_not_exist() -> None:
    shown = set(re.findall(r"^drafter (\w+)", MANUAL, re.MULTILINE))
    assert shown <= set(COMMANDS)


def test_the_example_of_the_readme_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert found
    code = found[1].replace("Workspace.find()", f"Workspace.find({str(ROOT)!r})")
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=True)
    assert (tmp_path / "通知.docx").stat().st_size > 5000


@pytest.mark.parametrize("script", ["docs/modules.py", "docs/rules.py", "templates/build.py"])
def test_generated_files_are_fresh(script: str) -> None:
    subprocess.run([sys.executable, ROOT / script, "--check"], check=True)


def test_the_compiled_catalogue_is_that_of_its_source() -> None:
    folder = ROOT / "drafter" / "commands" / "locale" / "zh_CN" / "LC_MESSAGES"
    with (folder / "messages.po").open("rb") as source, (folder / "messages.mo").open("rb") as compiled:
        written, used = read_po(source), read_mo(compiled)
    assert sorted(_sentences(one) for one in used if one.id) == sorted(_sentences(one) for one in written if one.id)


def _sentences(message: Message) -> tuple[list[str], list[str]]:
    """What a message is called and what it says, plural forms among them."""

    def listed(value: object) -> list[str]:
        return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]

    return listed(message.id), listed(message.string)
