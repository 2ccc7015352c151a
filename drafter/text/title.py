"""Breaking a title into lines by sense (spec M-02…M-07): no word, name or year split, a trapezoid or a diamond."""

import itertools
import re

from drafter.text import organs, word_lists

HARD_LIMIT = 20
SOFT_LIMIT = 18
_MOST_LINES = 4
_LEAST_LAST = 4
_NEVER_FIRST = "的、，。》）”〕"
_NEVER_LAST = "《（“〔"
_JOINT = re.compile(r"[和与及]")


def width(text: str) -> float:
    """Width in characters of the title's size: half for Latin letters and digits."""
    return sum(0.5 if ord(char) < 0x2E80 and char not in "“”‘’—…·" else 1 for char in text)


def break_title(title: str) -> list[str]:
    """The lines of a title, joined again the title itself.

    Names in 《》 stay whole where lines can be found that way; a title too long for four lines is filled line by line.
    """
    if width(title) <= SOFT_LIMIT:
        return [title]
    issuer = organs.issuer_at_start(title) or ""
    first = issuer if issuer != title and width(issuer) <= HARD_LIMIT else ""
    longer = f"{first}关于印发" if first and title.startswith(f"{first}关于印发《") else ""
    for lead, whole_names in ((first, True), (longer, True), (first, False)):
        if lead or not longer:
            lines = _least_cost([lead] if lead else [], _pieces(title[len(lead) :], whole_names=whole_names))
            if lines:
                return lines
    rest = _filled(_pieces(title[len(first) :], whole_names=False))
    return [first, *rest] if first else rest


def _least_cost(lead: list[str], pieces: list[str]) -> list[str] | None:
    """The best admissible lines, None where there are none or the text is too long for four lines."""
    if sum(map(width, pieces)) > HARD_LIMIT * (_MOST_LINES - len(lead)):
        return None
    found = [
        [*lead, *lines]
        for count in range(1, _MOST_LINES - len(lead) + 1)
        for lines in _cuts(pieces, count)
        if _is_admissible([*lead, *lines])
    ]
    return min(found, key=_cost, default=None)


def _pieces(text: str, *, whole_names: bool = True) -> list[str]:
    """The text in pieces that stay whole; names in 《》 and “” too, or else only the words in them."""
    known = "|".join(map(re.escape, word_lists.load("title_words")[""]))
    names = r"《[^》]*》|“[^”]*”|" if whole_names else ""
    form = re.compile(rf"{names}\d{{4}}(?:—\d{{4}})?年度?|[A-Za-z0-9.%+-]+|{known}|.", re.DOTALL)
    pieces: list[str] = []
    for piece in form.findall(text):
        before = pieces[-1] if pieces else ""
        if width(piece) > HARD_LIMIT:
            pieces.extend(piece)
        elif (
            before and (piece[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST) and width(before + piece) <= HARD_LIMIT
        ) or (before and len(piece) == 1 and len(before) <= 2 and not _is_word(before)):
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


def _filled(pieces: list[str]) -> list[str]:
    """Lines filled with pieces as they come, for a title too long to be broken by sense."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and width(lines[-1] + piece) > HARD_LIMIT:
            lines.append("")
        lines[-1] += piece
    return lines
