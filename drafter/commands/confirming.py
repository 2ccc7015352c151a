"""`drafter compare --confirm`: weak links shown one by one, the answers kept with the draft."""

import dataclasses
import sys

import click

from drafter.commands.arguments import Named
from drafter.commands.common import wants_json
from drafter.commands.comparing import compared
from drafter.compare import judged
from drafter.drafting import draft_file, judge, notice_of
from drafter.model.comparison import ClauseChange
from drafter.model.draft import ConfirmedPair, Draft
from drafter.text.columns import harmless, plain, wrap

_COLUMNS, _HANGING = 80, 8
_Place = tuple[int, int]
_ANSWERS = {"y": True, "n": False, "s": None}


def confirmed(before: Named, after: Named) -> Named:
    """Ask about each weak link that was never judged, and keep the answers; returns the new side with them.

    What was answered before a break (Ctrl+C) is kept. Wrong use (exit 2) where nobody can be asked, or the answers
    have no draft to be kept in.
    """
    if after.path is None:
        raise click.UsageError(
            f"--confirm 要把回答记进草稿，“{after.name}”不是草稿。请把草稿放在后面，作新的一方；"
            "还没有草稿的，先用 drafter new 开一份。"
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or wants_json():
        raise click.UsageError("--confirm 要一处处回答，只能在终端里用，也不能和 --json 同用。请去掉后重试。")
    draft, digest = draft_file.load(after.path)
    answers: list[ConfirmedPair] = []
    try:
        asked = _ask_all(before, _with(after, draft), answers)
        told = "跳过的下次再问，草稿没有改动。" if asked else "没有需要核对的疑似沿用。"
    except click.Abort:
        told = "没有回答，草稿没有改动。"
    if answers:
        draft = judge(draft, answers)
        draft_file.save(after.path, draft, expected=digest, what=f"核对疑似沿用{len(answers)}处")
        told = f"{draft.notes[0]}。"
    click.echo(f"\n{told}\n")
    return _with(after, draft)


def _with(named: Named, draft: Draft) -> Named:
    return dataclasses.replace(named, draft=draft, notice=notice_of(draft))


def _ask_all(before: Named, after: Named, answers: list[ConfirmedPair]) -> int:
    """Ask until nothing is left to ask, since an answer may free clauses for other links; returns how many."""
    asked: set[tuple[_Place, _Place]] = set()
    while True:
        now = _with(after, judge(after.draft, answers)) if after.draft and answers else after
        known = judged.places(now.draft or now.notice, before.name)
        open_ = [link for link in compared(before, now).found.doubtful if not {_places(link)} & (asked | known.keys())]
        if not open_:
            return len(asked)
        for number, link in enumerate(open_, start=1):
            asked.add(_places(link))
            answer = _ask(before, after, link, f"{number}/{len(open_)}")
            if answer is not None:
                whole = after.notice.items[(link.new_item or 0) - 1].all_clauses[(link.new_position or 0) - 1].text
                answers.append(judged.pair(before.name, link.replaced(new=whole), linked=answer))


def _places(link: ClauseChange) -> tuple[_Place, _Place]:
    return (link.old_item or 0, link.old_position or 0), (link.new_item or 0, link.new_position or 0)


def _ask(before: Named, after: Named, link: ClauseChange, count: str) -> bool | None:
    """Show one weak link and take the answer: it is one, it is none, or None for later."""
    click.echo(f"\n疑似沿用 {count}")
    for name, item, text in ((before.name, link.old_item, link.old), (after.name, link.new_item, link.new)):
        for line in wrap([(f"  {harmless(f'{name}第{item}项：{text}')}", "")], _COLUMNS, _HANGING):
            click.echo(plain(line))
    answer = click.prompt(
        "  是同一件事吗？y 是，n 不是，s 先跳过", type=click.Choice(list(_ANSWERS)), show_choices=False
    )
    return _ANSWERS[answer]
