"""Plain dateparser, as anybody would call it: what the times of this package are measured beside."""

import warnings
from datetime import date, datetime
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from reportedly.types.span import Span

FORMATS = {"year": "%Y", "month": "%Y-%m"}  # of the period that dateparser says it has read; else a day


def settings_of(created: date | None) -> dict[str, Any]:
    """The day that expressions are read against; what is open lies in the past."""
    if created is None:
        return {"PREFER_DATES_FROM": "past"}
    return {"RELATIVE_BASE": datetime(created.year, created.month, created.day), "PREFER_DATES_FROM": "past"}


def plain_value(words: str, created: date | None) -> str | None:
    """The day, month or year that dateparser reads in `words`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = DateDataParser(languages=["en"], settings=settings_of(created)).get_date_data(words)
    if found is None or found.date_obj is None:
        return None
    return str(found.date_obj.strftime(FORMATS.get(found.period, "%Y-%m-%d")))


def plain_times(text: str, created: date | None) -> list[tuple[Span, str]]:
    """What dateparser's own search finds, line by line."""
    found: list[tuple[Span, str]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        place = 0
        for words, _ in search_dates(line, languages=["en"], settings=settings_of(created)) or ():
            start = line.find(words, place)
            value = plain_value(words, created)
            if start >= 0 and value is not None:
                found.append((Span(offset + start, offset + start + len(words)), value))
                place = start + len(words)
        offset += len(line)
    return found
