"""What the fields of a draft are called before people: in the history, on buttons, in notes."""

from collections.abc import Iterable

_HEAD = {
    "serial": "文号序号",
    "agency_code": "机关代字",
    "doc_number": "文号",
    "date": "成文日期",
    "title": "标题",
    "recipients": "主送机关",
    "opening": "开头",
    "closing": "结尾",
    "contact_line": "联系方式",
    "disclosure": "附注",
    "copies_to": "抄送",
    "copy_number": "份号",
    "secrecy": "密级和保密期限",
    "urgency": "紧急程度",
    "imprint_organ": "印发机关",
    "imprint_date": "印发日期",
    "format": "格式",
}
_ITEM = {
    "heading": "标题",
    "text": "措施",
    "units": "责任单位",
    "lead": "牵头单位",
    "leader": "责任领导",
    "deadline": "完成时限",
    "themes": "主题",
    "confirm": "指标确认",
    "reason": "理由",
}
NAMES = _HEAD | _ITEM


def told(fields: Iterable[str]) -> str:
    """Fields by their names: 标题、责任单位."""
    return "、".join(NAMES[one] for one in fields)
