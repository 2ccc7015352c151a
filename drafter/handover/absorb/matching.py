"""Which item of the file that came back is which of the draft: by its bookmark and by its text."""

from collections.abc import Mapping, Sequence

from drafter import similarity
from drafter.model.notice import Item

_BOOKMARK = 0.5
_LEAST = 0.5
_TELLING = 4  # items; fewer may all have been written anew


def matched(
    base: Sequence[Item], ids: Sequence[str], returned: Sequence[Item], bookmarks: Mapping[int, str]
) -> dict[int, int]:
    """For each item that came back the one it was printed from, both by position from 0.

    A bookmark counts much but not against the text: typing before an item can leave its bookmark on the new one.
    """
    likenesses = similarity.likenesses([_text(one) for one in base], [_text(one) for one in returned])
    scores = [
        (likenesses[at][number] + _BOOKMARK * (bookmarks.get(number + 1) == ids[at]), at, number)
        for at in range(len(base))
        for number in range(len(returned))
    ]
    pairs: dict[int, int] = {}
    for score, at, number in sorted(scores, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if score >= _LEAST and number not in pairs and at not in pairs.values():
            pairs[number] = at
    return pairs


def is_other(base: Sequence[Item], returned: Sequence[Item]) -> bool:
    """Whether a list is so unlike the other that it cannot have been made from it, whatever its bookmarks say."""
    rows = similarity.likenesses([_text(one) for one in base], [_text(one) for one in returned])
    alike = sum(any(value >= _LEAST for value in row) for row in rows)
    fewest = min(len(base), len(returned))
    return fewest >= _TELLING and alike * 3 < fewest


def _text(item: Item) -> str:
    return f"{item.heading or ''}{''.join(clause.text for clause in item.all_clauses)}"
