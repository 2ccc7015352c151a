"""What import-linter cannot see: cli.py at the top of the clone is no package, and must not grow into one."""

import ast

from tests.conftest import ROOT


def imported(source: str) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else (node.module or "").split(".")[0])
        elif isinstance(node, ast.Name) and node.id in ("__import__", "importlib", "exec", "eval"):
            found.add(node.id)
    return found


def test_cli_imports_only_drafter_and_defines_nothing() -> None:
    source = (ROOT / "cli.py").read_text(encoding="utf-8")
    assert imported(source) == {"drafter"}
    assert not [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
