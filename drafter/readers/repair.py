"""Typographic repair of one line, each kind of repair told by the slug of the rule it broke (spec chapter 7)."""

import re
import unicodedata

from drafter.model.base import Value
from drafter.text import contacts, numerals, word_lists

_CJK = r"[\u4e00-\u9fff\u3007〇●×]"
_MARK = r"[，。；：！？、（）〔〕《》“”‘’—…]"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\ufeff\u200b]")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]")
_TO_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_NARROW = re.compile(rf"(?:(?<={_CJK})|(?<={_MARK}))[,;:!?]|[,;:!?](?={_CJK}|[“《（〔])")
_STOP = re.compile(rf"(?<={_CJK})\.(?=[\d“《（〔(]|{_CJK}|{_MARK}|$)|(?<=[%）)”》])\.(?=[“《（〔(]|{_CJK}|$)")
_LABELS = "|".join(word for words in word_lists.load("unit_labels").values() for word in words if len(word) > 2)
_LABEL_IN_BRACKETS = re.compile(rf"[【［\[]({_LABELS})[：:]?[】］\]][：:]?(?=[^\s。，])")
_ORDINAL_IN_BRACKETS = re.compile(
    rf"^[【［\[]((?:第{numerals.CHINESE}[件项](?:实事)?|(?:实事|项目)(?:{numerals.CHINESE}|\d{{1,2}})))[】］\]][：:、]?"
)
_ORDINAL_MARK = re.compile(r"^([一二三四五六七八九十]{1,3})[ \u3000]*[.．。][ \u3000]*(?=[\u4e00-\u9fff“《])")
_BLANKS = re.compile(
    rf"(?<={_CJK})[ \u00a0]+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])[ \u00a0]+(?={_CJK}|{_MARK})"
    rf"|(?<={_MARK})[ \u00a0]+(?=[A-Za-z0-9{_CJK[1:-1]}])|(?<={_CJK})[ \u00a0]+(?={_MARK})"
)


class Mended(Value):
    """A line as it should read, as it was printed, and the slugs of what was repaired.

    `behind` is the blanks at its end, which are no part of `printed`: they are told only where they place a line.
    """

    text: str
    printed: str
    where: str
    codes: tuple[str, ...] = ()
    behind: str = ""


def mend(text: str, where: str) -> Mended:
    """Repair widths, blanks, brackets and markdown remains of one line; words and figures stay as they are.

    Unicode NFC and blanks at the end are mended without a word.
    """
    whole = unicodedata.normalize("NFC", text).rstrip("\r\n")
    printed = whole.rstrip(" \t\u00a0\u3000\r\n")
    codes: list[str] = []
    steps = (
        ("layout-by-blanks", lambda line: line.lstrip().replace("\t", " ")),
        ("residue", lambda line: _CONTROL.sub("", line)),
        ("residue", _without_markdown),
        ("number-width", lambda line: _WIDE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), line)),
        ("percent-fullwidth", lambda line: line.replace("％", "%")),
        ("units-bracket-pair", lambda line: _LABEL_IN_BRACKETS.sub(r"\1：", line)),
        ("ordinal-mark", lambda line: _ORDINAL_IN_BRACKETS.sub(r"\1：", line)),
        ("ordinal-mark", lambda line: _ORDINAL_MARK.sub(r"\1、", line)),
        ("quotes-straight-or-unpaired", _curly_quotes),
        ("halfwidth-punct", lambda line: _NARROW.sub(lambda m: _TO_WIDE[m[0]], line)),
        ("halfwidth-punct", _wide_brackets),
        ("halfwidth-punct", lambda line: _STOP.sub("。", line)),
        ("layout-by-blanks", _one_blank_between_contacts),
        ("blank-in-text", lambda line: _BLANKS.sub("", line)),
    )
    mended = printed
    for code, step in steps:
        better = step(mended)
        if better != mended and code not in codes:
            codes.append(code)
        mended = better
    return Mended(text=mended, printed=printed, where=where, codes=tuple(codes), behind=whole[len(printed) :])


def _without_markdown(line: str) -> str:
    return re.sub(r"\*\*(.*?)\*\*|\*\*", lambda m: m[1] or "", re.sub(r"^#{1,6}\s+", "", line))


def _one_blank_between_contacts(line: str) -> str:
    """In a contact line runs of blanks part the entries: one full-width blank does that."""
    return re.sub(r"[ \u00a0\u3000]{2,}", "\u3000", line) if contacts.is_contact_line(line) else line


def _curly_quotes(line: str) -> str:
    """Straight double quotes made “ ” in turn, where their number is even and the line is Chinese."""
    if line.count('"') % 2 or not re.search(_CJK, line):
        return line
    marks = iter("“”" * (line.count('"') // 2))
    return re.sub('"', lambda _: next(marks), line)


def _wide_brackets(line: str) -> str:
    """Half-width brackets round or beside Chinese made full-width, partners together; f(x) and (HPV) alone stay."""
    stack: list[tuple[int, str]] = []
    chars = list(line)
    for at, char in enumerate(line):
        if char in "(（":
            stack.append((at, char))
        elif char in ")）" and stack:
            start, opening = stack.pop()
            mixed = (opening == "(") != (char == ")")
            if mixed or re.search(rf"{_CJK}|{_MARK}", line[max(0, start - 1) : at + 2]):
                chars[start], chars[at] = "（", "）"
    return "".join(chars)
