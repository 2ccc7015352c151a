"""Several words for one thing in one notice."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, COPIES, ITEM, OPENING, RECIPIENTS, Part
from drafter.check.rule import USUAL, WARNING, Need, rule
from drafter.library.words import Occurrence


def _mixed(notice: Context, name: str, parts: tuple[str, ...]) -> Iterator[tuple[Part, Occurrence, str]]:
    """Words of a list that stand for the same as a more frequent one of the notice, with that one.

    Words that are to be written alike (`instead`) stand for the same; of equally frequent ones `instead` is kept.
    A word with a `why` is never kept.
    """
    places: dict[str, list[tuple[Part, Occurrence]]] = defaultdict(list)
    for part in notice.named(*parts):
        for found in notice.words(name).find(part.text):
            places[found.word.instead or found.word.word].append((part, found))
    for usual, found_here in places.items():
        counts = Counter(found.word.word for _, found in found_here if not found.word.why)
        kept = max(counts, key=lambda word: (counts[word], word == usual), default=usual)
        for part, found in found_here:
            if found.word.word != kept:
                yield part, found, kept


@rule(
    "term-variants",
    name="同一事物用了几种说法",
    severity=WARNING,
    flags="一份通知里同一事物的不同说法，如校家社和家校社",
    why="术语前后一致，责任单位和群众才不会以为是两件事",
    bad="构建校家社协同育人体系，增强家校社协同育人合力",
    good="构建家校社协同育人体系，增强家校社协同育人合力",
    source="公文用语统一的要求；词表 words/terms.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def term_variants(notice: Context) -> Iterator[Fault]:
    """The rarer words of a group, in the items."""
    for part, found, kept in _mixed(notice, "terms", (ITEM,)):
        message = found.word.why or f"本文里「{found.word.word}」和「{kept}」并用，请统一"
        yield part.fault(found.start, found.end, message, new=None if "…" in kept else kept)


@rule(
    "entity-alias",
    name="同一机构用了几个名称",
    severity=WARNING,
    flags="一份通知里同一机构、同一功能区的不同名称",
    why="机构名称前后不一，会被当成两个机构",
    bad="报市妇儿工委办公室（邮箱：市妇儿办）",
    good="报市妇儿工委办公室（邮箱：市妇儿工委办公室）",
    source="公文用语统一的要求，机构名称使用全称或规范化简称；词表 words/aliases.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def entity_alias(notice: Context) -> Iterator[Fault]:
    """The rarer names of a body, outside of the unit clauses."""
    for part, found, kept in _mixed(notice, "aliases", (RECIPIENTS, OPENING, ITEM, CLOSING, COPIES)):
        if any(one.start <= found.start < one.end for one in part.all("units")):
            continue
        message = f"本文里「{found.word.word}」和「{kept}」并用，请统一"
        yield part.fault(found.start, found.end, message, new=kept)
