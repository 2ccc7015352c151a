"""Finding the folders: library, templates, drafts. Nothing else guesses a path, and nothing else is held here."""

import os
import shutil
from pathlib import Path

from drafter.errors import FileTrouble, system_reason
from drafter.library import Library
from drafter.render import Templates

ENVIRONMENT = "DRAFTER_WORKSPACE"
_COPIED = ("library", "templates")
_LEFT_OUT = ("__pycache__", ".*", "*.py", "source")  # in a clone templates/ also holds what they are built from


class Workspace:
    """The folder a drafter works in; without one, the shipped library and templates are used for reading."""

    def __init__(self, root: Path, *, own: bool) -> None:
        self.root = root
        self.own = own
        self.library = Library(root / "library", shipped() / "library")
        self.templates = Templates((root / "templates", shipped() / "templates"))

    @classmethod
    def find(cls, given: Path | str | None = None) -> "Workspace":
        """The given folder, else the nearest one upward from here, else $DRAFTER_WORKSPACE, else the shipped data.

        Raises FileTrouble where a named folder is no workspace.
        """
        if given is not None:
            return cls._named(Path(given))
        here = Path.cwd()
        for folder in (here, *here.parents):
            if _is_workspace(folder):
                return cls(folder, own=True)
        if os.environ.get(ENVIRONMENT):
            return cls._named(Path(os.environ[ENVIRONMENT]))
        return cls(shipped(), own=False)

    @classmethod
    def _named(cls, folder: Path) -> "Workspace":
        if not _is_workspace(folder):
            raise FileTrouble(f"{folder} 不是工作区（里面没有 library 文件夹）。请用 drafter init {folder} 建一个。")
        return cls(folder, own=True)

    @property
    def drafts(self) -> Path:
        """Where drafts are kept unless told otherwise."""
        return self.root / "drafts"

    def require_own(self) -> None:
        """Raise FileTrouble where only the shipped data was found, which is not to be written to."""
        if not self.own:
            raise FileTrouble("这里还没有工作区，不能写入文库。请先运行 drafter init 文件夹名，再到那个文件夹里操作。")

    def draft_path(self, name: str) -> Path:
        """The file of a draft named by path or, in drafts/, by name."""
        for path in (Path(name), self.drafts / name, self.drafts / f"{name}.yaml"):
            if path.is_file():
                return path
        return Path(name)


def shipped() -> Path:
    """Where the shipped library and templates are: inside the installed package, or in the clone."""
    package = Path(__file__).resolve().parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def _is_workspace(folder: Path) -> bool:
    return (folder / "library" / "notices").is_dir() and (folder / "library" / "issuers.yaml").is_file()


def create(folder: Path) -> Workspace:
    """A workspace of one's own, with the shipped library, registers and templates.

    Raises FileTrouble where the folder holds a workspace already or cannot be written.
    """
    if _is_workspace(folder):
        raise FileTrouble(f"{folder} 已经是工作区，没有改动它。")
    try:
        for name in _COPIED:
            if (folder / name).exists():
                raise FileTrouble(f"{folder / name} 已经存在，没有覆盖。请换一个空文件夹。")
        folder.mkdir(parents=True, exist_ok=True)
        for name in _COPIED:
            shutil.copytree(shipped() / name, folder / name, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        (folder / "drafts").mkdir(exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"建不了工作区 {folder}：{system_reason(error)}。请检查文件夹权限和磁盘空间。") from error
    return Workspace(folder, own=True)
