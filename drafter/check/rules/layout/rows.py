"""The layout of a Word file, by the rows of the ruler that its XML answers; what ink shows, `measure` tells."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import LAYOUT, Part
from drafter.check.rule import ERROR, REQUIRED, USUAL, WARNING, InNotice, Need, rule
from drafter.model.results import Element

_NEEDS = (Need.DOCUMENT,)
_COLOURS = {
    "FF0000": "红色",
    "000000": "黑色",
    "FFFFFF": "白色",
    "0000FF": "蓝色",
    "00FF00": "绿色",
    "FFFF00": "黄色",
    "YELLOW": "黄色",
}
_BY_NAME = ("P-41", "M-15", "P-46")  # rows whose name says what bears the face or size
_COLOUR = re.compile("|".join(_COLOURS), re.IGNORECASE)


def _red(*rows: str) -> InNotice:
    """What finds the red rows of these rules of the ruler."""

    def find(notice: Context) -> Iterator[Fault]:
        page = Part(LAYOUT, None, "")
        for row in notice.layout:
            if row.rule in rows and row.ok is False:
                yield page.fault(0, 0, _sentence(row))

    return find


def _both(*functions: InNotice) -> InNotice:
    """What finds all that each of the functions finds."""

    def find(notice: Context) -> Iterator[Fault]:
        for function in functions:
            yield from function(notice)

    return find


def _struck(notice: Context) -> Iterator[Fault]:
    """Text that is struck through, each stretch."""
    for where, text in notice.struck:
        yield Part(LAYOUT, None, "").fault(0, 0, f"{where}：“{text[:12]}”画了删除线，应删去或去掉删除线")


def _gaps(notice: Context) -> Iterator[Fault]:
    """Empty paragraphs between paragraphs of the text."""
    for where in notice.gaps:
        yield Part(LAYOUT, None, "").fault(0, 0, f"{where}：正文中间有空段，应去掉")


def _sentence(row: Element) -> str:
    """What is wrong, and what it should be: 第24段“…”：左对齐，应为两端对齐；另有4处."""
    got, more, count = _in_words(row.got).partition("；另有")
    expected = _in_words(row.expected)
    if row.rule in _BY_NAME and row.name not in got:
        got += f"（{row.name}）"
    if "，应为" in got or "改" in got:
        return got + more + count
    if expected.startswith("没有"):
        return f"{got}，应去掉{more}{count}"
    if re.search("[，；（。]", expected):
        return f"{got}{more}{count}；按规定：{expected}"
    return f"{got}，应{'' if expected.startswith('不') else '为'}{expected}{more}{count}"


def _in_words(text: str) -> str:
    """A text with the colours by their names."""
    return _COLOUR.sub(lambda found: _COLOURS[found[0].upper()], text)


page_size_margins = rule(
    "page-size-margins",
    name="纸张或页边距不合规定",
    severity=ERROR,
    flags="纸张不是A4，或页边距、版心不合规定",
    why="公文用A4纸，天头37毫米、订口28毫米，版心156×225毫米",
    bad="页边距上25.4毫米、左31.8毫米",
    good="页边距上37毫米、左28毫米",
    source="GB/T 9704-2012 5.1、5.2.1",
    strength=REQUIRED,
    needs=_NEEDS,
)(_red("P-20", "P-21", "P-22"))

grid = rule(
    "grid-22x28",
    name="每页22行、每行28字排不出来",
    severity=WARNING,
    flags="文档网格、正文行距或字距不合每页22行、每行28字",
    why="公文一般每面排22行、每行排28个字，并撑满版心",
    bad="正文1.5倍行距",
    good="正文行距固定值28.95磅",
    source="GB/T 9704-2012 5.2.3",
    strength=REQUIRED,
    needs=_NEEDS,
)(_red("P-23", "P-24", "P-28", "M-06"))

fonts = rule(
    "fonts-by-element",
    name="字体或字号不合规定",
    severity=ERROR,
    flags="标题、正文、条目、附件等各要素的字体或字号不合规定",
    why="标题用小标宋二号，正文用仿宋三号，层次序号依次用黑体、楷体、仿宋",
    bad="正文用宋体",
    good="正文用仿宋_GB2312三号",
    source="GB/T 9704-2012 5.2.2、7.3",
    strength=REQUIRED,
    needs=_NEEDS,
)(_red("P-41", "M-15"))

latin = rule(
    "latin-fonts",
    name="数字和字母的字体不统一",
    severity=WARNING,
    flags="正文里的数字和字母用了几种字体",
    why="全文的数字和字母用一种字体，或者同中文，或者另用一种，才看得整齐",
    bad="有的数字用Arial",
    good="数字都用仿宋_GB2312",
    source="GB/T 9704-2012 5.2.2，排版通例",
    strength=USUAL,
    needs=_NEEDS,
)(_red("P-46"))

theme_fonts = rule(
    "theme-fonts",
    name="用了主题字体",
    severity=WARNING,
    flags="文字的字体随主题变，或者语言没有设为中文",
    why="主题字体换一台电脑就可能变成别的字体",
    bad="正文字体为“+中文正文”",
    good="正文字体为“仿宋_GB2312”",
    source="公文排版通例，GB/T 9704-2012 5.2.2",
    strength=USUAL,
    needs=_NEEDS,
)(_red("P-33"))

east_asia = rule(
    "eastasia-hint",
    name="引号、破折号会按西文字体排",
    severity=WARNING,
    flags="引号、破折号等没有标明按中文字体排",
    why="不标明时，Word可能把“”——按西文字体排成半个字宽",
    bad="引号按西文字体排",
    good="引号按中文字体排",
    source="公文排版通例，GB/T 15834-2011 5.1",
    strength=USUAL,
    needs=_NEEDS,
)(_red("P-34"))

bold = rule(
    "bold-italic-underline",
    name="用了加粗、倾斜或下划线",
    severity=WARNING,
    flags="文字加粗、倾斜或加下划线",
    why="公文的层次用字体区别，不用加粗、倾斜、下划线",
    bad="条目标题加粗",
    good="条目标题用黑体",
    source="GB/T 9704-2012 7.3.3",
    strength=USUAL,
    needs=_NEEDS,
)(_red("P-42"))

colour = rule(
    "colour",
    name="文字颜色不合规定",
    severity=ERROR,
    flags="发文机关标志和红线以外的文字有颜色或底纹，或者标志、红线不是红色",
    why="公文中文字一般用黑色，发文机关标志和分隔线用红色",
    bad="正文文字为蓝色",
    good="正文文字为黑色",
    source="GB/T 9704-2012 5.2.4、7.2.4、10.1",
    strength=REQUIRED,
    needs=_NEEDS,
)(_red("P-09"))

page_number = rule(
    "page-number",
    name="页码不合规定",
    severity=ERROR,
    flags="页码不是一字线夹数字，奇偶页位置一样，信函格式首页有页码，或有页眉、总页数",
    why="页码用四号半角数字，左右各放一条一字线；单页码居右，双页码居左；信函格式首页不显示页码",
    bad="页脚写“第1页 共8页”",
    good="页脚为“— 1 —”",
    source="GB/T 9704-2012 7.5、10.1",
    strength=REQUIRED,
    needs=_NEEDS,
)(_red("N-01", "N-04", "N-05", "L-10"))

paragraphs = rule(
    "paragraph-format",
    name="段落格式不合规定",
    severity=WARNING,
    flags="正文没有首行缩进2字符、没有两端对齐，或用空格、空段排位置",
    why="每个自然段左空二字、回行顶格，用空格凑出来的位置换台电脑就会走样",
    bad="首行缩进为0",
    good="首行缩进2字符",
    source="GB/T 9704-2012 7.3.3",
    strength=REQUIRED,
    needs=_NEEDS,
)(_both(_red("P-10", "P-30", "P-31", "P-32", "P-35"), _gaps))

numbering = rule(
    "auto-numbering",
    name="用了自动编号或大纲级别",
    severity=WARNING,
    flags="序号是自动编号，条目设了大纲级别或与下段同页，标题拆成几个段落",
    why="自动编号复制、转换时会丢序号或变字体，与下段同页会使一页下半空着",
    bad="条目用自动编号",
    good="序号“一、”直接录入",
    source="公文排版通例",
    strength=USUAL,
    needs=_NEEDS,
)(_red("M-07", "M-14", "M-16"))

tables = rule(
    "table-layout",
    name="表格的排法",
    severity=WARNING,
    flags="表头不在每页重复，行跨页断开，列宽随内容变，或表格与版心不同宽",
    why="表格跨页时没有表头就看不出每栏是什么",
    bad="表头不重复",
    good="首行设为重复的标题行",
    source="公文表格排版通例",
    strength=USUAL,
    needs=_NEEDS,
)(_red("T-01", "T-02"))

residue = rule(
    "residue",
    name="文件里有残留",
    severity=ERROR,
    flags="修订、批注、突出显示、隐藏文字、删除线、占位符，或文件属性里的作者和单位",
    why="这些会随文件发出去，泄露起草过程或个人信息",
    bad="文件里有批注",
    good="文件里没有批注和修订",
    source="公文印发前的清稿要求",
    strength=USUAL,
    needs=_NEEDS,
)(_both(_red("C-175"), _struck))
