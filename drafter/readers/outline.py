"""The outline of a text: which numbered lines are the items, which are titles above them, which stand round them."""

import itertools
import re
from collections.abc import Sequence

from drafter.model.base import Value
from drafter.readers import odd_ordinals
from drafter.readers.odd_ordinals import Block, Numbered
from drafter.readers.repair import Mended
from drafter.readers.tail import is_attachment_note, is_ending, is_furniture, is_requirement
from drafter.text import counts, numerals, organs, word_lists
from drafter.text.unit_clause import find_inner_clause, find_unit_clause, is_unit_clause, names_units, opens_unit_clause

_WORDS = word_lists.load("reading_words")
_BEFORE = re.compile("|".join(_WORDS["preliminaries"]))
_LIST = re.compile(rf".{{0,8}}(?:{'|'.join(_WORDS['list chapters'])})[：。]?")
_AUDIENCE = "|".join(_WORDS["audiences"])
_SECTION = re.compile(
    rf"[^，。；、]{{1,12}}(?:{'|'.join(_WORDS['section endings'])})[：]?|[【［\[].{{1,12}}[】］\]]"
    rf"|(?:{_AUDIENCE})(?:[和与、]?(?:{_AUDIENCE}))*(?:{'|'.join(_WORDS['section fields'])})?(?:项目|工程|事项|实事)?"
)
_SUM = re.compile(r"（(?:共)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:项|件|个)）$")
_CHAPTER_BEHIND = re.compile(rf"(?:{'|'.join(_WORDS['chapters behind'])})[：。]?")
_DEED = re.compile(
    r"(?:免费)?(?:实施|开展|推进|建设|打造|提升|加强|完善|深化|促进|强化|优化|扩大|保障|提高|落实|举办|救助|关爱)"
    r"|.*(?:行动|工程|项目|计划)。?$"
)
_TITLE_MAX = 25
_DIVIDER_MAX = 12
_SURE = 2


class Outline(Value):
    """Where the items are: the lines that begin one, the titles above them, the line behind the last."""

    starts: tuple[int, ...]
    end: int
    titles: tuple[int, ...] = ()
    with_units: int = 0
    doubted: bool = False


def ends_with_units(text: str) -> bool:
    """Whether a line is, opens or ends with a unit clause."""
    return is_unit_clause(text) or opens_unit_clause(text) or find_unit_clause(text) is not None


def has_units(text: str) -> bool:
    """Whether a line names units anywhere."""
    return ends_with_units(text) or find_inner_clause(text) is not None or names_units(text)


def find_outline(lines: Sequence[Mended]) -> Outline | None:
    """The outline of the lines behind the head; None where nothing reads as a list of items."""
    return Finder(lines).outline()


def first_numbered(lines: Sequence[Mended]) -> int | None:
    """The first numbered line, but 一、 before any other way of counting; names of a 附件说明 are not counted."""
    finder = Finder(lines)
    top = finder.top()
    if top is None:
        return None
    first = next(at for at, shape in enumerate(finder.shapes) if shape == top)
    return next((at for at, shape in enumerate(finder.shapes) if (shape, finder.values[at]) == (top, 1)), first)


class Finder:
    """Finds the outline of some lines; holds what each line is."""

    def __init__(self, lines: Sequence[Mended]) -> None:
        self.texts = [line.text for line in lines]
        self.shapes = [_shape(text) for text in self.texts]
        self.values = [_value(text) for text in self.texts]
        self._leave_out_names()
        self.units = [has_units(text) for text in self.texts]
        self.titles: list[int] = []
        self.doubted = False

    def outline(self) -> Outline | None:
        """The items by their ordinals, else by their unit clauses."""
        top = self.top()
        if top is None:
            return self._by_units()
        end = self._end(top)
        self._take_bare_titles(top, end)
        blocks, end = self._without_requirements(self._blocks(top, 0, end), end)
        while blocks and (chapters := self._sections(blocks)):
            self.titles += [block.start for block in chapters]
            sub = self._sub_shape(chapters[0])
            end = chapters[-1].end
            blocks = [one for block in chapters for one in self._blocks(sub, block.start + 1, block.end)]
            blocks, end = self._without_requirements(blocks, end)
        if not blocks or (len(blocks) == 1 and not self.units_in(blocks[0])):
            return self._by_units() or self._outline(self._filled(blocks), end)
        return self._outline(self._filled(blocks), end)

    def _filled(self, blocks: list[Block]) -> list[Block]:
        """The blocks with those among them whose ordinals are of another shape than the rest."""
        lines = [
            Numbered(shape=shape, value=value, title=numerals.split_ordinal(text)[1], units=units)
            for shape, value, text, units in zip(self.shapes, self.values, self.texts, self.units, strict=True)
        ]
        return odd_ordinals.fill(blocks, lines)

    def _leave_out_names(self) -> None:
        """The numbers of the names in a 附件说明 count no items."""
        naming = False
        for at, text in enumerate(self.texts):
            naming = is_attachment_note(text) or (naming and self.shapes[at] == "arabic")
            if naming:
                self.shapes[at], self.values[at] = "", None

    def units_in(self, block: Block) -> bool:
        """Whether any line of a block names units."""
        return any(self.units[block.start : block.end])

    def _outline(self, blocks: list[Block], end: int) -> Outline | None:
        if not blocks:
            return None
        return Outline(
            starts=tuple(block.start for block in blocks),
            end=end,
            titles=tuple(sorted(self.titles)),
            with_units=sum(map(self.units_in, blocks)),
            doubted=self.doubted,
        )

    def top(self) -> str | None:
        """The highest way of counting: that of the first numbered line, but 一、 before any other.

        Where another way begins with 2 and counts further, the first line was numbered otherwise than the rest.
        """
        numbered = [at for at, shape in enumerate(self.shapes) if shape]
        if not numbered:
            return None
        first = next((at for at in numbered if (self.shapes[at], self.values[at]) == ("chinese", 1)), numbered[0])
        shape = self.shapes[first]
        other = next((self.shapes[at] for at in numbered if self.values[at] == 2), shape)
        own, others = ({self.values[at] for at in numbered if self.shapes[at] == one} for one in (shape, other))
        return other if 2 not in own and 1 not in others and len(others) > len(own) else shape

    def _blocks(self, shape: str, start: int, end: int) -> list[Block]:
        """The blocks of a shape between two lines."""
        first = [at for at in range(start, end) if self.shapes[at] == shape]
        ends = [*first[1:], end]
        return [
            Block(start=at, end=behind, title=numerals.split_ordinal(self.texts[at])[1])
            for at, behind in zip(first, ends, strict=True)
        ]

    def _end(self, top: str) -> int:
        """Where the list ends at the latest: before a heading of requirements, or where the counting begins anew."""
        first = self.shapes.index(top)
        naming = [at for at, units in enumerate(self.units) if units]
        before = any(at >= first for at in naming)
        if naming and not before:
            return len(self.texts)
        for at in range(max([first, *naming]) + 1, len(self.texts)):
            bare = not self.shapes[at] and len(self.texts[at]) <= _TITLE_MAX and is_requirement(self.texts[at])
            anew = self.shapes[at] == top and self.values[at] == 1 and (before or is_requirement(self.texts[at]))
            if bare or anew:
                return at
        return len(self.texts)

    def _take_bare_titles(self, top: str, end: int) -> None:
        """Titles without an ordinal above items: 妇女类."""
        bare = [at for at in range(end - 1) if self.shapes[at + 1] == top and self._is_bare(at)]
        between = [at for at in bare if top in self.shapes[:at] and self._may_divide(at)]
        for at in bare:
            first = top not in self.shapes[:at] and bool(between) and self._may_divide(at)
            if _SECTION.fullmatch(self.texts[at]) or at in between or first:
                self.titles.append(at)

    def _is_bare(self, at: int) -> bool:
        """Whether a line is short, without an ordinal and without units."""
        text = self.texts[at]
        other = is_furniture(text) or text.endswith("文件")
        return not (self.shapes[at] or self.units[at] or len(text) > _TITLE_MAX or other)

    def _may_divide(self, at: int) -> bool:
        """Whether a bare line is words alone, short or where the counting begins anew."""
        text = self.texts[at]
        organs_only = all(map(organs.is_named_organ, organs.split_units(text)))
        plain = not organs_only and not re.search(r"[，。；：、\d]|清单|通知", text)
        anew = self.values[at + 1] == 1
        done = at > 0 and (self.units[at - 1] or is_attachment_note(self.texts[at - 1]) or not self.shapes[at - 1])
        return plain and (anew or (len(text) <= _DIVIDER_MAX and done))

    def _without_requirements(self, blocks: list[Block], end: int) -> tuple[list[Block], int]:
        """The blocks without the last ones that are headed like requirements and name no units."""
        if not any(map(self.units_in, blocks)):
            kept = [block for block in blocks if not is_requirement(block.title)]
            if kept and len(kept) < len(blocks):
                return self._without_chapters(blocks, end)
        while len(blocks) > 1 and _stands_behind(blocks[-1].title) and not self.units_in(blocks[-1]):
            end = blocks[-1].start
            blocks = blocks[:-1]
        if blocks:
            blocks[-1] = blocks[-1].replaced(end=min(end, blocks[-1].end))
        return blocks, end

    def _without_chapters(self, blocks: list[Block], end: int) -> tuple[list[Block], int]:
        """The blocks of a list without units, cut where the first chapter stands that never is a deed."""
        at = next((at for at, block in enumerate(blocks) if _CHAPTER_BEHIND.fullmatch(block.title)), 0)
        if not at:
            return blocks, end
        end = blocks[at].start
        return [*blocks[: at - 1], blocks[at - 1].replaced(end=end)], end

    def _sub_shape(self, block: Block) -> str:
        """The way of counting inside a block; nothing where there is none."""
        own = self.shapes[block.start]
        inside = (self.shapes[at] for at in range(block.start + 1, block.end) if self.shapes[at] != own)
        return next((shape for shape in inside if shape), "")

    def _sections(self, blocks: list[Block]) -> list[Block]:
        """The blocks that are sections with the items below them; nothing where the blocks are the items."""
        with_subs = [block for block in blocks if self._is_titled(block)]
        if not with_subs:
            return []
        named = [block for block in with_subs if _LIST.fullmatch(block.title)]
        if (named and len(named) < len(blocks)) or (len(blocks) == 1 and named):
            return named
        naming = [block for block in blocks if self.units_in(block)]
        others = [block for block in blocks if block not in naming]
        if naming and others and all(block in with_subs for block in naming) and len(naming) * 2 <= len(blocks):
            return naming
        candidates = [block for block in blocks if not _BEFORE.match(block.title)]
        if len(with_subs) < len(candidates):
            return []
        score = self._section_score(with_subs)
        self.doubted = self.doubted or abs(score) < _SURE
        return with_subs if score > 0 else []

    def _is_titled(self, block: Block) -> bool:
        """Whether a block is a title alone, with numbered lines below it."""
        sub = self._sub_shape(block)
        if not sub or len(block.title) > _TITLE_MAX or self.units[block.start] or "。" in block.title.rstrip("。"):
            return False
        first = next(at for at in range(block.start + 1, block.end) if self.shapes[at] == sub)
        return not any(self.units[block.start : first])

    def _section_score(self, blocks: list[Block]) -> int:
        """How much speaks for sections (above 0) rather than items with sub-entries (below)."""
        subs = [self._blocks(self._sub_shape(block), block.start + 1, block.end) for block in blocks]
        first = [self.values[one[0].start] or 0 for one in subs]
        last = [self.values[one[-1].start] or 0 for one in subs]
        every = [one for block in subs for one in block]
        named = any(map(self.units_in, every))
        summed = sum(_sum(block.title) == len(one) for block, one in zip(blocks, subs, strict=True))
        runs_on = len(blocks) > 1 and all(a == b + 1 for a, b in zip(first[1:], last[:-1], strict=True))
        headed = sum("。" in sub.title.rstrip("。") and sub.title.index("。") <= _TITLE_MAX for sub in every)
        numbers = [count.number for text in self.texts for count in counts.find(text)]
        half = len(blocks) / 2
        return (
            3 * runs_on
            + 2 * (sum(_is_section_title(block.title) for block in blocks) > half)
            + (2 if self._all_with_units(every) else not named) * (headed * 2 > len(every))
            + 3 * (summed > half)
            + 3 * (len(every) in numbers)
            - 3 * (len(blocks) in numbers)
            - 2 * (sum(bool(_DEED.match(block.title)) for block in blocks) > half)
            - (not named)
        )

    def _all_with_units(self, blocks: list[Block]) -> bool:
        return all(map(self.units_in, blocks))

    def _by_units(self) -> Outline | None:
        """Items without ordinals: each ends with its unit clause, and all are of as many lines as most."""
        ends = [
            at
            for at, text in enumerate(self.texts)
            if ends_with_units(text) and not (at + 1 < len(self.texts) and is_unit_clause(self.texts[at + 1]))
        ]
        if len(ends) < _SURE:
            return None
        gaps = [second - first for first, second in itertools.pairwise(ends)]
        usual = max(set(gaps), key=gaps.count)
        start = max(0, ends[0] - usual + 1)
        while start < ends[0] and is_ending(self.texts[start]):
            start += 1
        return Outline(starts=(start, *(at + 1 for at in ends[:-1])), end=len(self.texts), with_units=len(ends))


def _stands_behind(title: str) -> bool:
    """Whether a title is that of a chapter behind the deeds: requirements, steps, time and money."""
    return is_requirement(title) or bool(_CHAPTER_BEHIND.fullmatch(title))


def _is_section_title(title: str) -> bool:
    """Whether a title names a field or those that the deeds below it are for: 健康类, 妇女发展项目（3项）."""
    return bool(_SECTION.fullmatch(_SUM.sub("", title.rstrip("。："))))


def _sum(title: str) -> int | None:
    """The number of deeds that a title announces in brackets."""
    found = _SUM.search(title.rstrip("。："))
    if not found:
        return None
    return int(found["number"]) if found["number"].isdigit() else numerals.to_int(found["number"])


def _shape(text: str) -> str:
    ordinal = numerals.split_ordinal(text)[0]
    return numerals.shape_of(ordinal) if ordinal else ""


def _value(text: str) -> int | None:
    ordinal = numerals.split_ordinal(text)[0]
    return numerals.ordinal_value(ordinal) if ordinal else None
