"""Doubts that only the whole list shows: ordinals, counts, headings, units and places that do not fit together."""

import re
from collections import Counter
from collections.abc import Sequence

from drafter.model.notice import Item, Notice
from drafter.readers.telling import Telling
from drafter.text import counts, numerals, organs
from drafter.text.unit_clause import names_units

_PLACE = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,4}?(?:在|为|由|对|向|到|从|及|和|与|是|开展|推进|打造))?(?P<place>[\u4e00-\u9fff]{2,3}[县区旗市])"
    r"(?=[\u4e00-\u9fff\d])"
)
_NO_PLACE = re.compile(
    r".*(?:社区|小区|园区|城区|校区|景区|山区|库区|灾区|片区|辖区|地区|街区|新区|发区|新市|城市|超市|全区|全县|全市|我[区县市]"
    r"|各[区县市]|本[区县市]|上市|夜市|集市|都市|牧区|林区|郊区|示范区|功能区|疫区|病区|院区|厂区|营区|老区|务区|作区"
    r"|区县|县区|县市|市县|市区|.[省市]级.?|市场.*|省市|门市|楼市|股市|入市)$|^(?:全|我|各|本|该|跨|进|[省市县区]级?).*"
)
_PLACED = (
    r"(?:范围|辖区|境内|户籍|户口|妇联|妇女|儿童|教育|民政|卫生|卫健|人民|委|政府|残联|总工会|\d|农村|全域|青少年|困境|留守"
    r"|[\u4e00-\u9fff]{0,3}[镇乡])"
)


def tell_about_items(items: Sequence[Item], ordinals: Sequence[tuple[str | None, str, bool]], telling: Telling) -> None:
    """Doubts about the items of a list; `ordinals` are each with its place, and whether a section begins there."""
    _tell_numbering(ordinals, telling)
    headed = sum(item.heading is not None for item in items)
    longest = max((len(item.body) for item in items), default=0)
    for item, (_, where, _) in zip(items, ordinals, strict=True):
        text = f"{item.heading or ''}{item.body}"
        if not item.all_units:
            telling.tell("units-missing", where, item.heading)
        if not item.heading and headed * 2 > len(items):
            telling.tell("item-heading-doubt", where, item.body or None)
        parts = [text, *("".join(clause.text for clause in entry.clauses) for entry in item.entries)]
        if any(map(names_units, parts)) or (len(item.body) == longest > 1500):
            telling.tell("item-many-units", where, item.heading or item.body[:40])


def _tell_numbering(ordinals: Sequence[tuple[str | None, str, bool]], telling: Telling) -> None:
    shapes = Counter(numerals.shape_of(ordinal) for ordinal, _, _ in ordinals if ordinal)
    usual = max(shapes, key=shapes.__getitem__, default="")
    expected = 1
    for position, (ordinal, where, begins_section) in enumerate(ordinals, start=1):
        value = numerals.ordinal_value(ordinal) if ordinal else None
        if begins_section and value == 1:
            expected = 1
        if ordinal is None:
            telling.tell("item-numbering", where, detail=f"第{position}项没有序号")
        elif value != expected or numerals.shape_of(ordinal) != usual:
            telling.tell("item-numbering", where, detail=f"第{position}项写作“{ordinal}”")
        expected = (value or expected) + 1


def tell_about_whole(notice: Notice, telling: Telling) -> None:
    """Doubts about the notice: announced counts, places of others."""
    for text in (notice.title, *notice.opening, *([notice.list_title] if notice.list_title else []), *notice.closing):
        for count in counts.find(text):
            if count.number != len(notice.items):
                detail = f"“{count.text}”，实际{len(notice.items)}项"
                telling.tell("title-count-vs-items", "标题和正文", text, detail)
    _tell_places(notice, telling)


def _tell_places(notice: Notice, telling: Telling) -> None:
    """Names of other districts or counties in the items of a district, of other cities in those of a city."""
    own = organs.place_of(notice.issuer)
    level = own[-1:]
    alike = "县区旗" if level in "县区旗" else "市"
    if level not in "县区旗市":
        return
    found: Counter[str] = Counter()
    shown: dict[str, tuple[int, str]] = {}
    for number, item in enumerate(notice.items, start=1):
        texts = [*(clause.text for clause in item.all_clauses), *item.all_units]
        for text in [item.heading or "", *texts]:
            for match in _PLACE.finditer(text):
                place = match["place"]
                named = place[-1] in alike and place not in own and own not in place and not _NO_PLACE.fullmatch(place)
                if named and re.match(_PLACED, text[match.end() :]):
                    found[place] += 1
                    shown.setdefault(place, (number, text))
    for place in found:
        number, text = shown[place]
        telling.tell("place-leak", f"第{number}项“{place}”", text, place)
