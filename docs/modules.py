"""Writes the module list of README.md from the first lines of the docstrings; --check only compares (exit 1)."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BEGIN, _END = "<!-- modules -->\n", "<!-- end of modules -->\n"


def module_list() -> str:
    """One line a module, packages as headings."""
    lines: list[str] = []
    for path in sorted((ROOT / "drafter").rglob("*.py"), key=lambda one: (one.parent, one.name != "__init__.py", one)):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first = docstring.split("\n")[0]
        name = path.relative_to(ROOT).as_posix()
        if path.name == "__init__.py":
            lines += ["", f"**{path.parent.relative_to(ROOT).as_posix()}/** {first}", ""]
        else:
            lines.append(f"- `{name}`: {first}")
    return "\n".join(lines).strip() + "\n"


def main() -> int:
    """Rewrite the part of README.md between the two marks."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    fresh = f"{before}{_BEGIN}\n{module_list()}\n{_END}{after}"
    if "--check" in sys.argv[1:]:
        return 0 if fresh == text else 1
    readme.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
