"""What reading left out of the notice or could not be sure of, where a person has to look."""

from drafter.check.parts import HEAD, ITEM, TITLE
from drafter.check.rule import CUSTOM, ERROR, REQUIRED, USUAL, WARNING, told

_OWN = "本工具读取文件的约定"

TEXT_UNPLACED = told(
    "text-unplaced",
    HEAD,
    name="有一段文字没有读进来",
    severity=WARNING,
    flags="文件里有一段文字不属于通知的任何部分",
    why="可能是多余的文字，也可能是通知的一部分写得不合常规，请看一眼",
    bad="分享到微信",
    good="（多余的文字删去，属于通知的写到该在的地方）",
    source=_OWN,
    strength=CUSTOM,
)
TEXT_NOT_PRINTED = told(
    "text-not-printed",
    HEAD,
    name="读出了原文没有的字",
    severity=WARNING,
    flags="读出的内容里有原文没有的字",
    why="可能读错了，请对照原文件",
    bad="二〇二六年",
    good="（对照原文件改正）",
    source=_OWN,
    strength=CUSTOM,
)
NOT_A_NOTICE = told(
    "not-a-notice",
    TITLE,
    name="像是新闻或解读",
    severity=WARNING,
    flags="文件像新闻报道或政策解读，不像通知原文",
    why="核稿要用通知原文，报道里的文字可能已经改写",
    bad="记者从区妇联获悉",
    good="博山区人民政府办公室关于印发2026年为全区妇女儿童办实事项目清单的通知",
    source=_OWN,
    strength=CUSTOM,
)
ISSUER_MISSING = told(
    "issuer-missing",
    TITLE,
    name="没有发文机关",
    severity=ERROR,
    flags="版头、标题、署名里都没有找到发文机关",
    why="公文要写明是哪个机关发的",
    bad="2026年为全区妇女儿童办好三件实事",
    good="博山区人民政府办公室",
    source="GB/T 9704-2012 7.2.4、7.3.1",
    strength=REQUIRED,
)
ITEMS_RUN_TOGETHER = told(
    "items-run-together",
    ITEM,
    name="几段文字连在一行",
    severity=WARNING,
    flags="几项实事写在了一段里",
    why="每项实事自成一段，连在一起印出来分不清",
    bad="每人发放救助金1万元。二、实施普惠托育服务行动。",
    good="二、实施普惠托育服务行动。",
    source="GB/T 9704-2012 7.3.3",
    strength=USUAL,
)
ITEM_NO_DEED = told(
    "item-no-deed",
    ITEM,
    name="这一段像工作要求",
    severity=WARNING,
    flags="编了序号的一段像是工作要求，不像实事",
    why="工作要求写在结尾，不占实事的序号，否则项数就不对",
    bad="加强组织领导。各责任单位要高度重视",
    good="实施普惠托育服务行动。",
    source=_OWN,
    strength=CUSTOM,
)
