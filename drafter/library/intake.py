"""Notices coming into the library: which are new, which are there already, and which must not take another's place."""

from enum import StrEnum

from drafter.errors import DrafterError, FileTrouble
from drafter.library import provenance, value_file
from drafter.library.store import Library, is_file_name
from drafter.model.base import Value
from drafter.model.notice import Item, Notice

_MOST_TOLD = 5


class Standing(StrEnum):
    """How a notice that comes in stands to what the library holds."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    OTHER = "other"


class Judged(Value):
    """A notice that came in, with the reference it would have; `told` says in a line why it is not simply new."""

    ref: str
    standing: Standing
    notice: Notice
    told: str | None = None


class Intake:
    """Notices that come in one after the other: one that is accepted counts as held for those behind it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_digest = provenance.by_digest(library)
        self._accepted: dict[str, tuple[str, Notice]] = {}

    def known(self, sha256: str) -> str | None:
        """The reference of the notice that was read from the very same bytes, None where there is none."""
        return self._by_digest.get(sha256)

    def judge(self, notice: Notice, *, exact: bool) -> Judged:
        """How a notice stands to the library and to those accepted before it.

        With `exact` its themes and lineage count, too. Raises FileTrouble where its issuer's name makes no
        reference, BrokenFile where the stored file of its reference has a fault.
        """
        ref = self._library.reference_of(notice)
        if not is_file_name(ref):
            raise FileTrouble(f"发文机关“{notice.issuer}”不能用作文库里的名字。请在原文件中核对发文机关后重试。")
        beside = self._accepted.get(ref)
        if beside:
            standing, told = _stand(beside[1], notice, exact=exact)
            if standing is not Standing.SAME:  # within one import neither of the two may push the other out
                standing = Standing.OTHER
            where = f"与本次的 {beside[0]} 同为 {ref}"
        elif self._library.path_of(ref).exists():
            held = value_file.load(Notice, self._library.path_of(ref))[0]
            standing, told = _stand(held, notice, exact=exact)
            where = f"文库中已有 {ref}"
        else:
            return Judged(ref=ref, standing=Standing.NEW, notice=notice)
        return Judged(ref=ref, standing=standing, notice=notice, told=f"{where}，{told}")

    def accept(self, judged: Judged, *, name: str, sha256: str) -> None:
        """Count a notice as held from now on."""
        self._accepted[judged.ref] = (name, judged.notice)
        self._by_digest[sha256] = judged.ref


def store(judged: Judged, source: provenance.Provenance, library: Library) -> None:
    """Write a notice, then where it came from; one it replaces stays as the backup.

    Raises FileTrouble, StaleFile, BrokenFile.
    """
    library.store(judged.notice, replace=judged.standing is Standing.CHANGED)
    provenance.keep(library, judged.ref, source)


def refusal(judged: Judged, library: Library) -> DrafterError:
    """Why a notice is not taken in, and what to do."""
    if judged.standing is Standing.CHANGED:
        told = f"{judged.told}。没有覆盖；要用它替换，请选替换后重试（原来的留作 .bak 备份）。"
        return FileTrouble(told, by_command="--replace")
    path = library.path_of(judged.ref)
    return FileTrouble(
        f"{judged.told}。一个地方一年只存一份，没有覆盖。请核对该留哪一份；要换成这一份，请先移走 {path}，再单独导入。"
    )


def _stand(held: Notice, notice: Notice, *, exact: bool) -> tuple[Standing, str]:
    """How a notice stands to one of the same reference, and the line that tells it."""
    if _content(held, exact=exact) == _content(notice, exact=exact):
        return Standing.SAME, "内容相同"
    differing = "；".join(differences(held, notice))
    if _is_other(held, notice):
        return Standing.OTHER, f"但不是同一份通知：{differing}"
    return Standing.CHANGED, f"内容不同：{differing}"


def _content(notice: Notice, *, exact: bool) -> Notice:
    """A notice as far as its file gives it: themes set by hand and lineage are the library's own."""
    if exact:
        return notice
    plain = {"themes": (), "origin": None, "reason": None}
    return notice.model_copy(update={"items": tuple(item.model_copy(update=plain) for item in notice.items)})


def _is_other(held: Notice, notice: Notice) -> bool:
    """Whether two notices of one place and year are two documents: by issuer or 文号, else by title and date both."""
    if held.issuer != notice.issuer:
        return True
    if held.doc_number and notice.doc_number:
        return held.doc_number != notice.doc_number
    return held.title != notice.title and bool(held.date and notice.date) and held.date != notice.date


def differences(held: Notice, notice: Notice) -> list[str]:
    """What differs between two readings of a notice, each in a few words, old before new."""
    fields = (
        ("发文机关", held.issuer, notice.issuer),
        ("文号", held.doc_number, notice.doc_number),
        ("日期", held.date, notice.date),
        ("标题", held.title, notice.title),
    )
    told = [f"{label}由“{old or '无'}”变为“{new or '无'}”" for label, old, new in fields if old != new]
    if len(held.items) != len(notice.items):
        told.append(f"实事由{len(held.items)}项变为{len(notice.items)}项")
    else:
        pairs = enumerate(zip(held.items, notice.items, strict=True), start=1)
        changed = [str(number) for number, (old, new) in pairs if _plain(old) != _plain(new)]
        more = "等" if len(changed) > _MOST_TOLD else ""
        told += [f"第{'、'.join(changed[:_MOST_TOLD])}{more}项不同"] if changed else []
    if not told:
        same = _content(held, exact=False) == _content(notice, exact=False)
        told.append("主题、来源或理由不同" if same else "开头、结尾、附件等处不同")
    return told


def _plain(item: Item) -> Item:
    return item.model_copy(update={"themes": (), "origin": None, "reason": None})
