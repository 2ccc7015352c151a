"""Measures documents: renders them, finds their elements, judges these by ink and by XML."""

from collections.abc import Sequence
from pathlib import Path

from drafter import office
from drafter.measure import fonts, judging, pdf, xml_rules
from drafter.measure.elements import find_elements
from drafter.measure.rows import unjudged
from drafter.model.notice import Format
from drafter.model.results import Measurement

_WORD = (".docx", ".docm")


def measure(path: Path, format: Format | None = None) -> Measurement:  # noqa: A002 - the option's name
    """A document beside the standard; the format is told by the red double rules unless it is given.

    Without LibreOffice, or where it makes nothing of the file, the result says so and has no rows.
    """
    return measure_all([path], format)[0]


def measure_all(paths: Sequence[Path], format: Format | None = None) -> list[Measurement]:  # noqa: A002 - as above
    """Several documents with one start of LibreOffice."""
    try:
        rendered = office.convert(paths)
    except office.NotConverted as error:
        return [Measurement(measured=False, reason=str(error)) for _ in paths]
    return [_measured(path, contents, format) for path, contents in zip(paths, rendered, strict=True)]


def _measured(path: Path, contents: bytes, wanted: Format | None) -> Measurement:
    pages = pdf.read(contents)
    found = find_elements(pages, wanted)
    rows = judging.judge(found)
    if path.suffix.lower() not in _WORD:
        told = unjudged("V-1", "文档内部的格式", "由 docx 读出", "不是 docx 文件，只量了版面")
        return Measurement(measured=True, elements=(*rows, told))
    stand_ins = fonts.find_stand_ins(path, pages)
    rows = fonts.without_blind_verdicts(rows, stand_ins)
    rows += [*fonts.judge(stand_ins, pages), *xml_rules.judge(path, found.format)]
    return Measurement(measured=True, stand_ins=stand_ins, elements=tuple(rows))
