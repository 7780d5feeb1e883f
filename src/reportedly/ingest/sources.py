"""Turns what a user names (a path, a folder, an address, `-`) into bytes, one source at a time."""

import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reportedly.fetch.inflate import GZIP_MAGIC, InflateError, gunzip
from reportedly.ingest.received import Hints, Received, digest_of
from reportedly.types.article import Rejection
from reportedly.types.limits import Limits

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Intake:
    """How bytes are taken in: the limits, what fills gaps, the clock, and whether the bytes are kept."""

    limits: Limits
    hints: Hints
    now: Callable[[], str]
    keep_pages: bool = False

    def receive(self, source: str, raw: bytes, name: str) -> Received | Rejection:
        """The bytes of one source, with gzip undone."""
        digest, body = digest_of(raw), raw
        if raw.startswith(GZIP_MAGIC):
            try:
                body = gunzip(raw, self.limits.inflated_bytes)
            except InflateError as error:
                return Rejection(source, str(error), "Unpack it yourself and look at what is inside.", digest)
        return Received(
            source=source,
            body=body,
            digest=digest,
            received_at=self.now(),
            hints=self.hints,
            name=name,
            page=raw if self.keep_pages else None,
        )


def utc_now() -> str:
    """The time, in ISO 8601 and UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def open_standard_input() -> BinaryIO:
    """The bytes that are piped into the program."""
    return sys.stdin.buffer


def read_stream(stream: BinaryIO, intake: Intake) -> Received | Rejection:
    """Everything that comes from standard input, within the limit."""
    limit = intake.limits.file_bytes
    try:
        raw = stream.read(limit + 1)
    except OSError as error:
        return unreadable(STANDARD_INPUT, error)
    if len(raw) > limit:
        return too_large(STANDARD_INPUT, limit)
    return intake.receive(STANDARD_INPUT, raw, "")


def read_path(path: Path, intake: Intake) -> Iterator[Received | Rejection]:
    """A file, or every file below a folder."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield unreadable(str(path), error)
        return
    if not is_folder:
        yield read_file(path, intake)
        return
    is_empty = True
    for found in walk(path):
        is_empty = False
        yield found if isinstance(found, Rejection) else read_file(found, intake)
    if is_empty:
        yield Rejection(str(path), "This folder holds no files.", "Name a folder with articles in it.")


def walk(folder: Path) -> Iterator[Path | Rejection]:
    """The files below a folder in the order of their names; hidden ones are passed over, loops are cut."""
    visited: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path
                continue
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            found = sorted(path.iterdir())
        except OSError as error:
            yield unreadable(str(path), error)
            continue
        waiting.extend(one for one in reversed(found) if not one.name.startswith("."))


def read_file(path: Path, intake: Intake) -> Received | Rejection:
    """One regular file, within the limit."""
    limit = intake.limits.file_bytes
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Rejection(str(path), "This is a device or a pipe, not a file.", "Name a regular file.")
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        return unreadable(str(path), error)
    if len(raw) > limit:
        return too_large(str(path), limit)
    return intake.receive(str(path), raw, path.name)


def unreadable(source: str, error: OSError | ValueError) -> Rejection:
    """The record of something that the operating system would not give us."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    match error:
        case FileNotFoundError():
            advice = "Check its name; it may have been moved while we read."
        case PermissionError():
            advice = "Give yourself the right to read it, or leave it out."
        case _:
            advice = "Check the name and the disk, and try again."
    return Rejection(source, f"It cannot be read: {reason}.", advice)


def too_large(source: str, limit: int) -> Rejection:
    """The record of something beyond the limit."""
    return Rejection(
        source, f"It is larger than the limit of {limit:,} bytes.", "Split it into files below the limit."
    )
