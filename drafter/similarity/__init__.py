"""How alike texts are, from 0 to 1: on clauses, with figures masked; the only place that knows rapidfuzz.

- `folded(text)`: what of a text counts: figures as #, no blanks, no punctuation; `pairs` of its characters.
- `likenesses(olds, news)`: rows of likenesses, each old text with each new one; symmetric, for pairing;
  `Beside(news).rows(olds)` gives the same where many old texts are set beside the same new ones.
- `opcodes(old, new)`: the steps that turn one row of words into another (equal, replace, delete, insert).
- `shared_words(one, other)`: the longest stretches both hold, for the reason shown to people.
- `Asked(text, weights).likeness(print)`: how well a clause answers what is asked, synonyms and rarity weighed in;
  `Lexicon` holds the words that mean the same, `Weights` what each feature counts, `Print` what is kept of a clause.
"""

from drafter.similarity.asked import SHARES, Asked, Gains, Shares
from drafter.similarity.edits import Opcode, opcodes
from drafter.similarity.folding import folded, pairs
from drafter.similarity.lexicon import Lexicon
from drafter.similarity.matrix import Beside, likenesses
from drafter.similarity.pairing import assigned
from drafter.similarity.stretches import shared_words
from drafter.similarity.weights import Print, Weights, known_features, times

__all__ = [
    "SHARES",
    "Asked",
    "Beside",
    "Gains",
    "Lexicon",
    "Opcode",
    "Print",
    "Shares",
    "Weights",
    "assigned",
    "folded",
    "known_features",
    "likenesses",
    "opcodes",
    "pairs",
    "shared_words",
    "times",
]
