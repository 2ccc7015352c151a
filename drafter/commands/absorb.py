"""`drafter absorb`: a Word file that came back, its changes taken one by one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.commands.common import draft_alone, print_json, report, wants_json, with_json, with_workspace, workspace

if TYPE_CHECKING:
    from drafter.handover.absorb import Change, Returned

_YES, _NO, _ALL, _NONE = "y", "n", "a", "q"


@click.command("absorb")
@click.argument("draft", metavar="草稿")
@click.argument("path", metavar="文件.docx", type=click.Path(path_type=Path))
@click.option("--yes", "take_all", is_flag=True, help="全部采用，不逐处询问。")
@click.option("--reason", metavar="理由", help="为什么这样改；记在新增和删去的内容上。")
@with_workspace
@with_json
def absorb_command(draft: str, path: Path, *, take_all: bool, reason: str | None) -> None:
    """回收领导改过的 Word 文件（有无修订标记都可以）：逐处列出改动，采用的记入草稿，可以撤销。"""
    from drafter.drafting import draft_file
    from drafter.handover import absorb

    source = draft_alone(draft)
    own, digest = draft_file.load(source)
    returned = absorb.read(path, own, workspace().templates)
    asked = not take_all and not wants_json() and sys.stdin.isatty() and sys.stdout.isatty()
    keys = _chosen(returned) if asked else [one.key for one in returned.changes if take_all]
    notes: list[str] = []
    written = []
    if keys:
        changed = absorb.take(own, returned, keys, reason)
        draft_file.save(source, changed, expected=digest, what=f"回收 {path.name}")
        written.append(source)
        notes += changed.notes
    decided = asked or take_all or not returned.changes
    _tell(returned, keys, written, [*notes, *_summary(returned, keys, path, decided=decided)], listed=not asked)
    click.get_current_context().exit(0 if decided and not returned.unplaced else 1)


def _chosen(returned: "Returned") -> list[str]:
    """Ask about each change; the keys of those taken."""
    keys: list[str] = []
    for number, change in enumerate(returned.changes, start=1):
        click.echo(f"\n第{number}处，共{len(returned.changes)}处")
        click.echo("\n".join(_lines(change)))
        answer = click.prompt(
            "采用吗？[y 采用 / n 不采用 / a 这处和余下的都采用 / q 这处和余下的都不采用]",
            type=click.Choice([_YES, _NO, _ALL, _NONE]),
            show_choices=False,
        )
        if answer == _ALL:
            return keys + [one.key for one in returned.changes[number - 1 :]]
        if answer == _NONE:
            return keys
        if answer == _YES:
            keys.append(change.key)
    return keys


def _lines(change: "Change") -> list[str]:
    """A change for people: where, what and by whom, the words that differ between marks, what else is to be known.

    Where no words are kept both texts stand one below the other.
    """
    from drafter.compare.terminal import marked
    from drafter.model.comparison import PieceKind
    from drafter.text.columns import harmless

    by = f"（{'；'.join(change.by)}）" if change.by else ""
    lines = [f"【{change.place}】{change.what}{by}"]
    if any(piece.kind is PieceKind.KEPT and piece.text.strip() for piece in change.pieces):
        text = "".join(text for text, _ in marked(change.pieces))
        lines += [f"    {line}" for line in text.split("\n") if line]
    else:
        lines += [f"  - {line}" for line in (change.old or "").split("\n") if line]
        lines += [f"  + {line}" for line in (change.new or "").split("\n") if line]
    return [harmless(line) for line in (*lines, *(f"  （{note}）" for note in change.notes))]


def _summary(returned: "Returned", keys: list[str], path: Path, *, decided: bool) -> list[str]:
    count = len(returned.changes)
    if not count:
        return [f"{path.name} 与草稿没有差别，草稿没有改动"]
    if not decided:
        return [f"共{count}处改动，草稿没有改动；全部采用请加 --yes，逐处选择请在终端里运行"]
    return [f"共{count}处改动，采用{len(keys)}处，没有采用{count - len(keys)}处"]


def _tell(returned: "Returned", keys: list[str], written: list[Path], notes: list[str], *, listed: bool) -> None:
    """What was found and what was done, as JSON or for people."""
    if wants_json():
        changes = [one.model_dump(mode="json") | {"taken": one.key in keys} for one in returned.changes]
        paths = [str(one) for one in written]
        told = [*notes, *returned.notes]
        print_json({"written": paths, "notes": told, "changes": changes, "unplaced": returned.unplaced})
        return
    for change in returned.changes if listed else ():
        click.echo("\n".join(_lines(change)))
    for one in returned.notes:
        click.echo(f"  读取时已整理：{one}")
    for one in returned.unplaced:
        click.echo(f"  没有收入草稿，请看原文件：{one}")
    report(written, notes)
