"""What a file really is, told by its content; what is not read is refused with the way to what is."""

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from drafter.errors import NotUnderstood

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE, _PDF, _RTF = b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf"
_HEAD = 4096
_SECTOR = 512
_PAGE = re.compile(
    rb"^\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|base|link|style|script|div|table|p|span|section|article|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(rb"progid=.Word\.Document|<w:wordDocument|<pkg:package|<uof:UOF|<office:document")
_ARCHIVED_PAGE = re.compile(rb"(?:From|MIME-Version|Date|Subject):.*?multipart/related", re.DOTALL | re.IGNORECASE)
_PICTURES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF",
}  # fmt: skip
_PACKED = {b"Rar!": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
_STREAMS = (
    ("EncryptedPackage", "设有密码的 Office 文档，读不了。请去掉密码后另存，再重试"),
    ("PowerPoint Document", "演示文稿（.ppt）。请把其中的文字复制到 .docx 或 .txt 后重试"),
    ("__properties_version1.0", "邮件（.msg）。请把其中的通知另存为附件后重试"),
)
_NAMED = {
    "ceb": "方正 CEB 版式文件", "cebx": "方正 CEBX 版式文件", "sep": "书生 SEP 版式文件", "gd": "书生 GD 版式文件",
    "caj": "CAJ 文件", "wps": "WPS 文档", "et": "WPS 表格", "dps": "WPS 演示", "exe": "程序", "mp3": "录音",
    "mp4": "录像",
}  # fmt: skip
# What a zip file that cannot be opened was, by its name; one with another name was most likely a Word document.
_CALLED = {
    "xlsx": "Excel 表格（.xlsx）", "et": "WPS 表格", "ods": "ODS 表格", "odt": "ODT 文档", "ofd": "OFD 文件",
    "pptx": "PPT 演示文稿", "zip": "ZIP 压缩包",
}  # fmt: skip
_WORD_NAMES = ("docx", "docm", "dotx", "dotm")
_PICTURE_ADVICE = "没有文字可读。请用文字识别软件（OCR）转成文字，或把文字粘贴到 .txt 后重试"


class Kind(StrEnum):
    """The formats that are read."""

    WORD = "word"
    LEGACY = "legacy"
    SHEET = "sheet"
    OFD = "ofd"
    PDF = "pdf"
    PAGE = "page"
    FOREIGN = "foreign"  # what only LibreOffice opens
    TEXT = "text"


def kind_of(data: bytes, name: str) -> Kind:
    """The format of a file's content. Raises NotUnderstood, naming it, for a format that is not read."""
    if data.startswith(_ZIPS):
        return _packed(data, name)
    if data.startswith(_OLE):
        return _compound(data, name)
    if _PDF in data[:1024]:
        return Kind.PDF
    head = _plain(data[:_HEAD])
    if _PAGE.match(head):
        return Kind.PAGE
    if data.startswith(_RTF) or (head.lstrip().startswith(b"<") and _WORD_XML.search(head)):
        return Kind.FOREIGN
    _refuse_foreign(data, name)
    return Kind.TEXT


def is_open_word(data: bytes) -> bool:
    """Whether a compound file has the head of a Word document, 6.0 or newer, without a password.

    The stream may begin in any sector; source: [MS-DOC] 2.5.2 FibBase, wIdent and fEncrypted.
    """
    heads = (at for at in range(_SECTOR, len(data) - 12, _SECTOR) if data[at : at + 2] in (b"\xec\xa5", b"\xdc\xa5"))
    return any(not data[at + 11] & 0x01 for at in heads)


def refuse(name: str, what: str) -> NotUnderstood:
    """The refusal of a format that is not read."""
    return NotUnderstood(f"{name} 是{what}。")


def damaged(name: str) -> NotUnderstood:
    """The refusal of what once was a zip file and cannot be opened, told as the document that its name says."""
    what = _CALLED.get(_suffix(name), "Word 文档（.docx）")
    return NotUnderstood(
        f"{name} 是已损坏的 {what}，打不开。请用 Word 或 WPS 打开并另存后重试；都打不开的，请重新索取这份文件。"
    )


def is_named_word(name: str) -> bool:
    """Whether a file bears the name of a Word document, whatever it holds."""
    return _suffix(name) in _WORD_NAMES


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def _plain(head: bytes) -> bytes:
    """The beginning without byte order mark; of UTF-16 only what is ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _packed(data: bytes, name: str) -> Kind:
    """Which of the formats that are zip files. Raises NotUnderstood for one that cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception as error:  # a damaged directory makes zipfile raise almost anything
        raise damaged(name) from error
    if any(one.startswith("word/") or one.endswith("/document.xml") for one in names):
        return Kind.WORD
    if any(one.startswith("xl/") for one in names):
        return Kind.SHEET
    if "OFD.xml" in names:
        return Kind.OFD
    if "mimetype" in names and b"opendocument.spreadsheet" in data[:200]:
        return Kind.SHEET
    if "mimetype" in names and b"opendocument.text" in data[:200]:
        return Kind.FOREIGN
    if any(one.startswith("ppt/") for one in names):
        raise refuse(name, "演示文稿（.pptx）。请把其中的文字复制到 .docx 或 .txt 后重试")
    if "[Content_Types].xml" in names or not names:
        raise NotUnderstood(f"{name} 不是完好的 Word 文档（.docx）。请用 Word 或 WPS 打开并另存后重试。")
    raise refuse(name, "压缩包（.zip），里面不是一份文档。请解压后分别读取其中的文件")


def _compound(data: bytes, name: str) -> Kind:
    """Which of the formats in Microsoft's compound files, by the names of their streams."""
    for stream, what in _STREAMS:
        if stream.encode("utf-16-le") in data:
            raise refuse(name, what)
    if "WordDocument".encode("utf-16-le") in data:
        return Kind.LEGACY
    if any(stream.encode("utf-16-le") in data for stream in ("Workbook", "Book\0")):
        return Kind.SHEET
    raise NotUnderstood(
        f"{name} 是旧版 Word（.doc）或 WPS 文档，但已损坏或不是文字文档。请用 Word 或 WPS 打开并另存为 .docx 后重试。"
    )


def _refuse_foreign(data: bytes, name: str) -> None:
    """Raise NotUnderstood for what is known and is no text."""
    for mark, what in _PICTURES.items():
        if data.startswith(mark) and (len(mark) > 2 or b"\0" in data[:64]):
            raise refuse(name, f"图片（{what}），{_PICTURE_ADVICE}")
    if (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:12] in (b"ftypheic", b"ftypmif1"):
        raise refuse(name, f"图片，{_PICTURE_ADVICE}")
    if _ARCHIVED_PAGE.match(data[:_HEAD]):
        raise refuse(name, "网页存档（.mht）。请用浏览器打开后另存为 .html，或复制文字粘贴到 .txt 后重试")
    for mark, what in _PACKED.items():
        if data.startswith(mark):
            raise refuse(name, f"压缩包（{what}）。请解压后读取其中的文件")
    called = _NAMED.get(_suffix(name))
    if called and b"\0" in data[:_HEAD]:
        raise refuse(name, f"{called}，不能直接读取。请用原来的程序另存为 .docx 或 .pdf 后重试")
