"""What an item says beside its heading: nothing, or something else."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, ERROR, INFO, USUAL, WARNING, Need, rule
from drafter.model.notice import Clause, Item
from drafter.text.unit_clause import names_units

_SURE, _SURE_ELSEWHERE = 3, 2  # words of a theme by which a clause is surely about it; the second where a heading is


@rule(
    "item-empty",
    name="这一项没有内容",
    severity=ERROR,
    flags="只有标题，没有措施",
    why="没有措施的实事无法办理",
    bad="实施妇女健康促进行动。（责任单位：区妇联）",
    good="实施妇女健康促进行动。免费检查不少于1.5万人。（责任单位：区妇联）",
    source="《党政机关公文处理工作条例》第十九条（所提措施和办法切实可行）",
    strength=USUAL,
)
def empty(notice: Context) -> Iterator[Fault]:
    """Items without a clause; in a draft that is not final only to be known."""
    for item, part in notice.items:
        if not item.all_clauses:
            severity = INFO if notice.draft and not notice.final else ERROR
            yield part.fault(0, 0, "这一项没有写措施", severity=severity)


@rule(
    "item-many-units",
    name="正文里又有责任单位",
    severity=WARNING,
    flags="一项的正文里还有“责任单位：”一类的字样",
    why="多半是两项连在了一起，或责任单位写错了位置",
    bad="为困难妇女发放救助金。责任单位：区民政局。新建托育机构2处。",
    good="为困难妇女发放救助金。新建托育机构2处。",
    source="本类通知的写法",
    strength=USUAL,
)
def many_units(notice: Context) -> Iterator[Fault]:
    """Labels of a unit clause inside a clause of the body."""
    for part, clause, text in notice.clauses:
        if names_units(text):
            yield part.fault(clause.start, clause.end, "正文里有“责任单位”字样，请核对是不是两项连在了一起")


@rule(
    "heading-vs-content",
    name="措施与标题不是一回事",
    severity=INFO,
    flags="一条措施讲的主题，标题里一点没有提到",
    why="措施放错了项，责任单位和进展都会跟着错",
    bad="实施优生优育服务行动。开展中小学生心理健康筛查，配齐心理教师，设置心理咨询室。",
    good="实施青少年心理健康行动。开展中小学生心理健康筛查，配齐心理教师，设置心理咨询室。",
    source="本类通知的写法；主题登记表 themes.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def elsewhere(notice: Context) -> Iterator[Fault]:
    """Clauses that are surely about a theme which the heading does not name, where it names others.

    Fewer words do where another item's heading names the theme, so that the clause has a better place.
    """
    themes = notice.library.themes
    headed = [
        {one.theme for one in themes.proposals(Item(heading=item.heading))} if item.heading else set()
        for item, _ in notice.items
    ]
    others = set().union(*headed)
    for (item, part), named in zip(notice.items, headed, strict=True):
        for clause in part.all("clause") if named else ():
            said = themes.proposals(Item(clauses=(Clause(text=part.said(clause)),)))
            sure = [
                one
                for one in said
                if len(one.words) >= (_SURE_ELSEWHERE if one.theme in others else _SURE)
                and one.theme[-2:] not in (item.heading or "")
            ]
            if sure and not named & {one.theme for one in said}:
                message = (
                    f"这条讲的是{sure[0].theme}（{'、'.join(sure[0].words)}），标题讲的是{'、'.join(sorted(named))}"
                )
                yield part.fault(clause.start, clause.end, message)
