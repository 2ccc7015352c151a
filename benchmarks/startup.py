"""How much longer our commands take than the bare libraries below them, as ratios measured in one run.

Compared as whole processes, alternating, the least of several runs of each:
- `drafter --help` with a bare click program of the same number of commands;
- `drafter render 临淄区-2026` with a five-line docxtpl script on the same template and values: bare; with click,
  pydantic's BaseModel and the YAML loader imported too. Shown beside: `import pydantic` alone, which loads next to
  nothing, and one value of a one-field model, which is the least that anything built on pydantic costs.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from drafter.library import Library
from drafter.model.notice import Format
from drafter.render import Templates, context, layout

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = "临淄区-2026"
RUNS = 15

BARE_CLICK = """
import click
@click.group()
def cli(): "a bare program"
for name in {names!r}:
    @cli.command(name)
    @click.option("--json", is_flag=True, help="JSON")
    def command(json): "a command"
cli()
"""
LAZY = "import click, pydantic, yaml\n"
IMPORTS = "import click, yaml\nfrom pydantic import BaseModel\n"
ONE_VALUE = "class Value(BaseModel):\n    number: int\nValue(number=1)\n"
BARE_RENDER = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2], encoding="utf-8")), autoescape=True)
template.save(sys.argv[3])
"""


def least_times(commands: dict[str, list[str]]) -> dict[str, float]:
    """Seconds of the quickest run of each command, the commands taking turns."""
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def measure(folder: Path) -> dict[str, float]:
    """The times of all compared processes."""
    notice = Library(ROOT / "library").notice(REFERENCE)
    templates = Templates((ROOT / "templates",))
    template = templates.path(f"{notice.form.value}-{Format.LETTER.value}")
    values, out = folder / "values.json", str(folder / "out.docx")
    values.write_text(
        json.dumps(context.of_notice(notice, layout.of(notice, Format.LETTER, templates.settings))), encoding="utf-8"
    )
    names = ["demo", "init", "read", "import", "library", "new", "show", "status", "take", "drop", "move", "edit"]
    (folder / "click_only.py").write_text(BARE_CLICK.format(names=[*names, "undo", "suggest", "compare", "render"]))
    (folder / "bare.py").write_text(BARE_RENDER)
    (folder / "imports.py").write_text(IMPORTS + BARE_RENDER)
    (folder / "lazy.py").write_text(LAZY + BARE_RENDER)
    (folder / "one_value.py").write_text(IMPORTS + ONE_VALUE + BARE_RENDER)
    drafter = [sys.executable, "-m", "drafter"]
    arguments = [str(template), str(values), out]
    return least_times(
        {
            "bare click --help": [sys.executable, str(folder / "click_only.py"), "--help"],
            "drafter --help": [*drafter, "--help"],
            "bare docxtpl": [sys.executable, str(folder / "bare.py"), *arguments],
            "docxtpl + imports": [sys.executable, str(folder / "imports.py"), *arguments],
            "docxtpl + import pydantic": [sys.executable, str(folder / "lazy.py"), *arguments],
            "docxtpl + one value": [sys.executable, str(folder / "one_value.py"), *arguments],
            "drafter render": [*drafter, "--workspace", str(ROOT), "render", REFERENCE, "-o", out],
        }
    )


def main() -> None:
    """Print times and ratios with the figures they are to stay below."""
    with tempfile.TemporaryDirectory() as folder:
        times = measure(Path(folder))
    for name, seconds in times.items():
        print(f"{name:26} {seconds * 1000:6.0f} ms")
    for name, base, most in (
        ("drafter --help", "bare click --help", 2.0),
        ("drafter render", "docxtpl + imports", 1.3),
        ("drafter render", "docxtpl + import pydantic", 1.3),
        ("drafter render", "bare docxtpl", 2.2),
    ):
        ratio = times[name] / times[base]
        print(f"{name} / {base}: {ratio:.2f} (at most {most})")


if __name__ == "__main__":
    main()
