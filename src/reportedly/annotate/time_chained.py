"""Times told from another time in the text ("two days later", "that night"), not from the day of speaking."""

from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.annotate.time_calendar import Setting, number_of
from reportedly.annotate.time_counted import moved, number_in
from reportedly.annotate.time_grammar import TimeExpression, load_values
from reportedly.annotate.time_values import DAY, MONTH, YEARS, days, stretch_of, week_of

# Of the rules, those whose words need an earlier time.
CHAINED = frozenset(("that", "steps", "next_weekday", "same_period", "clock", "day_at_hand"))
# Words that tell no time from which another one could be told.
TIMELESS = frozenset(("duration", "unknown", "clock", "vague", "often", "past_span", "season", "rel_season"))
REACH = 250  # characters back to that other time: two or three sentences


def earlier_times(start: int, before: Iterable[tuple[TimeExpression, str | None]]) -> tuple[str, ...]:
    """The times told shortly before `start`, the last first, up to one that has no value.

    `before` are the expressions before it with their values, the last first.
    """
    values: list[str] = []
    for one, value in before:
        if start - one.end > REACH or (value is None and one.rule not in TIMELESS):
            break
        if value is not None and one.rule not in TIMELESS:
            values.append(value)
    return tuple(values)


def that(expression: TimeExpression, setting: Setting) -> str | None:
    """ "that night", "the same month": the last such time told, no finer than the words."""
    unit = load_values("unit").get(expression.parts["unit"], "D")  # "night" is a day
    values = (coarsened(value, unit) for value in setting.earlier)
    return next((value for value in values if value), None)


def steps(expression: TimeExpression, setting: Setting) -> str | None:
    """ "two days later", "the year before": so many units from the last time that is as exact as the unit."""
    parts = expression.parts
    count = number_in(parts) if "number" in parts or "digits" in parts else 1
    direction = number_of("direction", parts["direction"])
    if not count or direction is None:
        return None
    unit = load_values("unit")[parts["unit"]]
    for value in setting.earlier:
        stretch = stretch_of(value)
        if stretch is not None and coarsened(value, unit):
            return moved(unit, direction * count, stretch.first)
    return None


def next_weekday(expression: TimeExpression, setting: Setting) -> str | None:
    """ "the following Tuesday": the first one after the last day told."""
    number = number_of("weekday", expression.parts["weekday"])
    day = next((value for value in setting.earlier if coarsened(value, "D")), None)
    if day is None or number is None:
        return None
    start = date.fromisoformat(day)
    return (start + timedelta(days=(number - start.isoweekday()) % 7 or 7)).isoformat()


def same_period(_expression: TimeExpression, setting: Setting) -> str | None:
    """ "the same month last year": the last month told, or the interval, a year before."""
    for value in setting.earlier:
        if len(value) in {MONTH, DAY}:
            return f"{int(value[:4]) - 1:04d}{value[4:MONTH]}"
        first, _, last = value.partition("/")
        if len(first) == len(last) == DAY:
            return days(year_before(first), year_before(last))
    return None


def year_before(iso: str) -> date:
    """The same day a year before; 29 February has none, which is a ValueError."""
    day = date.fromisoformat(iso)
    return day.replace(year=day.year - 1)


def day_at_hand(_expression: TimeExpression, setting: Setting) -> str | None:
    """ "late in the day", a time of day: of the last day told, else of the day of speaking."""
    day = next((value for value in setting.earlier if coarsened(value, "D")), None)
    return day or (setting.anchor.isoformat() if setting.anchor else None)


def coarsened(value: str, unit: str) -> str | None:
    """A time as the day, week, month or year that holds it; None where it is not so exact."""
    stretch = stretch_of(value)
    if stretch is None or "/" in value:
        return None
    if unit == "D":
        return value if len(value) == DAY else None
    if unit == "W":
        week = week_of(stretch.first)
        return days(week.first, week.last) if len(value) == DAY else None
    if unit == "M":
        return value[:MONTH] if len(value) >= MONTH else None
    return value[:4] if unit in YEARS else None
