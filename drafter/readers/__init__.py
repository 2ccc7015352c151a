"""Reading foreign files: bytes → lines and tables → a notice with every repair and doubt told."""

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import FileTrouble, NotUnderstood, system_reason

if TYPE_CHECKING:
    from drafter.model.results import Reading

_LARGEST = 50_000_000


def read(path: Path) -> "Reading":
    """Read a past notice from a file; the format is told by content, not by name.

    Raises FileTrouble for a file that cannot be opened, NotUnderstood for one that holds no notice.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        raise FileTrouble(f"找不到文件 {path}。请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        raise FileTrouble(f"{path} 是文件夹，不是文件。请指定其中的文件。") from None
    except OSError as error:
        raise FileTrouble(
            f"打不开 {path}：{system_reason(error)}。请检查权限，或关闭正在使用它的程序后重试。"
        ) from error
    return _understood(data, str(path), path.name)


def read_bytes(data: bytes, name: str) -> "Reading":
    """Read a past notice from bytes that stand in no file, such as pasted text; `name` is what messages call them."""
    return _understood(data, name, name)


def _understood(data: bytes, name: str, source: str) -> "Reading":
    if len(data) > _LARGEST:
        raise NotUnderstood(
            f"{name} 超过{_LARGEST // 1_000_000} MB，不像一份通知。请核对文件；确为通知的，请去掉其中的图片后重试。"
        )
    # imported late: a process that only cuts a file into lines comes through this package too, and needs no model
    from drafter.readers import formats, recognise  # noqa: PLC0415
    from drafter.readers.telling import Telling  # noqa: PLC0415

    blocks, notes = formats.blocks(data, name)
    reading = recognise.notice_in(blocks, source)
    telling = Telling()
    for note in notes:
        telling.tell(note.code, note.where, note.printed, note.detail)
    return reading.replaced(problems=(*telling.problems(), *reading.problems)) if notes else reading
