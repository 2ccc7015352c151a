"""How far a draft is from 送签, counted."""

from typing import TYPE_CHECKING

from drafter import check
from drafter.drafting.confirmation import unconfirmed
from drafter.drafting.readiness import missing
from drafter.model.base import Value
from drafter.model.draft import Draft, DraftItem
from drafter.model.finding import Severity
from drafter.text import targets

if TYPE_CHECKING:
    from drafter.library import Library


class Status(Value):
    """Counts of a draft; `missing` names what the final document lacks, `without_reason` items by position.

    `errors` and `warnings` are those of a check as it stands; `themes` those that its items and
    clauses are about, `themes_without` those of the register that none is (both empty without a library).
    """

    items: int
    from_source: int
    from_elsewhere: int
    written_here: int
    dropped: int
    figures: int
    figures_confirmed: int
    without_reason: tuple[int, ...]
    missing: tuple[str, ...]
    ready: bool
    errors: int
    warnings: int
    themes: tuple[str, ...] = ()
    themes_without: tuple[str, ...] = ()


def status(draft: Draft, library: "Library | None" = None) -> Status:
    """The state of a draft."""
    source = draft.source or ""
    own = [item for item in draft.items if _comes_from(item, source)]
    other = [item for item in draft.items if item.origin and item not in own]
    figures = sum(len(targets.find(clause.text)) for item in draft.items for clause in item.all_clauses)
    open_figures = sum(len(unconfirmed(item)) for item in draft.items)
    lacking = tuple(missing(draft, library))
    severities = [one.severity for one in check.run(draft, library=library)]
    named = {theme for item in draft.items for theme in library.themes.touched_by(item)} if library else set()
    themes = [one.name for one in library.themes.entries] if library else []
    return Status(
        items=len(draft.items),
        from_source=len(own),
        from_elsewhere=len(other),
        written_here=len(draft.items) - len(own) - len(other),
        dropped=sum(one.item is not None and one.into is None for one in draft.dropped),
        figures=figures,
        figures_confirmed=figures - open_figures,
        without_reason=tuple(
            number
            for number, item in enumerate(draft.items, start=1)
            if not item.reason and not _comes_from(item, source)
        ),
        missing=lacking,
        ready=not lacking,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        themes=tuple(name for name in themes if name in named),
        themes_without=tuple(name for name in themes if name not in named),
    )


def _comes_from(item: DraftItem, source: str) -> bool:
    return bool(item.origin) and (item.origin or "").split("#")[0] == source


def status_lines(name: str, found: Status) -> list[str]:
    """The state in a few lines."""
    lines = [
        f"草稿 {name}：{'可以送签' if found.ready else '还不能送签'}",
        f"实事{found.items}项：沿用底稿{found.from_source}项，采自别处{found.from_elsewhere}项，"
        f"新拟{found.written_here}项；底稿中删去{found.dropped}项",
        f"指标{found.figures}个，已确认{found.figures_confirmed}个",
        f"核稿：错误{found.errors}处，警告{found.warnings}处（drafter check {name}）",
    ]
    if found.without_reason:
        numbers = "、".join(str(number) for number in found.without_reason)
        lines.append(f"没有写理由的新增项：第{numbers}项（edit --reason）")
    if found.themes or found.themes_without:
        without = f"，没有的：{'、'.join(found.themes_without)}" if found.themes_without else ""
        lines.append(f"主题：有{len(found.themes)}个{without}")
    return lines
