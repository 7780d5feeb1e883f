"""Several programs at one ledger, and a program that is killed while it writes."""

import multiprocessing
import subprocess
import sys
import time
from pathlib import Path

from reportedly.ledger.ledger import Ledger
from reportedly.types.claim import Assignment, Linking
from reportedly.types.doc import Doc
from tests.builders import Row, a_doc

ROWS = 5
ROOT = Path(__file__).parents[2]
WRITE_WITHOUT_END = """
import itertools, sys
from reportedly.ledger.ledger import Ledger
from tests.ledger.test_ledger import numbered, write
with Ledger.open(sys.argv[1]) as ledger:
    for number in itertools.count():
        write(ledger, numbered(number))
"""


def numbered(number: int) -> Doc:
    """The same article for the same number, with a few rows."""
    sentences = [f"Ship {number} left pier {pier}" for pier in range(ROWS)]
    return a_doc(". ".join(sentences), [Row(sentence) for sentence in sentences], title=str(number))


def write(ledger: Ledger, doc: Doc) -> None:
    """As a batch does: look, then write, in one transaction."""
    with ledger.writing() as writer:
        if not writer.has(doc.article.id):
            writer.add(doc, Linking(assignments=tuple(Assignment(row.id, f"c{row.id}") for row in doc.rows)))


def read_batch(path: Path, start: int, end: int) -> None:
    """What one of several programs does: it opens the ledger, which may not be there yet, and writes."""
    with Ledger.open(path) as ledger:
        for number in range(start, end):
            write(ledger, numbered(number))


def test_several_programs_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    start = multiprocessing.get_context("spawn")
    batches = [(0, 20), (0, 20), (10, 30)]
    programs = [start.Process(target=read_batch, args=(path, *batch)) for batch in batches]
    for program in programs:
        program.start()
    for program in programs:
        program.join(60)
    assert [program.exitcode for program in programs] == [0, 0, 0]
    with Ledger.open(path, read_only=True) as ledger:
        titles = [one.head.title for one in ledger.articles(limit=100)]
        assert sorted(titles, key=str) == sorted(map(str, range(30)))
        counts = ledger.health().counts
        assert (counts["attributions"], counts["claims"]) == (30 * ROWS, 30 * ROWS)
        assert ledger.health().is_sound


def test_program_killed_in_a_batch_leaves_whole_articles_and_the_next_run_finishes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    program = subprocess.Popen([sys.executable, "-c", WRITE_WITHOUT_END, str(path)], cwd=ROOT)
    try:
        wait_for_articles(path, at_least=3)
    finally:
        program.kill()
        program.wait(10)
    with Ledger.open(path) as ledger:
        kept = ledger.articles(limit=100_000)
        assert len(kept) >= 3
        assert {one.own_voice for one in kept} == {ROWS}
        assert ledger.health().is_sound
        assert ledger.health().counts["claims"] == len(kept) * ROWS
        for number in range(len(kept) + 5):
            write(ledger, numbered(number))
        assert len(ledger.articles(limit=100_000)) == len(kept) + 5


def wait_for_articles(path: Path, at_least: int) -> None:
    """Return as soon as another program has written so many articles."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size:
            with Ledger.open(path) as ledger:
                if len(ledger.articles(limit=at_least)) >= at_least:
                    return
        time.sleep(0.02)
    raise TimeoutError(f"no {at_least} articles in {path} after a minute")


def test_transactions_of_several_threads_wait_for_one_another(ledger: Ledger) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: write(ledger, numbered(number % 10)), range(40)))
    assert len(ledger.articles()) == 10
