"""Joining lines that a page break or a line end has cut out of one paragraph."""

from drafter.readers.repair import Mended
from drafter.readers.telling import Telling

_STOPS = ("。", "；", "！", "？", "：")
_CLOSING = "”’）〕》"


def is_complete(text: str) -> bool:
    """Whether a paragraph ends as a paragraph does: with a stop, or a stop and closing marks."""
    return text.rstrip(_CLOSING).endswith(_STOPS)


class Paragraph:
    """A paragraph in the making: the lines that belong to it, joined without blanks."""

    def __init__(self, line: Mended) -> None:
        self.lines = [line]
        self.text = line.text

    @property
    def where(self) -> str:
        """The place of its first line."""
        return self.lines[0].where

    def join(self, line: Mended, code: str, telling: Telling) -> None:
        """Take a further line in; `code` says why it stood apart, told at the line that was cut."""
        cut = self.lines[-1] if code == "broken-paragraph" else line
        if line.where != self.lines[-1].where:
            telling.tell(code, cut.where, cut.printed)
        self.lines.append(line)
        self.text += line.text


def join_broken(lines: list[Mended], telling: Telling) -> list[Paragraph]:
    """Paragraphs of running text; a line that does not end as a paragraph does goes on in the next."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and not is_complete(paragraphs[-1].text):
            paragraphs[-1].join(line, "broken-paragraph", telling)
        else:
            paragraphs.append(Paragraph(line))
        telling.tell_repairs(line)
    return paragraphs
