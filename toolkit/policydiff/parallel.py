"""Work spread over processes, with a progress bar for a person who waits.

The results come in the order of the items, whatever the number of workers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

PATIENCE = 2.0
"""Seconds before a progress bar appears."""

FEW = 4
"""So few items are done sooner than processes are started."""

Mapping = Callable[..., Iterable[Any]]
"""What applies a function to the items of lists, in order, as the built-in ``map`` does."""


@contextmanager
def mapping(workers: int = 1, *, what: str = "") -> Iterator[Mapping]:
    """A ``map`` that uses ``workers`` processes.

    Where standard error is a terminal, a bar shows there how many items are done, after
    `PATIENCE` seconds; ``what`` names them. Functions and items have to be picklable, and a
    script that asks for several workers needs the usual ``if __name__ == "__main__":``.
    """
    pools: list[ProcessPoolExecutor] = []

    def apply(function: Callable[..., Any], *items: Sequence[Any]) -> Iterable[Any]:
        total = min(map(len, items))
        if workers == 1 or total <= FEW:
            return _shown(map(function, *items), total, what)
        if not pools:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            pools.append(ProcessPoolExecutor(workers, mp_context=get_context("spawn")))
        return _shown(pools[0].map(function, *items), total, what)

    try:
        yield apply
    finally:
        for pool in pools:
            pool.shutdown(cancel_futures=True)


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """While the body runs, show ``what`` is being done where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def _shown(results: Iterable[Any], total: int, what: str) -> Iterator[Any]:
    """The results as they come, with a bar on standard error once it takes long."""
    if not what or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, visible=False)
        started = monotonic()
        for result in results:
            bar.update(task, advance=1, visible=monotonic() - started > PATIENCE)
            yield result
