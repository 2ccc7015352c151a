"""Between the years of which half is kept to the letter and half written anew: the hard case in real life."""

import random
from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter import compare
from drafter.library import Library
from drafter.model.comparison import ClauseChange, Comparison
from drafter.model.notice import Item, Notice
from tests.compare.test_labelled import LEAST_RECALL, MOST_DOUBTS, PAIRS
from tests.conftest import REFERENCES

SEEDS = range(8)

Place = tuple[int, int]
Links = set[tuple[Place, Place]]


def _place(text: str) -> Place:
    item, _, clause = text.partition(".")
    return int(item), int(clause)


def _mixed(labels: dict[str, Any], old: Notice, new: Notice, seed: int) -> tuple[Notice, Links, Links]:
    """The new notice with half of its continued items as they were, the links to be found, and all that are right."""
    links = {(_place(first), _place(second)) for first, second in labels["links"]}
    fair = links | {(_place(first), _place(second)) for first, second in labels["possible"]}
    fair |= {(_place(one["old"]), _place(second)) for one in labels["either"] for second in one["new"]}
    origin = {one["new"][0]: one["old"][0] for one in labels["relations"] if one["relation"] == "continued"}
    kept = {number: origin[number] for number in origin if random.Random(f"{seed} {number}").random() < 0.5}  # noqa: S311 - test data, no secret
    items: list[Item] = []
    letters: Links = set()
    for number, item in enumerate(new.items, start=1):
        before = kept.get(number)
        items.append(old.items[before - 1] if before else item)
        if before:
            count = len(old.items[before - 1].all_clauses)
            letters |= {((before, position), (number, position)) for position in range(1, count + 1)}

    def free(found: Links) -> Links:
        return {(a, b) for a, b in found if a[0] not in kept.values() and b[0] not in kept}

    return new.replaced(items=tuple(items)), letters | free(links), letters | free(fair)


def _linked(found: Comparison) -> list[tuple[tuple[Place, Place], ClauseChange]]:
    return [
        (((row.old_item or 0, row.old_position or 0), (row.new_item or 0, row.new_position or 0)), row)
        for item in found.items
        for row in item.clauses
        if row.old and row.new
    ]


@pytest.mark.parametrize("name", PAIRS)
def test_of_a_notice_half_kept_no_certain_link_is_wrong_and_most_are_found(name: str, library: Library) -> None:
    labels = yaml.safe_load(Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8"))
    old, new = library.notice(labels["old"]), library.notice(labels["new"])
    counts: Counter[str] = Counter()
    for seed in SEEDS:
        mixed, wanted, right = _mixed(labels, old, new, seed)
        rows = _linked(compare.notices(old, mixed))
        assert [link for link, row in rows if row.certain and link not in right] == []
        doubts = [link for link, row in rows if not row.certain]
        counts.update(
            wanted=len(wanted), found=len(wanted & {link for link, _ in rows}),
            doubts=len(doubts), right=sum(link in right for link in doubts),
        )  # fmt: skip
    assert counts["found"] >= LEAST_RECALL * counts["wanted"]
    assert 2 * counts["right"] >= counts["doubts"]


@pytest.mark.parametrize(("first", "second"), list(permutations(REFERENCES, 2)))
def test_a_person_is_asked_about_five_links_at_most(library: Library, first: str, second: str) -> None:
    found = compare.notices(library.notice(first), library.notice(second))
    assert len(found.doubtful) <= MOST_DOUBTS
