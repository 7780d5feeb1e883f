"""Opening what is a ledger, and refusing what is not."""

import sqlite3
from pathlib import Path

import pytest

from reportedly.ledger.ledger import Ledger
from reportedly.types.claim import Linking
from reportedly.types.errors import LedgerError
from tests.builders import a_doc


def test_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes on the minister.\n" * 300)
    with pytest.raises(LedgerError, match="no SQLite database"):
        Ledger.open(path)
    assert path.read_text() == "Notes on the minister.\n" * 300


def test_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (address TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_damaged_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8192)
    with pytest.raises(LedgerError, match=r"no SQLite database|damaged"):
        Ledger.open(path)


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("read_only", [True, False])
def test_missing_folder_is_named(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(LedgerError, match=r"folder .*absent for the ledger ledger.db does not exist"):
        Ledger.open(tmp_path / "absent" / "ledger.db", read_only=read_only)


def test_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="There is no ledger at"):
        Ledger.open(tmp_path / "ledger.db", read_only=True)
    assert not (tmp_path / "ledger.db").exists()


def test_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger.open(tmp_path / "ledger.db", read_only=True)
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.articles() == ()


def test_name_with_signs_that_an_address_would_read_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1.db"
    Ledger.open(path).close()
    assert path.exists()


def test_ledger_that_may_only_be_read_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    Ledger.open(path).close()
    with (
        Ledger.open(path, read_only=True) as ledger,
        pytest.raises(LedgerError, match="may only be read"),
        ledger.writing() as writer,
    ):
        writer.add(a_doc("The minister resigned."), Linking())


def test_ledger_is_read_while_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as ledger, ledger.writing() as writer:
        writer.add(a_doc("The minister resigned."), Linking())
        with Ledger.open(path, read_only=True, wait_seconds=0) as reader:
            assert reader.articles() == ()
