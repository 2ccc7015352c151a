"""Half-width marks in Chinese text."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, TEXT, Part
from drafter.check.rule import ERROR, REQUIRED, part_rule, told

_FULL = dict(zip(",;:!?().", "，；：！？（）。", strict=True))
_CHINESE = r"\u4e00-\u9fff“”‘’《》〔〕（）、。，；：％%"
_HALF = re.compile(
    rf"(?<=[{_CHINESE}])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff“‘《〔（])|(?<=[\u4e00-\u9fff”》）)])\.(?![\w.])"
)

halfwidth_colon_label = told(
    "halfwidth-colon-label",
    ATTACHMENT,
    name="“附件”后用了半角冒号",
    severity=ERROR,
    flags="附件说明里“附件”二字后面的半角冒号",
    why="中文里的标点用全角，附件说明是标准规定的要素",
    bad="附件:2026年为全区妇女儿童办实事工作进展情况报表",
    good="附件：2026年为全区妇女儿童办实事工作进展情况报表",
    source="GB/T 9704-2012 7.3.4，GB/T 15834-2011 5.1",
    strength=REQUIRED,
)


@part_rule(
    "halfwidth-punct",
    *TEXT,
    name="中文里用了半角标点",
    severity=ERROR,
    flags="汉字旁边的半角逗号、分号、冒号、括号、问号、叹号、句点",
    why="中文里的标点占一个字的位置，半角标点排出来疏密不匀",
    bad="实施低收入适龄妇女“两癌”保险救助项目,为",
    good="实施低收入适龄妇女“两癌”保险救助项目，为",
    source="GB/T 15834-2011 5.1",
    strength=REQUIRED,
)
def halfwidth(part: Part, _notice: Context) -> Iterator[Fault]:
    """Half-width marks beside a Chinese character; those within numbers, addresses and Latin words are right."""
    for found in _HALF.finditer(part.text):
        full = _FULL[found[0]]
        yield part.fault(found.start(), found.end(), f"“{found[0]}”是半角标点，应为全角“{full}”", new=full, safe=True)
