"""Accounting for every word of a text: in the notice, or in what is told about it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from drafter.model.notice import Notice
from drafter.model.results import Reading
from drafter.text import dates

# Words that only say what something is; the model says it by the field in which it stands.
_LABELS = re.compile(
    r"^\W*附件\s*(?:\d*\s*$|[：:])"  # the label of an attachment and the 附件说明
    r"|^\W*抄送\s*[：:]"
    r"|[（(〔]责任单位[：:]"  # a plain unit clause is kept as a list
    r"|^\W*\d{1,2}[.．、]"  # the number of an attachment in the 附件说明
)

_FIELDS = re.compile(r"(?:牵头单位|责任单位|责任领导|责任人|完成时限)[：:]")


def words(line: str) -> list[str]:
    """The runs of 汉字, letters, figures and struck names of a line; widths made alike, marks and blanks left out."""
    plain = unicodedata.normalize("NFKC", line)
    return re.findall(r"[^\W_]+|●+", plain)


def kept(reading: Reading) -> str:
    """All words of the notice and of its problems, a line for each value."""
    values = [*_texts(_shown(reading.notice))]
    values += [text for problem in reading.problems for text in (problem.printed, problem.message) if text]
    return "\n".join("".join(words(value)) for value in values)


def lost(text: str, reading: Reading) -> list[str]:
    """The words of a text that stand in it oftener than in the reading, its labels not counted."""
    lines = [_LABELS.sub("", line.replace("*", "").lstrip("# ")) for line in text.split("\n")]
    runs = [word for line in lines for word in words(line)]
    shown = kept(reading)
    printed = "\n".join(runs)
    missing = [word for word in dict.fromkeys(runs) if shown.count(word) < printed.count(word)]
    return [word for word in missing if not any(word in other and word != other for other in missing)]


def lost_signs(text: str, reading: Reading) -> str:
    """The signs that stand in a text oftener than in its reading, wherever they stand; labels not counted."""
    lines = (_LABELS.sub("", _FIELDS.sub("", line)) for line in text.split("\n"))
    needed = Counter("".join("".join(words(line)) for line in lines))
    had = Counter(kept(reading) + ("文件" if reading.notice.format else ""))
    return "".join(sorted((needed - had).elements()))


def invented_signs(text: str, reading: Reading) -> str:
    """The signs that a value of the notice has oftener than the whole text; labels of units and days not counted."""
    printed = Counter("".join(words(text)))
    notice = _shown(reading.notice.replaced(date=None, imprint_date=None))
    values = (_FIELDS.sub("", value) for value in _texts(notice))
    return "".join(sign for value in values for sign in (Counter("".join(words(value))) - printed).elements())


def _shown(notice: Notice) -> dict[str, object]:
    """The notice as plain values: what is derived left out, the day and a title printed twice as they stand.

    The issuer stays in: the organ's name above the title is kept by it.
    """
    values = notice.model_dump(exclude={"year", "form", "format"})
    values["date"] = dates.to_chinese(notice.date) if notice.date else None
    values["imprint_date"] = f"{dates.to_chinese(notice.imprint_date)}印发" if notice.imprint_date else None
    for attachment in values["attachments"]:
        attachment["printed_title"] = attachment["printed_title"] or attachment["title"]
    return values


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
