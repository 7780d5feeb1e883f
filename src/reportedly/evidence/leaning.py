"""Places rows that show nothing behind them: an outlet's own voice, and sources that the text leaves out."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.evidence.groups import Groups, Tie
from reportedly.evidence.publishers import name_of
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.wording import most_alike

LEANING = frozenset({Role.OWN_VOICE, Role.LEFT_OUT})
# Origins, the earliest first, among which the most similar one is looked for.
COMPARED = 40


def tie_leaning(tellings: Sequence[Telling], groups: Groups) -> Iterator[Tie]:
    """Joins each such row to an origin that was known before it; where there is none, it stays alone."""
    leaning = [place for place, telling in enumerate(tellings) if telling.role in LEANING]
    placed = (place for place, telling in enumerate(tellings) if telling.role not in LEANING)
    grounded = first_rows(placed, groups)
    heads = {groups.find(place) for place in grounded}
    alone = [place for place in leaning if groups.find(place) not in heads]
    beginnings = [*grounded[:COMPARED], *first_rows(alone, groups)[:COMPARED]]
    here = {(tellings[place].row.article.id): place for place in reversed(grounded)}
    for place in alone:
        telling = tellings[place]
        known = [one for one in beginnings if one < place or one in grounded[:COMPARED]]
        known = [one for one in known if is_known_to(telling, tellings[one])]
        same_article = here.get(telling.row.article.id)
        if telling.role is Role.OWN_VOICE and same_article is not None:
            yield Tie(same_article, place, _reason(telling, tellings[same_article]))
        elif known:
            there = most_alike(telling, _grounded_first(known, tellings), tellings)
            yield Tie(there, place, _reason(telling, tellings[there]))


def first_rows(places: Iterable[int], groups: Groups) -> list[int]:
    """The first of these rows in each group, in order."""
    found: dict[int, int] = {}
    for place in places:
        found.setdefault(groups.find(place), place)
    return sorted(found.values())


def is_known_to(telling: Telling, other: Telling) -> bool:
    """Whether an outlet could lean on another row.

    A source left out, and a row that itself shows nothing, need a day between: what appeared on one day may
    have come from two sides. An outlet's own voice leans on a row with a source of the same day too.
    """
    if telling.is_after(other):
        return True
    if telling.role is Role.LEFT_OUT:
        return False
    if other.role in LEANING:
        return telling.publisher == other.publisher or telling.day is None
    return not other.is_after(telling)


def _grounded_first(known: Sequence[int], tellings: Sequence[Telling]) -> Sequence[int]:
    """Rows with a source behind them, where there are any."""
    return [place for place in known if tellings[place].role not in LEANING] or known


def _reason(telling: Telling, there: Telling) -> str:
    """Why a row without a source of its own belongs to an origin."""
    outlet, other = name_of(telling.outlet), name_of(there.outlet)
    if telling.role is Role.LEFT_OUT:
        return f"{outlet} leaves its source out, and {other} had it before, on {there.day}"
    if telling.row.article.id == there.row.article.id:
        return f"{outlet} says it in its own voice, and its article names this source"
    if telling.is_after(there):
        return f"{outlet} names no source of its own, and {other} had it before, on {there.day}"
    return f"{outlet} names no source of its own, and this origin is known"
