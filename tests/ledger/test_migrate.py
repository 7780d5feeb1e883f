"""Numbered migrations, backups, and ledgers of other versions."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.ledger import migrate
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.migrate import Migration, migrations
from reportedly.types.claim import Linking
from reportedly.types.errors import LedgerError
from tests.builders import a_doc

NEWEST = migrations()[-1].version


def know_one_step_more(
    monkeypatch: pytest.MonkeyPatch, sql: str = "-- Notes; of readers.\nCREATE TABLE n (w);\n"
) -> None:
    """From here on this program is one schema version newer."""
    steps = (*migrations(), Migration(NEWEST + 1, "notes", sql))
    monkeypatch.setattr(migrate, "migrations", lambda: steps)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A ledger of this version with one article."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger, ledger.writing() as writer:
        writer.add(a_doc("The minister resigned."), Linking())
    return path


def versions_in(path: Path) -> list[int]:
    with sqlite3.connect(path) as connection:
        return [row[0] for row in connection.execute("SELECT version FROM schema_versions ORDER BY version")]


def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.version for step in migrations()] == list(range(1, NEWEST + 1))


def test_new_ledger_records_every_step_and_needs_no_backup(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.backup is None
    assert versions_in(tmp_path / "ledger.db") == list(range(1, NEWEST + 1))


def test_older_ledger_is_copied_and_then_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    know_one_step_more(monkeypatch)
    with Ledger.open(older) as ledger:
        assert ledger.backup == older.with_name(f"ledger.db.backup-v{NEWEST}")
        assert ledger.health().schema_version == NEWEST + 1
        assert len(ledger.articles()) == 1
    assert versions_in(older.with_name(f"ledger.db.backup-v{NEWEST}"))[-1] == NEWEST
    with sqlite3.connect(older.with_name(f"ledger.db.backup-v{NEWEST}")) as copy:
        assert copy.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_earlier_backup_is_never_overwritten(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = older.with_name(f"ledger.db.backup-v{NEWEST}")
    earlier.write_bytes(b"kept")
    know_one_step_more(monkeypatch)
    with Ledger.open(older) as ledger:
        assert ledger.backup == older.with_name(f"ledger.db.backup-v{NEWEST}-2")
    assert earlier.read_bytes() == b"kept"


def test_step_that_fails_leaves_the_ledger_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        know_one_step_more(patch, "CREATE TABLE n (w);\nCREATE TABLE n (w);\n")
        with pytest.raises(LedgerError, match="already exists"):
            Ledger.open(older)
    with Ledger.open(older) as ledger:
        assert ledger.health().schema_version == NEWEST


def test_newer_ledger_is_refused_with_both_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    with monkeypatch.context() as patch:
        know_one_step_more(patch)
        Ledger.open(path).close()
    before = path.read_bytes()
    with pytest.raises(LedgerError) as refusal:
        Ledger.open(path)
    for words in (f"schema version {NEWEST + 1}", f"versions up to {NEWEST}", "Update the program"):
        assert words in str(refusal.value)
    assert path.read_bytes() == before


def test_older_ledger_is_not_migrated_by_reading(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    know_one_step_more(monkeypatch)
    with pytest.raises(LedgerError, match=f"schema version {NEWEST}, and this program needs {NEWEST + 1}"):
        Ledger.open(older, read_only=True)
    assert versions_in(older)[-1] == NEWEST
