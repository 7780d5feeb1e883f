"""Says which of two articles with the same passages leads: by credits, addresses and dates, in that order."""

from datetime import datetime

from reportedly.link.copy_credits import Credit, Standing, host_of, known, means
from reportedly.types.article import Article
from reportedly.types.copying import CopyDirection, Ground

NOTHING = "no credit or address tells which is the earlier"


def find_direction(a: Article, standing_a: Standing, b: Article, standing_b: Standing) -> CopyDirection:
    """Which of `a` and `b` leads, and why; the same answer for `b` and `a`."""
    leads_a = _reason_to_lead(a, standing_a, b, standing_b)
    leads_b = _reason_to_lead(b, standing_b, a, standing_a)
    if leads_a is not None and leads_b is None:
        return leads_a
    if leads_b is not None and leads_a is None:
        return leads_b
    return _by_date(a, b, _common_credit(standing_a, standing_b))


def _reason_to_lead(
    leader: Article, leads: Standing, follower: Article, follows: Standing
) -> CopyDirection | None:
    """Why the first article leads the second, by address or credit; None where nothing says so."""
    address = follows.address
    is_elsewhere = address and follower.outlet and not means(address, follower.outlet)
    if is_elsewhere and leader.outlet and means(address or "", leader.outlet):
        why = f"the other's address is on {host_of(follower.url)}, the website of {leader.outlet}"
        return CopyDirection(leader.id, Ground.ADDRESS, why, leader.outlet)
    names = (*leads.own, leads.dispatch.name) if leads.dispatch else leads.own
    for credit in _credits(follows):
        named = next((name for name in names if means(credit.name, name)), None)
        if named and not any(means(named, name) for name in follows.own):
            name = known(named) or named
            return CopyDirection(
                leader.id, Ground.CREDIT, f"the other credits {name}: “{credit.words}”", name
            )
    return None


def _credits(standing: Standing) -> tuple[Credit, ...]:
    """Everybody credited; an article that is itself a dispatch credits the agency whose it is."""
    if standing.dispatch is None:
        return standing.credits
    is_own = any(means(standing.dispatch.name, name) for name in standing.own) or not standing.own
    return standing.credits if is_own else (standing.dispatch, *standing.credits)


def _common_credit(a: Standing, b: Standing) -> str | None:
    """The outlet that both credit as the source of their text; None where there is none."""
    of_a, of_b = ([known(one.name) for one in _all_credits(standing)] for standing in (a, b))
    both = {name for name in of_a if name} & {name for name in of_b if name}
    own = [known(name) or name for name in (*a.own, *b.own)]
    return min((name for name in both if name not in own), default=None)


def _all_credits(standing: Standing) -> tuple[Credit, ...]:
    return (standing.dispatch, *standing.credits) if standing.dispatch else standing.credits


def _by_date(a: Article, b: Article, credit: str | None) -> CopyDirection:
    """The earlier article leads; where both credit one outlet, the dispatch behind both is named as well."""
    both = f"both credit {credit}" if credit else NOTHING
    first = earlier(a, b)
    if first is None:
        return CopyDirection(None, Ground.UNKNOWN, f"{both}; their dates do not tell either", credit)
    last = b if first is a else a
    why = f"{both}; published {first.published}, the other {last.published}"
    return CopyDirection(first.id, Ground.DATE, why, credit)


def earlier(a: Article, b: Article) -> Article | None:
    """The article with the earlier date; None where a date is missing or unreadable, or both are the same."""
    if not a.published or not b.published:
        return None
    time_a, time_b = _moment(a.published), _moment(b.published)
    if time_a and time_b and (time_a.tzinfo is None) == (time_b.tzinfo is None):
        return None if time_a == time_b else (a if time_a < time_b else b)
    known_of_both = min(len(a.published[:10]), len(b.published[:10]))
    day_a, day_b = a.published[:known_of_both], b.published[:known_of_both]
    if not (day_a[:4].isdigit() and day_b[:4].isdigit()) or day_a == day_b:
        return None
    return a if day_a < day_b else b


def _moment(published: str) -> datetime | None:
    """A date with a time of day; None for anything less."""
    if "T" not in published:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None
