"""When it happened, as far as the content itself gives one full date, month or year.

Expressions that need the day of the utterance ("last night", "on Monday") stay unresolved and say so.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.types.attribution import Attribution, Times
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import words_of

MONTH_NUMBER = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)\b"
DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"\b{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}",
        rf"\b{MONTH},?\s+(?:of\s+)?{YEAR}",
        rf"\b[Ii]n\s+(?:early\s+|late\s+|mid-?)?{YEAR}",
    )
)
NO_UTTERANCE = "the day of the utterance is not read in this version"


class DatesInContent:
    """Reads absolute dates; the first version of the times layer."""

    run = Run("times", "1")
    requires = frozenset({Layer.ATTRIBUTIONS, Layer.OWN_VOICE})
    assigns = frozenset({Layer.TIMES})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the times of each row."""
        for doc in docs:
            doc.times = tuple(find_times(row, doc.text) for row in doc.rows)


def find_times(row: Attribution, text: str) -> Times:
    """`event_at` where the content holds exactly one absolute date, else None with the reason."""
    dates = sorted(set(find_dates(words_of(row.content, text))))
    why_null = {"said_at": NO_UTTERANCE}
    if len(dates) == 1:
        return Times(event_at=dates[0], why_null=why_null)
    reason = "the content gives several dates" if dates else "the content gives no full date, month or year"
    return Times(why_null={**why_null, "event_at": reason})


def find_dates(words: str) -> Iterator[str]:
    """The absolute dates in `words` as ISO 8601, each with what is known and no more."""
    for pattern in DATES:
        for match in pattern.finditer(words):
            iso = to_iso(match.groupdict())
            if iso:
                yield iso
        # What a longer pattern has read, a shorter one must not read again.
        words = pattern.sub(" ", words)


def to_iso(parts: dict[str, str]) -> str | None:
    """Year, month and day as ISO 8601; None for a day that no calendar has."""
    year = parts["year"]
    if "month" not in parts:
        return year
    month = MONTH_NUMBER[parts["month"][:3].lower()]
    if "day" not in parts:
        return f"{year}-{month:02d}"
    try:
        return date(int(year), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
