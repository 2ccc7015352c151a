"""`drafter compare --confirm`: weak links shown one by one, the answers kept with the draft."""

import dataclasses
import sys
from dataclasses import dataclass

import click

from drafter.commands.arguments import Named
from drafter.commands.common import wants_json
from drafter.commands.comparing import compared
from drafter.compare import judged
from drafter.drafting import draft_file, judge, notice_of
from drafter.model.comparison import ClauseChange, ItemChange
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
    if after.draft is None or after.path is None:
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


@dataclass(frozen=True)
class _Question:
    """A weak link to be asked about: where it stands in both, both texts, and what a yes or no is kept as."""

    key: tuple[_Place, _Place]
    texts: tuple[str, str]
    yes: ConfirmedPair
    no: ConfirmedPair


def _questions(before: Named, now: Named) -> list[_Question]:
    """All weak links: of clauses, then of items that only their like headings make one."""
    found = compared(before, now).found
    return [
        *(_of_clause(before, now, link) for link in found.doubtful),
        *(_of_item(before, change) for change in found.doubtful_by_heading),
    ]


def _of_clause(before: Named, now: Named, link: ClauseChange) -> _Question:
    whole = now.notice.items[(link.new_item or 0) - 1].all_clauses[(link.new_position or 0) - 1].text
    yes, no = (judged.pair(before.name, link.replaced(new=whole), linked=linked) for linked in (True, False))
    key = (link.old_item or 0, link.old_position or 0), (link.new_item or 0, link.new_position or 0)
    return _Question(key, (f"第{link.old_item}项：{link.old}", f"第{link.new_item}项：{link.new}"), yes, no)


def _of_item(before: Named, change: ItemChange) -> _Question:
    yes, no = (judged.pair_of_items(before.name, change, linked=linked) for linked in (True, False))
    texts = f"第{change.old[0]}项标题：{change.old_heading}", f"第{change.new[0]}项标题：{change.new_heading}"
    return _Question(((change.old[0], 0), (change.new[0], 0)), texts, yes, no)


def _ask_all(before: Named, after: Named, answers: list[ConfirmedPair]) -> int:
    """Ask until nothing is left to ask, since an answer may free others for other links; returns how many."""
    asked: set[tuple[_Place, _Place]] = set()
    while True:
        now = _with(after, judge(after.draft, answers)) if after.draft and answers else after
        known = judged.places(now.draft or now.notice, before.name)
        open_ = [one for one in _questions(before, now) if one.key not in asked and one.key not in known]
        if not open_:
            return len(asked)
        for number, one in enumerate(open_, start=1):
            asked.add(one.key)
            answer = _ask(before, after, one.texts, f"{number}/{len(open_)}")
            if answer is not None:
                answers.append(one.yes if answer else one.no)


def _ask(before: Named, after: Named, texts: tuple[str, str], count: str) -> bool | None:
    """Show one weak link and take the answer: it is one, it is none, or None for later."""
    click.echo(f"\n疑似沿用 {count}")
    for name, text in zip((before.name, after.name), texts, strict=True):
        for line in wrap([(f"  {harmless(f'{name}{text}')}", "")], _COLUMNS, _HANGING):
            click.echo(plain(line))
    answer = click.prompt(
        "  是同一件事吗？y 是，n 不是，s 先跳过", type=click.Choice(list(_ANSWERS)), show_choices=False
    )
    return _ANSWERS[answer]
