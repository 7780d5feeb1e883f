"""Times counted in units: how long ago, how long since, how long."""

from collections.abc import Mapping
from datetime import date, timedelta

from reportedly.annotate.time_calendar import Setting, number_of
from reportedly.annotate.time_grammar import TimeExpression, load_values
from reportedly.annotate.time_values import YEARS, add_months, days, interval, week_of, year_of

CLOCK = ("TH", "TM")
HOURS = 24
ANCIENT = 1_000  # nobody in the news dates by "1,000 years ago"; and the calendar must not run out


def ago(expression: TimeExpression, setting: Setting) -> str | None:
    """ "two weeks ago": no finer than its unit; "several years ago" is only some time before."""
    anchor, number = setting.anchor, number_in(expression.parts)
    if anchor is None:
        return None
    if not number:
        return f"../{anchor.isoformat()}"
    return moved(load_values("unit")[expression.parts["unit"]], -number, anchor)


def ahead(expression: TimeExpression, setting: Setting) -> str | None:
    """ "two days from now"."""
    number = number_in(expression.parts)
    if setting.anchor is None or not number:
        return None
    return moved(load_values("unit")[expression.parts["unit"]], number, setting.anchor)


def moved(unit: str, number: int, anchor: date) -> str | None:
    """The time so many units on, with the precision of the unit."""
    if unit in YEARS:
        return year_of(anchor.year + YEARS[unit] * number) if abs(number) < ANCIENT else None
    if unit == "M":
        return add_months(anchor, number).isoformat()[:7]
    if unit == "W":
        week = week_of(anchor, number)
        return days(week.first, week.last)
    if unit == "D":
        return (anchor + timedelta(days=number)).isoformat()
    if unit in CLOCK:
        count = number // HOURS if unit == "TH" and abs(number) >= HOURS else 0
        return (anchor + timedelta(days=count)).isoformat()
    return None


def past_span(expression: TimeExpression, setting: Setting) -> str | None:
    """ "over the past three years": from then to now; of "the past few days" only the end is known."""
    anchor, number = setting.anchor, number_in(expression.parts)
    unit = load_values("unit")[expression.parts["unit"]]
    if anchor is None:
        return None
    if not number:
        return f"../{anchor.isoformat()}"
    if unit in YEARS:
        return interval(year_of(anchor.year - YEARS[unit] * number), year_of(anchor.year))
    if unit == "M":
        return interval(add_months(anchor, -number).isoformat()[:7], anchor.isoformat()[:7])
    length = {"D": number, "W": 7 * number}.get(unit)
    return days(anchor - timedelta(days=length), anchor) if length else None


def duration(expression: TimeExpression, _setting: Setting) -> str | None:
    """ "for two years": how long, not when."""
    number = number_in(expression.parts)
    unit = load_values("unit")[expression.parts["unit"]]
    if "half" in expression.parts and number and unit not in CLOCK:
        return f"P{number}.5{unit}"
    if unit in YEARS:
        return f"P{number * YEARS[unit] if number else 'X'}{'Y' if number or unit == 'Y' else unit}"
    if unit in CLOCK:
        return f"PT{number or 'X'}{unit[1]}"
    return f"P{number or 'X'}{unit}"


def number_in(parts: Mapping[str, str]) -> int:
    """The number in figures or words; 0 where it is not known ("several years ago", "years ago")."""
    if "digits" in parts:
        return int(parts["digits"])
    return (number_of("number", parts["number"]) or 0) if "number" in parts else 0
