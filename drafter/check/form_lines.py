"""Lines of an attachment that are there to be filled in by hand: 填报单位（盖章）：　　填报人：　　."""

import re

from drafter.check.parts import ATTACHMENT, Part

FIELD = re.compile(
    r"填报(?:单位|部门|人|日期|时间)|填表(?:单位|人|日期)|(?:审核|审签|负责)人[：:]|[（(](?:盖章|公章)[）)]"
)


def is_form_line(part: Part, at: int) -> bool:
    """Whether a place of a part stands in such a line, where blanks are meant."""
    if part.name != ATTACHMENT:
        return False
    start = part.text.rfind("\n", 0, at) + 1
    return bool(FIELD.search(part.text[start:].split("\n", 1)[0]))
