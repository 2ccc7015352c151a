"""Splitting a body into clauses (sentences), with nothing lost: joined, they are the body again."""

_STOPS = "。；！？"
_OPENING = "“‘（〔《〈「『【"
_CLOSING = "”’）〕》〉」』】"


def split(body: str) -> list[str]:
    """The sentences of a body, each with its punctuation; marks inside quotes or brackets do not split.

    Quotes or brackets that never close are taken as not there.
    """
    depths = _depths(body)
    clauses, start = [], 0
    for at, char in enumerate(body):
        if char in _STOPS and depths[at] == 0:
            end = at + 1
            if end < len(body) and body[end] in _STOPS:
                continue
            clauses.append(body[start:end])
            start = end
    if start < len(body):
        clauses.append(body[start:])
    return _without_bare_marks(clauses)


def _depths(body: str) -> list[int]:
    """For each character, how many balanced pairs of quotes or brackets stand round it."""
    pairs, stack = [], []
    for at, char in enumerate(body):
        if char in _OPENING:
            stack.append((_OPENING.index(char), at))
        elif char in _CLOSING:
            kind = _CLOSING.index(char)
            open_at = next((i for i in reversed(range(len(stack))) if stack[i][0] == kind), None)
            if open_at is not None:
                pairs.append((stack[open_at][1], at))
                del stack[open_at:]
    steps = [0] * (len(body) + 1)
    for first, last in pairs:
        steps[first] += 1
        steps[last] -= 1
    depths, depth = [], 0
    for step in steps[: len(body)]:
        depth += step
        depths.append(depth)
    return depths


def _without_bare_marks(clauses: list[str]) -> list[str]:
    """Blanks or marks alone are no clause: they stay with the clause before."""
    joined: list[str] = []
    for clause in clauses:
        if joined and not any(char.isalnum() for char in clause):
            joined[-1] += clause
        else:
            joined.append(clause)
    return joined
