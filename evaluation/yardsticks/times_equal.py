"""When a time that a program gives is worth what people have marked (docs/times.md says why)."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from reportedly.annotate.time_values import add_months, days, stretch_of

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
OPEN_YEAR, NO_YEAR = "--", "XXXX"


def is_equal(ours: str | None, gold: Mapping[str, str]) -> bool:
    """Whether `ours` is worth the gold's attributes."""
    if ours is None:
        return False
    if "timex" in gold:
        return is_same_timex(ours, timex_days(gold["timex"]))
    if "when" in gold:
        return is_same_point(ours, gold["when"])
    if ours.startswith("P"):
        return is_as_long(ours, gold)
    return is_same_stretch(ours, gold)


def is_same_timex(ours: str, value: str) -> bool:
    """TIMEX3 writes a year that is left open as XXXX."""
    if value.startswith(NO_YEAR) and ours[:1].isdigit():
        return ours[4:] == value[4:]
    return canonical(ours) == canonical(value)


def is_same_stretch(ours: str, gold: Mapping[str, str]) -> bool:
    """From one day to another, or up to or from one."""
    start, end = gold.get("from") or gold.get("notBefore"), gold.get("to") or gold.get("notAfter")
    if start and end:
        return is_same_interval(ours, start, end)
    return is_same_bound(ours, start or end or "")


def is_calendar(gold: Mapping[str, str]) -> bool:
    """Whether the gold is a day, month, year or the like, and not a duration, a bound or "recently"."""
    if "timex" in gold:
        return gold["timex"][:1].isdigit()
    return "when" in gold or ("from" in gold and "to" in gold)


def is_as_long(ours: str, gold: Mapping[str, str]) -> bool:
    """GUM marks "for twelve years" by the years covered: ours must be so many, one more or less."""
    start, end = gold.get("notBefore", ""), gold.get("notAfter", "")
    years = re.fullmatch(r"P(\d+)Y", ours)
    if years is None or not (start[:4].isdigit() and end[:4].isdigit()):
        return False
    return abs(int(end[:4]) - int(start[:4]) - int(years[1])) <= 1


def is_same_point(ours: str, when: str) -> bool:
    """A clock time counts by its day; of "--10" only month and day are given, and only they count."""
    day = when.partition("T")[0]
    if day.startswith(OPEN_YEAR):
        return ours[4:] == day[1:]
    return canonical(ours) == canonical(day)


def is_same_interval(ours: str, start: str, end: str) -> bool:
    """The same days, first and last. Without a year the months must be the same."""
    if not start.startswith(OPEN_YEAR):
        return canonical(ours) == canonical(f"{start}/{end}")
    stretch = stretch_of(season_days(ours))
    months = (start[2:4], end[2:4])
    if stretch is None:
        return ours[5:] == season_of(*months)
    return (f"{stretch.first:%m}", f"{stretch.last:%m}") == months


def is_same_bound(ours: str, bound: str) -> bool:
    """Of "a few months ago" only the end is known: ours must end there, as exactly as the gold says."""
    stretch = stretch_of(season_days(ours.removeprefix("../")))
    return stretch is not None and stretch.last.isoformat().startswith(bound)


def canonical(value: str) -> str:
    """One way to write what spans the same days: the days of seasons, quarters, months and years."""
    stretch = stretch_of(season_days(value))
    if stretch is not None:
        return days(stretch.first, stretch.last)
    return "PX" if value.startswith("PX") else value


def season_days(value: str) -> str:
    """ "2022-SU" as days, of the north."""
    year, _, name = value.partition("-")
    if name not in SEASONS or not year.isdigit():
        return value
    first = date(int(year), SEASONS[name], 1)
    return days(first, add_months(first, 3) - timedelta(days=1))


def season_of(start: str, end: str) -> str:
    """The season from one month to another; GUM's winter runs from December to March."""
    return {"12": "WI", "03": "SP", "06": "SU", "09": "FA"}.get(start, "") if end else ""


def timex_days(value: str) -> str:
    """Weeks, weekends, quarters, halves, decades and clock times of TIMEX3 as days or years."""
    value = value.partition("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return days(monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6))
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        first = date(int(found[1]), 3 * int(found[2]) - 2, 1)
        return days(first, add_months(first, 3) - timedelta(days=1))
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        first = date(int(found[1]), 6 * int(found[2]) - 5, 1)
        return days(first, add_months(first, 6) - timedelta(days=1))
    if re.fullmatch(r"\d{2,3}", value):
        return f"{value.ljust(4, '0')}/{value.ljust(4, '9')}"
    return value
