"""发文稿纸: the form that goes round with the draft, its known fields filled and all others blank (spec S-04)."""

from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.render import Rendered, Templates, sheet
from drafter.text import dates
from drafter.text.finished import notice_of
from drafter.text.lines import wrap
from drafter.text.printable import require_printable
from drafter.text.title import break_title

NAME = "发文稿纸"
_PUBLIC = "此件公开发布"
_CHOICES = "□主动公开\u3000□依申请公开\u3000□不予公开\u3000理由："

# Measures of the template, in twips, by which the room for opinions fills the sheet and never needs a second one.
_SHEET, _TITLE_LINE, _BELOW_TITLE, _LINE, _ROW = 12450, 640, 240, 360, 90
_PAIRS, _LINES_OF_PAIRS, _OPINIONS = 6, 7, 3
_CHARACTERS = 28.5  # of 30.5 in a line: punctuation and figures may leave a line short
_LEAST, _MOST = 2, 7
_LABEL_LINES = {"attachments": 2}


def make(draft: Draft, templates: Templates) -> Rendered:
    """The 发文稿纸 of a draft. Raises UnfitValue for text that cannot be printed."""
    notice = notice_of(draft)
    require_printable(notice)
    form = break_title(notice.issuer + NAME)
    texts = _texts(notice)
    signing, checking, reviewing = _rooms(len(form), texts)
    values = {
        "form": "\n".join(form),
        "doc_number": str(notice.doc_number) if notice.doc_number else "",
        "secrecy": notice.secrecy or "",
        "urgency": notice.urgency or "",
        **texts,
        "room_to_sign": signing,
        "room_to_check": checking,
        "room_to_review": reviewing,
        "imprint_date": dates.to_chinese(notice.imprint_date) if notice.imprint_date else dates.blank(notice.year),
    }
    return sheet("cover", values, templates, title=f"{NAME}（{notice.title}）")


def blanks(draft: Draft) -> list[str]:
    """The fields that a draft could have filled and did not."""
    known: dict[str, object] = {
        "文号": draft.doc_number,
        "文号序号": draft.doc_number is None or draft.doc_number.serial,
        "密级和保密期限": draft.secrecy,
        "紧急程度": draft.urgency,
        "主送": draft.recipients,
        "抄送": draft.copies_to,
        "附件": draft.attachments,
        "公开属性": _is_public(draft.disclosure),
        "印发日期": draft.imprint_date,
    }
    return [name for name, value in known.items() if not value]


def _texts(notice: Notice) -> dict[str, str]:
    """The fields that are as wide as the form."""
    names = [one.title for one in notice.attachments]
    numbered = [f"{number}. {name}" for number, name in enumerate(names, start=1)]
    return {
        "title": notice.title,
        "recipients": notice.recipients or "",
        "copies_to": "，".join(notice.copies_to),
        "attachments": "\n".join(numbered if names[1:] else names),
        "disclosure": "主动公开" if _is_public(notice.disclosure) else _CHOICES,
    }


def _is_public(disclosure: str | None) -> bool:
    return _PUBLIC in (disclosure or "")


def _rooms(title_lines: int, texts: dict[str, str]) -> list[list[str]]:
    """The blank lines for opinions: for signing, for checking, for the office's review; the first has the most."""
    heights = [
        max(len(wrap(text, _CHARACTERS, _CHARACTERS)), _LABEL_LINES.get(name, 1)) for name, text in texts.items()
    ]
    rows = _PAIRS + len(heights) + _OPINIONS
    taken = title_lines * _TITLE_LINE + _BELOW_TITLE + rows * _ROW + (_LINES_OF_PAIRS + sum(heights)) * _LINE
    free = (_SHEET - taken) // _LINE
    rooms = [(free + further) // _OPINIONS for further in (2, 1, 0)]
    return [[""] * min(max(room, _LEAST), _MOST) for room in rooms]
