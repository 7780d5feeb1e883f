"""How a tool is asked in its own process: texts in, answers out, a JSON line each (standard library only)."""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Generic, TypeVar

from benchmarks.peers.spans import Roles

Raw = TypeVar("Raw")

WARM_UP = "“The pier is closed until Monday,” the harbour master said.\nNobody objected."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool found in one text, read in so many `units`, each of which may fail."""

    attributions: list[Roles] = field(default_factory=list)
    units: int = 1
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked(Generic[Raw]):
    """A tool: `find` is its own work, which is timed; `convert` turns its result into spans, which is not."""

    find: Callable[[str], Raw]
    convert: Callable[[str, Raw], Answer]
    versions: str


def serve(tool: Asked[Raw]) -> None:
    """Answer every line of standard input on one core; a text that fails does not stop the others."""
    use_one_core()
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints must not stand between the answers
    print(json.dumps({"versions": tool.versions}), file=out, flush=True)
    ask(tool, WARM_UP)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"id": request["id"], **ask(tool, request["text"])}), file=out, flush=True)


def ask(tool: Asked[Raw], text: str) -> dict[str, object]:
    """One answer with its seconds; another tool's code may raise anything, so anything is caught.

    The seconds are the processor's: with one thread those of an idle core, whatever else the machine does.
    """
    started = time.process_time()
    seconds = None
    try:
        raw = tool.find(text)
        seconds = time.process_time() - started
        answer = tool.convert(text, raw)
    except Exception as error:
        answer = Answer(failures=[reason_of(error)])
    return {
        "attributions": answer.attributions,
        "units": answer.units,
        "failures": answer.failures,
        "seconds": time.process_time() - started if seconds is None else seconds,
    }


def versions_of(*packages: str) -> str:
    """The packages that a tool runs with, as the table shows them."""
    return ", ".join(f"{package} {version(package)}" for package in packages)


def reason_of(error: Exception) -> str:
    """The error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def use_one_core() -> None:
    """Stay on one core, where the system lets a process choose; the thread pools are set by the caller."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
