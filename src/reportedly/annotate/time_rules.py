"""Turns an expression of time into ISO 8601, read against a day and the tense of its verb."""

from collections.abc import Callable, Mapping

from reportedly.annotate.time_calendar import (
    Setting,
    calendar,
    date_range,
    feast,
    fixed,
    nth_day,
    number_of,
    quarter,
    rel_month,
    slashes,
    spaced,
    stated_year,
)
from reportedly.annotate.time_chained import day_at_hand, next_weekday, same_period, steps, that
from reportedly.annotate.time_counted import ago, ahead, duration, past_span
from reportedly.annotate.time_grammar import TimeExpression, load_values
from reportedly.annotate.time_relative import (
    deictic,
    edge_of,
    relative,
    the_weekend,
    weekday,
    weekday_from,
    weekday_of_week,
    year_end,
)
from reportedly.annotate.time_values import interval, year_of

UNKNOWN_YEAR = "XXXX"
BEGINNINGS = {
    "SP": 3,
    "SU": 6,
    "FA": 9,
    "WI": 12,
}  # the northern seasons' months: which year "last summer" was


def resolve(expression: TimeExpression, setting: Setting) -> str | None:
    """The time that an expression tells, with what is known and no more; None where that is nothing.

    "2020-SU" is a season, "P2Y" a duration, "../2021-03-04" a time up to that day: the words say that much,
    though it is no date.
    """
    try:
        return RULES[expression.rule](expression, setting)
    except (ValueError, OverflowError):  # the calendar has an end
        return None


def decade(expression: TimeExpression, _setting: Setting) -> str | None:
    """ "the 1990s", "the sixties"; two figures and words are of the twentieth century."""
    parts = expression.parts
    if "tens" in parts:
        first = 1900 + (number_of("tens", parts["tens"]) or 0)
    else:
        figures = parts["decade"].lstrip("'’‘")
        first = int(figures) if len(figures) == 4 else 1900 + int(figures)
    return interval(year_of(first), year_of(first + 9))


def century(expression: TimeExpression, _setting: Setting) -> str | None:
    """ "the 19th century", as people count it: 1800 to 1899."""
    first = (int(expression.parts["century"]) - 1) * 100
    return interval(year_of(first), year_of(first + 99))


def season(expression: TimeExpression, setting: Setting) -> str | None:
    """A season, of a year where one is named."""
    year = stated_year(expression, setting.anchor)
    return f"{year or UNKNOWN_YEAR}-{season_of(expression)}"


def rel_season(expression: TimeExpression, setting: Setting) -> str | None:
    """ "last summer": that of this year where it has begun and is over, else that of the year before."""
    anchor, step = setting.anchor, number_of("rel", expression.parts["rel"])
    if anchor is None or step is None:
        return None
    name = season_of(expression)
    end = BEGINNINGS[name] + 3
    year = anchor.year if step >= 0 or anchor.month >= end else anchor.year - 1
    return f"{year + (1 if step > 0 and anchor.month >= BEGINNINGS[name] else 0)}-{name}"


def season_of(expression: TimeExpression) -> str:
    """The letters of a season."""
    return load_values("season")[spaced(expression.parts["season"])]


def named(expression: TimeExpression, _setting: Setting) -> str | None:
    """ "recently", "weekly": what TimeML calls it."""
    kind = expression.rule
    return load_values(kind)[spaced(expression.parts[kind])]


def unknown(_expression: TimeExpression, _setting: Setting) -> str | None:
    """Words that tell a time only to those who know when something else happened ("two days after it")."""
    return None


RULES: Mapping[str, Callable[[TimeExpression, Setting], str | None]] = {
    "calendar": calendar,
    "range": date_range,
    "fixed": fixed,
    "slashes": slashes,
    "rel_month": rel_month,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "season": season,
    "rel_season": rel_season,
    "deictic": deictic,
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "weekday_from": weekday_from,
    "past_span": past_span,
    "relative": relative,
    "weekend": the_weekend,
    "year_end": year_end,
    "edge_of": edge_of,
    "ago": ago,
    "ahead": ahead,
    "unknown": unknown,
    "nth": nth_day,
    "feast": feast,
    "duration": duration,
    "clock": day_at_hand,
    "day_at_hand": day_at_hand,
    "that": that,
    "steps": steps,
    "next_weekday": next_weekday,
    "same_period": same_period,
    "vague": named,
    "often": named,
}
