"""What stops the work. Trouble in a user's text is never one of these: it is a Problem, a value.

DrafterError
├── FileTrouble          a file or folder cannot be read or written
│   ├── NotUnderstood    it was read, but it is no notice (or a format that is not supported)
│   ├── BrokenFile       a library, register or draft file has a fault: path, line, reason
│   └── StaleFile        the file changed since it was read
├── UnknownReference     a notice, item, clause, issuer, unit or theme that does not exist
├── OutOfRange           an ordinal or clause number beyond what is there
├── UnfitValue           a value that cannot be taken or printed as it stands
├── NotReady             the draft lacks what the final document needs
└── TemplateTrouble      a Word template has a fault

Every message is Chinese and says what, where, and what to do next.
"""

import errno
from collections.abc import Iterable
from pathlib import Path

_SYSTEM_REASONS = {
    errno.ENOENT: "它或它所在的文件夹不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "它是文件夹",
    errno.ENOTDIR: "上级不是文件夹",
    errno.EEXIST: "同名的文件已经存在",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只能读不能写",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "正被别的程序使用",
}


def system_reason(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    return _SYSTEM_REASONS.get(error.errno or 0, f"系统拒绝（错误号{error.errno}）")


class DrafterError(Exception):
    """Base of everything that stops a command (exit code 3).

    `message` is for everybody; the text of the error also names the command or option that does what it advises.
    """

    def __init__(self, message: str, *, by_command: str = "") -> None:
        super().__init__(f"{message}（{by_command}）" if by_command else message)
        self.message = message


class FileTrouble(DrafterError):
    """A file or folder cannot be read or written."""


class NotUnderstood(FileTrouble):
    """A file was read but holds no notice, or its format is not supported."""


class BrokenFile(FileTrouble):
    """A file of ours has a fault; it is named with its line and never rewritten."""

    def __init__(self, path: Path | str, reason: str, line: int | None = None) -> None:
        where = f"{path} 第{line}行" if line else f"{path}"
        super().__init__(f"文件有错，没有改动它：{where}：{reason}。请改正后重试。")
        self.path, self.reason, self.line = path, reason, line


class StaleFile(FileTrouble):
    """The file on disk is not the one that was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} 在读取之后被别的程序改过，为免覆盖没有保存。请再做一次（会读取最新内容）。")


class UnknownReference(DrafterError):
    """Something was named that does not exist; the nearest names are offered."""

    def __init__(
        self,
        kind: str,
        name: str,
        nearest: Iterable[str] = (),
        advice: str = "请核对后重试。",
        *,
        by_command: str = "",
    ) -> None:
        near = "、".join(nearest)
        hint = f"相近的有：{near}。" if near else ""
        super().__init__(f"找不到{kind}“{name}”。{hint}{advice}", by_command=by_command)
        self.name = name


class OutOfRange(DrafterError):
    """A position beyond what is there."""

    def __init__(self, what: str, number: int, count: int) -> None:
        have = f"只有第1至第{count}" if count else "一个也没有"
        super().__init__(f"{what}没有第{number}个（{have}）。请核对序号后重试。")


class UnfitValue(DrafterError):
    """A value that cannot be taken or printed as it stands."""


class NotReady(DrafterError):
    """The draft lacks what the final document needs, or has faults; `missing` lists them."""

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing = tuple(missing)
        super().__init__("还不能出送签稿，要先补齐或改正：" + "；".join(self.missing) + "。改好后重试。")


class TemplateTrouble(DrafterError):
    """A Word template has a fault; the message holds the text around it."""
