"""Reading foreign files: bytes → lines and tables → a notice with every repair and doubt told."""

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import FileTrouble, NotUnderstood, system_reason

if TYPE_CHECKING:
    from drafter.model.results import Reading
    from drafter.model.suggestion import WishList

_LARGEST = 50_000_000


def read(path: Path) -> "Reading":
    """Read a past notice from a file; the format is told by content, not by name.

    Raises FileTrouble for a file that cannot be opened, NotUnderstood for one that holds no notice.
    """
    data = _bytes_of(path)
    return _understood(data, str(path), path.name)


def read_bytes(data: bytes, name: str) -> "Reading":
    """Read a past notice from bytes that stand in no file, such as pasted text; `name` is what messages call them."""
    return _understood(data, name, name)


def read_wishes(path: Path) -> "WishList":
    """Read a list of wishes that departments sent in: a wish a line or a row; what is none of them is told.

    Raises FileTrouble for a file that cannot be opened, NotUnderstood for one that holds no wish.
    """
    return _wishes(_bytes_of(path), str(path), path.name)


def read_wishes_bytes(data: bytes, name: str) -> "WishList":
    """Read a list of wishes from bytes that stand in no file; `name` is what messages call them."""
    return _wishes(data, name, name)


def _wishes(data: bytes, name: str, source: str) -> "WishList":
    from drafter.model.suggestion import WishList  # noqa: PLC0415 - as below
    from drafter.readers import formats, wishes  # noqa: PLC0415
    from drafter.readers.telling import Telling  # noqa: PLC0415

    blocks, notes = formats.blocks(data, name)
    found, left_out = wishes.wishes_in(blocks, comma_separated=name.lower().endswith(".csv"))
    if not found:
        raise NotUnderstood(f"{name} 里没有读到征集事项。请核对是不是选错了文件；一行（或表格的一行）写一条。")
    telling = Telling()
    for note in notes:
        telling.tell(note.code, note.where, note.printed, note.detail)
    told = [f"{one.where}：{one.message}" for one in telling.problems()]
    return WishList(source=source, wishes=tuple(found), left_out=(*told, *left_out))


def _bytes_of(path: Path) -> bytes:
    """The content of a file, a little more than the largest that is read at most."""
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST + 1)
    except FileNotFoundError:
        raise FileTrouble(f"找不到文件 {path}。请核对文件名和所在文件夹。") from None
    except IsADirectoryError:
        raise FileTrouble(f"{path} 是文件夹，不是文件。请指定其中的文件。") from None
    except OSError as error:
        raise FileTrouble(
            f"打不开 {path}：{system_reason(error)}。请检查权限，或关闭正在使用它的程序后重试。"
        ) from error


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
