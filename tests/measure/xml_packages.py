"""Word packages for the tests of the XML rows: two good ones from the parts beside this file, to be spoiled."""

import zipfile
from pathlib import Path

from drafter.measure.xml_rules import judge
from drafter.model.notice import Format
from drafter.model.results import Element

HERE = Path(__file__).parent
_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("footer", "footer_odd.xml"),
    "rId4": ("footer", "footer_even.xml"),
    "rId5": ("header", "header_first.xml"),
    "rId6": ("footer", "footer_first.xml"),
}

Parts = dict[str, str]


def good(format: Format) -> Parts:  # noqa: A002 - the name every command uses
    """The parts of a document that keeps every rule, by their names in the package."""
    parts = {f"word/{name}": _data(name) for _, name in _RELATED.values()}
    return {
        **parts,
        "word/document.xml": _data(f"{format.value}_document.xml"),
        "docProps/core.xml": _data("core.xml"),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(_RELATED),
    }


def packed(parts: Parts, path: Path) -> Path:
    """A package on disk."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def _data(name: str) -> str:
    return (HERE / f"xml_{name}").read_text(encoding="utf-8")


def _relationships(related: dict[str, tuple[str, str]]) -> str:
    rows = (
        f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{_TYPES}">{"".join(rows)}</Relationships>'


def by_name(rows: list[Element]) -> dict[str, Element]:
    return {f"{row.rule} {row.name}": row for row in rows}


def judged(parts: Parts, folder: Path, layout: Format = Format.FILE) -> dict[str, Element]:
    return by_name(judge(packed(parts, folder / "通知.docx"), layout))


def changed(name: str, old: str, new: str, times: int = -1) -> Parts:
    """The good package with one text of one part replaced."""
    parts = good(Format.FILE)
    assert old in parts[name]
    return {**parts, name: parts[name].replace(old, new, times)}


def body(old: str, new: str, times: int = -1) -> Parts:
    return changed("word/document.xml", old, new, times)
