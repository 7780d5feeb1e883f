"""Finds publishers whose reports of a claim lead back to one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.evidence.credits import citing
from reportedly.evidence.groups import Tie
from reportedly.evidence.publishers import name_of
from reportedly.evidence.tellings import Telling
from reportedly.types.claim import Circle


def find_circles(tellings: Sequence[Telling]) -> list[Circle]:
    """Each ring of publishers that cite one another and show no other ground, in order of its first row."""
    edges = citing(tellings)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        places[telling.publisher].append(place)
    circles = []
    for ring in rings({one: tuple(others) for one, others in edges.items()}):
        rows = sorted(place for key in ring for place in places[key] if tellings[place].credited)
        names = tuple(dict.fromkeys(name_of(tellings[place].outlet) for place in rows))
        why = f"{_listed(names)} each have it from the other: no source outside the circle is named"
        circles.append((rows, Circle(names, tuple(tellings[place].row.id for place in rows), why)))
    return [circle for _, circle in sorted(circles, key=lambda one: one[0])]


def tie_circles(tellings: Sequence[Telling], circles: Iterable[Circle]) -> Iterator[Tie]:
    """Joins the rows of each circle."""
    places = {telling.row.id: place for place, telling in enumerate(tellings)}
    for circle in circles:
        rows = [places[row] for row in circle.attributions]
        for place in rows[1:]:
            yield Tie(rows[0], place, f"circular: {circle.why}")


def rings(edges: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """The sets of two or more that can each reach the other (Tarjan 1972, without recursion)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    is_waiting: set[str] = set()
    for start in edges:
        if start in order:
            continue
        path: list[tuple[str, Iterator[str]]] = []
        _enter(start, edges, (order, lowest), (waiting, is_waiting), path)
        while path:
            here, onward = path[-1]
            following = next(onward, None)
            if following is None:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[here])
                if lowest[here] == order[here]:
                    yield from _leave(here, waiting, is_waiting)
            elif following not in order:
                _enter(following, edges, (order, lowest), (waiting, is_waiting), path)
            elif following in is_waiting:
                lowest[here] = min(lowest[here], order[following])


def _enter(
    here: str,
    edges: Mapping[str, Sequence[str]],
    numbers: tuple[dict[str, int], dict[str, int]],
    waiting: tuple[list[str], set[str]],
    path: list[tuple[str, Iterator[str]]],
) -> None:
    order, lowest = numbers
    order[here] = lowest[here] = len(order)
    waiting[0].append(here)
    waiting[1].add(here)
    path.append((here, iter(edges.get(here, ()))))


def _leave(here: str, waiting: list[str], is_waiting: set[str]) -> Iterator[frozenset[str]]:
    ring: set[str] = set()
    while here not in ring:
        one = waiting.pop()
        is_waiting.discard(one)
        ring.add(one)
    if len(ring) > 1:
        yield frozenset(ring)


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
