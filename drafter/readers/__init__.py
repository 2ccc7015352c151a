"""Reading foreign files: bytes → lines and tables → a notice with every repair and doubt told."""

from pathlib import Path

from drafter.errors import FileTrouble, NotUnderstood, system_reason
from drafter.model.results import Reading
from drafter.readers import plain_text, recognise
from drafter.readers.blocks import Block

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"


def read(path: Path) -> Reading:
    """Read a past notice from a file; the format is told by content, not by name.

    Raises FileTrouble for a file that cannot be opened, NotUnderstood for one that holds no notice.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileTrouble(f"找不到文件 {path}。请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        raise FileTrouble(f"{path} 是文件夹，不是文件。请指定其中的文件。") from None
    except OSError as error:
        raise FileTrouble(
            f"打不开 {path}：{system_reason(error)}。请检查权限，或关闭正在使用它的程序后重试。"
        ) from error
    return recognise.notice_in(_blocks(data, str(path)), path.name)


def _blocks(data: bytes, name: str) -> list[Block]:
    if not data.strip():
        raise NotUnderstood(f"{name} 是空文件。请核对是否选错了文件。")
    if data.startswith(_ZIP):
        from drafter.readers import word  # noqa: PLC0415 - python-docx is slow to load and only needed here

        return word.blocks(data, name)
    if data.startswith(_OLE):
        raise NotUnderstood(
            f"{name} 是旧版 Word（.doc）或 WPS 文档，尚不能直接读取。请用 Word 或 WPS 另存为 .docx 后重试。"
        )
    if data.startswith(_PDF):
        raise NotUnderstood(f"{name} 是 PDF，尚不能直接读取。请复制其中文字存为 .txt，或另存为 .docx 后重试。")
    return plain_text.blocks(plain_text.decode(data, name))
