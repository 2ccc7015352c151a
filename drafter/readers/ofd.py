"""OFD, the national format of finished pages: a zip of XML whose text stands in signs with their places."""

import itertools
import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block
from drafter.readers.grids import Stroke
from drafter.readers.notes import Notes
from drafter.readers.packages import Package
from drafter.readers.sheets import Sheet, Sign, blocks_of

_PAGES = 200
_POINTS = 72 / 25.4  # OFD measures in millimetres
_A4 = (210.0, 297.0)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_THIN = 1.0  # mm; a path that is no higher or no wider is a rule
_MOST = 2_000  # numbers in one list; a bound on what a repeat count may ask for

Box = tuple[float, float, float, float]


def blocks(data: bytes, name: str, _notes: Notes) -> list[Block]:
    """The paragraphs and tables of an OFD file. Raises NotUnderstood where it is damaged or has no text."""
    package = Package(data, name)
    sheets = [sheet for document in _documents(package) for sheet in _sheets(package, document)]
    if len(sheets) > _PAGES:
        raise NotUnderstood(f"{name} 超过{_PAGES}页，不像一份通知。请只留下通知本身的几页，另存后重试。")
    if not any(sheet.signs for sheet in sheets):
        raise NotUnderstood(
            f"{name} 是 OFD，里面没有文字，多半是扫描件，或已损坏。"
            "请用文字识别软件（OCR）转成 .docx，或把文字粘贴到 .txt 后重试。"
        )
    return blocks_of(sheets)


def _documents(package: Package) -> Iterator[str]:
    """The names of the documents in the file; nearly always one."""
    root = package.xml("OFD.xml")
    for element in () if root is None else _below(root, "DocRoot"):
        yield (element.text or "").strip().lstrip("/")


def _sheets(package: Package, document: str) -> Iterator[Sheet]:
    root = package.xml(document)
    if root is None:
        return
    folder = posixpath.dirname(document)
    usual = next((_box(one.text) for one in _below(root, "PhysicalBox")), None)
    templates = {
        one.get("ID", ""): _part(package, folder, one.get("BaseLoc", "")) for one in _below(root, "TemplatePage")
    }
    for page in itertools.islice(_below(root, "Page"), _PAGES + 1):
        part = _part(package, folder, page.get("BaseLoc", ""))
        content = package.xml(part) if part else None
        if content is None:
            continue
        box = next((_box(one.text) for one in _below(content, "PhysicalBox")), usual) or (0, 0, *_A4)
        used = [package.xml(templates.get(one.get("TemplateID", ""), "")) for one in _below(content, "Template")]
        layers = [content, *(one for one in used if one is not None)]
        signs = tuple(sign for layer in layers for text in _below(layer, "TextObject") for sign in _signs(text))
        strokes = tuple(stroke for layer in layers for path in _below(layer, "PathObject") for stroke in _strokes(path))
        yield Sheet(box[2] * _POINTS, box[3] * _POINTS, signs, strokes)


def _part(package: Package, folder: str, location: str) -> str:
    """The entry that a location in the file means: an absolute one, or one beside the document."""
    for one in (location.lstrip("/"), posixpath.normpath(posixpath.join(folder, location))):
        if one in package.names:
            return one
    return ""


def _below(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name, in whatever namespace a writer has put them."""
    return root.iter(f"{{*}}{name}")


def _signs(text: etree._Element) -> Iterator[Sign]:
    """The signs of a text object, each where the steps between them put it."""
    box = _box(text.get("Boundary"))
    size = _numbers(text.get("Size")) or [3.7]
    matrix = _numbers(text.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else [1, 0, 0, 1, 0, 0]
    if box is None or abs(b) > abs(a):  # turned text is a mark in the margin
        return
    for code in _below(text, "TextCode"):
        words = code.text or ""
        x, y = (_numbers(code.get(one)) or [0.0] for one in ("X", "Y"))
        steps = _steps(code.get("DeltaX"))
        width = size[0] * abs(a)
        at = x[0]
        for number, char in enumerate(words):
            left = (box[0] + a * at + c * y[0] + e) * _POINTS
            base = (box[1] + b * at + d * y[0] + f) * _POINTS
            wide = width if ord(char) > 0x2E7F or char in "“”‘’…—●" else width / 2
            step = steps[number] if number < len(steps) else wide / (abs(a) or 1)
            # a step somewhat wider than the sign is spacing, not a hole
            right = left + max(wide, min(abs(a) * step, width)) * _POINTS
            yield Sign(char, left, right, base, width * _POINTS)
            at += step


def _steps(text: str | None) -> list[float]:
    """The steps from sign to sign; `g 3 4.2` stands for 4.2 three times."""
    steps: list[float] = []
    words = (text or "").split()
    at = 0
    while at < len(words) and len(steps) < _MOST:
        if words[at] == "g" and at + 2 < len(words):
            count, value = _numbers(words[at + 1]), _numbers(words[at + 2])
            steps += (value or [0.0]) * min(_MOST, int(count[0]) if count else 0)
            at += 3
        else:
            steps += _numbers(words[at])
            at += 1
    return steps


def _strokes(path: etree._Element) -> Iterator[Stroke]:
    """The rules of a path: a thin box is one, a larger one drawn as a rectangle gives its edges."""
    box = _box(path.get("Boundary"))
    if box is None:
        return
    left, top, width, height = (value * _POINTS for value in box)
    right, bottom = left + width, top + height
    if min(box[2], box[3]) <= _THIN:
        yield Stroke(left, top, right, bottom)
    else:
        yield from (Stroke(left, y, right, y) for y in (top, bottom))
        yield from (Stroke(x, top, x, bottom) for x in (left, right))


def _box(text: str | None) -> Box | None:
    numbers = _numbers(text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _numbers(text: str | None) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text or "")[:_MOST]]
