"""Telling what was repaired or doubted: one problem for each kind and place."""

import datetime

from drafter.model.results import Problem, ProblemKind
from drafter.readers.repair import Mended

# What was mended, or put where it belongs, without anything left open.
_REPAIRS = {
    "attach-label": "“附件”二字前后有多余的空格或标点，已去掉",
    "blank-in-text": "数字、字母与汉字之间或标点前后有空格，已去掉",
    "broken-paragraph": "一段话被断成两行，已接上",
    "docno-brackets": "文号的年份应使用六角括号〔〕，已改正",
    "docno-spaces": "文号中有空格，已去掉",
    "halfwidth-colon-label": "“附件”后面应使用全角冒号，已改正",
    "halfwidth-punct": "中文里用了半角标点，已改为全角",
    "layout-by-blanks": "用空格排版，已去掉",
    "note-brackets": "附注应使用全角圆括号，已改正",
    "number-width": "数字或字母是全角的，已改为半角",
    "percent-fullwidth": "百分号是全角的，已改为半角",
    "quotes-straight-or-unpaired": "用了直引号，已改为“”",
    "residue": "有 Markdown 标记残留，已去掉",
    "signature-one-line": "署名和成文日期写在一行，已分开",
    "date-form": "日期的写法不合规范，已改为阿拉伯数字、不带前导零",
    "docno-zero-or-di": "文号里有“第”字或前导零，已去掉",
    "list-as-attachment": "清单放在“附件”之下，已作为印发的清单收入",
    "page-number": "页码，已去掉",
    "title-blank": "标题中有空格，已去掉",
    "title-punct": "标题末尾有句号，已去掉",
    "title-break": "标题的几行已接成一行",
    "units-bracket-pair": "责任单位的括号不成对或不合规范，已统一",
    "units-no-brackets": "责任单位没有加括号，已按加括号的写法收入",
    "units-nested": "括号里又有圆括号，外层应为〔〕，已改正",
    "units-own-line": "责任单位另起一行，已并入本项",
    "item-heading-stop": "标题后面不是句号，已按标题收入",
    "items-in-table": "清单是表格，已按各列收入",
    "items-run-together": "几段文字连在一行，已分开",
    "lead-rule": "文中规定了牵头单位的认定办法，已照此认定各项的牵头单位",
    "list-preface": "清单标题与第一项之间的文字，已收入开头",
    "ordinal-mark": "序号后面的标点不规范，已改正",
    "section-title": "这是清单中分类的标题，下面各项已逐项收入，标题本身没有收入",
    "signature-several": "几个机关联合署名，已合为一行",
    "units-place": "责任单位不在本项末尾，已移到末尾",
    "page-furniture": "网页上正文以外的部分（导航、页脚等）没有收入",
}
# What a person should look at.
_DOUBTS = {
    "attach-missing": "附件说明里有这个附件，但文中没有表格",
    "attach-note-vs-title": "附件说明与附件上的标题不一致，两个都已保留",
    "attach-unannounced": "文中有附件，但没有附件说明",
    "docno-missing": "没有找到文号",
    "docno-form": "文号的写法不合规范，未能识别，原样列在这里",
    "head-repeated": "文首的标题或文号重复出现，只取一次",
    "item-empty": "这一项没有内容",
    "item-numbering": "序号不连续、重复或缺少",
    "recipients-missing": "没有找到主送机关",
    "signature-missing": "没有署名或成文日期",
    "date-blank": "日期还没有填",
    "date-valid": "日历上没有这一天",
    "table-names": "表格里的实事名称与清单不一致",
    "table-rows": "表格的行数与实事项数不一致，或有的行不完整",
    "text-not-printed": "读出的内容里有原文没有的字，请核对原文",
    "text-unplaced": "这段文字不属于通知的任何部分，没有收入",
    "title-count-vs-items": "文中说的件数与实际项数不一致",
    "title-elements": "标题缺少“的”或文种，原样保留",
    "units-missing": "这一项没有读到责任单位",
    "item-no-deed": "这一段编了序号，但像是工作要求，不像实事，请核对",
    "paragraph-in-item": "这一段没有序号，已作为上一项的另一段收入，请核对",
    "docno-foreign": "文号写在正文里，属于另一份文件，没有作为本文的文号",
    "issuer-missing": "没有找到发文机关，暂以标题中的地名代替，请核对",
    "item-heading-doubt": "有的项有标题，这一项没有读出标题，请核对",
    "item-many-units": "正文里还有“责任单位”等字样，可能几项连在了一起，请核对",
    "not-a-notice": "这像是新闻或解读，不是通知原文，请核对",
    "place-leak": "文中出现别处的地名，请核对",
    "sections-doubt": "不能确定这里的标题是实事还是分类，请核对项数",
    "units-doubtful": "责任单位中有的不像单位名称，请核对",
    "units-open": "责任单位以“等”结尾，没有列全",
    "year-missing": "标题里没有年份，按正文或日期取年份，请核对",
    "comment-left-out": "文件里有批注，没有收入",
    "converted": "这种格式先转换再读取，请对照原文件核对",
    "text-hidden": "文件里有隐藏文字，打印时看不见，没有收入",
    "tracked-changes": "文件里有修订，已按全部接受读取",
}
_MESSAGES = _REPAIRS | _DOUBTS

# What is printed and not in the notice, or there in another form: told with the text, however often at one place.
_LEFT_OUT = (
    "text-unplaced", "section-title", "head-repeated", "page-number", "items-in-table", "list-as-attachment",
    "docno-form", "docno-zero-or-di", "date-blank", "date-valid",
)  # fmt: skip


class Telling:
    """Collects the problems of one reading, each kind once a place."""

    def __init__(self) -> None:
        self._problems: dict[tuple[str, str, str], Problem] = {}
        self.left_out: list[str] = []
        self.rewritten_days: dict[datetime.date, str] = {}

    def tell(
        self, code: str, where: str, printed: str | None = None, detail: str = "", text: str | None = None
    ) -> None:
        """Note one problem; `detail` is put behind the standing message, `text` is what was left out if not that."""
        message = _MESSAGES[code] + (f"：{detail}" if detail else "")
        kind = ProblemKind.REPAIR if code in _REPAIRS else ProblemKind.DOUBT
        problem = Problem(code=code, message=message, where=where, printed=printed, kind=kind)
        left = ((detail or printed or "") if text is None else text) if code in _LEFT_OUT else ""
        self.left_out.append(left)
        self._problems.setdefault((code, where, left), problem)

    def tell_repairs(self, line: Mended, renamed: dict[str, str] | None = None) -> None:
        """Note what was mended in a line, under the slug that the rule has in the element it stands in."""
        for code in line.codes:
            self.tell((renamed or {}).get(code, code), line.where, line.printed)

    def rename(self, code: str, better: str, where: str) -> None:
        """Put a repair told at a place under another slug, once it is known what stands there."""
        problem = self._problems.pop((code, where, ""), None)
        if problem:
            self.tell(better, where, problem.printed)

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order told."""
        return tuple(self._problems.values())
