"""What became of the clauses of the draft in the file that came back, those that went to another place too."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter import similarity
from drafter.compare import pieces
from drafter.handover.absorb.changes import Step

_SAME = 0.7  # likeness from which a clause that went and one that came are one


@dataclass
class Open:
    """A step whose partner elsewhere may still be found; `home` is the item's id, `at` its place among all clauses."""

    home: str
    old: int | None = None
    at: int | None = None
    before: str | None = None
    text: str | None = None
    key: str | None = None
    source: "Open | None" = None
    elsewhere: bool = False

    @property
    def step(self) -> Step:
        """The step as a value."""
        source = (self.source.home, self.source.at) if self.source and self.source.at is not None else None
        return Step(old=self.old, text=self.text, key=self.key, source=source, elsewhere=self.elsewhere)


@dataclass
class Steps:
    """The steps of all bodies, gathered so that what went can be found again where it came."""

    gone: list[Open] = field(default_factory=list)
    come: list[Open] = field(default_factory=list)

    def of_part(self, home: str, name: str, first: int, old: Sequence[str], new: Sequence[str]) -> list[Open]:
        """The steps of a body or sub-entry; `first` is the place of its first clause among all of the item."""
        made = []
        for before, after in pieces.line_pairs(old, new):
            key = f"{home}:{name}{before + 1}" if before is not None else f"{home}:{name}+{(after or 0) + 1}"
            one = Open(
                home=home,
                old=before,
                at=None if before is None else first + before,
                before=None if before is None else old[before],
                text=None if after is None else new[after],
            )
            if one.before != one.text:
                one.key = key
                if one.text is None:
                    self.gone.append(one)
                elif before is None:
                    self.come.append(one)
            made.append(one)
        return made

    def of_new(self, home: str, texts: Sequence[str]) -> list[Open]:
        """The steps of an item that is new: all its clauses came with it."""
        made = [Open(home=home, text=text, key=home) for text in texts]
        self.come += made
        return made

    def leave(self, home: str, first: int, texts: Sequence[str]) -> None:
        """The clauses of an item or sub-entry that is gone, which may have gone into another; `first` as above."""
        self.gone += [Open(home=home, old=at, at=first + at, before=text) for at, text in enumerate(texts)]

    def link(self) -> None:
        """Find what went again where it came: equal texts first, then the likest."""
        left = list(self.gone)
        for one in self.come:
            same = next((gone for gone in left if gone.before == one.text), None)
            if same:
                _join(one, same)
                left.remove(same)
        open_ = [one for one in self.come if one.source is None]
        texts = [gone.before or "" for gone in left], [one.text or "" for one in open_]
        for before, after, _ in similarity.assigned(*texts, least=_SAME):
            _join(open_[after], left[before])


def _join(come: Open, gone: Open) -> None:
    """One clause at two places is one change: taken or refused at both."""
    come.source = gone
    if gone.key is not None:
        gone.key, gone.elsewhere = come.key, True
