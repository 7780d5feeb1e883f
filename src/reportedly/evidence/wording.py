"""Joins rows that say a thing in the same words: an uncredited relay, or one statement quoted by several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.evidence.groups import Tie
from reportedly.evidence.publishers import name_of
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.words import quotations, roots, tokens
from reportedly.types.claim import CopiedText

RUN = 4  # words in a row
SHARED = 0.6  # of a row's runs of words
QUOTED_RUN = 5  # words in a row inside quotation marks
# Roles that may hide a relay: nobody is credited by name.
UNCREDITED = frozenset({Role.OWN_VOICE, Role.LEFT_OUT, Role.HIDDEN})

Run = tuple[str, ...]


def tie_wording(tellings: Sequence[Telling]) -> Iterator[Tie]:
    """Joins an uncredited row to the row of another publisher that has most of its words."""
    owners: dict[Run, int] = {}
    for place, telling in enumerate(tellings):
        runs = runs_of(tokens(telling.row.content_text), RUN)
        held = Counter(owners[run] for run in runs if run in owners)
        for one, count in sorted(held.items(), key=lambda item: (-item[1], item[0])):
            relay = _relay_of(telling, tellings[one])
            if relay is not None and len(runs) > 1 and count >= SHARED * len(runs):
                first = tellings[one] if relay is telling else telling
                names = name_of(relay.outlet), name_of(first.outlet)
                yield Tie(one, place, f"{names[0]} has the words of {names[1]} and credits nobody")
                break
        for run in runs:
            owners.setdefault(run, place)


def _relay_of(telling: Telling, other: Telling) -> Telling | None:
    """Which of two rows with the same words may repeat the other; on one day it may be either."""
    for one, first in ((telling, other), (other, telling)):
        if one.role in UNCREDITED and not one.credited and is_relay(one, first):
            return one
    return None


def is_relay(telling: Telling, earlier: Telling) -> bool:
    """Whether a row may repeat another publisher's row: not published before it, nor from another source."""
    if telling.publisher == earlier.publisher or earlier.is_after(telling):
        return False
    if telling.role is not Role.HIDDEN:
        return True
    described, theirs = (roots(name_of(one.row.chain.innermost)) for one in (telling, earlier))
    return earlier.role is not Role.SPEAKER and bool(described & theirs)


def tie_quotations(tellings: Sequence[Telling]) -> Iterator[Tie]:
    """Joins rows whose quotation marks hold the same run of words: one statement, whoever is named for it."""
    owners: dict[Run, int] = {}
    for place, telling in enumerate(tellings):
        runs = [run for words in quotations(telling.row.content_text) for run in runs_of(words, QUOTED_RUN)]
        first = next((owners[run] for run in runs if run in owners), None)
        if first is not None:
            quoted = " ".join(next(run for run in runs if run in owners))
            yield Tie(first, place, f"the same words in quotation marks: “{quoted} …”")
        for run in runs:
            owners.setdefault(run, place)


def tie_copies(tellings: Sequence[Telling], copies: Iterable[CopiedText]) -> Iterator[Tie]:
    """Joins uncredited rows of a copying article to the most similar row of the article that it copies."""
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        by_article[telling.row.article.id].append(place)
    for copied in sorted(copies, key=lambda one: (one.copy, one.original)):
        originals = by_article.get(copied.original, [])
        for place in by_article.get(copied.copy, ()) if originals else ():
            telling = tellings[place]
            if telling.role in (Role.OWN_VOICE, Role.LEFT_OUT):
                yield Tie(most_alike(telling, originals, tellings), place, copied.why)
            elif telling.role is Role.HIDDEN and not telling.credited:
                same = [one for one in originals if is_relay(telling, tellings[one])]
                if same:
                    yield Tie(most_alike(telling, same, tellings), place, copied.why)


def most_alike(telling: Telling, places: Sequence[int], tellings: Sequence[Telling]) -> int:
    """Of some rows the one whose content shares most words with a row's, the earliest where several do."""
    words = roots(telling.row.content_text)

    def unlike(place: int) -> tuple[float, int]:
        theirs = roots(tellings[place].row.content_text)
        return -len(words & theirs) / max(len(words | theirs), 1), place

    return min(places, key=unlike)


def runs_of(words: Sequence[str], length: int) -> list[Run]:
    """Every run of `length` words, each once."""
    starts = range(len(words) - length + 1)
    return list(dict.fromkeys(tuple(words[start : start + length]) for start in starts))
