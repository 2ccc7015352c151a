"""Drafts changed by steps of a drafter, drawn at random."""

from collections.abc import Callable

from hypothesis import Phase
from hypothesis import strategies as st

from drafter import drafting
from drafter.errors import DrafterError
from drafter.library import Library
from drafter.model.draft import Draft

SEEN = (Phase.explicit, Phase.reuse, Phase.generate)  # a smaller example is not worth minutes
Step = tuple[str, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["figure", "reword", "drop", "drop clause", "move", "move clause", "heading", "units", "take"]),
        st.integers(1, 10),
        st.integers(1, 4),
    ),
    min_size=1,
    max_size=6,
)


def changed(draft: Draft, steps: list[Step], library: Library) -> Draft:
    """The draft after some steps; a step at a place that is not there, or that empties an item, is none."""
    for step in steps:
        draft = _stepped(draft, step, library)
    return draft


def _stepped(draft: Draft, step: Step, library: Library) -> Draft:
    name, item, other = step
    does: dict[str, Callable[[], Draft]] = {
        "figure": lambda: drafting.edit_clause(draft, item, other, f"全年开展活动{item * 7}场。"),
        "reword": lambda: drafting.edit_clause(draft, item, other, _reworded(draft, item, other)),
        "drop": lambda: drafting.drop(draft, item),
        "drop clause": lambda: drafting.drop(draft, item, other),
        "move": lambda: drafting.move(draft, item, at=other),
        "move clause": lambda: drafting.move(draft, item, 1, into=other),
        "heading": lambda: drafting.edit_item(draft, item, library=library, heading=f"办好第{other}类实事"),
        "units": lambda: drafting.edit_item(draft, item, library=library, units="区妇联、区民政局"),
        "take": lambda: drafting.take(draft, f"博山区-2025#{item}", library=library, at=other),
    }
    try:
        made = does[name]()
    except (DrafterError, IndexError):
        return draft
    return made if all(one.all_clauses for one in made.items) else draft


def _reworded(draft: Draft, item: int, clause: int) -> str:
    return f"{draft.items[item - 1].all_clauses[clause - 1].text[:-1]}，取得实效。"
