"""The sentences of an item: broken, too long, saying a word too often, without a subject."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, rule, told

_LONG = 120
_WORD, _OFTEN, _VERY_OFTEN = 4, 3, 4
_NEAR = 12  # characters between two of the times, by which three are too many
_RUN = re.compile(r"[\u4e00-\u9fff]{4,}")
_BARE_FIGURE = re.compile(r"(?<=，)(?:不少于|不低于|至少|达到)\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3}(?=[。；]$)")
_TEACHES = re.compile(r"[^，]*(?:宣传|宣讲|普法|讲座|活动|服务|培训|走访|辅导|咨询|检查|筛查)$")

BROKEN_PARAGRAPH = told(
    "broken-paragraph",
    ITEM,
    name="一段话被断成两段",
    severity=ERROR,
    flags="一句话没有完，中间换了行",
    why="多半是从网页、PDF复制时带进来的硬回车，印出来就成了两段",
    bad="为35—64岁适龄妇女免费进行“两癌”（换行）检查。",
    good="为35—64岁适龄妇女免费进行“两癌”检查。",
    source="GB/T 9704-2012 7.3.3",
    strength=REQUIRED,
)


@rule(
    "long-sentence",
    name="一句话太长",
    severity=INFO,
    flags="一句话超过120字没有句号",
    why="句子太长，读的人抓不住要做几件事，可以分成几句",
    bad=(
        "引导儿童积极参与社会实践，提高儿童的科学、人文、艺术等综合素养和认知探究能力，在城镇老旧小区改造项目中融入儿童友好元素，"
        "新建3个镇级儿童乐园，打通儿童友好服务“最后一公里”，推动优质公共服务资源向基层延伸，让更多孩子在家门口就能享受到安全便"
        "利的活动空间，不断增强家庭的获得感。"
    ),
    good=(
        "引导儿童积极参与社会实践，提高儿童的科学、人文、艺术等综合素养和认知探究能力。在城镇老旧小区改造项目中融入儿童友好元素，"
        "新建3个镇级儿童乐园，打通儿童友好服务“最后一公里”。推动优质公共服务资源向基层延伸，让更多孩子在家门口就能享受到安全便"
        "利的活动空间，不断增强家庭的获得感。"
    ),
    source="公文写作惯例（文字精练）",
    strength=CUSTOM,
)
def too_long(notice: Context) -> Iterator[Fault]:
    """Clauses of more than 120 characters."""
    for part, clause, text in notice.clauses:
        if len(text) > _LONG:
            yield part.fault(clause.start, clause.end, f"这句话有{len(text)}字，可以分成几句")


@rule(
    "dup-phrase",
    name="一句话里同一个词反复出现",
    severity=INFO,
    flags="四个字以上的词在一句话里出现三次以上，其中两次挨得很近，或出现四次以上",
    why="同一个词反复出现，句子啰嗦，可以合并或用代称",
    bad="依托儿童友好社区平台，提升儿童友好社区活动质量，开展亲子阅读活动不少于10场，营造儿童友好的氛围。",
    good="依托儿童友好社区平台，提升活动质量，开展亲子阅读活动不少于10场，营造良好氛围。",
    source="公文写作惯例（文字精练）",
    strength=CUSTOM,
)
def said_often(notice: Context) -> Iterator[Fault]:
    """Words of four characters that a clause says three times, two of them near, or four."""
    for part, clause, text in notice.clauses:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for run in _RUN.finditer(text):
            for at in range(run.start(), run.end() - _WORD + 1):
                places[text[at : at + _WORD]].append(at)
        word = next((word for word, at in places.items() if _too_often(at)), None)
        if word:
            start = clause.start + places[word][_OFTEN - 1]
            yield part.fault(start, start + _WORD, f"“{word}”在这句话里出现了{len(places[word])}次")


def _too_often(places: list[int]) -> bool:
    near = any(second - first <= _NEAR for first, second in pairwise(places))
    return len(places) >= _VERY_OFTEN or (len(places) >= _OFTEN and near)


@rule(
    "fragment",
    name="指标没有主语",
    severity=INFO,
    flags="逗号后面只有一个“不少于500人次”，说不清是什么不少于",
    why="指标要说清数的是什么，才好核实",
    bad="围绕未成年人保护开展靶向宣传，不少于500人次。",
    good="围绕未成年人保护开展靶向宣传，参加人数不少于500人次。",
    source="公文写作惯例（表述准确）",
    strength=CUSTOM,
)
def bare_figure(notice: Context) -> Iterator[Fault]:
    """A figure alone behind the last comma of a clause, where what stands before it cannot be counted so."""
    for part, clause, text in notice.clauses:
        found = _BARE_FIGURE.search(text)
        if found and _TEACHES.fullmatch(text[: found.start() - 1].rsplit("，", 1)[-1]):
            start = clause.start + found.start()
            yield part.fault(start, clause.start + found.end(), f"“{found[0]}”前面没有主语，说不清数的是什么")
