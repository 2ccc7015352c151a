"""What of a file that came back has no place in a draft: told with its words, never dropped."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.handover.absorb.file_marks import Comment
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.model.results import Problem

_NOT_TAKEN = frozenset(
    ("text-unplaced", "section-title", "head-repeated", "docno-form", "date-valid", "text-hidden", "text-not-printed")
)
# told here in other words, or of no matter since numbers are made anew
_PASSED_OVER = frozenset(("comment-left-out", "tracked-changes", "table-names", "table-rows", "item-numbering"))


def from_problems(base: Sequence[Problem], returned: Sequence[Problem]) -> tuple[list[str], list[str]]:
    """Of what reading told of the file and not of the draft's own print: what was left out, what was mended."""
    known = Counter((one.code, one.printed) for one in base)
    left_out, mended = [], []
    for one in returned:
        if known[one.code, one.printed]:
            known[one.code, one.printed] -= 1
        elif one.code in _NOT_TAKEN:
            left_out.append(f"{one.where}：{one.message}")
        elif one.code not in _PASSED_OVER:
            mended.append(f"{one.where}：{one.message}")
    return left_out, mended


def from_head(draft: Draft, base: Notice, returned: Notice) -> Iterator[str]:
    """What cannot be another in the same draft."""
    if returned.issuer != base.issuer:
        yield f"发文机关：由“{base.issuer}”变为“{returned.issuer}”，草稿的发文机关没有改"
    if returned.year != base.year:
        yield f"年份：由{base.year}年变为{returned.year}年，草稿的年份（{draft.year}年）没有改"
    if returned.form is not base.form:
        yield "文件的样式（清单与通知的关系）与草稿不同，请核对文件是否完整"


def from_comments(comments: Sequence[Comment]) -> Iterator[str]:
    """The comments that stand on no item."""
    for one in comments:
        if one.item is None:
            yield f"批注（{one.author or '未署名'}，在“{one.on[:20]}”处）：{one.text}"
