"""Pairs of real notices, linked by hand: what the comparison finds of it, and what it claims without ground."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import compare
from drafter.library import Library
from drafter.model.comparison import ClauseChange, Comparison

PAIRS = ("boshan-2023-2025", "zibo-2024-linzi-2026", "boshan-2023-zichuan-2023")
MOST_DOUBTS = 5
LEAST_RECALL = 0.85

Labels = dict[str, Any]
Link = tuple[str, str]


@pytest.fixture(params=PAIRS)
def labels(request: pytest.FixtureRequest) -> Labels:
    """One labelled pair; what its keys mean stands in zibo-2024-linzi-2026.yaml."""
    text = Path(__file__).with_name(f"{request.param}.yaml").read_text(encoding="utf-8")
    loaded: Labels = yaml.safe_load(text)
    return loaded


@pytest.fixture
def comparison(labels: Labels, library: Library) -> Comparison:
    """The two notices compared, knowing nothing but their texts."""
    return compare.notices(library.notice(labels["old"]), library.notice(labels["new"]))


def _links(comparison: Comparison) -> list[ClauseChange]:
    return [clause for item in comparison.items for clause in item.clauses if clause.old and clause.new]


def _name(clause: ClauseChange) -> Link:
    return f"{clause.old_item}.{clause.old_position}", f"{clause.new_item}.{clause.new_position}"


def _signed(labels: Labels) -> set[Link]:
    return {(old, new) for old, new in labels["links"]}


def _right(labels: Labels) -> set[Link]:
    either = {(one["old"], new) for one in labels["either"] for new in one["new"]}
    return _signed(labels) | either | {(old, new) for old, new in labels["possible"]}


def test_every_item_is_related_as_a_person_would(labels: Labels, comparison: Comparison) -> None:
    found = {(item.relation.value, item.old, item.new): item for item in comparison.items}
    for label in labels["relations"]:
        item = found.get((label["relation"], tuple(label["old"]), tuple(label["new"])))
        assert item is not None, label
        assert item.retitled == label.get("retitled", item.retitled), label


def test_no_item_is_related_that_a_person_would_not(labels: Labels, comparison: Comparison) -> None:
    labelled = {(one["relation"], tuple(one["old"]), tuple(one["new"])) for one in labels["relations"]}
    for item in comparison.items:
        if set(item.old) <= set(labels["open_old"]) and set(item.new) <= set(labels["open_new"]):
            continue
        assert (item.relation.value, item.old, item.new) in labelled


def test_what_is_stated_as_fact_is_right(labels: Labels, comparison: Comparison) -> None:
    certain = {_name(clause) for clause in _links(comparison) if clause.certain}
    assert certain - _right(labels) == set()


def test_most_of_what_lives_on_is_found(labels: Labels, comparison: Comparison) -> None:
    found = {_name(clause) for clause in _links(comparison)}
    signed = _signed(labels)
    either = [any((one["old"], new) in found for new in one["new"]) for one in labels["either"]]
    assert len(found & signed) + sum(either) >= LEAST_RECALL * (len(signed) + len(either))


def test_few_doubts_are_shown_and_at_least_half_of_them_are_right(labels: Labels, comparison: Comparison) -> None:
    doubts = {_name(clause) for clause in comparison.doubtful}
    assert len(doubts) <= MOST_DOUBTS
    assert 2 * len(doubts & _right(labels)) >= len(doubts)


def test_the_labelled_targets_are_told(labels: Labels, comparison: Comparison) -> None:
    told = {(one.change.value, one.old, one.new) for item in comparison.items for one in item.targets}
    missed = {tuple(one) for one in labels["targets"]} - told
    assert len(missed) <= (1 - LEAST_RECALL) * len(labels["targets"])
