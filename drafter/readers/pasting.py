"""Lines that hold several parts of a notice, as a text pasted without line ends does, cut where one part ends."""

import itertools
import re
from collections.abc import Iterable, Sequence

from drafter.readers.repair import Mended
from drafter.readers.telling import Telling
from drafter.text import contacts, dates, numerals
from drafter.text.unit_clause import names_units

_LONG = 120
_DATE = r"(?:19|20)\d{2}年[ \u3000]*\d{1,2}月[ \u3000]*\d{1,2}日"
_ISSUER = r"[\u4e00-\u9fff]{2,12}(?:人民政府办公室|人民政府办公厅|人民政府|委员会办公室|委员会|妇女联合会)"
_NUMBER = r"[\u4e00-\u9fff]{2,8}〔\d{4}〕[ \u3000]*\d{1,4}[ \u3000]*号"
_CUTS = (
    rf"(?<=通知)[ \u3000]*(?={_NUMBER})",
    rf"(?<=号)[ \u3000]*(?=各|有关|(?:{_ISSUER})?关于)",
    rf"^{_NUMBER}()(?=.)",
    rf"(?<=[。）表单案])[ \u3000]*(?=(?:{_ISSUER})[ \u3000]*{_DATE})",
    rf"(?<=室|厅|府|会)[ \u3000]*(?={_DATE}[ \u3000]*(?:[（(]此件|附件|$))",
    rf"(?<=。)[ \u3000]*(?={_DATE}[ \u3000]*(?:[（(]此件|附件|$))",
    r"(?<=日)[ \u3000]*(?=[（(]此件)",
    r"(?<=[日。）)〕表单\w])[ \u3000]*(?=附件[:：])",
    r"(?<=此件公开发布[）)])[ \u3000]*(?=.)",
    r"(?<=[。）)])[ \u3000]*(?=抄送[:：]|联系人[:：]|联系电话[:：])",
    r"(?<=[表单])[ \u3000]+(?=附件[ \u3000]*\d?[ \u3000])",
)
_TITLE = re.compile(r"^[^。]*?关于[^。：]{4,80}?通知[ \u3000]*(?=各|有关|市|县|区|[（(])")
_ADDRESSEES = re.compile(r"^(?:各|有关|市|县|区)[^。：]{3,120}：(?=.)")
_LINE_END = re.compile(r"(?<=[\u4e00-\u9fff，、“])[ \u3000](?=[\u4e00-\u9fff“])(?!附件|抄送|[^“]*”)")
_BEHIND = r"(?<=[。；）〕】\])：])[ \u3000]*|[ \u3000]+|(?<=清单)|(?<=项目)|(?<=方案)"
_COUNTERS = {
    "chinese": numerals.CHINESE + "、",
    "bracket": rf"（{numerals.CHINESE}）",
    "arabic": r"\d{1,2}(?:[.．](?!\d)|、)",
    "circled": "[①-⑳]",
}


def unpaste(lines: Sequence[Mended], telling: Telling) -> list[Mended]:
    """The lines, those that hold several parts cut; each cut is told."""
    whole = len(lines) <= 5 or any(len(line.text) > 8 * _LONG for line in lines)
    found: list[Mended] = []
    for at, line in enumerate(lines):
        pieces = [line.text]
        if whole and len(line.text) > _LONG:
            pieces = [_LINE_END.sub("", piece) for piece in _without_blanks(_cut_parts(pieces))]
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        pieces = [part for piece in pieces for part in _cut_items(piece, following, whole=whole)]
        pieces = [part for piece in pieces for part in (_cut_tail(piece) if len(pieces) > 1 and whole else [piece])]
        if len(pieces) > 1:
            telling.tell("items-run-together", line.where, line.printed, f"分为{len(pieces)}段")
        found += [line.replaced(text=_one_blank(piece) if len(pieces) > 1 else piece) for piece in pieces]
    return found


def _one_blank(text: str) -> str:
    """In a contact line runs of blanks part the entries: one full-width blank does that."""
    return re.sub(r"[ \u3000]{2,}", "\u3000", text) if contacts.is_contact_line(text) else text


def _without_blanks(pieces: Iterable[str]) -> list[str]:
    stripped = (re.sub(r"^(?:#{1,6}\s+)", "", piece.strip()) for piece in pieces)
    return [piece for piece in stripped if piece]


def _cut_parts(pieces: list[str]) -> list[str]:
    """Cut between the parts of a head and a tail: title, number, addressees, signature, date, note, attachments."""
    for cut in _CUTS:
        pieces = [
            part for piece in pieces for part in _cut_at(piece, [found.end() for found in re.finditer(cut, piece)])
        ]
    found: list[str] = []
    for piece in pieces:
        title = _TITLE.match(piece)
        rest = piece[title.end() :] if title else piece
        addressees = _ADDRESSEES.match(rest)
        found += [title[0]] if title else []
        found += [rest[: addressees.end()], rest[addressees.end() :]] if addressees else [rest]
    return found


def _cut_at(text: str, places: Iterable[int]) -> list[str]:
    bounds = [0, *sorted(set(places) - {0, len(text)}), len(text)]
    return _without_blanks(text[first:last] for first, last in itertools.pairwise(bounds)) or [text]


def _cut_items(text: str, following: str, *, whole: bool) -> list[str]:
    """Cut before each ordinal that goes on with the counting of the line."""
    own = numerals.split_ordinal(text)[0]
    shapes = [numerals.shape_of(own)] if own else [*_COUNTERS]
    for shape in shapes:
        if shape not in _COUNTERS or (shape in ("arabic", "circled") and not names_units(text)):
            continue
        places = _sequence(text, shape, own)
        if len(places) > 1 or (len(places) == 1 and not own and _follows(following, shape, 2)):
            pieces = _cut_at(text, places)
            return [part for piece in pieces for part in _cut_below(piece)] if whole else pieces
    return _cut_below(text) if own else [text]


def _cut_below(text: str) -> list[str]:
    """Cut a section whose own items stand on its line: each ends with its units."""
    own = numerals.split_ordinal(text)[0]
    if not own or len(re.findall(r"单位[:：]", text)) < 2:
        return [text]
    for shape in _COUNTERS:
        places = _sequence(text, shape, None) if shape != numerals.shape_of(own) else []
        if len(places) > 1 or (places and places[0] < 30):
            return _cut_at(text, places)
    return [text]


def _sequence(text: str, shape: str, own: str | None) -> list[int]:
    """Where ordinals of a shape stand that count on: from the line's own, else from the first."""
    places = [0] if own else []
    number = numerals.ordinal_value(own) if own else None
    pattern = _COUNTERS[shape]
    for found in re.finditer(rf"(?:^|{_BEHIND})(?P<ordinal>{pattern})", text):
        if found.start("ordinal") == 0 and own:
            continue
        ordinal = numerals.split_ordinal(text[found.start("ordinal") :])[0]
        value = numerals.ordinal_value(ordinal) if ordinal else None
        if value is None or (number is not None and value != number + 1) or (number is None and value != 1):
            continue
        places.append(found.start("ordinal"))
        number = value
    return places


def _follows(text: str, shape: str, number: int) -> bool:
    ordinal = numerals.split_ordinal(text)[0]
    return ordinal is not None and numerals.shape_of(ordinal) == shape and numerals.ordinal_value(ordinal) == number


def _cut_tail(text: str) -> list[str]:
    """Cut what stands behind the units of the last item, and a signature before its date."""
    found = re.match(r".*?[（〔(](?:责任|牵头|主办)[^）〕)]*(?:（[^）]*）[^）〕)]*)*[）〕)][ \u3000]*", text)
    if not found or not numerals.split_ordinal(text)[0] or len(text) - found.end() < 5:
        return [text]
    rest = text[found.end() :]
    day = dates.find_at_end(rest)
    return _without_blanks([text[: found.end()], *([rest] if not day or day == rest else _cut_parts([rest]))])
