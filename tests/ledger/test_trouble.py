"""A full disk, a busy ledger and broken files end in one clear sentence."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.trouble import clear_errors
from reportedly.types.claim import Linking
from reportedly.types.errors import LedgerError
from tests.builders import Row, a_doc

FILL_UNTIL_REFUSED = """
import resource, sys
from reportedly.types.claim import Linking
from reportedly.ledger.ledger import Ledger
from reportedly.types.errors import LedgerError
from tests.builders import Row, a_doc
with Ledger.open(sys.argv[1]) as ledger:
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    for number in range(1_000):
        try:
            with ledger.writing() as writer:
                writer.add(a_doc(f"It rained. {number} " + "x" * 20_000, [Row("It rained.")]), Linking())
        except LedgerError as error:
            print(number, error)
            break
"""


def write(ledger: Ledger, number: int) -> None:
    with ledger.writing() as writer:
        writer.add(a_doc(f"It rained. {number} " + "x" * 20_000, [Row("It rained.")]), Linking())


def test_full_disk_keeps_what_was_committed_and_the_next_run_goes_on(ledger: Ledger) -> None:
    write(ledger, 0)
    pages = 4_000

    def limit_size(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with ledger.engine.begin() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one()) + 12
    event.listen(ledger.engine, "begin", limit_size)
    with pytest.raises(
        LedgerError, match=r"The disk is full.*everything committed before is kept.*Free some space"
    ):
        for number in range(1, 50):
            write(ledger, number)
    kept = len(ledger.articles())
    assert 1 <= kept < 50
    assert ledger.health().is_sound
    pages = 1_000_000
    for number in range(50):
        write(ledger, number)
    assert len(ledger.articles(limit=100)) == 50


def test_disk_that_takes_no_more_bytes_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", FILL_UNTIL_REFUSED, str(path)],
        capture_output=True,
        text=True,
        cwd=root,
        check=True,
    )
    number, sentence = done.stdout.split(" ", 1)
    assert "everything committed before is kept" in sentence
    with Ledger.open(path) as ledger:
        assert len(ledger.articles(limit=1_000)) == int(number) > 0
        assert ledger.health().is_sound


def test_busy_ledger_is_said_to_be_busy(ledger: Ledger) -> None:
    with (
        ledger.writing(),
        Ledger.open(ledger.path, wait_seconds=0.05) as other,
        pytest.raises(LedgerError, match="busy for too long"),
    ):
        write(other, 1)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("database or disk is full", "Free some space"),
        ("disk I/O error", "Check the disk"),
        ("attempt to write a readonly database", "may only be read"),
        ("database is locked", "run the same command again"),
        ("unable to open database file", "cannot be opened"),
        ("database disk image is malformed", "damaged"),
        ("no such module: fts5", "full-text search"),
        ("something new", "something new"),
    ],
)
def test_every_trouble_has_a_sentence_that_names_the_ledger(trouble: str, words: str) -> None:
    with pytest.raises(LedgerError) as told, clear_errors(Path("my ledger.db")):
        raise sqlite3.OperationalError(trouble)
    assert words in str(told.value)
    assert "my ledger.db" in str(told.value)
