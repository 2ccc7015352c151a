"""Characters that neither a Word document nor a line of a file can hold."""

import re
from typing import Any

from drafter.errors import UnfitValue
from drafter.model.base import Value

_CONTROL = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_PLACES = {
    "issuer": "发文机关",
    "title": "标题",
    "printed_title": "标题",
    "paragraphs": "正文",
    "ordinal": "序号",
    "recipients": "主送机关",
    "opening": "开头",
    "list_title": "清单标题",
    "items": "实事",
    "heading": "标题",
    "clauses": "措施",
    "entries": "分项",
    "units": "责任单位",
    "units_as_printed": "责任单位",
    "leader": "责任领导",
    "deadline": "完成时限",
    "closing": "结尾",
    "contact_line": "联系方式",
    "signature": "署名",
    "disclosure": "附注",
    "attachments": "附件",
    "rows": "表格行",
    "columns": "表头",
    "copies_to": "抄送",
    "copy_number": "份号",
    "secrecy": "密级",
    "urgency": "紧急程度",
    "imprint_organ": "印发机关",
    "text": "文字",
}


def require_printable(value: Any, place: str = "") -> None:
    """Raise UnfitValue for a text with a character that cannot be printed, with its place and code."""
    if isinstance(value, str):
        found = re.search(_CONTROL, value)
        if found:
            around = re.sub(_CONTROL, "□", value[max(0, found.start() - 10) : found.start() + 10])
            raise UnfitValue(
                f"{place}里有不能打印的字符 U+{ord(found[0]):04X}（“{around}”中的□）。请删去这个字符后重试。"
            )
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            require_printable(getattr(value, name), place + _PLACES.get(name, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value, start=1):
            require_printable(one, f"{place}第{number}个" if len(value) > 1 else place)
