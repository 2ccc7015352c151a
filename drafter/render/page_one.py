"""The first page of a 印发 notice: whether notice, signature and room for the seal fit, and what gives way if not.

The signature may not stand on a page without text, and the first page must show text (spec M-26, M-38, P-11). What
gives way, in this order: a line of the room for the seal, the pitch of the lines, at last the paragraph is parted.
"""

from drafter.model.base import Value
from drafter.model.notice import Form, Format, Notice
from drafter.render import geometry
from drafter.render.mark import Mark
from drafter.render.settings import Settings
from drafter.text.lines import wrap
from drafter.text.title import break_title

LINE = 579
TITLE_LINE = 640
_LEAST_LINE = 520  # 26 pt, the least the spec allows (M-26)
_LEAST_TITLE_LINE = 600
_FOOT = 16838 - 1984
_SAFETY = 30
_CHARACTERS = 28
_ROOM, _LEAST_ROOM, _WITHOUT_SEAL = 3, 2, 1
_MARKS = "，、》”"
_LEAST_TEXT = 2  # one line is what the rule asks for; which one, an estimate cannot tell
_AROUND_BODY = 3  # two empty lines above the title, one below


class Plan(Value):
    """How the first page is set: lines of room for the seal, pitch of lines and of title lines in twips.

    `stays` is the part of the last opening paragraph that stays on the first page where it is parted.
    `recipients_below` says that 主送 goes into the 版记, or the page would show no text (M-11).
    """

    room: int
    line: int = LINE
    title_line: int = TITLE_LINE
    stays: str | None = None
    recipients_below: bool = False


def plan(notice: Notice, settings: Settings, layout: Format, mark: Mark) -> Plan:
    """The plan for a notice; the direct form, whose signature stands far behind, gets the full room."""
    room = _ROOM if settings.seal else _WITHOUT_SEAL
    space = _FOOT - geometry.head_end(layout, mark) - _SAFETY
    titles = len(break_title(notice.title))
    above = _AROUND_BODY + _recipient_lines(notice)
    below = (above + _LEAST_TEXT) * LINE + titles * TITLE_LINE > space
    if notice.form is Form.DIRECT or not notice.signature:
        return Plan(room=room, recipients_below=below)
    above = _AROUND_BODY if below else above
    fixed = above + sum(map(len, _opening(notice))) + _signature_lines(notice)
    least = min(room, _LEAST_ROOM)
    for lines in range(room, least - 1, -1):
        if (fixed + lines) * LINE + titles * TITLE_LINE <= space:
            return Plan(room=lines, recipients_below=below)
    pitch = (space - titles * _LEAST_TITLE_LINE) // (fixed + least)
    if pitch >= _LEAST_LINE:
        return Plan(room=least, line=min(pitch, LINE), title_line=_LEAST_TITLE_LINE, recipients_below=below)
    stays = _part(notice, (space - titles * TITLE_LINE) // LINE - above)
    return Plan(room=room, stays=stays, recipients_below=below)


def _recipient_lines(notice: Notice) -> int:
    return len(wrap(f"{notice.recipients}：", _CHARACTERS, _CHARACTERS)) if notice.recipients else 0


def _signature_lines(notice: Notice) -> int:
    return len(wrap(notice.signature or "", _CHARACTERS, _CHARACTERS)) + 1 + bool(notice.disclosure)


def _opening(notice: Notice) -> list[list[str]]:
    return [wrap(text, _CHARACTERS - 2, _CHARACTERS) for text in notice.opening]


def _part(notice: Notice, room: int) -> str | None:
    """What of the only opening paragraph stays; None where there are others, it runs on by itself, or has no mark.

    It is parted behind a mark: a line that ends there looks right wherever another machine breaks its lines.
    """
    *before, last = _opening(notice) or [[]]
    if before or not 2 <= len(last) <= room:
        return None
    stays = "".join(last[:-1])
    behind_mark = max(stays.rfind(mark) for mark in _MARKS) + 1
    return stays[:behind_mark] or None
