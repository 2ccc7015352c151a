"""Work on many things at once: in several processes where there are many, with a bar on a terminal."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

MANY = 60  # below that, starting processes takes longer than they save
_MOST_PROCESSES = 4
_T = TypeVar("_T")
_R = TypeVar("_R")


def each(work: Callable[[_T], _R], things: Sequence[_T], *, label: str) -> Iterator[_R]:
    """What the work makes of each thing, in their order; `work` is a function of a module, things can be pickled."""
    hidden = len(things) < 2 or not sys.stderr.isatty()
    with click.progressbar(length=len(things), label=label, file=sys.stderr, hidden=hidden) as bar:
        for result in _in_processes(work, things) if len(things) >= MANY else map(work, things):
            yield result
            bar.update(1)


def _in_processes(work: Callable[[_T], _R], things: Sequence[_T]) -> Iterator[_R]:
    """As map; where a process dies at its work, this one does what is left."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    workers = min(os.cpu_count() or 1, _MOST_PROCESSES)
    done = 0
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin) as pool:
            for result in pool.map(work, things, chunksize=8):
                yield result
                done += 1
    except BrokenProcessPool:
        yield from map(work, things[done:])


def _begin() -> None:
    """Set up a worker: it leaves Ctrl+C to its parent, and ends when that is gone, however it went."""
    import multiprocessing
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: "BaseProcess | None") -> None:
    if parent:
        parent.join()
        os._exit(1)
