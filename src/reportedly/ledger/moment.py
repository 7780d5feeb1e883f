"""The time that is written beside a row."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
