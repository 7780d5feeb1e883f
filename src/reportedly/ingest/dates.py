"""Turns the dates that inputs state into ISO 8601, and leaves alone what is no date."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

PARTIAL = re.compile(r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2]))?")
WRITTEN = ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%Y/%m/%d", "%Y%m%d")
FIRST_YEAR = 1600  # the first newspapers; content systems write "0001-01-01" for "not known"
NO_TIME = re.compile(r"1970-01-01T00:00:00(Z|\+00:00)?")  # what a clock at zero means: not known
ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)")


def iso_date(value: str) -> str | None:
    """`value` in ISO 8601 with what it states and no more; None where it states no unambiguous date.

    Understood are ISO dates and timestamps, the dates of e-mail and RSS, and dates with the month in
    English words. "04/05/2016" is not: April to some, May to others.
    """
    value = value.strip()
    if PARTIAL.fullmatch(value):
        return value if int(value[:4]) >= FIRST_YEAR else None
    if NO_TIME.fullmatch(value):
        return None
    found = from_iso(value) or from_words(value) or from_mail(value)
    return found if found is not None and found[:4] >= str(FIRST_YEAR) else None


def from_iso(value: str) -> str | None:
    """An ISO date or timestamp in its full form; week dates and bare numbers are not meant."""
    if not re.match(r"\d{4}-\d\d-\d\d(?!\d)", value):
        return None
    try:
        moment = datetime.fromisoformat(re.sub(r"([+-]\d\d)$", r"\1:00", value) if len(value) > 10 else value)
    except ValueError:
        return None
    return value if len(value) == 10 else stamp(moment)


def from_words(value: str) -> str | None:
    """A day written out, such as "April 17, 2016"."""
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", value.replace("Sept ", "Sep ").replace(".", ""))
    for pattern in WRITTEN:
        try:
            return datetime.strptime(plain, pattern).date().isoformat()
        except ValueError:
            continue
    return None


def from_mail(value: str) -> str | None:
    """A date as e-mail and RSS write it: "Sun, 17 Apr 2016 09:30:00 +0200"."""
    try:
        return stamp(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def stamp(moment: datetime) -> str:
    """A timestamp to the second, with the offset from UTC where it is stated."""
    return moment.isoformat(timespec="seconds")


def date_in_address(url: str | None) -> str | None:
    """The day that an address such as ".../2016/04/17/title" states."""
    found = ADDRESS_DATE.search(url or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return None
