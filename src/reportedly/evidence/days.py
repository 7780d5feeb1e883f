"""Days as whole numbers, and the spans of days that an ISO 8601 time may mean."""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

DAY = len("2016-04-17")
# A dispatch and its updates: the agency of the sample story brings its second version a day later, and relays
# cite it up to three days later; an agency's next piece of its own in the stories comes seven days later.
ONE_TELLING = 3


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From the first day to the last, both included, as proleptic ordinals."""

    first: int
    last: int

    def touches(self, other: "Days") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def is_near(self, other: "Days") -> bool:
        """Whether the two are near enough to be one telling."""
        return self.first <= other.last + ONE_TELLING and other.first <= self.last + ONE_TELLING


def to_days(iso: str | None) -> Days | None:
    """The days that an ISO date, month, year or interval covers; None where it is none of them."""
    if not iso:
        return None
    start, _, end = iso.partition("/")
    first, last = _covered(start), _covered(end or start)
    if first is None or last is None:
        return first or last
    return Days(min(first.first, last.first), max(first.last, last.last))


def to_day(published: str | None) -> str | None:
    """The day of publication, where it is known as exactly as that."""
    covered = to_days(published)
    if published is None or covered is None or covered.first != covered.last:
        return None
    return published[:DAY]


@lru_cache(maxsize=10_000)
def to_hour(published: str | None) -> datetime | None:
    """The hour of publication, in UTC; None where only a day is known, or a time without its zone."""
    if published is None or len(published) <= DAY:
        return None
    try:
        hour = datetime.fromisoformat(published)
        return hour.astimezone(UTC) if hour.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _covered(words: str) -> Days | None:
    parts = words[:DAY].split("-")
    try:
        numbers = [int(part) for part in parts if part]
        match numbers:
            case [year]:
                return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
            case [year, month]:
                last = calendar.monthrange(year, month)[1]
                return Days(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
            case [year, month, day]:
                here = date(year, month, day).toordinal()
                return Days(here, here)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None
    return None
