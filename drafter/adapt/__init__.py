"""A past text made ours: the year, the level, places and names of units; what cannot be told is marked, not guessed."""

from drafter.adapt.edits import Edit, Kind, Moved
from drafter.adapt.items import item
from drafter.adapt.office import Crossing
from drafter.adapt.rewriting import Rewriting
from drafter.adapt.year import move_year

__all__ = ["Crossing", "Edit", "Kind", "Moved", "Rewriting", "item", "move_year"]
