"""What `drafter check` does to a draft: the safe fixes made, exceptions set; each a step of its own in the history."""

from typing import TYPE_CHECKING

import click

from drafter.commands.common import workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.commands.arguments import Named
    from drafter.model.finding import Finding


def fixed(source: str, named: "Named") -> "tuple[Named, tuple[Finding, ...]]":
    """The draft with the safe fixes made and saved, and what they were; wrong use (exit 2) where it is no draft."""
    from drafter import check
    from drafter.commands.arguments import named_notice
    from drafter.drafting import draft_file

    if named.draft is None or named.path is None:
        raise click.UsageError(f"--fix 只改草稿，{source} 不是草稿。文件请先 import，再用 drafter new 开草稿。")
    library = workspace().library
    made: tuple[Finding, ...] = check.fix(named.draft, library=library)[1]
    if made:
        draft_file.change(named.path, "核稿改正", lambda draft: check.fix(draft, library=library)[0])
        named = named_notice(source)
    return named, made


def waived(source: str, named: "Named", allowed: "Sequence[str]", reason: str) -> "tuple[Named, list[str]]":
    """The draft with the exceptions made and saved, and what was done; wrong use (exit 2) where it is no draft."""
    from drafter import drafting
    from drafter.commands.arguments import named_notice
    from drafter.drafting import draft_file

    if named.draft is None or named.path is None:
        raise click.UsageError(f"例外记在草稿里，{source} 不是草稿。文件请先 import，再用 drafter new 开草稿。")
    pairs = [one.partition("@") for one in allowed]
    if any(not mark for _, mark, _ in pairs):
        raise click.UsageError("--allow 写作 规则@位置，例如 指标含糊@#3 或 用空格排版@结尾。")
    draft, digest = draft_file.load(named.path)
    notes: list[str] = []
    for rule, _, place in pairs:
        draft = drafting.allow(draft, rule.strip(), place, reason)
        notes += draft.notes
    draft_file.save(named.path, draft, expected=digest, what=f"设例外 {'、'.join(allowed)}")
    return named_notice(source), notes
