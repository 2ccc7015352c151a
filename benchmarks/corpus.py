"""Large made-up libraries for the benchmarks: parts of the real clauses put together anew, with invented figures.

Each clause is made of one to four parts (分句) of the library's real clauses, drawn at random with a fixed seed, mostly
of one item's theme, with new figures; one in five bears an invented name in quotes. So pairs of characters are as
skewed as in real clauses, which decides how long an index looks; `skew` compares both.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import cycle, islice, pairwise
from pathlib import Path

from drafter.library import Library
from drafter.similarity import folded

SEED = 20260301
PER_NOTICE, PER_ITEM = 40, 4
_SYLLABLES = "安白长东丰高广海和华江金兰龙明南平清荣瑞山水泰同文西新阳永云泽正志中"
_NAMES = "爱心暖阳春晖花开护航成长同行蒲公英向日葵小种子幸福港湾彩虹桥"


def real_parts(library: Library) -> dict[str, list[str]]:
    """The parts of the real clauses by the theme of their item, each without its closing mark."""
    found: dict[str, list[str]] = {}
    for _, notice in library.notices():
        for item in notice.items:
            theme = item.themes[0] if item.themes else ""
            for clause in item.all_clauses:
                parts = [part.strip() for part in re.split("[，；。]", clause.text)]
                found.setdefault(theme, []).extend(part for part in parts if len(part) > 3)
    return found


def clauses(library: Library, number: int) -> Iterator[str]:
    """So many made-up clauses, the same ones in each run."""
    return islice(_endless(real_parts(library), random.Random(SEED)), number)  # noqa: S311 - no secret


def _endless(parts: dict[str, list[str]], rng: random.Random) -> Iterator[str]:
    themes = sorted(parts)
    every = [part for theme in themes for part in parts[theme]]
    while True:
        own = parts[rng.choice(themes)]
        chosen = [rng.choice(own if rng.random() < 0.8 else every) for _ in range(rng.choice((1, 2, 2, 3, 3, 4)))]
        if rng.random() < 0.2:
            start = rng.randrange(len(_NAMES) - 3)
            chosen.append(f"打造“{rng.choice(_SYLLABLES)}{_NAMES[start : start + 3]}”品牌")
        text = "，".join(dict.fromkeys(chosen)) + "。"
        yield re.sub(r"\d+(?:\.\d+)?", lambda found: str(rng.randrange(1, 10 ** len(found[0]))), text)


def write_library(library: Library, folder: Path, number: int) -> Library:
    """A library folder of so many made-up clauses, forty a notice, with the registers of the real one.

    Each item has a theme, as an imported one has.
    """
    (folder / "notices").mkdir(parents=True)
    for register in library.folder.glob("*.yaml"):
        (folder / register.name).write_bytes(register.read_bytes())
    made = clauses(library, number)
    themes = cycle([theme.name for theme in library.themes.entries])
    places = (f"{a}{b}{c}县" for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES)
    for place in places:
        for year in (2021, 2022, 2023, 2024, 2025):
            own = list(islice(made, PER_NOTICE))
            if not own:
                return Library(folder)
            (folder / "notices" / f"{place}-{year}.yaml").write_text(
                _notice(place, year, own, themes), encoding="utf-8"
            )
    raise ValueError(f"too many clauses: {number}")


def _notice(place: str, year: int, own: list[str], themes: Iterator[str]) -> str:
    lines = [
        "schema: 1",
        f"issuer: {place}人民政府办公室",
        f"year: {year}",
        "form: issue",
        f"title: {place}人民政府办公室关于印发{year}年为全县妇女儿童办实事项目清单的通知",
        "items:",
    ]
    for at in range(0, len(own), PER_ITEM):
        lines += [f"- heading: 实施第{at // PER_ITEM + 1}项行动", "  clauses:"]
        lines += [f"  - {json.dumps(text, ensure_ascii=False)}" for text in own[at : at + PER_ITEM]]
        lines += ["  units:", "  - 县妇联", "  themes:", f"  - {next(themes)}"]
    return "\n".join(lines) + "\n"


def skew(texts: Iterable[str]) -> str:
    """How unevenly pairs of characters are spread: lengths, distinct pairs, how many clauses hold the commonest."""
    held: Counter[str] = Counter()
    length = count = 0
    for text in texts:
        plain = folded(text)
        held.update({a + b for a, b in pairwise(plain)})
        length, count = length + len(plain), count + 1
    ranks = [share / count for _, share in held.most_common(300)]
    of_rank = "  ".join(f"#{rank}: {ranks[rank - 1]:.3f}" for rank in (1, 10, 30, 100, 300))
    return f"{length / count:5.1f} characters a clause, {len(held):5} pairs; clauses that hold pair {of_rank}"
