"""The library on disk: one YAML file a notice, named by its reference, and the registers beside them.

The registers are loaded, code and data, when first asked for: printing a notice needs none of them.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import FileTrouble, OutOfRange, UnknownReference
from drafter.library import comments, files, value_file
from drafter.model.notice import Clause, Item, Notice
from drafter.model.references import Reference
from drafter.text import organs

if TYPE_CHECKING:
    from drafter.library.registers import Issuers, Synonyms, Themes, Units
    from drafter.library.words import Words
    from drafter.model.registers import Duties, Events, Holidays, Wording


_LONGEST = 200  # bytes; with the endings of backup, lock and temporary file it stays below 255


class Library:
    """A folder with notices/*.yaml, issuers.yaml, units.yaml, themes.yaml and words/*.yaml; read when asked.

    Lists of words that the folder has not, such as one made before they were thought of, are taken from `shipped`.
    """

    def __init__(self, folder: Path, shipped: Path | None = None) -> None:
        self.folder = folder
        self._shipped = shipped
        self._words: dict[str, Words] = {}

    @cached_property
    def issuers(self) -> "Issuers":
        """The register of issuers."""
        from drafter.library.registers import Issuers  # noqa: PLC0415 - see the module's docstring

        return Issuers.load(self.folder / "issuers.yaml")

    @cached_property
    def units(self) -> "Units":
        """The register of responsible units."""
        from drafter.library.registers import Units  # noqa: PLC0415 - see the module's docstring

        return Units.load(self.folder / "units.yaml")

    @cached_property
    def themes(self) -> "Themes":
        """The register of themes."""
        from drafter.library.registers import Themes  # noqa: PLC0415 - see the module's docstring

        return Themes.load(self.folder / "themes.yaml")

    @cached_property
    def wording(self) -> "Wording":
        """The words by which a text of another office is adapted."""
        from drafter.model.registers import Wording  # noqa: PLC0415 - see the module's docstring

        return value_file.load(Wording, self._list("adapting.yaml"))[0]

    def words(self, name: str) -> "Words":
        """The list of words of a name, in words/."""
        if name not in self._words:
            from drafter.library.words import Words  # noqa: PLC0415 - see the module's docstring

            self._words[name] = Words.load(self._list(f"words/{name}.yaml"))
        return self._words[name]

    @cached_property
    def holidays(self) -> "Holidays":
        """The days off of the years known."""
        from drafter.model.registers import Holidays  # noqa: PLC0415 - see the module's docstring

        return value_file.load(Holidays, self._list("words/holidays.yaml"))[0]

    @cached_property
    def events(self) -> "Events":
        """Days and campaigns of the year."""
        from drafter.model.registers import Events  # noqa: PLC0415 - see the module's docstring

        return value_file.load(Events, self._list("words/events.yaml"))[0]

    @cached_property
    def duties(self) -> "Duties":
        """Which tasks usually belong to which units."""
        from drafter.model.registers import Duties  # noqa: PLC0415 - see the module's docstring

        return value_file.load(Duties, self._list("words/duties.yaml"))[0]

    @cached_property
    def synonyms(self) -> "Synonyms":
        """The register of synonyms."""
        from drafter.library.registers import Synonyms  # noqa: PLC0415 - see the module's docstring

        return Synonyms.load(self._list("synonyms.yaml"))

    def _list(self, name: str) -> Path:
        """The file of a list of words: the folder's own, else the shipped one."""
        own = self.folder / name
        return self._shipped / name if self._shipped and not own.exists() else own

    def path_of(self, reference: str) -> Path:
        """Where the notice of a reference is or would be stored."""
        return self.folder / "notices" / f"{reference}.yaml"

    def references(self) -> list[str]:
        """The references of all stored notices, by name."""
        return sorted(path.stem for path in (self.folder / "notices").glob("*.yaml"))

    def holds(self, name: str) -> bool:
        """Whether a notice of this name is stored; a name that no file of the library can have is not."""
        return is_file_name(name) and self.path_of(name).is_file()

    def notice(self, reference: str) -> Notice:
        """The stored notice of a reference such as 博山区-2025.

        Raises UnknownReference with the nearest names, BrokenFile where its file has a fault.
        """
        name = Reference.parse(reference).notice
        if not self.holds(name):
            from drafter.library.registers import nearest  # noqa: PLC0415 - only errors need it

            raise UnknownReference("文库中的通知", name, nearest(name, self.references()))
        return value_file.load(Notice, self.path_of(name))[0]

    def notices(self) -> Iterator[tuple[str, Notice]]:
        """All stored notices with their references."""
        for reference in self.references():
            yield reference, self.notice(reference)

    def item(self, reference: Reference) -> Item:
        """The item that a reference names. Raises UnknownReference or OutOfRange."""
        items = self.notice(reference.notice).items
        number = reference.item or 0
        if not 1 <= number <= len(items):
            raise OutOfRange(f"{reference.notice} 的实事", number, len(items))
        return items[number - 1]

    def clause(self, reference: Reference) -> Clause:
        """The clause that a reference names. Raises UnknownReference or OutOfRange."""
        clauses = self.item(reference).all_clauses
        number = reference.clause or 0
        if not 1 <= number <= len(clauses):
            raise OutOfRange(f"{reference.notice}#{reference.item} 的措施", number, len(clauses))
        return clauses[number - 1]

    def place_of(self, issuer: str) -> str:
        """The place of an issuer's name, from the register or from the name itself."""
        entry = self.issuers.find(issuer)
        return entry.place if entry else organs.place_of(issuer)

    def reference_of(self, notice: Notice) -> str:
        """The reference a notice has in this library: place and year."""
        return f"{self.place_of(notice.issuer)}-{notice.year}"

    def newest(self, place: str) -> str | None:
        """The reference of the newest notice of a place, None where there is none."""
        years = re.compile(re.escape(place) + r"-(\d{4})")
        own = [found for reference in self.references() if (found := years.fullmatch(reference))]
        newest = max(own, key=lambda found: int(found[1]), default=None)
        return newest[0] if newest else None

    def with_themes(self, notice: Notice) -> Notice:
        """The notice with the themes of its items, found by the register's words where an item has none."""
        items = tuple(item if item.themes else item.replaced(themes=self.themes.of_item(item)) for item in notice.items)
        return notice.replaced(items=items)

    def store(self, notice: Notice, *, replace: bool = False) -> Path:
        """Write a notice into the library under its reference.

        Raises FileTrouble where one is already there and `replace` is not set, or the issuer's name makes no file's.
        """
        reference = self.reference_of(notice)
        if not is_file_name(reference):
            raise FileTrouble(f"发文机关“{notice.issuer}”不能用作文库里的名字。请在原文件中核对发文机关后重试。")
        path = self.path_of(reference)
        text = notice_text(notice)
        if not path.exists():
            files.write_text(path, text, expected=None)
            return path
        if not replace:
            raise FileTrouble(
                f"文库中已有 {path.stem}（{path}），没有覆盖。要替换，请选替换后重试。", by_command="--replace"
            )
        value_file.load(Notice, path)
        old = files.read_text(path)
        files.write_text(path, comments.carry(old, text, path), expected=files.digest(old))
        return path


def is_file_name(reference: str) -> bool:
    """Whether a reference can name a file on every system, and no other folder."""
    plain = not re.search(r"""[\x00-\x1f\x7f/\\:*?"<>|#]|^[.\s]|[.\s]$""", reference)
    return plain and len(reference.encode("utf-8", "replace")) <= _LONGEST


def notice_text(notice: Notice) -> str:
    """The file text of a notice: head, items, then what follows them."""
    return value_file.to_text(notice, behind=("items", "list_title"))
