"""A Word package (.docx) as parsed parts: safe against damage, missing parts and both namespace families."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from drafter.errors import BrokenFile, FileTrouble, system_reason

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# ISO 29500 Strict has names of its own for the same elements; everything below speaks Transitional.
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
}
_PART_LIMIT = 64 * 1024 * 1024  # a notice has kilobytes; more is a bomb
_DAMAGED = "不是完好的 Word 文档（.docx）：{}；可用 Word 或 WPS 打开并另存"


@dataclass(frozen=True)
class Relation:
    """Where a part points: the kind (`footer`, `styles` …) and the name of the part."""

    kind: str
    target: str


@dataclass(frozen=True)
class Package:
    """The XML parts of a document by name, and the name of the main one."""

    parts: dict[str, etree._Element]
    main: str

    @property
    def document(self) -> etree._Element:
        """The root of the main document."""
        return self.parts[self.main]

    def relations(self) -> dict[str, Relation]:
        """Whom the main document points to, by relationship id."""
        folder, name = posixpath.split(self.main)
        return dict(_relations(self.parts.get(f"{folder}/_rels/{name}.rels".lstrip("/")), folder))

    def related(self, kind: str) -> etree._Element | None:
        """The part of a kind (`styles`, `settings` …); by its usual name where no relationship tells it."""
        for relation in self.relations().values():
            if relation.kind == kind and relation.target in self.parts:
                return self.parts[relation.target]
        return self.parts.get(posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))


def opened(path: Path) -> Package:
    """The package at a path. Raises BrokenFile where it is damaged, FileTrouble where it cannot be opened."""
    try:
        with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
            parts = {
                info.filename.lstrip("/"): _parsed(archive, info)
                for info in archive.infolist()
                if info.filename.lower().endswith((".xml", ".rels"))
            }
    except OSError as error:
        raise FileTrouble(f"打不开 {path}：{system_reason(error)}。请核对文件名和权限后重试。") from error
    except etree.XMLSyntaxError as error:
        raise BrokenFile(path, _DAMAGED.format("其中的 XML 不合语法")) from error
    except Exception as error:  # a damaged package makes zlib and zipfile raise almost anything
        raise BrokenFile(path, _DAMAGED.format("压缩包损坏")) from error
    main = _main_part(parts)
    if main is None:
        raise BrokenFile(path, _DAMAGED.format("里面没有正文"))
    return Package(parts, main)


def _parsed(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> etree._Element:
    if info.file_size > _PART_LIMIT:
        raise ValueError(info.filename)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(archive.read(info), parser)
    if any(space in _STRICT for space in root.nsmap.values()):
        _to_transitional(root)
    return root


def _to_transitional(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        element.tag = _transitional(str(element.tag))
        for name, value in list(element.attrib.items()):
            if _transitional(name) != name:
                del element.attrib[name]
                element.set(_transitional(name), value)


def _transitional(name: str) -> str:
    space, _, local = name.lstrip("{").rpartition("}")
    return f"{_STRICT[space]}{local}" if space in _STRICT else name


def _main_part(parts: dict[str, etree._Element]) -> str | None:
    relations = [relation for _, relation in _relations(parts.get("_rels/.rels"), "")]
    told = [relation.target for relation in relations if relation.kind == "officeDocument"]
    for name in (*told, "word/document.xml"):
        if name in parts and parts[name].find(f"{W}body") is not None:
            return name
    return None


def _relations(root: etree._Element | None, folder: str) -> Iterator[tuple[str, Relation]]:
    """The relationships in a .rels part; targets are made names of parts, external ones are left out."""
    for one in root if root is not None else ():
        target = one.get("Target", "")
        if one.get("TargetMode") != "External" and target:
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield one.get("Id", ""), Relation(one.get("Type", "").rsplit("/", 1)[-1], name)
