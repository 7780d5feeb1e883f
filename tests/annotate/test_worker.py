"""A process of its own: it answers, it is stopped, and it ends with whoever started it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.annotate.worker import Worker, WorkerEndedError
from reportedly.types.article import Article
from reportedly.types.doc import Doc
from tests.builders import an_article

STARTS_ONE = """
import sys, time
from tests.annotate.test_worker import Copies
from reportedly.annotate.worker import Worker
if __name__ == "__main__":
    worker = Worker(Copies)
    worker.annotate([])
    print(worker._process.pid, flush=True)
    time.sleep(60)
"""


class Copies:
    """An annotator that adds nothing, or ends its process."""

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        if any("deadly" in article.text for article in articles):
            os._exit(1)
        return [Doc(article) for article in articles]


def test_it_answers_again_and_again() -> None:
    worker = Worker(Copies)
    for text in ("One.", "Half a pair: \ud800."):
        assert worker.annotate([an_article(text)]) == [Doc(an_article(text))]
    worker.stop()


def test_a_process_that_ends_is_an_error_with_its_number() -> None:
    worker = Worker(Copies)
    with pytest.raises(WorkerEndedError, match=r"The process \d+ ended before"):
        worker.annotate([an_article("It is deadly.")])
    worker.stop()


def test_it_ends_when_the_program_that_started_it_is_killed() -> None:
    program = subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    program.send_signal(signal.SIGKILL)
    program.communicate(timeout=10)  # its output ends when nobody holds it any more
    deadline = time.monotonic() + 10
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(worker)


def is_running(number: int) -> bool:
    """Whether a process of that number runs; one that only waits to be counted does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
