"""Dates that name a month, a year or a day of the month; what they leave open is filled in from an anchor."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.annotate.time_grammar import TimeExpression, load_values
from reportedly.annotate.time_values import add_months, day_of, days, interval, month_of, stretch_of, year_of

# How much further away a date counts that lies on the wrong side of what the tense says: what "left" tells is
# never still to come, what "will leave" tells may be past where an article is read late.
NEVER_AHEAD, SELDOM_BEHIND = 400, 12
AHEAD_UNASKED = 1.5  # where the tense says nothing, the past is a little nearer
QUARTERS = {"quarter": 3, "half": 6}
TWO_DIGITS = 2


class Tense(StrEnum):
    """What the verb says of when; OPEN where it says nothing."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: a day, None where it is not known, and the tense of its verb.

    `earlier` are the times told shortly before, the last one first.
    """

    anchor: date | None
    tense: Tense = Tense.OPEN
    earlier: tuple[str, ...] = ()


def calendar(expression: TimeExpression, setting: Setting) -> str | None:
    """A day, month or year that names at least its month or its year."""
    parts = expression.parts
    year = stated_year(expression, setting.anchor)
    month = number_of("month", parts.get("month")) or int(parts.get("monthno", 0))
    day = int(parts.get("day", 0))
    if year is not None:
        return day_of(year, month, day) if day else month_of(year, month) if month else year_of(year)
    if "rel" in parts or not month or setting.anchor is None:
        return None
    return fill_year(month, day, setting)


def stated_year(expression: TimeExpression, anchor: date | None, group: str = "year") -> int | None:
    """The year in figures, or that of "last year"; None where there is none."""
    parts = expression.parts
    if group in parts:
        return int(parts[group])
    if "rel" in parts and anchor is not None:
        return anchor.year + (number_of("rel", parts["rel"]) or 0)
    return None


def fill_year(month: int, day: int, setting: Setting) -> str | None:
    """A month, or a day of it, in the year that brings it nearest on the side that the tense tells."""
    anchor = setting.anchor
    if anchor is None:
        return None
    options = []
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        iso = day_of(year, month, day) if day else month_of(year, month)
        stretch = stretch_of(iso)
        if iso and stretch:
            options.append((distance(stretch.first, stretch.last, setting), iso))
    return min(options)[1] if options else None


def distance(first: date, last: date, setting: Setting) -> float:
    """Days between the anchor and the days from `first` to `last`, more on the wrong side of the tense."""
    anchor = setting.anchor or first
    if first <= anchor <= last:
        return 0
    ahead = (first - anchor).days
    behind = (anchor - last).days
    if ahead > 0:
        factors = {Tense.PAST: NEVER_AHEAD, Tense.OPEN: AHEAD_UNASKED, Tense.FUTURE: 1}
        return ahead * factors[setting.tense]
    return behind * (SELDOM_BEHIND if setting.tense is Tense.FUTURE else 1)


def rel_month(expression: TimeExpression, setting: Setting) -> str | None:
    """ "last July", "this April", "next March"."""
    month = number_of("month", expression.parts["month"])
    step = number_of("rel", expression.parts["rel"])
    anchor = setting.anchor
    if anchor is None or month is None or step is None:
        return None
    if step == 0:
        return month_of(anchor.year, month)
    is_over = month < anchor.month if step < 0 else month > anchor.month
    return month_of(anchor.year if is_over else anchor.year + step, month)


def date_range(expression: TimeExpression, setting: Setting) -> str | None:
    """ "from 3 to 5 May", "between 2011 and 2013": each end has what the other one leaves out."""
    parts = expression.parts
    year2 = parts.get("year2")
    year = parts.get("year")
    if "month2" not in parts and "month" not in parts:
        end = f"{year[:2]}{year2}" if year and year2 and len(year2) == TWO_DIGITS else year2
        return interval(year, end)
    month2 = number_of("month", parts.get("month2") or parts.get("month")) or 0
    month = number_of("month", parts.get("month")) or month2
    day, day2 = int(parts.get("day", 0)), int(parts.get("day2", 0))
    end_iso = dated(int(year2), month2, day2) if year2 else fill_year(month2, day2, setting)
    if end_iso is None:
        return None
    end_year = int(end_iso[:4])
    started = int(year) if year else end_year - (1 if month > month2 else 0)
    if year and not year2:
        end_iso = dated(int(year), month2, day2)
    return interval(dated(started, month, day), end_iso)


def dated(year: int, month: int, day: int) -> str | None:
    """A day, or the month where the day is 0."""
    return day_of(year, month, day) if day else month_of(year, month)


def nth_day(expression: TimeExpression, setting: Setting) -> str | None:
    """ "on the 14th": of the month named, or of the nearest that fits the tense."""
    anchor = setting.anchor
    if anchor is None:
        return None
    day = int(expression.parts["day"][:-2])
    if "rel" in expression.parts:
        month = add_months(anchor, number_of("rel", expression.parts["rel"]) or 0)
        return day_of(month.year, month.month, day)
    options = []
    for month in (add_months(anchor, step) for step in (0, -1, 1)):
        iso = day_of(month.year, month.month, day)
        if iso:
            there = date.fromisoformat(iso)
            options.append((distance(there, there, setting), iso))
    return min(options)[1] if options else None


def slashes(expression: TimeExpression, _setting: Setting) -> str | None:
    """ "3/14/2019"; None where it is a month later to some and a day later to others."""
    one, two, year = (int(expression.parts[name]) for name in ("one", "two", "year"))
    american, british = day_of(year, one, two), day_of(year, two, one)
    return (american or british) if not (american and british) or american == british else None


def feast(expression: TimeExpression, setting: Setting) -> str | None:
    """A feast on a fixed day: in the year named, or the nearest that fits the tense."""
    month, day = (int(part) for part in load_values("feast")[spaced(expression.parts["feast"])].split("-"))
    if "year" in expression.parts:
        return day_of(int(expression.parts["year"]), month, day)
    if setting.anchor is not None and "rel" in expression.parts:
        tense = Tense.PAST if (number_of("rel", expression.parts["rel"]) or 0) < 0 else Tense.FUTURE
        setting = Setting(setting.anchor, tense)
    return fill_year(month, day, setting)


def quarter(expression: TimeExpression, setting: Setting) -> str | None:
    """ "the second quarter of 2019", "the first half of last year" as days; else the last one begun."""
    parts, anchor = expression.parts, setting.anchor
    length = QUARTERS[parts.get("fraction", "quarter")]
    word = parts["ordinal"]
    number = int(word) if word.isdigit() else number_of("ordinal", word) or 0
    if not 1 <= number <= 12 // length:
        return None
    month = (number - 1) * length + 1
    year = stated_year(expression, anchor)
    if year is None and anchor is not None and "rel" not in parts:
        year = anchor.year if month <= anchor.month else anchor.year - 1
    if year is None:
        return None
    first = date(year, month, 1)
    return days(first, date.fromordinal(add_months(first, length).toordinal() - 1))


def fixed(expression: TimeExpression, _setting: Setting) -> str | None:
    """A day that has become a name."""
    return expression.parts["value"]


def number_of(kind: str, word: str | None) -> int | None:
    """The number that a word of one kind stands for."""
    value = load_values(kind).get(spaced(word)) if word else None
    return int(value) if value is not None else None


def spaced(word: str) -> str:
    """A word of several with single spaces, as the lists have it."""
    return " ".join(word.split())
