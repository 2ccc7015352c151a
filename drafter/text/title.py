"""Breaking a title into lines by sense (spec M-02…M-07): no word, name or year split, a trapezoid or a diamond."""

import itertools
import re

from drafter.text import organs, word_lists

HARD_LIMIT = 20
SOFT_LIMIT = 18
_MOST_LINES = 4
_LEAST_LAST = 4
_NEVER_FIRST = "的、，。》）”〕"
_JOINT = re.compile(r"[和与及]")


def width(text: str) -> float:
    """Width in characters of the title's size: half for Latin letters and digits."""
    return sum(0.5 if ord(char) < 0x2E80 and char not in "“”‘’—…·" else 1 for char in text)


def break_title(title: str) -> list[str]:
    """The lines of a title, joined again the title itself.

    A title that cannot be broken by sense within the limit comes back cut at the limit.
    """
    if width(title) <= SOFT_LIMIT:
        return [title]
    issuer = organs.issuer_at_start(title) or ""
    if issuer == title:
        issuer = ""
    lead = [issuer] if issuer and width(issuer) <= HARD_LIMIT else []
    rest = title[len(issuer) :] if lead else title
    pieces = _pieces(rest)
    best: tuple[float, list[str]] | None = None
    for count in range(1, _MOST_LINES - len(lead) + 1):
        for lines in _cuts(pieces, count):
            whole = [*lead, *lines]
            if _is_admissible(whole):
                cost = _cost(whole)
                if best is None or cost < best[0]:
                    best = cost, whole
    return best[1] if best else [*lead, *_cut_at_limit(rest)]


def _pieces(text: str) -> list[str]:
    """The text in pieces that stay whole; single characters where no word is known."""
    known = "|".join(map(re.escape, word_lists.load("title_words")[""]))
    whole = r"《[^》]*》|“[^”]*”|\d{4}(?:—\d{4})?年度?|[A-Za-z0-9.%+-]+"
    form = re.compile(rf"{whole}|{known}|.", re.DOTALL)
    pieces: list[str] = []
    for piece in form.findall(text):
        if len(piece) > HARD_LIMIT:
            pieces.extend(piece)
        elif (pieces and piece[0] in _NEVER_FIRST) or (
            pieces and (len(piece) == 1 and len(pieces[-1]) <= 2 and not _is_word(pieces[-1]))
        ):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _is_word(piece: str) -> bool:
    return piece in word_lists.load("title_words")[""]


def _cuts(pieces: list[str], count: int) -> list[list[str]]:
    found = []
    for ends in itertools.combinations(range(1, len(pieces)), count - 1):
        marks = (0, *ends, len(pieces))
        lines = ["".join(pieces[a:b]) for a, b in itertools.pairwise(marks)]
        if all(width(line) <= HARD_LIMIT for line in lines):
            found.append(lines)
    return found


def _is_admissible(lines: list[str]) -> bool:
    widths = [width(line) for line in lines]
    if lines[-1] in ("通知", "的通知") or (len(lines) > 1 and widths[-1] < _LEAST_LAST):
        return False
    return not any(widths[at] < min(widths[at - 1], widths[at + 1]) for at in range(1, len(widths) - 1))


def _cost(lines: list[str]) -> float:
    widths = [width(line) for line in lines]
    mean = sum(widths) / len(widths)
    variance = sum((one - mean) ** 2 for one in widths) / len(widths)
    peak = widths.index(max(widths))
    rising = all(a < b for a, b in itertools.pairwise(widths[: peak + 1]))
    falling = all(a > b for a, b in itertools.pairwise(widths[peak:]))
    torn = sum(bool(_JOINT.fullmatch(line[-1])) for line in lines[:-1])
    return (
        4 * sum(one > SOFT_LIMIT for one in widths)
        + 3 * (len(set(widths)) == 1 and len(widths) > 1)
        + variance / 10
        + 2 * len(lines)
        - 2 * (rising and falling)
        + 3 * torn
        + abs(peak - (len(widths) - 1) / 2) / 100
    )


def _cut_at_limit(text: str) -> list[str]:
    lines, line = [], ""
    for char in text:
        if width(line + char) > HARD_LIMIT:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]
