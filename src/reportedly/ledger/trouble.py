"""Turns what SQLite reports into one clear sentence and what to do next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from reportedly.types.errors import LedgerError

# What SQLite's message holds (its wording is that of sqlite3_errstr), and our words for it.
TROUBLES = (
    (
        "disk is full",
        "The disk is full, so the ledger {path} could not be written; everything committed before is kept. "
        "Free some space and run the same command again.",
    ),
    (
        "disk i/o error",
        "The disk refused to read or write the ledger {path}; everything committed before is kept. "
        "Check the disk and its free space, then run the same command again.",
    ),
    (
        "readonly database",
        "The ledger {path} may only be read. Get the right to write to it and to its folder, "
        "then run the same command again.",
    ),
    (
        "is locked",
        "Another program kept the ledger {path} busy for too long; everything committed before is kept. "
        "Wait until it has finished and run the same command again.",
    ),
    (
        "unable to open",
        "The ledger {path} cannot be opened. Check that you may read it and may write to its folder.",
    ),
    (
        "not a database",
        "{path} is not a ledger: it is no SQLite database. Name another file with --ledger.",
    ),
    (
        "malformed",
        "The ledger {path} is damaged ({trouble}). Restore it from a backup copy, "
        "or save what can be saved with `sqlite3 {path} .recover`.",
    ),
    (
        "no such module: fts5",
        "This Python's SQLite has no full-text search (FTS5), which the ledger {path} needs. "
        "Use a Python whose SQLite has it, such as one from python.org.",
    ),
)
OTHER = "The ledger {path} cannot be used: {trouble}. Run `reportedly doctor` to check it."


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Raise a `LedgerError` for what the disk or SQLite does not allow.

    A broken rule of the tables (`IntegrityError`) passes through: it is the fault of one article's rows,
    not of the ledger, and whoever reads the batch records it and goes on.
    """
    try:
        yield
    except (IntegrityError, sqlite3.IntegrityError):
        raise
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        raise LedgerError(_sentence(path, str(original))) from error


def _sentence(path: Path, trouble: str) -> str:
    """Our words for SQLite's."""
    for sign, sentence in TROUBLES:
        if sign in trouble.lower():
            return sentence.format(path=path, trouble=trouble)
    return OTHER.format(path=path, trouble=trouble)
