"""Times told from the day on which one speaks: yesterday, on Tuesday, last week."""

from datetime import date, timedelta

from reportedly.annotate.time_calendar import Setting, Tense, number_of
from reportedly.annotate.time_grammar import TimeExpression, load_values
from reportedly.annotate.time_values import YEARS, add_months, days, interval, stretch_of, week_of, year_of

SATURDAY = 6


def deictic(expression: TimeExpression, setting: Setting) -> str | None:
    """ "yesterday", "last night", "tomorrow"."""
    step = number_of("deictic", expression.parts["deictic"])
    if setting.anchor is None or step is None:
        return None
    return (setting.anchor + timedelta(days=step)).isoformat()


def weekday(expression: TimeExpression, setting: Setting) -> str | None:
    """A day of the week: the same day counts, unless "last" or "next" stands before it."""
    anchor, parts = setting.anchor, expression.parts
    number = number_of("weekday", parts["weekday"])
    if anchor is None or number is None:
        return None
    step = number_of("rel", parts["rel"]) if "rel" in parts else None
    is_last_named = parts.get("rel", "").endswith("past") or (step is not None and step < 0)
    back = (anchor.isoweekday() - number) % 7
    if is_last_named:
        return (anchor - timedelta(days=back or 7)).isoformat()
    ahead = (number - anchor.isoweekday()) % 7
    if step == 1:
        return (anchor + timedelta(days=ahead or 7)).isoformat()
    is_ahead = setting.tense is Tense.FUTURE or (step == 0 and setting.tense is Tense.OPEN)
    return (anchor + timedelta(days=ahead if is_ahead else -back)).isoformat()


def weekday_of_week(expression: TimeExpression, setting: Setting) -> str | None:
    """ "Tuesday of last week"."""
    anchor, parts = setting.anchor, expression.parts
    number, step = number_of("weekday", parts["weekday"]), number_of("rel", parts["rel"])
    if anchor is None or number is None or step is None:
        return None
    return (week_of(anchor, step).first + timedelta(days=number - 1)).isoformat()


def weekday_from(expression: TimeExpression, setting: Setting) -> str | None:
    """ "a week ago Tuesday", "two weeks from Friday"."""
    anchor, parts = setting.anchor, expression.parts
    number, weeks = number_of("weekday", parts["weekday"]), number_of("number", parts["number"])
    if anchor is None or number is None or weeks is None:
        return None
    is_ahead = parts["from"] == "from"
    near = (number - anchor.isoweekday()) % 7 if is_ahead else -((anchor.isoweekday() - number) % 7)
    return (anchor + timedelta(days=near + (7 * weeks if is_ahead else -7 * weeks))).isoformat()


def relative(expression: TimeExpression, setting: Setting) -> str | None:
    """ "last week", "this month", "next year"."""
    parts, anchor = expression.parts, setting.anchor
    if anchor is None:
        return None
    step = number_of("rel", parts["rel"]) if "rel" in parts else None
    if parts["unit"] == "weekend":
        return weekend_of(step, setting)
    return unit_of(parts["unit"], step or 0, anchor)


def unit_of(word: str, step: int, anchor: date) -> str | None:
    """The day, week, month, quarter, year, decade or century so many on from that of `anchor`."""
    unit = load_values("unit")[word]
    if unit == "D":
        return (anchor + timedelta(days=step)).isoformat()
    if unit == "W":
        week = week_of(anchor, step)
        return days(week.first, week.last)
    if unit == "M":
        return add_months(anchor, step).isoformat()[:7]
    if unit == "Q":
        first = add_months(date(anchor.year, (anchor.month - 1) // 3 * 3 + 1, 1), 3 * step)
        return days(first, add_months(first, 3) - timedelta(days=1))
    if unit in YEARS:
        length = YEARS[unit]
        first_year = (anchor.year // length + step) * length
        return interval(year_of(first_year), year_of(first_year + length - 1))
    return None


def edge_of(expression: TimeExpression, setting: Setting) -> str | None:
    """ "by the end of the year", "since the start of last week": the last day or the first."""
    parts = expression.parts
    step = number_of("rel", parts["rel"]) if "rel" in parts else 0
    whole = stretch_of(unit_of(parts["unit"], step or 0, setting.anchor)) if setting.anchor else None
    if whole is None:
        return None
    return (whole.last if parts["edge"] == "end" else whole.first).isoformat()


def weekend_of(step: int | None, setting: Setting) -> str | None:
    """A weekend: the one just past by default, the coming one where the tense says so."""
    anchor = setting.anchor
    if anchor is None:
        return None
    saturday = anchor - timedelta(days=(anchor.isoweekday() - SATURDAY) % 7)
    is_running = anchor.isoweekday() >= SATURDAY
    if step == 1 or (setting.tense is Tense.FUTURE and not is_running and step != -1):
        saturday += timedelta(days=7)
    elif step == -1 and is_running:
        saturday -= timedelta(days=7)
    return days(saturday, saturday + timedelta(days=1))


def the_weekend(_expression: TimeExpression, setting: Setting) -> str | None:
    """ "over the weekend"."""
    return weekend_of(None, setting)


def year_end(_expression: TimeExpression, setting: Setting) -> str | None:
    """ "by year end": its last day."""
    return date(setting.anchor.year, 12, 31).isoformat() if setting.anchor else None
