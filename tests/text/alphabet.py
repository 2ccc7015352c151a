"""Texts for property tests: anything at all, and Chinese that looks like a notice put together at random."""

from collections.abc import Sequence

from hypothesis import strategies as st

_PIECES = (
    *"，。；：！？、（）〔〕《》“”‘’【】()[]",
    *"一二三四五六七八九十百千万亿零〇两余多约近和及",
    *"0123456789.,-—～~%％‰/ \u3000\t+×第年月日周岁元人场名",
    *("不少于", "不超过", "达到", "以上", "以内", "左右", "全覆盖", "应救尽救", "人次", "个百分点", "去年", "每"),
    *("开展", "培训", "城市书房", "妇女儿童", "关于", "关于印发", "的通知", "办实事", "区妇联", "各镇（街道）"),
    *("责任单位：", "牵头单位：", "完成时限：", "联系人：", "联系电话：", "邮箱：", "●●●", "2027年", "八件实事", "HPV"),
)


def chinese(pieces: Sequence[str] = _PIECES, longest: int = 40) -> st.SearchStrategy[str]:
    """Words, figures and marks of notices in any order."""
    return st.lists(st.sampled_from(pieces), max_size=longest).map("".join)


def any_text(longest: int = 60) -> st.SearchStrategy[str]:
    """Any text, or Chinese in any order."""
    return st.one_of(chinese(), st.text(max_size=longest))
