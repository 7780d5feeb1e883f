"""Times in ISO 8601 as strings: days, months, years, intervals, and the days that they span."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1000, 9998  # beyond these a calendar date has no neighbours to count with
YEARS = {"Y": 1, "DE": 10, "CE": 100}  # the units of times.toml that are years
DAY, MONTH, YEAR = 10, 7, 4  # the lengths of "2016-04-15", "2016-04" and "2016"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both included: on one of them, or over them, something was so."""

    first: date
    last: date

    def holds(self, other: "Stretch") -> bool:
        """Whether `other` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last


def day_of(year: int, month: int, day: int) -> str | None:
    """A day; None where no calendar has it (30 February)."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str | None:
    """A month; None where there is none of that number."""
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR else None


def year_of(year: int) -> str | None:
    """A year of four digits."""
    return f"{year:04d}" if FIRST_YEAR <= year <= LAST_YEAR else None


def interval(start: str | None, end: str | None) -> str | None:
    """From `start` to `end`; None where one is missing or the end comes first."""
    if start is None or end is None:
        return None
    first, last = stretch_of(start), stretch_of(end)
    if first is None or last is None or last.last < first.first:
        return None
    return start if start == end else f"{start}/{end}"


def days(first: date, last: date) -> str:
    """The interval of these days, or the day where they are one."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def stretch_of(iso: str | None) -> Stretch | None:
    """The days of a day, month, year or closed interval; None for anything else (seasons, durations)."""
    if not iso:
        return None
    start, slash, end = iso.partition("/")
    first, last = (simple_stretch(start), simple_stretch(end if slash else start))
    return Stretch(first.first, last.last) if first and last else None


def simple_stretch(iso: str) -> Stretch | None:
    """The days of one day, month or year."""
    try:
        first = date.fromisoformat(iso + "-01-01"[: DAY - len(iso)] if len(iso) in {MONTH, YEAR} else iso)
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            return None
        if len(iso) == MONTH:
            return Stretch(first, first.replace(day=monthrange(first.year, first.month)[1]))
        return Stretch(first, date(first.year, 12, 31) if len(iso) == YEAR else first)
    except ValueError:
        return None


def day_named(published: str | None) -> str | None:
    """The day (or month, or year) of a date or timestamp in ISO 8601, with what is known and no more."""
    day = (published or "").strip()[:DAY]
    return day if simple_stretch(day) else None


def add_months(month: date, number: int) -> date:
    """The first day of the month so many months on."""
    count = month.year * 12 + month.month - 1 + number
    return date(count // 12, count % 12 + 1, 1)


def week_of(day: date, number: int = 0) -> Stretch:
    """The week, Monday to Sunday, that lies `number` weeks after that of `day`."""
    monday = day - timedelta(days=day.weekday() - 7 * number)
    return Stretch(monday, monday + timedelta(days=6))
