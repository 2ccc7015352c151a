"""Words of lists that an office extends: fixed phrases, discouraged wording, confused characters, clashing words."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, ITEM, PROSE, TITLE, Part
from drafter.check.rule import CUSTOM, INFO, USUAL, WARNING, Need, part_rule
from drafter.model.registers import Word

_TEXTS = (TITLE, *PROSE)


def _listed(part: Part, notice: Context, name: str, message: str, *, safe: bool = False) -> Iterator[Fault]:
    """Words of a list in a part; `message` is told with the word put in."""
    for found in notice.words(name).find(part.text):
        said = part.text[found.start : found.end]
        new = _filled(found.word, said)
        told = found.word.why or message.format(said=_shown(said), instead=_shown(new or ""))
        yield part.fault(found.start, found.end, told, new=new, safe=safe)


def _shown(text: str) -> str:
    """Words in quotes; in corner ones where they hold quotes themselves, which could not be told apart."""
    return f"「{text}」" if any(mark in text for mark in "“”‘’") else f"“{text}”"


def _filled(word: Word, said: str) -> str | None:
    """What is to be written instead; … in it stands for what … in the word stood for."""
    if word.instead is None or "…" not in word.instead:
        return word.instead
    first, last = word.word.split("…")
    return word.instead.replace("…", said[len(first) : len(said) - len(last)])


@part_rule(
    "fixed-phrase",
    *_TEXTS,
    name="固定提法走了样",
    severity=WARNING,
    flags="固定提法被改了字、换了次序或连接方式",
    why="固定提法出自上级文件，应当照原样写",
    bad="妇女儿童的获得感、幸福感与安全感",
    good="妇女儿童的获得感、幸福感、安全感",
    source="中央文件的通行提法；词表 words/phrases.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def fixed_phrase(part: Part, notice: Context) -> Iterator[Fault]:
    """Altered forms of set phrases."""
    yield from _listed(part, notice, "phrases", "固定提法是{instead}", safe=True)


@part_rule(
    "wording-list",
    *_TEXTS,
    name="不宜使用的说法",
    severity=INFO,
    flags="带有歧视意味、已经停用或者不准确的称呼和说法",
    why="公文用语应当规范、平等，用法律和现行文件里的说法",
    bad="维护妇女儿童特殊利益",
    good="维护妇女儿童合法权益",
    source="妇女权益保障法、残疾人保障法等的用语；词表 words/wording.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def wording(part: Part, notice: Context) -> Iterator[Fault]:
    """Words that current documents do not use."""
    yield from _listed(part, notice, "wording", "{said}宜改为{instead}")


@part_rule(
    "typo-pairs",
    *_TEXTS,
    ATTACHMENT,
    name="像是错别字",
    severity=WARNING,
    flags="容易写错的词，如登陆（登录）、台帐（台账）、布署（部署）",
    why="错别字影响公文的权威，输入法联想时最容易出这类错",
    bad="各责任单位要建立工作台帐",
    good="各责任单位要建立工作台账",
    source="《现代汉语词典》，异形词整理表；词表 words/typos.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def typo(part: Part, notice: Context) -> Iterator[Fault]:
    """Words that are commonly written wrong."""
    yield from _listed(part, notice, "typos", "{said}像是{instead}之误，请核对")


@part_rule(
    "collocation",
    ITEM,
    name="词语搭配不当",
    severity=WARNING,
    flags="动词同宾语搭配不上，或者缺了宾语的中心词",
    why="搭配不当句子就不通，责任单位也难落实",
    bad="加大困境儿童关心关爱，",
    good="加大困境儿童关心关爱力度，",
    source="现代汉语语法，公文常见病句；词表 words/collocations.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def collocation(part: Part, notice: Context) -> Iterator[Fault]:
    """Verbs with objects that they do not take; … in the list stands for a few words."""
    for clause in part.all("clause"):
        for found in notice.words("collocations").find(part.said(clause)):
            start, end = clause.start + found.start, clause.start + found.end
            advice = found.word.why or "请换一个动词，或补上中心词"
            yield part.fault(start, end, f"{_shown(part.text[start:end])}搭配不当，{advice}")


@part_rule(
    "pleonasm",
    ITEM,
    name="意思重复",
    severity=INFO,
    flags="一个意思说了两遍，如100%全覆盖",
    why="公文用语求简，重复的字可以省去",
    bad="结对关爱困境儿童100%全覆盖",
    good="结对关爱困境儿童全覆盖",
    source="公文用语简明的要求；词表 words/pleonasms.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def pleonasm(part: Part, notice: Context) -> Iterator[Fault]:
    """Two words for one meaning."""
    for clause in part.all("clause"):
        for found in notice.words("pleonasms").find(part.said(clause)):
            start, end = clause.start + found.start, clause.start + found.end
            yield part.fault(start, end, f"{_shown(part.text[start:end])}意思重复", new=found.word.instead)
