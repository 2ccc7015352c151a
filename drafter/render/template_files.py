"""Finding templates: an office's own folder first, then the shipped ones."""

import functools
from collections.abc import Iterable
from pathlib import Path

from drafter.errors import FileTrouble, TemplateTrouble, UnknownReference, system_reason
from drafter.library import files
from drafter.library.registers import nearest
from drafter.model.base import Value
from drafter.model.notice import Form, Format
from drafter.render import settings
from drafter.render.settings import Setting, Settings, Source

_FORMS = {Form.ISSUE: "印发式（通知后另起一页印清单）", Form.DIRECT: "直发式（实事写在通知里）"}
_FORMATS = {Format.LETTER: "信函格式", Format.FILE: "文件格式"}
NOTICES = {
    f"{form}-{layout}": f"{form_name}·{_FORMATS[layout]}" for form, form_name in _FORMS.items() for layout in _FORMATS
}
_DESCRIPTIONS = {
    **NOTICES,
    "progress": "进展情况表",
    "consult": "征求意见单",
    "cover": "发文稿纸",
    "compare": "对照表",
    "explain": "起草说明",
    "wishes": "征集事项比对表",
}


class Listed(Value):
    """A template in force; `changed` is false for a copy of the shipped one."""

    name: str
    description: str
    source: Source
    path: Path
    changed: bool


class Templates:
    """Folders with .docx templates named by form and format of the notice; the first folder that has one wins.

    The last folder is that of the shipped templates.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)

    @functools.cached_property
    def settings(self) -> Settings:
        """The office's settings over the shipped ones. Raises BrokenFile."""
        return settings.load(self.folders)

    def path(self, name: str) -> Path:
        """The template file of a name such as issue-letter. Raises TemplateTrouble where no folder has it."""
        for folder in self.folders:
            path = folder / f"{name}.docx"
            if path.is_file():
                return path
        places = "、".join(str(folder) for folder in self.folders)
        raise TemplateTrouble(f"找不到模板 {name}.docx（找过 {places}）。请重新安装，或把模板放回其中。")

    def listed(self) -> tuple[Listed, ...]:
        """Every template in force, in the order of their use."""
        shipped = [name for name in _DESCRIPTIONS if self._shipped(name).is_file()]
        return tuple(self._listed(name) for name in shipped)

    def settings_in_force(self) -> tuple[Setting, ...]:
        """Every setting with the file it comes from. Raises BrokenFile."""
        return settings.in_force(self.folders)

    def shipped_path(self, name: str) -> Path:
        """The shipped template of a name, whatever an office has. Raises UnknownReference."""
        path = self._shipped(name)
        if name not in _DESCRIPTIONS or not path.is_file():
            raise UnknownReference("模板", name, nearest(name, [one.name for one in self.listed()]))
        return path

    def family(self, name: str) -> tuple[Path, ...]:
        """The shipped templates that are filled with the same placeholders as the one of a name."""
        names = NOTICES if name in NOTICES else (name,)
        return tuple(self.shipped_path(one) for one in names)

    def export(self, names: Iterable[str], folder: Path) -> tuple[Path, ...]:
        """Copy shipped files into a folder for editing: templates by name, and `settings`; all of them or none.

        Raises UnknownReference, and FileTrouble where one of the files is there already or cannot be written.
        """
        sources = [self._file(name) for name in names]
        targets = [folder / source.name for source in sources]
        there = [target for target in targets if target.exists()]
        if there:
            raise FileTrouble(
                f"{'、'.join(map(str, there))} 已经存在，没有覆盖，什么也没写。请先改名或移走，或用 -o 写到别的文件夹。"
            )
        for source, target in zip(sources, targets, strict=True):
            try:
                data = source.read_bytes()
            except OSError as error:
                raise FileTrouble(f"打不开 {source}：{system_reason(error)}。请重新安装。") from error
            files.write_bytes(target, data)
        return tuple(targets)

    def _file(self, name: str) -> Path:
        return self.folders[-1] / settings.FILE if name == "settings" else self.shipped_path(name)

    def _shipped(self, name: str) -> Path:
        return self.folders[-1] / f"{name}.docx"

    def _listed(self, name: str) -> Listed:
        path, shipped = self.path(name), self._shipped(name)
        return Listed(
            name=name,
            description=_DESCRIPTIONS[name],
            source=Source.SHIPPED if path == shipped else Source.OWN,
            path=path,
            changed=path.read_bytes() != shipped.read_bytes(),
        )
