"""How well and how quickly past clauses are found: our scorer and index beside the usual ones, in one run.

- Labelled sentences, each asked of the other four notices: hit@1, mean reciprocal rank, recall@5, in total and by the
  notice left out. Weights come from the other four alone; how `explained` fades with the length of what is asked is
  also chosen anew for each notice, on the other four and the queries of the half `tune`: so that none of the four
  falls below the best baseline there, and of what does so the best. The register of synonyms knows the field, not a
  notice: its first form was written before any query was seen, its second with the half `tune` in view.
- Queries as drafters type them, by kind; only the half `tune` was looked at when words and shares were chosen.
- The cut below which nothing is close enough: the lowest nearness at which at most one in ten queries without an answer
  gets one, over the queries of the half `tune` asked of the whole library and of it with each notice in turn left out,
  so that queries lose their answers; judged on the half `judge` and on a notice that the cut was not chosen with.
- Speed over a made-up library (benchmarks/corpus.py): index against brute force with `ratio`, against an index with
  FTS5, and how much of the scorer's own best five the index keeps. Sizes are arguments, 100000 without any.
"""

import heapq
import json
import math
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import corpus
import scoring
from rapidfuzz import fuzz, process
from scoring import Asking, mean

from drafter.index import NEAR_ENOUGH, Index
from drafter.index.finding import weights_for
from drafter.index.index import lexicon_of
from drafter.library import Library
from drafter.similarity import SHARES, Asked, Print, Shares, folded, known_features, pairs

SHARES_TRIED = tuple(SHARES._replace(fading=fading) for fading in (*range(16, 61, 2), math.inf))
SHORT = (
    "托育", "妇联", "开展", "妇女", "儿童", "培训", "就业", "创业", "家政", "电商",
    "招聘", "两癌", "筛查", "疫苗", "保险", "心理", "视力", "口腔", "婚恋", "联谊",
    "交友", "家风", "家教", "阅读", "书房", "戏曲", "科普", "科技", "体育", "健身",
    "研学", "托管", "暑假", "课后", "残疾", "康复", "孤儿", "困境", "留守", "结对",
    "走访", "助学", "维权", "法律", "家暴", "调解", "司法", "安全", "食品", "公交",
)  # fmt: skip


def main() -> None:
    """Print all tables."""
    quality()
    asked_queries()
    calibration()
    for size in [int(size) for size in sys.argv[1:]] or [100_000]:
        speed(size)


def quality() -> None:
    """The labelled sentences."""
    print("Labelled sentences: hit@1, MRR, recall@5")
    answered = {name: scoring.on_sentences(ranking) for name, ranking in scoring.RANKINGS.items()}
    for name, askings in answered.items():
        _line(name, askings)
    notices = sorted({one.of for one in answered["ours"]})
    usual = [_by_notice(askings) for name, askings in answered.items() if not name.startswith("ours")]
    baselines = {of: _Figures(*map(max, zip(*(one[of] for one in usual), strict=True))) for of in notices}
    chosen: list[Asking] = []
    for left_out in notices:
        best = _chosen({of: figures for of, figures in baselines.items() if of != left_out})
        chosen += [one for one in _sentences(best) if one.of == left_out]
        print(f"  fading chosen without {left_out}: {best.fading}")
    _line("ours, fading so chosen", chosen)
    print(f"  fading chosen on all: {_chosen(baselines).fading}; shipped: {SHARES.fading}")
    holding = [shares.fading for shares in SHARES_TRIED if not _lacking(_sentences(shares), baselines)]
    print(f"  no notice is below its best baseline with: {', '.join(map(str, holding))}\n")


class _Figures(NamedTuple):
    """How well sentences are answered."""

    hit: float
    rank: float
    recall: float


def _figures(askings: Sequence[Asking]) -> _Figures:
    ranks = [1 / (one.places[0] + 1) for one in askings]
    return _Figures(mean([one.at_once for one in askings]), mean(ranks), mean([one.recall for one in askings]))


def _by_notice(askings: Sequence[Asking]) -> dict[str, _Figures]:
    return {of: _figures([one for one in askings if one.of == of]) for of in sorted({one.of for one in askings})}


def _chosen(baselines: Mapping[str, _Figures]) -> Shares:
    """The shares chosen on the notices of these baselines and on the queries of the half `tune`."""

    def value(shares: Shares) -> tuple[float, float]:
        own = [one for one in _sentences(shares) if one.of in baselines]
        return -_lacking(own, baselines), _goodness(own) + _typed(shares)

    return max(SHARES_TRIED, key=value)


@cache
def _sentences(shares: Shares) -> list[Asking]:
    return scoring.on_sentences(_with(shares))


@cache
def _typed(shares: Shares) -> float:
    return _goodness([one for one in scoring.on_queries(_with(shares), "tune") if one.places])


def _lacking(askings: Sequence[Asking], baselines: Mapping[str, _Figures]) -> float:
    """By how much notices fall below their baselines."""
    ours = _by_notice(askings)
    below = (max(0.0, least - own) for of in baselines for least, own in zip(baselines[of], ours[of], strict=True))
    return round(sum(below), 6)


def _with(shares: Shares) -> scoring.Ranking:
    return lambda texts: scoring.ours(texts, shares=shares)


def _goodness(askings: Sequence[Asking]) -> float:
    return mean([one.at_once + 1 / (one.places[0] + 1) + one.recall for one in askings])


def _line(name: str, askings: Sequence[Asking]) -> None:
    def told(figures: _Figures) -> str:
        return " ".join(f"{figure:.3f}" for figure in figures)

    by_notice = "  ".join(f"{notice} {told(own)}" for notice, own in _by_notice(askings).items())
    print(f"{name:24} {told(_figures(askings))}  | {by_notice}")


def asked_queries() -> None:
    """The queries as drafters type them."""
    print("Queries: hit@1, hit@3, recall@5 by kind; recall@5 of all")
    for half in ("tune", "judge"):
        for name, ranking in scoring.RANKINGS.items():
            askings = [one for one in scoring.on_queries(ranking, half) if one.places]
            kinds = []
            for kind in ("loose", "keyword", "formal"):
                own = [one for one in askings if one.of == kind]
                third = mean([one.places[0] < 3 for one in own])
                recall = mean([one.recall for one in own])
                kinds.append(f"{kind} {mean([one.at_once for one in own]):.3f} {third:.3f} {recall:.3f}")
            print(f"{half:6} {name:24} {'  '.join(kinds)}  | {mean([one.recall for one in askings]):.3f}")
    print()


def calibration() -> None:
    """The cut, chosen on one half and judged on the other."""
    samples = {half: scoring.answers_without_each_notice(half) for half in ("tune", "judge")}
    print("The cut: refused though answerable, answered though not")
    for left_out in sorted({one.left_out for one in samples["tune"] if one.left_out}):
        cut = scoring.best_cut([one for one in samples["tune"] if one.left_out != left_out])
        own = [one for one in samples["judge"] if one.left_out == left_out]
        print(f"  chosen without {left_out}: {cut:.3f}; judged without it: {scoring.errors(own, cut)}")
    best = scoring.best_cut(samples["tune"])
    print(f"  chosen on all of the half tune: {best:.3f}; shipped: {NEAR_ENOUGH}")
    for half in ("tune", "judge"):
        whole = [one for one in samples[half] if not one.left_out]
        print(f"  shipped cut, half {half}, whole library: {scoring.errors(whole, NEAR_ENOUGH)}")
    print()


def speed(size: int) -> None:
    """Times over a made-up library of so many clauses."""
    print(f"{size} made-up clauses, seed {corpus.SEED}")
    print(f"  real: {corpus.skew(_real_clauses())}")
    made = list(corpus.clauses(scoring.LIBRARY, size))
    print(f"  made: {corpus.skew(made)}")
    with tempfile.TemporaryDirectory() as folder:
        library = corpus.write_library(scoring.LIBRARY, Path(folder, "库", "library"), size)
        index = _timed("index built", lambda: Index.open(library))
        _timed("opened again", lambda: Index.open(library))
        sentences = [one["text"] for one in scoring.sentences()]
        ours = _told("index, sentences", lambda text: index.search(text, 5), sentences)
        _told("index, two characters", lambda text: index.search(text, 5), SHORT)
        sample = random.Random(corpus.SEED).sample(sentences, 12)  # noqa: S311 - no secret
        plain = [folded(text) for text in made]
        brute = _told(
            "process.extract with ratio",
            lambda text: process.extract(folded(text), plain, scorer=fuzz.ratio, processor=None, limit=5),
            sample,
        )
        print(f"  process.extract takes {brute / ours:.1f} × as long as the index")
        fts = _fts_index(plain)
        _told("FTS5, ten rarest pairs, best 200 by bm25, not scored", lambda text: _fts_search(fts, text), sample)
        loose = [one["query"] for one in scoring.queries() if one["half"] == "tune" and one["kind"] == "loose"][:8]
        for name, texts in (("sentences", sample), ("two characters", SHORT[:8]), ("loose queries", loose)):
            print(f"  of the scorer's best five the index keeps, {name}: {_kept(index, library, texts):.3f}")
        _update(library, index)
        _cold(library.folder.parent)
    print()


def _real_clauses() -> list[str]:
    notices = [notice for _, notice in scoring.LIBRARY.notices()]
    return [clause.text for notice in notices for item in notice.items for clause in item.all_clauses]


class _Clock:
    """Seconds by the wall and of the processor since it was started."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), _processor()

    def read(self) -> tuple[float, float]:
        return time.perf_counter() - self._wall, _processor() - self._cpu


def _processor() -> float:
    """Seconds of the processor, of processes that were started and have ended too."""
    return sum(os.times()[:4])


def _timed(name: str, task: Callable[[], Index]) -> Index:
    clock = _Clock()
    result = task()
    wall, cpu = clock.read()
    print(f"  {name}: {wall:.2f} s (processor {cpu:.2f} s)")
    return result


def _told(name: str, task: Callable[[str], object], texts: Sequence[str]) -> float:
    """Print how many milliseconds the task takes for a text, beside those of the processor; the median by the wall."""
    walls, cpus = [], []
    for text in texts:
        start, processor = time.perf_counter(), time.process_time()
        task(text)
        walls.append((time.perf_counter() - start) * 1000)
        cpus.append((time.process_time() - processor) * 1000)
    print(
        f"  {name}: p50 {_half(walls):.1f}, p95 {_most(walls):.1f} ms"
        f" (processor: p50 {_half(cpus):.1f}, p95 {_most(cpus):.1f})"
    )
    return _half(walls)


def _half(values: Sequence[float]) -> float:
    return statistics.median(values)


def _most(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1) + 0.5)]


def _fts_index(plain: Sequence[str]) -> tuple[sqlite3.Connection, dict[str, int]]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE clause USING fts5(pairs, content='', detail=full)")
    connection.executemany("INSERT INTO clause (pairs) VALUES (?)", ((" ".join(pairs(text)),) for text in plain))
    connection.execute("CREATE VIRTUAL TABLE held USING fts5vocab(clause, row)")
    return connection, dict(connection.execute("SELECT term, doc FROM held"))


def _fts_search(index: tuple[sqlite3.Connection, dict[str, int]], text: str) -> list[int]:
    connection, held = index
    known = sorted({pair for pair in pairs(folded(text)) if pair in held}, key=lambda pair: held[pair])[:10]
    query = " OR ".join(f'"{pair}"' for pair in known)
    rows = connection.execute("SELECT rowid FROM clause WHERE clause MATCH ? ORDER BY rank LIMIT 200", (query,))
    return [number for (number,) in rows]


def _kept(index: Index, library: Library, texts: Sequence[str]) -> float:
    """How much of the scorer's best five over all clauses the index finds; alike ones may stand for each other."""
    connection = sqlite3.connect(library.folder / ".index.sqlite")
    prints = [
        Print(*row)
        for row in connection.execute(
            "SELECT plain, signs, length, sign_length FROM clause JOIN print ON print.id = print"
        )
    ]
    lexicon = lexicon_of(library)
    shares = []
    for text in texts:
        plain = folded(text)
        features = known_features(plain, lexicon.signs(plain, asked=True))
        asked = Asked(text, weights_for(connection, features, lexicon))
        least = min(heapq.nlargest(5, map(asked.likeness, prints)))
        shares.append(sum(hit.score >= least - 1e-5 for hit in index.search(text, 5)) / 5)
    return mean(shares)


def _update(library: Library, index: Index) -> None:
    path = library.path_of(library.references()[7])
    path.write_text(path.read_text("utf-8").replace("实施第1项行动", "实施第一项行动"), encoding="utf-8")
    clock = _Clock()
    index.refresh()
    wall, cpu = clock.read()
    print(f"  one notice changed: {wall:.3f} s (processor {cpu:.3f} s)")


def _cold(workspace: Path) -> None:
    command = [sys.executable, "-m", "drafter", "--workspace", str(workspace), "suggest", "放学后没人接孩子", "--json"]
    times = []
    for _ in range(4):
        clock = _Clock()
        ran = subprocess.run(command, check=True, capture_output=True, cwd=scoring.ROOT)
        times.append(clock.read())
    told = ", ".join(f"{wall:.2f} s (processor {cpu:.2f})" for wall, cpu in times)
    print(f"  cold `drafter suggest`, {len(json.loads(ran.stdout)['matches'])} answers: {told}")


if __name__ == "__main__":
    main()
