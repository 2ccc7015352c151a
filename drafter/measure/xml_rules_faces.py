"""Rows on faces and sizes by element (spec P-33, P-34, P-41…P-46, M-15…M-17)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.measure import formatting
from drafter.measure.formatting import Properties, face, is_theme
from drafter.measure.xml_rules_roles import LEVELS, RUNNING, Role, Roles
from drafter.measure.xml_rules_rows import printed_runs, row, unjudged
from drafter.measure.xml_rules_runs import Run
from drafter.measure.xml_rules_text import Document, Margins, Paragraph
from drafter.model.results import Element

# P-43: what is written, and what is accepted in documents of others
_FAMILIES = {
    "小标宋": ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S"),
    "仿宋": ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体"),
    "楷体": ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体"),
    "黑体": ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体"),
    "宋体": ("宋体", "SimSun", "NSimSun", "新宋体"),
}
_FAMILY_OF = {name.casefold(): family for family, names in _FAMILIES.items() for name in names}
_TIMES = "times new roman"  # P-46: the one Western face that offices ask for
_AMBIGUOUS = re.compile("[“”‘’—…·×]")  # P-34
_DIGITS = re.compile("[0-9A-Za-z]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_IN_GB2312_BY_OTHER_CODES = "—·"  # Python's table gives these two places other code points


@dataclass(frozen=True)
class _Look:
    """The face and sizes P-41 wants of some elements; a required one that is not found is told."""

    name: str
    roles: tuple[Role, ...]
    families: tuple[str, ...]
    sizes: tuple[float, ...] = ()
    required: bool = False

    @property
    def expected(self) -> str:
        """The look in words."""
        both = ("或".join(self.families), "或".join(f"{size:g}磅" for size in self.sizes))
        return "，".join(one for one in both if one)


_TAIL = (Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE, Role.DISCLOSURE, Role.CONTACT)
_LOOKS = (
    _Look("份号", (Role.COPY_NUMBER,), ("仿宋", "黑体"), (16,)),
    _Look("密级和紧急程度", (Role.SECRECY,), ("黑体",), (16,)),
    _Look("发文机关标志", (Role.MARK,), ("小标宋",), required=True),
    _Look("发文字号", (Role.DOC_NUMBER,), ("仿宋",), (16,), required=True),
    _Look("标题", (Role.TITLE,), ("小标宋",), (22,), required=True),
    _Look("主送机关", (Role.RECIPIENTS,), ("仿宋",), (16,), required=True),
    _Look("正文", (Role.BODY,), ("仿宋",), (16,), required=True),
    _Look("附件说明、署名、日期、附注", _TAIL, ("仿宋",), (16,)),
    _Look("清单和附件标题", (Role.HEADLINE,), ("小标宋",), (22,)),
    _Look("附件标识", (Role.ATTACHMENT_LABEL,), ("黑体",), (16,)),
    _Look("表头", (Role.TABLE_HEAD,), ("黑体",), (14, 12)),
    _Look("表格文字", (Role.TABLE_CELL,), ("仿宋",), (14, 12)),
    _Look("版记", (Role.COPIES, Role.IMPRINT), ("仿宋",), (14,)),
)
_PAGE_NUMBER = _Look("页码", (), ("宋体",), (14,))
_ITEM_SIZE = _Look("条目", LEVELS, (), (16,))
_LEAD = {Role.ITEM: "黑体", Role.PART: "楷体", Role.POINT: "仿宋", Role.SUBPOINT: "仿宋"}  # M-15
# Where the face of number and heading may end: after the number, or after the first sentence.
_LEAD_ENDS = re.compile(
    r"\s*[（(]?[一二三四五六七八九十百\d]+[）)、.．]*\s*|[^。]*[。：:][^\u4e00-\u9fff。]*", re.DOTALL
)


def rows(document: Document, roles: Roles) -> Iterator[Element]:
    """The rows on faces."""
    yield row("P-33", "主题字体和语言", "不用主题字体，中文语言为zh-CN", _theme_faults(document))
    yield row("P-34", "引号和破折号的字体提示", "含“”‘’—…·×的文字标明按中文字体", _hint_faults(document))
    for look in _LOOKS:
        found = roles.of(*look.roles)
        if found:
            yield row("P-41", look.name, look.expected, _look_faults(found, look), f"{len(found)}段，都符合")
        elif look.required and not (look.name == "正文" and roles.of(*LEVELS)):
            yield unjudged("P-41", look.name, look.expected, f"没有找到{look.name}")
    footers = [footer for footer in document.footers if footer.text]
    if footers:
        yield row("P-41", "页码", _PAGE_NUMBER.expected, _page_number_faults(footers))
    yield from _levels(roles)
    yield _rare(document)
    yield row("P-46", "数字和字母的字体", "全文一种：同中文字体，或Times New Roman", _digit_faults(document, roles))


def _family(properties: Properties, slot: str = "eastAsia") -> str | None:
    """The kind of face in a slot, None for one that no rule names."""
    return _FAMILY_OF.get((face(properties, slot) or "").casefold())


def _named(properties: Properties, slot: str = "eastAsia") -> str:
    told = face(properties, slot)
    return "没有指定字体" if told is None else f"主题字体{told[1:]}" if is_theme(told) else told


def _theme_faults(document: Document) -> Iterator[str]:
    for paragraph, run in printed_runs(document):
        if any(is_theme(face(run.format, slot)) for slot in ("ascii", "hAnsi", "eastAsia")):
            yield f"{paragraph}：用了主题字体"
        elif run.format.get("lang@eastAsia", "").lower() != "zh-cn" and _HAN.search(run.text):
            yield f"{paragraph}：中文语言是{run.format.get('lang@eastAsia', '没有指定')}"
    if _theme_in(document.styles.run_defaults) or any(_theme_in(style.run) for style in document.styles.by_id.values()):
        yield "样式：字体带有主题字体属性"


def _theme_in(properties: Properties) -> bool:
    return any(is_theme(face(properties, slot)) for slot in ("ascii", "hAnsi", "eastAsia", "cs"))


def _hint_faults(document: Document) -> Iterator[str]:
    for paragraph, run in printed_runs(document):
        if _AMBIGUOUS.search(run.text) and run.format.get("rFonts@hint") != "eastAsia":
            yield f"{paragraph}：没有标明"


def _chinese(run: Run) -> bool:
    """Whether a run's Chinese face shows; rare characters may be set in any face that has them (P-44)."""
    return any(_in_gb2312(one) for one in _HAN.findall(run.text))


def _beside_tab(paragraph: Paragraph, look: _Look) -> Sequence[Run]:
    """The runs that are the element: L-06 lets 密级 stand at the left of the number in the same paragraph."""
    tabs = [at for at, run in enumerate(paragraph.runs, start=1) if "\t" in run.text]
    return paragraph.runs[tabs[-1] :] if tabs and Role.DOC_NUMBER in look.roles else paragraph.runs


def _look_faults(paragraphs: Sequence[Paragraph], look: _Look) -> Iterator[str]:
    for paragraph in paragraphs:
        for run in _beside_tab(paragraph, look):
            if look.families and _chinese(run) and _family(run.format) not in look.families:
                yield f"{paragraph}：{_named(run.format)}，应为{'或'.join(look.families)}"
            size = formatting.points(run.format.get("sz"))
            if look.sizes and run.text.strip() and size not in look.sizes:
                told = "没有指定字号" if size is None else f"{size:g}磅"
                yield f"{paragraph}：{told}，应为{'或'.join(f'{wanted:g}磅' for wanted in look.sizes)}"


def _page_number_faults(footers: Sequence[Margins]) -> Iterator[str]:
    """Digits show the Western face of a run, dashes the Chinese one where the hint says so."""
    for paragraph in (paragraph for footer in footers for paragraph in footer.paragraphs):
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            slot = "ascii" if run.field else "eastAsia" if run.format.get("rFonts@hint") == "eastAsia" else "hAnsi"
            size = formatting.points(run.format.get("sz"))
            if _family(run.format, slot) not in _PAGE_NUMBER.families:
                yield f"{paragraph}：{_named(run.format, slot)}，应为宋体"
            elif size not in _PAGE_NUMBER.sizes:
                yield f"{paragraph}：{'没有指定字号' if size is None else f'{size:g}磅'}，应为14磅"


def _levels(roles: Roles) -> Iterator[Element]:
    parts = [part for part in roles.parts if part.role in LEVELS]
    if not parts:
        return
    found = [part.paragraph for part in parts]
    yield row("P-41", "条目", _ITEM_SIZE.expected, _look_faults(found, _ITEM_SIZE), f"{len(found)}段，都符合")
    faults = (
        f"{part.paragraph}：{_named(lead.format)}，应为{_LEAD[part.role]}"
        for part in parts
        for lead in _first_chinese(part.paragraph)
        if _family(lead.format) not in (_LEAD[part.role], *_plain(part.paragraph, part.role))
    )
    yield row("M-15", "条目序号和标题的字体", "一、黑体，（一）楷体，1.和（1）仿宋", faults, f"{len(parts)}条，都符合")
    yield row("M-16", "条目首句", "序号和首句一种字体，其后为仿宋，同在一段", _sentence_faults(roles))
    alone = (f"{part.paragraph}：单独成行而有句号" for part in parts if _is_heading_with_stop(part.paragraph))
    yield row("M-17", "独立标题的标点", "单独成行的标题末尾没有句号", alone)


def _plain(paragraph: Paragraph, role: Role) -> tuple[str, ...]:
    """A bracketed part that has no heading of its own is body text throughout."""
    families = {_family(run.format) for run in paragraph.runs if _chinese(run)}
    return ("仿宋",) if role is Role.PART and families == {"仿宋"} else ()


def _first_chinese(paragraph: Paragraph) -> list[Run]:
    return [run for run in paragraph.runs if _HAN.search(run.text)][:1]


def _sentence_faults(roles: Roles) -> Iterator[str]:
    for paragraph in roles.of(*LEVELS):
        text = paragraph.text
        families = [_family(run.format) for run in paragraph.runs for _ in run.text]
        shown = [at for at, one in enumerate(text) if _HAN.match(one) and _in_gb2312(one)]
        if not shown:
            continue
        cut = next((at for at in shown if families[at] != families[shown[0]]), len(text))
        if cut == len(text):
            several = "。" in text.strip()[:-1] and families[shown[0]] != "仿宋"
            if several:
                yield f"{paragraph}：首句之后不是仿宋"
        elif not _LEAD_ENDS.fullmatch(text[:cut]):
            yield f"{paragraph}：首句的字体在“{text[max(0, cut - 4) : cut]}”之后变了"
        elif any(families[at] != "仿宋" for at in shown if at >= cut):
            yield f"{paragraph}：首句之后不是仿宋"


def _is_heading_with_stop(paragraph: Paragraph) -> bool:
    families = {_family(run.format) for run in paragraph.runs if _chinese(run)}
    return paragraph.line.endswith("。") and families <= {"黑体", "楷体"} and bool(families)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return character in _IN_GB2312_BY_OTHER_CODES
    return True


def _rare(document: Document) -> Element:
    """P-44: such a character prints in a stand-in face; that is to be known, not to be forbidden."""
    name, expected = "生僻字", "_GB2312字体里的字都在GB 2312之内"
    rare = {
        one: str(paragraph)
        for paragraph, run in printed_runs(document)
        if (face(run.format, "eastAsia") or "").upper().endswith("_GB2312")
        for one in run.text
        if one > "\u00ff" and not one.isspace() and not _in_gb2312(one)
    }
    if not rare:
        return row("P-44", name, expected, ())
    first = next(iter(rare))
    return unjudged("P-44", name, expected, f"“{'、'.join(rare)}”不在其内，会用别的字体印出，如{rare[first]}")


def _digit_faults(document: Document, roles: Roles) -> Iterator[str]:
    kinds: dict[str, Paragraph] = {}
    text = {id(paragraph) for paragraph in roles.of(*RUNNING, *_TAIL, Role.RECIPIENTS, Role.DOC_NUMBER)}
    for paragraph in document.flow:
        for run in paragraph.runs:
            if id(paragraph) in text and _DIGITS.search(run.text):
                kinds.setdefault(_digit_kind(run.format), paragraph)
    for kind, paragraph in kinds.items():
        if kind not in ("中文字体", "Times New Roman"):
            yield f"{paragraph}：{kind}"
    if len(kinds) > 1:
        yield "混用：" + "，".join(f"{paragraph}是{kind}" for kind, paragraph in kinds.items())


def _digit_kind(properties: Properties) -> str:
    western = face(properties, "ascii")
    if (western or "").casefold() == _TIMES:
        return "Times New Roman"
    in_text = _family(properties, "ascii") in ("仿宋", "黑体", "楷体", "小标宋")
    return (
        "中文字体" if in_text or (western and western == face(properties, "eastAsia")) else _named(properties, "ascii")
    )
