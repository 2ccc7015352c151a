"""Keeping the drafter's answers on weak links of a comparison."""

from collections.abc import Iterable

from drafter.model.draft import ConfirmedPair, Draft


def judge(draft: Draft, answers: Iterable[ConfirmedPair]) -> Draft:
    """Keep answers on weak links; a later answer on the same link takes the place of an earlier one."""
    kept = {(one.old, one.new): one for one in draft.pairs}
    given = {(one.old, one.new): one for one in answers}
    linked = sum(one.linked for one in given.values())
    note = f"已记下{len(given)}处核对结果：沿用{linked}处，不是沿用{len(given) - linked}处"
    return draft.replaced(pairs=tuple({**kept, **given}.values()), notes=(note,))
