"""Runs one tool over all texts in a process of its own and collects its answers."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.environments import PeerError, last_line, make_environment
from benchmarks.peers.tools import Tool
from reportedly.score.gold import to_roles
from reportedly.score.marked import MarkedArticle
from reportedly.score.roles import RoleSpans

ROOT = Path(__file__).parent.parent.parent
RUN_SECONDS = 3_600
# One thread for every tool: the speeds are those of one core.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a tool found in each text, in their order, and what it cost."""

    versions: str
    found: tuple[tuple[RoleSpans, ...], ...]
    units: int
    failures: tuple[str, ...]
    seconds: float


def ask_tool(tool: Tool, articles: Sequence[MarkedArticle], environments: Path) -> Asking:
    """Run `tool` over the articles' texts."""
    python = make_environment(tool.requirements, environments) if tool.requirements else Path(sys.executable)
    texts = [{"id": one.key, "text": one.article.text} for one in articles]
    try:
        done = subprocess.run(
            [str(python), "-m", tool.module, *tool.options],
            input="".join(json.dumps(text) + "\n" for text in texts),
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD, "PYTHONIOENCODING": "utf-8"},
            timeout=RUN_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"could not be run: {error}") from error
    if done.returncode:
        raise PeerError(f"could not be run: {last_line(done.stderr)}")
    return collect(done.stdout.splitlines(), articles)


def collect(lines: Sequence[str], articles: Sequence[MarkedArticle]) -> Asking:
    """The answers beside the articles; every article must have one, and every span must lie in its text."""
    head, *answers = (json.loads(line) for line in lines)
    by_id = {answer["id"]: answer for answer in answers}
    missing = [one.key for one in articles if one.key not in by_id]
    if missing:
        raise PeerError(f"gave no answer for {len(missing)} of {len(articles)} texts")
    ordered = [by_id[one.key] for one in articles]
    return Asking(
        versions=head["versions"],
        found=tuple(
            tuple(to_roles(row, one.article.text) for row in answer["attributions"])
            for one, answer in zip(articles, ordered, strict=True)
        ),
        units=sum(answer["units"] for answer in ordered),
        failures=tuple(reason for answer in ordered for reason in answer["failures"]),
        seconds=sum(answer["seconds"] for answer in ordered),
    )
