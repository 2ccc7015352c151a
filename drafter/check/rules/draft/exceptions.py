"""Exceptions made in a draft; the engine itself finds what is wrong with them."""

from drafter.check.allowing import NO_REASON, UNUSED
from drafter.check.parts import HEAD
from drafter.check.rule import CUSTOM, ERROR, WARNING, told

ALLOW_UNUSED = told(
    UNUSED,
    HEAD,
    name="例外已经没有用",
    severity=WARNING,
    flags="草稿里写了例外，那里却没有（或不再有）这个问题，或没有这条规则",
    why="留着的例外会遮住以后真正的问题",
    bad="例外：指标含糊（全文），全文没有含糊的指标",
    good="例外：指标含糊（i1），第1项写着“5个左右”",
    source="本工具的约定",
    strength=CUSTOM,
)
ALLOW_NO_REASON = told(
    NO_REASON,
    HEAD,
    name="例外没有写理由",
    severity=ERROR,
    flags="草稿里的例外没有写理由",
    why="不按规则写要说得出理由，送签时好核对",
    bad="例外：指标含糊（i1），没有理由",
    good="例外：指标含糊（i1），理由是单位提供的原文如此",
    source="本工具的约定",
    strength=CUSTOM,
)
