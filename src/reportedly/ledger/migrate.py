"""Brings a ledger's tables up to date: numbered steps, each applied once, after a backup copy."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, inspect, select

from reportedly.ledger import sqlite
from reportedly.ledger.moment import now
from reportedly.ledger.schema import schema_versions
from reportedly.types.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the version that it leads to, its name, and its statements."""

    version: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """The steps that this program knows, in order."""
    folder = files("reportedly.ledger").joinpath("migrations")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda f: f.name)
    return tuple(
        Migration(int(file.name[:4]), file.name.removesuffix(".sql"), file.read_text("utf-8"))
        for file in found
    )


def check_version(connection: Connection, path: Path, newest: int) -> int:
    """The schema version of the ledger, 0 for an empty file; refuses what this program cannot read."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if schema_versions.name not in tables:
        raise LedgerError(f"{path} is an SQLite database, but not a ledger. Name another file with --ledger.")
    version = connection.execute(select(func.max(schema_versions.c.version))).scalar() or 0
    if version > newest:
        raise LedgerError(
            f"The ledger {path} has schema version {version}, but this program "
            f"({metadata.version('reportedly')}) knows only versions up to {newest}. "
            "Update the program with `pip install --upgrade reportedly`."
        )
    return version


def migrate(engine: Engine, path: Path) -> Path | None:
    """Apply the steps that are missing, all or none; the path of the backup copy where one was made.

    The write lock is taken first, so that two programs do not migrate one ledger at once.
    """
    steps = migrations()
    with sqlite.for_writing(engine).begin() as connection:
        version = check_version(connection, path, steps[-1].version)
        missing = [step for step in steps if step.version > version]
        backup = _back_up(path, version) if version and missing else None
        schema_versions.create(connection, checkfirst=True)
        for step in missing:
            _apply(connection, step)
    return backup


def _back_up(path: Path, version: int) -> Path:
    """Copy the ledger beside itself; an earlier copy is never overwritten."""
    target = path.with_name(f"{path.name}.backup-v{version}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.backup-v{version}-{number}")
    sqlite.back_up(path, target)
    return target


def _apply(connection: Connection, step: Migration) -> None:
    """Run the statements of one step and record it."""
    for statement in _statements(step.sql):
        connection.exec_driver_sql(statement)
    connection.execute(
        insert(schema_versions).values(
            version=step.version,
            name=step.name,
            program=metadata.version("reportedly"),
            applied_at=now(),
        )
    )


def _statements(sql: str) -> Iterator[str]:
    """The single statements of a script; SQLite's own `executescript` would commit before it starts."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
            yield statement
            statement = ""
