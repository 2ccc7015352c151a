"""Plain text into lines and tables. Tables are those that word processors paste: cells behind tabs."""

import unicodedata

from drafter.errors import NotUnderstood
from drafter.readers.blocks import Block, Line, Table

_LARGEST = 4_000_000  # bytes; no text of a notice comes near


def decode(data: bytes, name: str) -> str:
    """The text of a file: byte order mark, then strict UTF-8, then strict GB18030.

    Raises NotUnderstood for bytes that are no text in any of these.
    """
    if len(data) > _LARGEST:
        raise NotUnderstood(f"{name} 里的文字过多，不像一份通知。请只留下通知本身，另存后重试。")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" and not _has_chinese(text) and any(byte > 0x7F for byte in data):
            continue
        if _is_noise(text):
            break
        return text
    raise NotUnderstood(f"{name} 不是文本文件，无法识别其编码。请另存为 UTF-8 文本或 Word 文档（.docx）后重试。")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotUnderstood(f"{name} 的文本编码已损坏（{encoding}）。请重新保存为 UTF-8 文本后重试。") from error


def _has_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _is_noise(text: str) -> bool:
    """Control or unassigned characters stand in no text that a person wrote."""
    odd = sum(unicodedata.category(char) in ("Cc", "Cn", "Co") and char not in "\t\n\r\f\v" for char in text)
    return odd > len(text) // 200


def blocks(text: str) -> list[Block]:
    """The non-empty lines and the tables of a text, each with its line number."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    found: list[Block] = []
    at = 0
    while at < len(lines):
        if _opens_table(lines, at):
            table, at = _table(lines, at)
            found.append(table)
            continue
        if lines[at].strip():
            found.append(Line(text=lines[at], where=f"第{at + 1}行"))
        at += 1
    return found


def _opens_table(lines: list[str], at: int) -> bool:
    """Whether a line is the first cell of a pasted table rather than a paragraph indented by a tab."""
    if not lines[at].startswith("\t") or not lines[at].strip():
        return False
    first, further = lines[at].strip(), [line for line in lines[at + 1 : at + 6] if line.strip()]
    return len(first) <= 12 and not set("。，；：") & set(first) and any(line.startswith("\t") for line in further)


def _table(lines: list[str], first: int) -> tuple[Table, int]:
    """The table whose first cell is line `first`, and the line behind it.

    A line that begins with a tab opens a cell; another line goes on with the cell before as long as its row
    is not full. The first row ends where the numbering of the rows begins.
    """
    cells: list[list[str]] = []
    width, at = 0, first
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            if not width and cells and line.strip() in ("1", "１"):
                width = len(cells)
            cells.append([line.strip()] if line.strip() else [])
        elif line.strip():
            if width and len(cells) % width == 0:
                break
            cells[-1].append(line.strip())
        at += 1
    width = width or len(cells)
    texts = ["\n".join(cell) for cell in cells]
    texts += [""] * (-len(texts) % width)
    rows = tuple(tuple(texts[start : start + width]) for start in range(0, len(texts), width))
    return Table(rows=rows, where=f"第{first + 1}行"), at
