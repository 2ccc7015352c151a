"""How much longer rendering a loaded draft takes than docxtpl's own render of the same template and values.

In one process, alternating, the least of several runs of each.
"""

import io
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from drafter import drafting, render
from drafter.library import Library
from drafter.model.notice import Format
from drafter.render import context, layout

ROOT = Path(__file__).resolve().parent.parent
PLACE, YEAR = "临淄区", 2027
RUNS = 20
MOST = 1.3


def least_times(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of the quickest run of each task, the tasks taking turns; a first run of each is not counted."""
    best = dict.fromkeys(tasks, float("inf"))
    for number in range(RUNS + 1):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            if number:
                best[name] = min(best[name], time.perf_counter() - start)
    return best


def main() -> None:
    """Print times and ratio for each official format."""
    templates = render.Templates((ROOT / "templates",))
    draft = drafting.new(YEAR, PLACE, Library(ROOT / "library"))
    notice = drafting.notice_of(draft)
    for in_format in Format:
        path = templates.path(f"{notice.form.value}-{in_format.value}")
        values = context.of_notice(notice, layout.of(notice, in_format, templates.settings))

        def bare(path: Path = path, values: context.Context = values) -> None:
            template = DocxTemplate(str(path))
            template.render(values, jinja_env=Environment(autoescape=True))
            template.save(io.BytesIO())

        def ours(in_format: Format = in_format) -> None:
            _ = render.docx(draft, templates, in_format=in_format).data

        times = least_times({"docxtpl": bare, "ours": ours})
        sizes = len(render.docx(draft, templates, in_format=in_format).data)
        ratio = times["ours"] / times["docxtpl"]
        print(
            f"{in_format.value:6} docxtpl {times['docxtpl'] * 1000:5.1f} ms, ours {times['ours'] * 1000:5.1f} ms: ",
            end="",
        )
        print(f"{ratio:.2f} (at most {MOST}); {sizes / 1024:.1f} KB")


if __name__ == "__main__":
    main()
