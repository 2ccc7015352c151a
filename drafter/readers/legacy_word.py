"""Old Word documents (.doc, and .wps that are such inside) by way of .docx; the only place that knows doc2docx."""

import tempfile
from pathlib import Path

import doc2docx
from doc2docx.errors import EncryptedDocumentError

from drafter.errors import NotUnderstood
from drafter.readers import word
from drafter.readers.blocks import Block
from drafter.readers.notes import Notes


def blocks(data: bytes, name: str, notes: Notes) -> list[Block]:
    """The lines and tables of an old Word document. Raises NotUnderstood where it cannot be converted."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "in.doc"), Path(folder, "out.docx")
        source.write_bytes(data)
        try:
            doc2docx.convert(source, target)
            converted = target.read_bytes()
        except EncryptedDocumentError as error:
            raise NotUnderstood(f"{name} 是旧版 Word（.doc），设有密码，读不了。请去掉密码后另存，再重试。") from error
        except Exception as error:  # a damaged file makes a young converter raise almost anything
            raise NotUnderstood(
                f"{name} 是旧版 Word（.doc）或 WPS 文档，没有读成。请用 Word 或 WPS 打开并另存为 .docx 后重试。"
            ) from error
    found = word.blocks(converted, name, notes)
    notes.tell("converted", "全文", detail="旧版 Word 文档，由 msdoc2docx 转换")
    return found
