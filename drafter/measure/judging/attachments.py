"""The printed list, the attachments and their tables (M-23, M-50…M-54, T-*)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.measure import figures as of
from drafter.measure.elements import Found, Kind, Placed
from drafter.measure.judging.title import on_middle
from drafter.measure.pages import most_common
from drafter.measure.rows import holds, is_near, length, without_fault
from drafter.measure.tables import Table
from drafter.model.results import Element

_MATTER = re.compile(r"关于印发(.+?)的通知$")
_TITLE_LINE = 3  # M-51
_NEAR_COLUMN = 0.8
_NEAR_TABLE = 1.2  # a border's own thickness lies half outside
_NUMBER = re.compile(r"(?:^|(?<=\D))\d{1,2}\.")


def judge(found: Found) -> list[Element]:
    """The rows of the list, of each attachment, of each table."""
    labels = found.of(Kind.LABEL)
    rows = [*_printed_list(found)]
    for label in labels:
        rows += _attachment(found, label)
    return [*rows, *_names(found), *_tables(found)]


def _names(found: Found) -> Iterator[Element]:
    """M-51: attachments bear the names that the 附件说明 gives them."""
    titles = [_text(block) for block in found.blocks if _kind_before(found, block) is Kind.LABEL]
    if not titles:
        return
    told = "".join(_text(block) for block in found.blocks if block[0].kind is Kind.ANNOUNCED)
    names = [name.rstrip("。；，、").strip("《》") for name in _NUMBER.split(told.removeprefix("附件：")) if name]
    faults = [f"“{title}”不在附件说明中" for title in titles if title not in names]
    yield without_fault("M-51", "附件标题与附件说明", "名称相同", faults, "相同")


def _text(block: Sequence[Placed]) -> str:
    return "".join(one.line.solid for one in block)


def _printed_list(found: Found) -> Iterator[Element]:
    """M-23: what a 印发 notice prints stands on a new page under its own title, without the word 附件."""
    title = "".join(one.line.solid for one in found.of(Kind.TITLE))
    matter = _MATTER.search(title)
    expected = "另起一页，有自己的标题，不标“附件”"
    own = [block for block in found.blocks if block[0].kind is Kind.HEADING]
    if matter is None or not own:
        return
    named = matter[1].strip("《》")
    heading = next((one for one in own if "".join(line.line.solid for line in one) == named), None)
    heading = heading or next((one for one in own if _kind_before(found, one) is not Kind.LABEL), None)
    if heading is None:
        return
    at = found.flow.index(heading[0])
    before = found.flow[at - 1] if at else None
    if before and before.kind is Kind.LABEL:
        got = "标了“附件”"
    elif before and before.page == heading[0].page:
        got = f"在第{before.page}页文字之后，没有另起一页"
    else:
        got = f"第{heading[0].page}页页首"
    yield holds("M-23", "印发的清单", expected, got, ok=got.endswith("页首"))
    yield on_middle("M-23", "清单标题居中", heading)


def _kind_before(found: Found, block: Sequence[Placed]) -> Kind | None:
    at = found.flow.index(block[0])
    return found.flow[at - 1].kind if at else None


def _attachment(found: Found, label: Placed) -> Iterator[Element]:
    at = found.flow.index(label)
    before = found.flow[at - 1] if at else None
    table_above = any(one.page == label.page and one.box.y0 < label.line.baseline for one in found.tables)
    first = (before is None or before.page != label.page) and not table_above
    got = f"第{label.page}页页首" if first else f"第{label.page}页其他内容之后"
    yield holds("M-50", "附件另起一页", "在页首", got, ok=first)
    yield length("M-51", "附件字样顶格", of.LEFT, label.line.left, of.NEAR_INDENT)
    yield _label_face(found, label)
    ok = not label.line.solid.endswith(("：", ":")) and label.line.text.strip() == label.line.solid
    yield holds("M-54", "附件字样写法", "“附件”或“附件1”，不加冒号", label.line.text.strip(), ok=ok)
    yield from _attachment_title(found, at)


def _label_face(found: Found, label: Placed) -> Element:
    body = found.of(Kind.BODY)
    plain = most_common(one.line.font for one in body) if body else None
    ok = label.line.font != plain
    got = "与正文不同" if ok else "与正文相同"
    return holds("M-51", "附件字样的字体", "黑体，与正文不同", got, ok=ok)


def _attachment_title(found: Found, at: int) -> Iterator[Element]:
    label = found.flow[at]
    block = next((one for one in found.blocks if one[0] in found.flow[at + 1 : at + 2]), ())
    if not block or block[0].kind is not Kind.HEADING:
        yield holds("M-51", "附件标题", f"第{_TITLE_LINE}行居中", "没有 2 号字的标题", ok=False)
        return
    line = 1 + (block[0].line.baseline - label.line.baseline) / of.LINE
    got = f"第 {line:.1f} 行"
    yield holds("M-51", "附件标题位置", f"第 {_TITLE_LINE} 行", got, ok=is_near(line, _TITLE_LINE, of.NEAR_LINE))
    yield on_middle("M-51", "附件标题居中", block)


def _tables(found: Found) -> Iterator[Element]:
    upright = [one for one in found.tables if found.pages[one.page - 1].is_upright]
    for number, part in enumerate(_parts(upright), 1):
        yield _width(part, number)
        if len(part) > 1:
            yield _header(part, number)
        yield _whole_rows(part, number)


def _parts(tables: Sequence[Table]) -> list[list[Table]]:
    """Tables with their continuations on the pages that follow: the first on its page, of the same columns."""
    parts: list[list[Table]] = []
    for table in tables:
        last = parts[-1][-1] if parts else None
        if last and table.page == last.page + 1 and _same_columns(last, table) and table.rows[0] < of.TOP + 2 * of.LINE:
            parts[-1].append(table)
        else:
            parts.append([table])
    return parts


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.columns) == len(other.columns) and all(
        is_near(a, b, _NEAR_COLUMN) for a, b in zip(one.columns, other.columns, strict=True)
    )


def _width(part: Sequence[Table], number: int) -> Element:
    table = part[0]
    left, right = table.columns[0], table.columns[-1]
    ok = is_near(right - left, of.WIDTH, of.NEAR) and left > of.LEFT - _NEAR_TABLE and right < of.RIGHT + _NEAR_TABLE
    got = f"{right - left:.1f} 毫米（{left:.1f}—{right:.1f}）"
    return holds("T-01", f"表{number}宽度", f"{of.WIDTH:.0f}±{of.NEAR:g} 毫米，在版心以内", got, ok=ok)


def _header(part: Sequence[Table], number: int) -> Element:
    wanted = part[0].cells[0]
    faults = [f"第{one.page}页没有表头" for one in part[1:] if one.cells[0] != wanted]
    return without_fault("T-02", f"表{number}表头", "每页重复", faults, f"{len(part)}页都有")


def _whole_rows(part: Sequence[Table], number: int) -> Element:
    """No row goes on over the page: its first cell would be empty in one of the halves, other cells not."""
    faults = []
    for one, after in pairwise(part):
        own = after.cells[1:] if after.cells[0] == part[0].cells[0] else after.cells
        edge = [row for row in (one.cells[-1], *own[:1]) if any(row)]
        if any(not row[0] for row in edge):
            faults.append(f"第{one.page}、{after.page}页之间")
    return without_fault("T-02", f"表{number}各行", "不跨页断开", faults, "没有断开的行")
