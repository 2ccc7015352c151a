"""Finding templates: an office's own folder first, then the shipped ones."""

from collections.abc import Iterable
from pathlib import Path

from drafter.errors import TemplateTrouble


class Templates:
    """Folders with .docx templates named by the form of the notice; the first folder that has one wins."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)

    def path(self, name: str) -> Path:
        """The template file of a name such as issue. Raises TemplateTrouble where no folder has it."""
        for folder in self.folders:
            path = folder / f"{name}.docx"
            if path.is_file():
                return path
        places = "、".join(str(folder) for folder in self.folders)
        raise TemplateTrouble(f"找不到模板 {name}.docx（找过 {places}）。请重新安装，或把模板放回其中。")
