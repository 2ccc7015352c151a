"""Files of ours on disk: read whole, written atomically with a backup, never over a change made meanwhile."""

import contextlib
import hashlib
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from drafter.errors import BrokenFile, FileTrouble, StaleFile, system_reason

_LIMIT = 20_000_000
_ODD_BYTES = "surrogateescape"


def digest(text: str) -> str:
    """The sha256 of a text, by which a later change of its file is noticed."""
    return hashlib.sha256(text.encode("utf-8", _ODD_BYTES)).hexdigest()


def read_text(path: Path) -> str:
    """The text of a UTF-8 file of ours. Raises FileTrouble or BrokenFile."""
    data = _data(path)
    try:
        return _text(data, "strict")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BrokenFile(path, "不是 UTF-8 文本", line) from error


def read_any_text(path: Path) -> str:
    """As read_text, but bytes that are not UTF-8 stand in it as lone surrogates, which writing turns back."""
    return _text(_data(path), _ODD_BYTES)


def _text(data: bytes, errors: str) -> str:
    return data.decode("utf-8-sig", errors).replace("\r\n", "\n")


def _data(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileTrouble(f"找不到文件 {path}。请核对文件名。") from None
    except OSError as error:
        raise FileTrouble(f"打不开 {path}：{system_reason(error)}。请检查权限后重试。") from error
    if len(data) > _LIMIT:
        raise BrokenFile(path, f"文件过大（超过{_LIMIT // 1_000_000}MB）")
    return data


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes of ours from writing the file; waits at most ten seconds."""
    import filelock  # noqa: PLC0415 - only writing needs it

    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(path.with_name(f".{path.name}.lock"), timeout=10)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise FileTrouble(f"{path} 正被另一个程序使用。请稍后重试。") from None
    try:
        yield
    finally:
        lock.release()


def write_text(path: Path, text: str, *, expected: str | None) -> None:
    """Write a text file whole or not at all, the version before kept as .bak.

    `expected` is the digest of the text that was read, None where no file may be there yet.
    Raises StaleFile when the file on disk is another, FileTrouble when it cannot be written.
    """
    with locked(path):
        replace_text(path, text, expected=expected)


def replace_text(path: Path, text: str, *, expected: str | None) -> None:
    """As write_text, for a caller that holds the lock."""
    path = path.resolve()
    current = read_any_text(path) if path.exists() else None
    if (None if current is None else digest(current)) != expected:
        raise StaleFile(path)
    with explained(path):
        _sweep(path)
        if current is not None:
            put(path.with_name(path.name + ".bak"), path.read_bytes(), path)
        put(path, text.encode("utf-8", _ODD_BYTES), path)


def write_bytes(path: Path, data: bytes) -> Path | None:
    """Write an output file whole or not at all; another file that stood there is kept under a new name.

    Returns the name it is kept under, None where there was none. Raises FileTrouble when it cannot be written.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = None
        if path.exists() and path.read_bytes() != data:
            numbers = itertools.count(1)
            kept = next(
                name for n in numbers if not (name := path.with_name(f"{path.stem}.旧{n}{path.suffix}")).exists()
            )
            shutil.copy2(path, kept)
        put(path, data, path)
    return kept


def put(path: Path, data: bytes, owner: Path) -> None:
    """Write a file that stands beside `owner` (or is it) whole or not at all, with the owner's mode if it is new."""
    temporary = path.with_name(f".{owner.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            sync(file)
        kept_open_to = path if path.exists() else owner
        if kept_open_to.exists():
            temporary.chmod(kept_open_to.stat().st_mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def sync(file: IO[bytes]) -> None:
    """Wait until what was written is on the disk."""
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(path: Path) -> None:
    """Remove temporary files that a killed process left beside the file."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the system's refusals into a sentence."""
    try:
        yield
    except OSError as error:
        raise FileTrouble(
            f"写不了 {path}：{system_reason(error)}。请检查文件夹是否存在、有没有写入权限、磁盘是否已满。"
        ) from error
