"""Zip packages of unknown origin: opened within caps, parts read by name, XML parsed without entities or network."""

import io
import zipfile
import zlib

from lxml import etree

from drafter.errors import NotUnderstood

_ENTRIES = 4_000
_UNPACKED = 300_000_000  # what all entries claim; pictures are never unpacked, so a real document may be large
_PART = 12_000_000  # what one part may hold: the text of a thousand pages
_RATIO = 200
_SMALL = 1_000_000  # below this a part may be as repetitive as it likes
_CENTRAL_ENTRY = b"PK\x01\x02"
# Strict documents name the same things by another address; the reader knows only one.
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """A zip file within caps. Entry names are only ever looked up, never used as paths."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if data.count(_CENTRAL_ENTRY) > _ENTRIES:
            raise NotUnderstood(f"{name} 里面的文件超过{_ENTRIES}个，不是一份文档。请核对是否选错了文件。")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except Exception as error:  # a damaged directory makes zipfile raise almost anything
            raise NotUnderstood(f"{name} 已损坏，打不开。请用 Word 或 WPS 打开原文件并另存后重试。") from error
        self.names = frozenset(entry.filename for entry in entries)
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotUnderstood(f"{name} 设有密码，读不了。请去掉密码后另存，再重试。")
        if sum(entry.file_size for entry in entries) > _UNPACKED or any(map(_is_bomb, entries)):
            raise NotUnderstood(
                f"{name} 解压后过大，可能是恶意文件，没有读取。请核对来源；确为通知的，请把文字粘贴到 .txt 中重试。"
            )

    def read(self, part: str) -> bytes | None:
        """The contents of a part, `None` where there is none.

        Raises NotUnderstood for a part that is damaged or larger than any text.
        """
        if part not in self.names:
            return None
        try:
            with self._archive.open(part) as stream:
                data = stream.read(_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise NotUnderstood(f"{self._name} 已损坏（{part}）。请用 Word 或 WPS 打开原文件并另存后重试。") from error
        if len(data) > _PART:
            raise NotUnderstood(f"{self._name} 的正文过大（{part}），不像一份通知。请核对是否选错了文件。")
        return data

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part, `None` where there is none; parsing raises NotUnderstood like reading."""
        data = self.read(part)
        return None if data is None else parse_xml(data, self._name)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML text. A document type, the door to entity bombs and foreign files, is refused."""
    if b"<!DOCTYPE" in data[:4096] or "<!DOCTYPE".encode("utf-16-le") in data[:8192]:
        raise NotUnderstood(f"{name} 里有不该有的实体定义，可能是恶意文件，没有读取。请核对来源。")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError as error:
        raise NotUnderstood(f"{name} 的内容已损坏。请用 Word 或 WPS 打开原文件并另存后重试。") from error


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(_SMALL, entry.compress_size * _RATIO)
