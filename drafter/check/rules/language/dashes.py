"""Dashes 破折号 of the wrong length."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import PROSE, TITLE, Part
from drafter.check.rule import REQUIRED, WARNING, part_rule

_FORMS = (
    (re.compile(r"(?<=[\d%万岁年月日])——(?=\d)"), "—", "表示起止用一个字长的“—”"),
    (
        re.compile(r"(?<=[”》）])—(?=[\u4e00-\u9fff])|(?<=[”》）\u4e00-\u9fff])(?:—{3,}|--+)(?=[\u4e00-\u9fff“《])"),
        "——",
        "破折号占两个字，应为“——”",
    ),
)


@part_rule(
    "dash-double",
    TITLE,
    *PROSE,
    name="破折号长短不对",
    severity=WARNING,
    flags="起止范围用了两字长的破折号，或者破折号只有一字长、多于两字长",
    why="破折号占两个字，表示起止的一字线占一个字，意思不同",
    bad="开展助力“双减”—科技进校园",
    good="开展助力“双减”——科技进校园",
    source="GB/T 15834-2011 4.10、4.13",
    strength=REQUIRED,
)
def dashes(part: Part, _notice: Context) -> Iterator[Fault]:
    """Two dashes in a range, one dash behind a closing mark; one between words links them and is right."""
    for form, new, message in _FORMS:
        for found in form.finditer(part.text):
            yield part.fault(found.start(), found.end(), message, new=new, safe=True)
