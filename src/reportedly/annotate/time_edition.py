"""The day on which an article is told: that of publication, and the one printed above the text."""

import re
from datetime import timedelta
from itertools import islice

from reportedly.annotate.time_calendar import Setting
from reportedly.annotate.time_grammar import find_expressions
from reportedly.annotate.time_rules import resolve
from reportedly.annotate.time_values import DAY, day_named, stretch_of

HEAD_LINES = 5  # headline, sub-headline, by-line, date: what stands above an article
LONGEST_LINE = 60
# A feed may give another day than the page prints (time zones, a morning's paper dated the evening before);
# a page that was printed weeks from its date of publication is another edition.
APART = timedelta(days=3)


def edition_day(text: str, published: str | None) -> str | None:
    """The day from which the outlet tells: the one printed in the head lines where that is near, or alone."""
    named, printed = day_named(published), printed_day(text)
    known, there = stretch_of(named), stretch_of(printed)
    if known is None or there is None:
        return named or printed
    is_near = known.first - APART <= there.first <= known.last + APART
    return printed if is_near else named


def printed_day(text: str) -> str | None:
    """The day in the first head line that is nothing but a whole date."""
    for line in islice(filter(str.strip, head_of(text)), HEAD_LINES):
        day = day_alone(line.strip())
        if day is not None:
            return day
    return None


def head_of(text: str) -> list[str]:
    """The lines that may be head lines."""
    return text[: HEAD_LINES * 4 * LONGEST_LINE].split("\n")


def day_alone(line: str) -> str | None:
    """The day of a line that is a whole date and nothing else."""
    if len(line) > LONGEST_LINE or not re.search(r"\d{4}", line):
        return None
    found = next(find_expressions(line), None)
    if found is None or found.start > 0 or found.end < len(line.rstrip(".")):
        return None
    value = resolve(found, Setting(None))
    return value if value and len(value) == DAY and stretch_of(value) else None
