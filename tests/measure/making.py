"""Pages made by hand: a whole notice that keeps every rule, any figure of which a test can change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from drafter.measure import figures as of
from drafter.measure.pages import BLACK, MM, Box, Colour, Glyph, Line, Page, Rule

RED = Colour(255, 0, 0)
BODY, LEAD, SONG, KAI = "FangSong", "SimHei", "SimSun", "KaiTi"
TIGHT = 0.25 * MM  # letters of 3号 stand so much nearer
CELL = 16 * MM - TIGHT
ABOVE, BELOW = 0.85, 0.09  # ink of a character above and below the baseline, in its size
FIRST = 44.7  # baseline of a page's first line


def line(
    text: str,
    x: float,
    baseline: float,
    *,
    size: float = 16.0,
    font: str = BODY,
    colour: Colour = BLACK,
    tight: float | None = None,
) -> Line:
    """A line of text from x on; ASCII is half as wide as the rest."""
    tight = (TIGHT if size == 16.0 else 0.0) if tight is None else tight
    glyphs = []
    for char in text:
        width = size * MM / (2 if char.isascii() else 1)
        ink = Box(x + 0.1, baseline - ABOVE * size * MM, x + width - 0.1, baseline + BELOW * size * MM)
        if char == "—":
            ink = replace(ink, y0=baseline - 0.4 * size * MM, y1=baseline - 0.35 * size * MM)
        glyphs.append(Glyph(char, None if char.isspace() else ink, x, width, baseline, size, font, colour))
        x += width - tight
    return Line(tuple(glyphs))


def width(text: str, size: float = 16.0) -> float:
    """How wide a text is set."""
    made = line(text, 0, 0, size=size)
    return made.right


def centred(text: str, baseline: float, *, size: float = 16.0, middle: float = of.MIDDLE, font: str = BODY) -> Line:
    """A line about a middle."""
    return line(text, middle - width(text, size) / 2, baseline, size=size, font=font)


def with_lead(made: Line, length: int, font: str = LEAD) -> Line:
    """A line whose first characters are in another face."""
    glyphs = made.glyphs
    return Line((*(replace(one, font=font) for one in glyphs[:length]), *glyphs[length:]))


def lying(y: float, thickness: float, x0: float = of.LEFT, x1: float = of.RIGHT, colour: Colour = BLACK) -> Rule:
    """A bar about a height."""
    return Rule(Box(x0, y - thickness / 2, x1, y + thickness / 2), colour)


def standing(x: float, y0: float, y1: float) -> Rule:
    """An upright bar."""
    return Rule(Box(x - 0.09, y0, x + 0.09, y1))


@dataclass(frozen=True)
class Plan:
    """The figures of a notice; as they stand it keeps every rule of 文件格式, or of 信函格式 if it is a letter."""

    letter: bool = False
    sheet: tuple[float, float] = of.SHEET
    mark: str = "博山区人民政府办公室文件"
    mark_top: float | None = None
    mark_shift: float = 0.0
    mark_size: float = 36.0
    mark_colour: Colour = RED
    number: str = "博政办字〔2026〕9号"
    classed: tuple[str, ...] = ()
    classed_left: float = of.LEFT
    number_shift: float = 0.0
    number_blanks: float = 2.0
    number_gap: float = of.SMALL_CELL
    band_gap: float = 4.0
    band_ends: tuple[tuple[float, float], ...] = ((28.0, 184.0),)
    band_thickness: float = 0.53
    band_colour: Colour = RED
    pair_gap: float = 4.0
    pair_thickness: tuple[float, float] = (0.8, 0.3)
    pair_length: float = 170.0
    pair_shift: float = 0.0
    foot: float = 277.0
    foot_thickness: tuple[float, float] = (0.3, 0.8)
    title: tuple[str, ...] = ("博山区人民政府办公室", "关于印发2026年为全区妇女儿童办实事", "项目清单的通知")
    title_shift: float = 0.0
    title_blanks: float = 2.0
    title_size: float = 22.0
    recipients: tuple[str, ...] = ("各镇人民政府、街道办事处，区政府有关部门：",)
    recipients_blanks: float = 1.0
    recipients_left: float = of.LEFT
    opening: tuple[str, ...] = ("现将二〇二六年为全区妇女儿童办实事项目清单印发给你们", "请认真组织实施。")
    opening_left: float = of.LEFT + 2 * CELL
    rest_left: float = of.LEFT
    organ: str = "博山区人民政府办公室"
    organ_blanks: float = 2.0
    organ_shift: float = 0.0
    date: str = "2026年6月22日"
    date_gap: float = 4.0  # 字
    without_seal: bool = False
    signed_alone: bool = False
    note: str = "（此件公开发布）"
    note_blanks: float = 0.0
    note_left: float = of.LEFT + 2 * CELL
    list_on_new_page: bool = True
    list_label: bool = False
    item_lines: int = 57
    page_lines: int = 22
    first: float = FIRST
    item_left: float = of.LEFT
    item_size: float = 16.0
    item_colour: Colour = BLACK
    item_tight: float = TIGHT
    item_characters: int = 28
    pitch: float = of.LINE
    lead: str = LEAD
    after_lead: str = BODY
    entry_lead: str = KAI
    announced: tuple[str, ...] = ("附件：工作进展情况报表",)
    announced_blanks: float = 1.0
    announced_left: float = of.LEFT + 2 * CELL
    announced_rest: float = of.LEFT + 5 * CELL
    label: str = "附件"
    label_font: str = LEAD
    label_left: float = of.LEFT
    label_on_new_page: bool = True
    attachment_line: int = 3
    attachment_shift: float = 0.0
    columns: tuple[float, ...] = (28.0, 40.0, 110.0, 184.0)
    header_again: bool = True
    row_split: bool = False
    imprint_rules: tuple[float, ...] = (0.35, 0.25, 0.35)
    imprint_foot: float = 262.0
    imprint_ends: tuple[float, float] = (28.0, 184.0)
    imprint_early: bool = False
    imprint_size: float = 14.0
    copies: tuple[str, ...] = ("抄送：区委各部门，区人大常委会办公室，区政协办", "公室，区法院，区检察院。")
    copies_left: float = of.LEFT + of.SMALL_CELL
    copies_rest: float = of.LEFT + 4 * of.SMALL_CELL
    copies_foot: float = 260.0
    issued: str = "博山区人民政府办公室"
    issued_left: float = of.LEFT + of.SMALL_CELL
    issued_right: float = of.RIGHT - of.SMALL_CELL
    dash: float = of.DASH
    number_form: str = "— {} —"
    number_side: float = of.SMALL_CELL
    number_size: float = 14.0
    number_skip: int = 0
    unnumbered: int = 0
    first_numbered: bool = False
    header: str = ""
    red_on: int = 0


def make(plan: Plan) -> tuple[Page, ...]:
    """The pages of a plan."""
    pages = [*_notice(plan), *_list(plan), *_attachment(plan)]
    numbered = (_numbered(plan, number, lines, rules) for number, (lines, rules) in enumerate(pages, 1))
    return tuple(
        Page(number, *plan.sheet, tuple(sorted(lines, key=lambda one: one.baseline)), tuple(rules))
        for number, (lines, rules) in enumerate(numbered, 1)
    )


Sheet = tuple[list[Line], list[Rule]]


def _numbered(plan: Plan, number: int, lines: list[Line], rules: list[Rule]) -> Sheet:
    size = plan.number_size
    text = plan.number_form.format(number + plan.number_skip)
    left = of.RIGHT - plan.number_side - width(text, size) if number % 2 else of.LEFT + plan.number_side
    shown = number != plan.unnumbered and not (plan.letter and number == 1 and not plan.first_numbered)
    more = [line(text, left, plan.dash + 0.375 * size * MM, size=size, font=SONG)] if shown else []
    if plan.header:
        more.append(line(plan.header, of.LEFT, 20, size=10.5))
    if number == plan.red_on:
        rules = [*rules, lying(200, 0.5, colour=RED)]
    return [*lines, *more], rules


def _notice(plan: Plan) -> Iterator[Sheet]:
    size, mark = plan.mark_size, plan.mark.removesuffix("文件" if plan.letter else "")
    top = plan.mark_top or (of.MARK_TOP_LETTER if plan.letter else of.MARK_TOP_FILE)
    baseline = top + ABOVE * size * MM
    left = of.MIDDLE + plan.mark_shift - width(mark, size) / 2
    first = line(mark, left, baseline, size=size, colour=plan.mark_colour)
    lines, rules = [first], list[Rule]()
    if plan.letter:
        number, rules = _letter_head(plan, first.ink.y1)
        above, natural = number.ink.y1, of.INK_GAP
    else:
        begin = first.ink.y1 + of.INK_GAP + plan.number_blanks * of.LINE + ABOVE * 16 * MM
        number = centred(plan.number, begin, middle=of.MIDDLE + plan.number_shift)
        y = number.ink.y1 + plan.band_gap + plan.band_thickness / 2
        rules = [lying(y, plan.band_thickness, *ends, plan.band_colour) for ends in plan.band_ends]
        above, natural = y + plan.band_thickness / 2, 2.6
    lines.append(number)
    begin = number.baseline if plan.letter else FIRST
    lines += [line(text, plan.classed_left, begin + at * of.LINE) for at, text in enumerate(plan.classed)]
    if plan.letter:
        above = max(above, lines[-1].ink.y1)
    y = above + natural + plan.title_blanks * of.LINE + ABOVE * plan.title_size * MM
    for text in plan.title:
        lines.append(centred(text, y, size=plan.title_size, middle=of.MIDDLE + plan.title_shift, font=SONG))
        y += 11.29
    y = lines[-1].ink.y1 + of.INK_GAP + plan.recipients_blanks * of.LINE + ABOVE * 16 * MM
    for text in plan.recipients:
        lines.append(line(text, plan.recipients_left, y))
        y += of.LINE
    if plan.opening:
        lines.append(line(plan.opening[0], plan.opening_left, y))
        lines += [line(text, plan.rest_left, y + at * of.LINE) for at, text in enumerate(plan.opening[1:], 1)]
    below = lines[-1].baseline + (plan.organ_blanks + 1) * of.LINE
    signed = list(_signature(plan, FIRST if plan.signed_alone else below))
    if plan.signed_alone:
        yield lines, rules
        yield signed, []
    else:
        yield [*lines, *signed], rules


def _letter_head(plan: Plan, mark_bottom: float) -> tuple[Line, list[Rule]]:
    half, middle = plan.pair_length / 2, of.MIDDLE + plan.pair_shift
    ends = (middle - half, middle + half)
    thick, thin = plan.pair_thickness
    y = mark_bottom + plan.pair_gap
    upper = [lying(y + thick / 2, thick, *ends, RED), lying(y + thick + 0.5 + thin / 2, thin, *ends, RED)]
    high, low = plan.foot_thickness
    begin = plan.foot - (high + 0.5 + low) / 2
    lower = [lying(begin + high / 2, high, *ends, RED), lying(begin + high + 0.5 + low / 2, low, *ends, RED)]
    baseline = upper[-1].box.y1 + plan.number_gap + ABOVE * 16 * MM
    number = line(plan.number, of.RIGHT + plan.number_shift - width(plan.number), baseline)
    return number, [*upper, *lower]


def _signature(plan: Plan, y: float) -> Iterator[Line]:
    organ = plan.organ
    if plan.without_seal:
        left = of.RIGHT - 2 * of.CELL - width(organ) + plan.organ_shift
        yield line(organ, left, y)
        yield line(plan.date, left + 2 * of.CELL - plan.organ_shift, y + of.LINE)
    elif plan.date:
        date = line(plan.date, of.RIGHT - plan.date_gap * of.CELL - width(plan.date), y + of.LINE)
        yield centred(organ, y, middle=date.centre + plan.organ_shift)
        yield date
    if plan.note:
        yield line(plan.note, plan.note_left, y + (2 + plan.note_blanks) * of.LINE)


def _item_texts() -> Iterator[tuple[int, str]]:
    """The lines of the list, each with how many characters of a lead it begins with: items of five lines."""
    for number in count():
        head = f"{'一二三四五六七八九十'[number % 10]}、促进女性就业。" if number % 2 else "（一）开展培训。"
        yield len(head), head + "举办活动" * 20
        for _ in range(3):
            yield 0, "加强妇女儿童工作落实" * 5
        yield 0, "全部完成任务。"


def _list(plan: Plan) -> Iterator[Sheet]:
    lines: list[Line] = []
    y = FIRST
    if plan.list_label:
        lines.append(line("附件", of.LEFT, y, font=LEAD))
        y += 2 * of.LINE
    elif not plan.list_on_new_page:
        lines.append(line("（联系人见附页）", of.LEFT + 2 * CELL, y))
        y += 2 * of.LINE
    lines.append(centred("2026年为全区妇女儿童办实事项目清单", y + 1.5, size=22.0, font=SONG))
    y += 2 * of.LINE
    left = plan.page_lines - round((y - FIRST) / of.LINE)
    texts = _item_texts()
    for at in range(plan.item_lines):
        if at == left:
            yield lines, []
            lines, y, left = [], plan.first, left + plan.page_lines
        lines.append(_item_line(plan, *next(texts), y))
        y += plan.pitch
    lines += _announced(plan, lines[-1].baseline + (1 + plan.announced_blanks) * of.LINE)
    if not plan.label_on_new_page:
        lines.append(line(plan.label, of.LEFT, lines[-1].baseline + 2 * of.LINE, font=LEAD))
    yield lines, []


def _item_line(plan: Plan, lead: int, text: str, y: float) -> Line:
    whole = text[: plan.item_characters - 2] if lead else text[: plan.item_characters]
    left = plan.item_left + (2 * CELL if lead else 0.0)
    made = line(whole, left, y, size=plan.item_size, colour=plan.item_colour, tight=plan.item_tight)
    if not lead:
        return made
    if text.startswith("（"):
        return with_lead(made, lead, plan.entry_lead)
    glyphs = tuple(replace(one, font=plan.after_lead) for one in made.glyphs)
    return with_lead(Line(glyphs), lead, plan.lead)


def _announced(plan: Plan, y: float) -> list[Line]:
    if not plan.announced:
        return []
    first, *rest = plan.announced
    return [
        line(first, plan.announced_left, y),
        *(line(text, plan.announced_rest, y + at * of.LINE) for at, text in enumerate(rest, 1)),
    ]


def _attachment(plan: Plan) -> Iterator[Sheet]:
    lines = [line(plan.label, plan.label_left, FIRST, font=plan.label_font)] if plan.label_on_new_page else []
    baseline = FIRST + (plan.attachment_line - 1) * of.LINE
    lines.append(centred("工作进展情况报表", baseline, size=22.0, middle=of.MIDDLE + plan.attachment_shift, font=SONG))
    top, step = 80.0, 10.0
    rows = [("序号", "实事名称", "责任单位"), *((str(number), "促进就业", "区妇联") for number in range(1, 18))]
    yield [*lines, *_cells(plan, rows, top, step)], _grid(plan, len(rows), top, step)
    rest = [("18", "促进就业", "区妇联"), ("19", "促进就业", "区妇联")]
    if plan.row_split:
        rest[0] = ("", "情况", "区妇联")
    if plan.header_again:
        rest.insert(0, rows[0])
    lines, rules = _cells(plan, rest, of.TOP, step), _grid(plan, len(rest), of.TOP, step)
    imprint = _imprint(plan)
    if plan.imprint_early:
        yield [*lines, *imprint[0]], [*rules, *imprint[1]]
        yield [line("补充说明事项。", of.LEFT + 2 * CELL, FIRST)], []
    else:
        yield [*lines, *imprint[0]], [*rules, *imprint[1]]


def _cells(plan: Plan, rows: Sequence[tuple[str, ...]], top: float, step: float) -> list[Line]:
    made = []
    for at, row in enumerate(rows):
        glyphs = [
            glyph
            for x, text in zip(plan.columns, row, strict=False)
            for glyph in line(text, x + 1, top + at * step + 7, size=14.0).glyphs
        ]
        made.append(Line(tuple(glyphs)))
    return made


def _grid(plan: Plan, rows: int, top: float, step: float) -> list[Rule]:
    ends = plan.columns[0], plan.columns[-1]
    return [
        *(lying(top + at * step, 0.18, *ends) for at in range(rows + 1)),
        *(standing(x, top, top + rows * step) for x in plan.columns),
    ]


def _imprint(plan: Plan) -> Sheet:
    size, foot, step = plan.imprint_size, plan.imprint_foot, 8.8
    if not plan.copies and plan.letter:
        return [], []
    if plan.letter:
        last = plan.copies_foot - BELOW * size * MM
        return _copies(plan, last - (len(plan.copies) - 1) * step), []
    base = foot - 2.5 - step
    lines = _copies(plan, base - (len(plan.copies) - 1) * step)
    if plan.issued:
        date = "2026年6月23日印发"
        organ = line(plan.issued, plan.issued_left, foot - 2.5, size=size).glyphs
        day = line(date, plan.issued_right - width(date, size), foot - 2.5, size=size).glyphs
        lines.append(Line((*organ, *day)))
    heights = (base - len(plan.copies) * step + 2.5, base + 2.5, foot)
    rules = [lying(y, thickness, *plan.imprint_ends) for y, thickness in zip(heights, plan.imprint_rules, strict=False)]
    return lines, rules


def _copies(plan: Plan, y: float) -> list[Line]:
    lefts = (plan.copies_left, *(plan.copies_rest for _ in plan.copies[1:]))
    return [
        line(text, left, y + at * 8.8, size=plan.imprint_size)
        for at, (left, text) in enumerate(zip(lefts, plan.copies, strict=True))
    ]
