"""Suggesting 荐: past commitments like a text, for a draft or for a list of wishes, each with the reason why.

- `similar(text, library)`: the past clauses most like a text, in the order of likeness alone.
- `cards(text, library)`: the same as cards: copies through the years as one, with history and warnings.
- `for_item(draft, number, library)`: cards for an item of a draft; `survey(draft, library)` for all of it.
- `advise(wishes, library, place=…)`: each wish with what was done before and what to do with it.
"""

from drafter.suggest.cards import cards
from drafter.suggest.drafts import for_item, origins, survey
from drafter.suggest.ranking import Context, Wanted, similar
from drafter.suggest.shelf import Shelf
from drafter.suggest.wishes import advise

__all__ = ["Context", "Shelf", "Wanted", "advise", "cards", "for_item", "origins", "similar", "survey"]
