"""Effective formatting (spec V-1): what defaults, styles and direct formatting together make of a run or paragraph.

Properties are flat: `sz` is the `w:val` of `w:sz`, `spacing@line` another attribute, `numPr/numId` a child's value.
Formatting by table styles and by numbering definitions is not resolved.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from drafter.measure.xml_rules_package import W

Properties = dict[str, str]

# ECMA-376 17.7.3: set in two kinds of styles at once, these cancel each other out.
TOGGLES = ("b", "bCs", "caps", "emboss", "i", "iCs", "imprint", "outline", "shadow", "smallCaps", "strike", "vanish")
_ON_OFF = {
    *TOGGLES,
    *("keepNext", "keepLines", "pageBreakBefore", "widowControl", "autoSpaceDE", "autoSpaceDN", "snapToGrid"),
    *("kinsoku", "contextualSpacing", "webHidden", "dstrike"),
}
# Their attributes are inherited one by one; any other element replaces the inherited one as a whole.
_BY_ATTRIBUTE = {"rFonts", "spacing", "ind", "lang"}
_THEME_OF = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_RIVALS = {
    **{f"rFonts@{slot}": f"rFonts@{theme}" for slot, theme in _THEME_OF.items()},
    "ind@firstLine": "ind@hanging",
    "ind@hanging": "ind@firstLine",
    "ind@firstLineChars": "ind@hangingChars",
    "ind@hangingChars": "ind@firstLineChars",
}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|mm|cm|in|pc|pi)?")
_TWIPS = {"": 1.0, "pt": 20.0, "mm": 56.6929, "cm": 566.929, "in": 1440.0, "pc": 240.0, "pi": 240.0}


def twips(value: str | None) -> int | None:
    """A length in twips, from digits or from a measure with a unit (Strict); None where it is neither."""
    found = _MEASURE.fullmatch(value.strip()) if value else None
    return round(float(found[1]) * _TWIPS[found[2] or ""]) if found else None


def points(value: str | None) -> float | None:
    """A size of letters in points, from half-points or from a measure with a unit."""
    length = twips(value)
    if length is None or value is None:
        return None
    return length / 20 if value.strip()[-1].isalpha() else length / 2


def is_on(properties: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Whether an on/off property is effective."""
    return properties.get(name, "1" if default else "0") != "0"


def flattened(element: etree._Element | None) -> Properties:
    """The properties below a `w:pPr` or `w:rPr`."""
    flat: Properties = {}
    for child in element if element is not None else ():
        name = _local(child)
        attributes = {_local_name(key): value for key, value in child.attrib.items()}
        if name == "rPr" or name.endswith("Change"):  # the mark of the paragraph; what was before a tracked change
            continue
        for nested in child:
            flat |= {f"{name}/{key}": value for key, value in _attributes(nested)}
        if name in _ON_OFF or not attributes:
            flat[name] = "0" if attributes.get("val") in ("0", "false", "off") else "1"
        else:
            flat |= dict(_attributes(child))
    return flat


def merged(layers: Iterable[Mapping[str, str]]) -> Properties:
    """Layers from the weakest to the strongest as one."""
    result: Properties = {}
    for layer in layers:
        whole = {_element_of(key) for key in layer} - _BY_ATTRIBUTE
        for key in [key for key in result if _element_of(key) in whole]:
            del result[key]
        for key in layer:
            result.pop(_RIVALS.get(key, ""), None)
        result |= layer
    return result


def face(properties: Mapping[str, str], slot: str) -> str | None:
    """The face in a slot (`ascii`, `hAnsi`, `eastAsia`); `+minorEastAsia` for a theme font, None where none is told."""
    theme = properties.get(f"rFonts@{_THEME_OF[slot]}")
    return f"+{theme}" if theme else properties.get(f"rFonts@{slot}")


def is_theme(name: str | None) -> bool:
    """Whether a face is a theme font."""
    return name is not None and name.startswith("+")


@dataclass(frozen=True)
class Style:
    """One style: what it is for, what it is based on, and its own properties."""

    kind: str
    base: str | None
    paragraph: Properties
    run: Properties


@dataclass(frozen=True)
class Styles:
    """All styles of a document and its defaults; resolves effective properties."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str | None = None
    paragraph_defaults: Properties = field(default_factory=dict)
    run_defaults: Properties = field(default_factory=dict)

    def of_paragraph(self, direct: etree._Element | None) -> Properties:
        """The effective properties of a paragraph with this `w:pPr`."""
        own = flattened(direct)
        chain = self._chain(self._paragraph_style(own), "paragraph")
        return merged([self.paragraph_defaults, *(style.paragraph for style in chain), own])

    def of_run(self, paragraph: etree._Element | None, direct: etree._Element | None) -> Properties:
        """The effective properties of a run with this `w:rPr` in a paragraph with this `w:pPr`."""
        own = flattened(direct)
        above = merged(style.run for style in self._chain(self._paragraph_style(flattened(paragraph)), "paragraph"))
        beside = merged(style.run for style in self._chain(own.get("rStyle"), "character"))
        effective = merged([self.run_defaults, above, beside, own])
        for name in TOGGLES:
            if name in effective and name not in own:
                either = is_on(above, name) != is_on(beside, name)
                effective[name] = "1" if is_on(self.run_defaults, name) or either else "0"
        return effective

    def _paragraph_style(self, own: Properties) -> str | None:
        told = own.get("pStyle")
        return told if told in self.by_id else self.default

    def _chain(self, name: str | None, kind: str) -> list[Style]:
        """A style after all that it is based on; a circle of styles ends where it closes."""
        found: dict[str, Style] = {}
        while name is not None and name not in found and name in self.by_id and self.by_id[name].kind == kind:
            found[name] = self.by_id[name]
            name = self.by_id[name].base
        return list(reversed(found.values()))


def styles(root: etree._Element | None) -> Styles:
    """The styles in a `styles.xml`; without one, nothing but Word's own defaults."""
    if root is None:
        return Styles()
    by_id: dict[str, Style] = {}
    default = None
    for one in root.iter(f"{W}style"):
        name = one.get(f"{W}styleId", "")
        base = one.find(f"{W}basedOn")
        by_id[name] = Style(
            kind=one.get(f"{W}type", "paragraph"),
            base=base.get(f"{W}val") if base is not None else None,
            paragraph=flattened(one.find(f"{W}pPr")),
            run=flattened(one.find(f"{W}rPr")),
        )
        if by_id[name].kind == "paragraph" and one.get(f"{W}default") in ("1", "true", "on"):
            default = name
    defaults = f"{W}docDefaults/{W}%sDefault/{W}%s"
    return Styles(
        by_id=by_id,
        default=default,
        paragraph_defaults=flattened(root.find(defaults % ("pPr", "pPr"))),
        run_defaults=flattened(root.find(defaults % ("rPr", "rPr"))),
    )


@dataclass(frozen=True)
class Section:
    """The page set-up of a section in twips; None where the document does not tell it.

    `headers` and `footers` name parts by type (`default`, `even`, `first`), inherited ones included.
    """

    width: int | None = None
    height: int | None = None
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None
    landscape: bool = False
    grid: str | None = None
    pitch: int | None = None
    char_space: int | None = None
    first_page_differs: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text_width(self) -> int | None:
        """The width of the type area."""
        if self.width is None or self.left is None or self.right is None:
            return None
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int | None:
        """The height of the type area."""
        if self.height is None or self.top is None or self.bottom is None:
            return None
        return self.height - self.top - self.bottom


def section(element: etree._Element, parts: Mapping[str, str], before: Section | None = None) -> Section:
    """A `w:sectPr` as values; `parts` are names by relationship id, `before` is the section it inherits from."""
    flat = {f"{_local(child)}@{_local_name(key)}": value for child in element for key, value in child.attrib.items()}
    size = {name: twips(flat.get(f"pgSz@{name}")) for name in ("w", "h")}
    margin = {name: twips(flat.get(f"pgMar@{name}")) for name in ("top", "bottom", "left", "right", "gutter")}
    start = margin["left"] if margin["left"] is not None else twips(flat.get("pgMar@start"))
    title_page = element.find(f"{W}titlePg")
    return Section(
        width=size["w"],
        height=size["h"],
        top=margin["top"],
        bottom=margin["bottom"],
        left=None if start is None else start + (margin["gutter"] or 0),
        right=margin["right"] if margin["right"] is not None else twips(flat.get("pgMar@end")),
        landscape=flat.get("pgSz@orient") == "landscape" or (size["w"] or 0) > (size["h"] or 0),
        grid=flat.get("docGrid@type"),
        pitch=twips(flat.get("docGrid@linePitch")),
        char_space=twips(flat.get("docGrid@charSpace")),
        first_page_differs=title_page is not None and title_page.get(f"{W}val") not in ("0", "false", "off"),
        headers={**(before.headers if before else {}), **_references(element, "headerReference", parts)},
        footers={**(before.footers if before else {}), **_references(element, "footerReference", parts)},
    )


def _references(element: etree._Element, tag: str, parts: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for reference in element.iter(f"{W}{tag}"):
        target = next((parts.get(value) for key, value in reference.attrib.items() if _local_name(key) == "id"), None)
        if target:
            found[reference.get(f"{W}type", "default")] = target
    return found


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    name = _local(element)
    for key, value in element.attrib.items():
        yield (name if _local_name(key) == "val" else f"{name}@{_local_name(key)}"), value


def _element_of(key: str) -> str:
    return re.split("[@/]", key, maxsplit=1)[0]


def _local(element: etree._Element) -> str:
    return _local_name(str(element.tag))


def _local_name(name: str) -> str:
    return name.rpartition("}")[2]
