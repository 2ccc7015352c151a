"""Suggestions as lines of text for the terminal, none wider than it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.model.suggestion import Advised, Card, Field, Omitted, Survey, WishList
from drafter.suggest.shelf import place_and_year
from drafter.text import columns, targets

COLUMNS = 80
_GAP = "  "
_INDENT = 3
_SHORT = 64  # columns of a line that only names a clause
_WISH_WIDTHS = (4, 22, 26, 22)
_PAST_LINES = 4


def card_lines(cards: Sequence[Card]) -> list[str]:
    """Cards one below the other: the clause first, then where it stands, why, its history, its warnings."""
    lines: list[str] = []
    for number, card in enumerate(cards, start=1):
        lines += ["", *_card(card, f"{number}. ")]
    return lines


def _card(card: Card, mark: str) -> list[str]:
    figures = "、".join(target.text for target in targets.find(card.clause)) or "无"
    source = f"（{card.source}）" if card.source else ""
    facts = [
        f"出处：{card.ref}{source}　{card.heading or ''}",
        f"指标：{figures}　责任单位：{'、'.join(card.units) or '（无）'}",
        f"理由：{'；'.join(card.why)}；相似度{card.score:.0%}",
        *(f"历年：{text}" for text in history(card)),
        *(f"注意：{text}" for text in card.warnings),
    ]
    return [
        *_wrapped(mark + card.clause, hanging=_INDENT),
        *(line for fact in facts for line in _wrapped(" " * _INDENT + fact, hanging=_INDENT + 6)),
    ]


def history(card: Card) -> list[str]:
    """The years of a commitment that was made more than once, and how each of its figures moved."""
    if len(card.years) < 2:
        return []
    strip = "、".join(f"{one.year}年" for one in card.years)
    place = place_and_year(card.ref.split("#", maxsplit=1)[0])[0]
    moved = [
        f"{series.object or '指标'} " + " → ".join(f"{point.text}（{point.year}）" for point in series.points)
        for series in card.history
    ]
    return [f"{place}{strip}都有", *moved]


def survey_lines(value: Survey) -> list[str]:
    """A draft beside the library: first what it leaves out, then cards for each item, then the outlines."""
    return [*_omissions(value), *_for_items(value), *_coverage(value.fields)]


def _omissions(value: Survey) -> Iterator[str]:
    if value.last:
        yield f"━━ {value.last} 里有、草稿没有延续的"
        yield from _omitted("整项", value.omitted_items)
        yield from _omitted("措施", value.omitted_clauses)
        if not value.omitted_items and not value.omitted_clauses:
            yield "  没有，都延续了。"
    if value.superior:
        yield ""
        yield f"━━ 上级 {value.superior} 有、草稿没有的主题"
        for theme in value.missing_themes:
            yield from _wrapped(f"  {theme.theme}：{'；'.join(f'{one.ref} {one.text}' for one in theme.items)}", 4)
        if not value.missing_themes:
            yield "  没有，上级清单的主题都有了。"


def _omitted(name: str, found: Sequence[Omitted]) -> Iterator[str]:
    for one in found:
        reason = f"（理由：{one.reason}）" if one.reason else "（没有写理由）"
        yield from _wrapped(f"  {name} {one.ref}　{one.text}{reason}", 4)


def _for_items(value: Survey) -> Iterator[str]:
    yield ""
    yield "━━ 各项可以参考、草稿还没有用的"
    for item in value.items:
        yield ""
        yield from _wrapped(f"第{item.item}项　{item.heading or '（无标题）'}", 4)
        if not item.cards:
            yield "   没有足够相近的。"
        for card in item.cards:
            yield from _short_card(card)


def short_lines(cards: Sequence[Card]) -> list[str]:
    """Cards in a few lines each: the clause, where it stands, why."""
    return [line for card in cards for line in _short_card(card)]


def _short_card(card: Card) -> Iterator[str]:
    yield from _wrapped(f"  · {card.clause}", 4)
    yield from _wrapped(f"    {card.ref}　{'；'.join(card.why)}；相似度{card.score:.0%}", 4)
    for text in (*history(card)[1:], *card.warnings):
        yield from _wrapped(f"    {text}", 4)


def _coverage(fields: Sequence[Field]) -> Iterator[str]:
    for outline, listed in groupby(fields, key=lambda one: one.outline):
        named = list(listed)
        yield ""
        yield f"━━ 《{outline}》的领域"
        touched = [f"{one.name}（第{'、'.join(map(str, one.items))}项）" for one in named if one.items]
        untouched = [one.name for one in named if not one.items]
        yield from _wrapped(f"  已触及{len(touched)}个：{'；'.join(touched) or '无'}", 4)
        if untouched:
            yield from _wrapped(f"  未触及{len(untouched)}个：{'、'.join(untouched)}", 4)


def wish_lines(advised: Sequence[Advised], summary: str) -> list[str]:
    """The table of wishes in three columns, the sum first, the reason of each below its row."""
    heads = ("序号", "征集事项", "相近往年事项", "建议")
    lines = [*_wrapped(summary), "", *_row(heads)]
    for number, one in enumerate(advised, start=1):
        unit = f"（{one.wish.unit}）" if one.wish.unit else ""
        past = f"{one.card.ref} {one.card.clause}" if one.card else "—"
        lines.append("─" * (COLUMNS // 2))
        lines += _row((str(number), one.wish.text + unit, past, one.advice))
        lines += _wrapped(f"      理由：{one.reason}", hanging=12)
    return lines


def left_out_lines(wishes: WishList) -> list[str]:
    """What of a file was not taken as a wish."""
    if not wishes.left_out:
        return []
    told = [line for text in wishes.left_out for line in _wrapped(f"  {text}", 4)]
    return ["", f"{wishes.source} 里没有当作征集事项的：", *told]


def _row(cells: Sequence[str]) -> list[str]:
    """A row of cells wrapped side by side; a long clause is cut, its reference says where the rest stands."""
    wrapped = [_wrapped(cell, width=width) for cell, width in zip(cells, _WISH_WIDTHS, strict=True)]
    if len(wrapped[2]) > _PAST_LINES:
        wrapped[2] = [*wrapped[2][: _PAST_LINES - 1], _cut(wrapped[2][_PAST_LINES - 1], _WISH_WIDTHS[2])]
    height = max(map(len, wrapped))
    rows = [[lines[at] if at < len(lines) else "" for lines in wrapped] for at in range(height)]
    return [
        _GAP.join(
            text + " " * (width - columns.width(text)) for text, width in zip(row, _WISH_WIDTHS, strict=True)
        ).rstrip()
        for row in rows
    ]


def _cut(text: str, width: int) -> str:
    while columns.width(text) > width - 2:
        text = text[:-1]
    return text + "…"


def _wrapped(text: str, hanging: int = 0, width: int = COLUMNS) -> list[str]:
    return [columns.plain(line) for line in columns.wrap([(columns.harmless(text), "")], width, hanging)]
