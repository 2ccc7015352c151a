"""Where the stored notices came from: one small file a notice in provenance/, beside notices/.

It is not in the notice's own file, so that this holds nothing but the notice: the same source gives the same bytes
on any day.
"""

import datetime
import hashlib
import re
import stat
from pathlib import Path

from drafter.errors import FileTrouble, system_reason
from drafter.library import comments, files, value_file
from drafter.library.store import Library
from drafter.model.base import Value

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Provenance(Value):
    """The file a notice was read from: its name, the sha256 of its bytes, its format, and when it was read.

    `draft` is the reference of the draft that it was issued from, where that was told.
    """

    file: str
    sha256: str
    format: str
    read_on: datetime.date
    draft: str | None = None


def today() -> datetime.date:
    """The day on which something is read: the only clock of the library."""
    return datetime.datetime.now().astimezone().date()


def printable(name: str) -> str:
    """A file's name without what can stand neither on a line of a terminal nor in a file of ours."""
    return _UNPRINTABLE.sub("□", name)


def digest_of(path: Path) -> str:
    """The sha256 of a file's bytes. Raises FileTrouble for what is no file or cannot be opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileTrouble(f"{printable(str(path))} 不是普通文件。请指定文件；管道里的文字请用 - 读取。")
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        raise FileTrouble(f"找不到文件 {printable(str(path))}。请核对文件名和所在文件夹。") from None
    except OSError as error:
        raise FileTrouble(
            f"打不开 {printable(str(path))}：{system_reason(error)}。请检查权限，或关闭正在使用它的程序后重试。"
        ) from error


def path_of(library: Library, reference: str) -> Path:
    """Where the provenance of a stored notice is or would be kept."""
    return library.folder / "provenance" / f"{reference}.yaml"


def of_notice(library: Library, reference: str) -> Provenance | None:
    """The provenance of a stored notice, None where none was kept. Raises BrokenFile."""
    path = path_of(library, reference)
    return value_file.load(Provenance, path)[0] if path.is_file() else None


def by_digest(library: Library) -> dict[str, str]:
    """The references of the stored notices by the sha256 of the files they were read from. Raises BrokenFile."""
    stored = set(library.references())
    kept = sorted((library.folder / "provenance").glob("*.yaml"))
    return {value_file.load(Provenance, path)[0].sha256: path.stem for path in kept if path.stem in stored}


def keep(library: Library, reference: str, provenance: Provenance) -> Path:
    """Write the provenance of a notice just stored; what stood there is kept as the backup."""
    path, text = path_of(library, reference), value_file.to_text(provenance)
    if not path.exists():
        files.write_text(path, text, expected=None)
        return path
    old = files.read_text(path)
    files.write_text(path, comments.carry(old, text, path), expected=files.digest(old))
    return path
