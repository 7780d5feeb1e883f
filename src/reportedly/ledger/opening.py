"""Opens a ledger's file: says clearly why it cannot, and brings an older one up to date."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from reportedly.ledger import migrate, sqlite
from reportedly.ledger.trouble import clear_errors
from reportedly.types.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that is ready, and the copy that was made before it was migrated."""

    engine: Engine
    backup: Path | None


def open_engine(path: Path, read_only: bool, wait_seconds: float) -> Opened:
    """The database at `path` with the schema of this program."""
    _check_path(path, read_only)
    engine = sqlite.connect(path, read_only, wait_seconds)
    try:
        with clear_errors(path):
            return Opened(engine, _prepare(engine, path, read_only, wait_seconds))
    except BaseException:
        engine.dispose()
        raise


def _check_path(path: Path, read_only: bool) -> None:
    """Refuse what cannot be a ledger before SQLite touches it."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger. Name a file, such as {path / 'ledger.db'}.")
    if not path.parent.is_dir():
        raise LedgerError(
            f"The folder {path.parent} for the ledger {path.name} does not exist. "
            "Make it, or name another place with --ledger."
        )
    if not path.exists():
        if read_only:
            raise LedgerError(
                f"There is no ledger at {path}. Read something into it first with `reportedly read FILE`, "
                "or name another one with --ledger."
            )
        return
    _check_header(path)


def _check_header(path: Path) -> None:
    """A database begins with SQLite's own words; an empty file may become one."""
    try:
        with path.open("rb") as file:
            start = file.read(len(sqlite.HEADER))
    except OSError as error:
        raise LedgerError(
            f"The ledger {path} cannot be read ({error.strerror}). Check that you have the right to read it."
        ) from error
    if start not in (b"", sqlite.HEADER):
        raise LedgerError(
            f"{path} is not a ledger: it is no SQLite database. Name another file with --ledger."
        )


def _prepare(engine: Engine, path: Path, read_only: bool, wait_seconds: float) -> Path | None:
    """Check the schema, and bring it up to date where that is allowed; the backup copy, if one was made."""
    newest = migrate.migrations()[-1].version
    with engine.begin() as connection:
        version = migrate.check_version(connection, path, newest)
    if version == newest:
        return None
    if not read_only:
        sqlite.use_write_ahead_log(engine, wait_seconds)
        return migrate.migrate(engine, path)
    if version == 0:
        raise LedgerError(
            f"{path} is empty. Read something into it first with `reportedly read FILE`, "
            "or name another ledger with --ledger."
        )
    raise LedgerError(
        f"The ledger {path} has schema version {version}, and this program needs {newest}. "
        "Open it for writing once (`reportedly read FILE` does): it is copied, then brought up to date."
    )
