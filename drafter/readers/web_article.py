"""Finding the article of a web page: what surely is furniture goes, then the smallest element that holds all the rest.

Whatever might belong to a notice keeps its place: a doubtful line costs the user a look, a lost one a mistake.
"""

import re

from lxml import etree

_NEVER = ("script", "style", "noscript", "template", "select", "button", "textarea", "iframe", "svg", "object", "embed")
_FURNITURE = ("nav", "footer", "header", "aside", "menu")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|header|top|topbar|logo|banner|crumbs?|breadcrumbs?|bread|location|position"
    r"|dqwz|weizhi|share\w*|bdshare\w*|fenxiang|sidebar|side|related?|xgwd|xgxw|recommend\w*|search\w*|copyright|links?"
    r"|friend\w*|qrcode|ewm|erweima|toolbar|tools?|print|dayin|login|pager|page-?nav|prev-?next|subscribe|float\w*"
    r"|wza\w*|accessibility)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# what only a notice says
_MARKS = re.compile(
    r"责任单位|牵头单位|责任部门|〔\d{4}〕|抄送|现将|如下[：:]|通知$|^\s*[（(]此件|^\s*附件|^\s*[（(]?[一二三四五六七八九十]+[)）、]"
    r"|^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$|人民政府办公[室厅]\s*$"
)
# lines that sites put round an article, whole; each label swallows what follows up to the next, so nothing backtracks
_LABEL = (
    r"(?:发布|发文|更新|成文|生成)?(?:日期|时间)|(?:信息)?来源|作者|(?:浏览|点击|访问|阅读)(?:次数|数|量)?|责任编辑|编辑|审核"
    r"|字体|字号|视力保护色?|打印|分享"
)
_LINE = re.compile(
    rf"\W*+(?:(?:{_LABEL})(?:(?!{_LABEL})[^，。；])*+)+"
    r"|(?:您?(?:当前|现在)?的?位置|首页\s*[>›»])[^。]*"
    r"|\W*(?:打印(?:本页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|收藏|分享到?|大|中|小|微信|微博|QQ空间|复制链接"
    r"|扫一扫[^。]{0,30}|我要纠错|语音播报|无障碍(?:浏览|阅读)?|网站地图|联系我们|设为首页|加入收藏|繁體|简体)\W*"
    r"|[上下]一[篇条页]\s*[:：].*|相关(?:文章|链接|阅读|解读|文件)\W*"
    r"|(?:版权所有|主办单位|主办|承办单位|承办|网站标识码|技术支持|备案号|地址|邮编|.ICP备|.公网安备)[:：\s]?[^。；]*"
)
_CONTAINERS = ("div", "td", "section", "article", "main", "form", "center")
_BLOCKS = (*_CONTAINERS, *_FURNITURE, "ul", "ol", "li", "table", "tr", "dl", "h1", "h2", "h3")
_LONGEST_LINE = 200
_BOX_LABELS = re.compile(
    r"索\s*引\s*号|主题分类|发文机关|发布机构|成文日期|发文字号|发布日期|公开方式|有\s*效\s*性|信息名称|统一编号|生成日期|体裁分类|主题词|公开范围"
)
_BOX_NUMBER = re.compile(r"(?:发文字号|文\s*号)\s*[：:]?\s*([\u4e00-\u9fff]{2,12}〔\d{4}〕\s*\d+\s*号)")
_LONGEST_BOX = 600
_SHARE = 0.85
_TITLE = re.compile(r"关于.*(?:通知|清单|方案)|实事.*清单")


def heading_of(root: etree._Element) -> str | None:
    """The title of the article as the page tells it: by the tag that government web rules ask for, else by headings."""
    said = root.xpath("//meta[@name='ArticleTitle']/@content")
    candidates = [*said, *(_text(one) for one in root.iter("h1", "h2", "h3"))]
    candidates += [re.split(r"[_|]|\s[-—–]+\s", _text(one))[0] for one in root.iter("title")]
    return next((str(one).strip() for one in candidates if _TITLE.search(str(one))), None)


def number_of(root: etree._Element) -> str | None:
    """The 文号 as the box above an article tells it."""
    found = _BOX_NUMBER.search(_text(root))
    return "".join(found[1].split()) if found else None


def furniture_removed(root: etree._Element) -> None:
    """Take out of the page what is surely no part of an article; the text behind an element stays."""
    for element in [*root.iter(*_NEVER)]:
        _remove(element)
    whole = _weights(root)[root][0]
    for element in [*root.iter(*_BLOCKS)]:
        text = _text(element)
        if _is_box(text) or (_is_furniture(element) and not _speaks(element, text, whole)):
            _remove(element)
    for element in [*root.iter(*_BLOCKS, "p", "span", "h4", "h5", "h6", "dd", "dt", "a")]:
        text = " ".join(_text(element).split())
        if text and len(text) <= _LONGEST_LINE and _LINE.fullmatch(text) and _is_line(element):
            _remove(element)


def article(root: etree._Element) -> etree._Element:
    """The innermost element with nearly all running text, and with every mark of a notice, of a page."""
    weights = _weights(root)
    mass, marks = weights[root]
    found = root
    for element in root.iter("body", *_CONTAINERS):
        held, marked = weights.get(element, (0, 0))
        if held >= _SHARE * mass and marked == marks:
            found = element
    return found


def _weights(root: etree._Element) -> dict[etree._Element, tuple[int, int]]:
    """How much running text outside links, and how many marks of a notice, are in each element."""
    weights: dict[etree._Element, tuple[int, int]] = {root: (0, 0)}
    for text in root.iter():
        for part, holder in ((text.text, text), (text.tail, text.getparent())):
            if not part or not part.strip() or holder is None or not isinstance(text.tag, str):
                continue
            chain = [holder, *holder.iterancestors()]
            if any(one.tag in ("a", "head") for one in chain):
                continue
            mass, marks = len(part.strip()), len(_MARKS.findall(part))
            for one in chain:
                before = weights.get(one, (0, 0))
                weights[one] = before[0] + mass, before[1] + marks
    return weights


def _is_furniture(element: etree._Element) -> bool:
    """Whether an element says of itself that it is navigation, a footer, or not to be seen."""
    if element.tag in ("body", "html", "form", "article", "main"):
        return False
    named = f"{element.get('id', '')} {element.get('class', '')} {element.get('role', '')}"
    hidden = bool(_HIDDEN.search(element.get("style", ""))) or element.get("hidden") is not None
    return hidden or element.tag in _FURNITURE or bool(_NAMES.search(named))


def _speaks(element: etree._Element, text: str, whole: int) -> bool:
    """Whether an element may hold part of a notice, whatever it calls itself."""
    linked = sum(len(_text(one)) for one in element.iter("a"))
    marked = any(_MARKS.search(line) for line in text.split("\n")) and linked < len(text) / 2
    return marked or len("".join(text.split())) - linked > whole / 2


def _is_box(text: str) -> bool:
    """The box of particulars above a published document, which repeats what the document says."""
    plain = " ".join(text.split())
    return len(plain) <= _LONGEST_BOX and len(set(_BOX_LABELS.findall(plain))) >= 3 and "责任单位" not in plain


def _is_line(element: etree._Element) -> bool:
    """Whether an element is all there is on its line, so that no sentence is cut by taking it out."""
    parent = element.getparent()
    if parent is None or element.tag in _BLOCKS or element.tag in ("p", "h4", "h5", "h6", "dd", "dt"):
        return parent is not None
    return not (parent.text or "").strip() and not any((one.tail or "").strip() for one in parent)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
