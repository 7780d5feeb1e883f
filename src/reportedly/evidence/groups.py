"""Groups of rows that go back to one place: rows are joined one by one, and every join keeps its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tie:
    """Two rows, by their places in the order of reading, that go back to one place, and why."""

    one: int
    other: int
    why: str


@dataclass(slots=True)
class Groups:
    """Rows by number; two rows are in one group where ties lead from one to the other."""

    size: int
    _parents: list[int] = field(init=False)
    _reasons: list[dict[str, None]] = field(init=False)

    def __post_init__(self) -> None:
        self._parents = list(range(self.size))
        self._reasons = [{} for _ in range(self.size)]

    def find(self, row: int) -> int:
        """The first row of a row's group."""
        while self._parents[row] != row:
            self._parents[row] = self._parents[self._parents[row]]
            row = self._parents[row]
        return row

    def join(self, ties: Iterable[Tie]) -> None:
        """Join what each tie names. A tie inside one group says nothing new, and its reason is dropped."""
        for tie in ties:
            one, other = sorted((self.find(tie.one), self.find(tie.other)))
            if one != other:
                self._parents[other] = one
                self.explain(max(tie.one, tie.other), tie.why)

    def explain(self, row: int, why: str) -> None:
        """Keep a reason with a row."""
        self._reasons[row][why] = None

    def members(self) -> Iterator[list[int]]:
        """The rows of each group in rising order, the groups by their first rows."""
        groups: dict[int, list[int]] = {}
        for row in range(self.size):
            groups.setdefault(self.find(row), []).append(row)
        yield from groups.values()

    def reasons(self, rows: Iterable[int]) -> tuple[str, ...]:
        """What is known of these rows, each reason once, in the rows' order."""
        return tuple(dict.fromkeys(why for row in rows for why in self._reasons[row]))
