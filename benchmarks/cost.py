"""Counts time by the clock, CPU time and memory of this process and those that it started."""

import os
import resource
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from threading import Event, Thread
from typing import Self

SMAPS = "/proc/{}/smaps_rollup"
SAMPLE_SECONDS = 0.25


@dataclass(slots=True)
class Cost:
    """What something has cost so far; CPU time is that of all threads, and of processes that have ended."""

    name: str
    seconds: float = 0.0
    cpu_seconds: float = 0.0

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Count what happens inside."""
        started, cpu_started = time.perf_counter(), cpu_seconds()
        yield
        self.seconds += time.perf_counter() - started
        self.cpu_seconds += cpu_seconds() - cpu_started


def cpu_seconds() -> float:
    """CPU time of this process so far, and of the processes it started that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


class Sampler:
    """Watches the memory of this process and those it started, while its block runs.

    Memory that processes share counts once (Linux: the sum of proportional set sizes). Elsewhere it is the
    highest resident size of this process alone.
    """

    def __init__(self) -> None:
        self.peak_mib = 0.0
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            processes = [os.getpid(), *(child.pid for child in active_children() if child.pid)]
            self.peak_mib = max(self.peak_mib, memory_mib(processes))


def memory_mib(processes: Iterable[int]) -> float:
    """The memory that these processes hold together, in MiB."""
    if not Path(SMAPS.format("self")).exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return sum(_proportional_kib(process) for process in processes) / 1024


def _proportional_kib(process: int) -> int:
    """One process's memory, what it shares divided among those that share it; 0 where it has just ended."""
    try:
        lines = Path(SMAPS.format(process)).read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
