"""Merged spans that answer quickly whether they touch another one."""

from bisect import bisect_left
from collections.abc import Iterable

from reportedly.types.span import Span


class Cover:
    """What some spans cover together; each question takes logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Whether any character of `span` is covered."""
        before = bisect_left(self._starts, span.end) - 1
        return before >= 0 and self._ends[before] > span.start

    def holds(self, span: Span) -> bool:
        """Whether every character of `span` is covered by one piece."""
        before = bisect_left(self._starts, span.start + 1) - 1
        return before >= 0 and self._ends[before] >= span.end
