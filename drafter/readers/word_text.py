"""The words of one Word paragraph as printed, and the small values of its XML."""

from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES, _CHOICE = _MC + "AlternateContent", _MC + "Choice"
REMOVED = frozenset(W + name for name in ("del", "moveFrom"))
ADDED = frozenset(W + name for name in ("ins", "moveTo"))
# not text (properties, field codes, readings above characters), or text that stands elsewhere (boxes)
_SKIPPED = (
    REMOVED
    | {
        W + name
        for name in (
            "pPr",
            "rPr",
            "sdtPr",
            "sdtEndPr",
            "instrText",
            "delText",
            "delInstrText",
            "drawing",
            "pict",
            "object",
        )
    }
    | {W + "rt"}
)
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_LARGEST = 1_000_000
_OBJECT = "\ufffc"  # what converters leave in the place of a drawing


@dataclass
class Words:
    """What a paragraph prints, and what is in it but not printed."""

    parts: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The printed text."""
        return "".join(self.parts)


def paragraph_words(paragraph: etree._Element) -> Words:
    """The text of a paragraph with its tabs and line breaks; changes count as accepted, boxes stand elsewhere."""
    words = Words()
    _walk(paragraph, words, words.parts)
    return words


def _walk(parent: etree._Element, words: Words, target: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if tag in _SKIPPED:
            continue
        if tag == W + "t":
            target.append((child.text or "").replace(_OBJECT, ""))
        elif tag in _SIGNS:
            target.append(_SIGNS[tag])
        elif tag == W + "br":
            # a break to a new page or column stands inside a line of thought, not at its end
            target.append("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
        elif tag == ALTERNATIVES:
            _walk(chosen(child), words, target)
        elif tag == W + "r" and _is_hidden(child):
            _walk(child, words, words.hidden)
        else:
            _walk(child, words, target)


def chosen(alternatives: etree._Element) -> etree._Element:
    """The alternative that today's programs show: the first choice, else what is left."""
    choice = alternatives.find(_CHOICE)
    return choice if choice is not None else alternatives


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(W + "rPr")
    return properties is not None and switched_on(properties, "vanish")


def switched_on(parent: etree._Element, name: str) -> bool:
    """Whether a switch such as w:vanish is there and not set to off."""
    found = parent.find(W + name)
    return found is not None and found.get(W + "val", "1") not in ("0", "false", "off")


def value_of(parent: etree._Element, name: str) -> str | None:
    """The w:val of a child, `None` where there is no such child."""
    found = parent.find(W + name)
    return None if found is None else found.get(W + "val")


def number_of(text: str | None, default: int = 0) -> int:
    """A number from an attribute; damaged or absurd ones count as the default."""
    try:
        number = int(text or default)
    except ValueError:
        return default
    return number if 0 <= number <= _LARGEST else default
