"""Writes docs/核稿规则.md, the rules of `drafter check` for drafters; --check only compares (exit 1)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.check.catalogue import groups
from drafter.check.rule import Rule
from drafter.check.terminal import SEVERITIES

_PAGE = Path(__file__).resolve().parent / "核稿规则.md"
_HEAD = """# 核稿规则

`drafter check` 按这些规则核稿，`drafter check --rules` 也列出它们。错误不改，出不了送签稿；警告要看一眼，提示供参考。
依据后面注明强弱：规定（标准或法规写明）、一般（通行写法）、惯例（本类通知的习惯）。
说“要有文库”的规则用到登记表和词表；要有“上年通知”“上级通知”的，用 `--against`、`--superior` 给出。
规则名称或它下面的代号写在草稿的例外（`allowed`）里：`rule` 写名称或代号，
`place` 写项的 id（如 i3）、部分的名称（如 标题、结尾）或“全文”，`reason` 写理由。
"""


def page() -> str:
    """The whole page."""
    lines = [_HEAD]
    for group in groups():
        lines += [f"## {group.name}", ""]
        lines += [_rule(one) for one in group.rules]
    return "\n".join(lines).rstrip() + "\n"


def _rule(one: Rule) -> str:
    needs = f"- 要有：{'、'.join(need.value for need in one.needs)}\n" if one.needs else ""
    bad, good = (text.replace("\n", " ⏎ ").replace("\t", " ") for text in (one.bad, one.good))
    return (
        f"### {one.name}\n\n{SEVERITIES[one.severity]}，`{one.slug}`\n\n- 查什么：{one.flags}\n- 为什么：{one.why}\n"
        f"- 不妥：{bad}\n- 应作：{good}\n- 依据：{one.authority}\n{needs}"
    )


def main() -> int:
    """Rewrite the page, or compare it."""
    fresh = page()
    if "--check" in sys.argv[1:]:
        return 0 if _PAGE.is_file() and _PAGE.read_text(encoding="utf-8") == fresh else 1
    _PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
