"""The expressions of time of one article: where each stands, what it hangs on, and what it is worth."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.time_calendar import Setting, Tense
from reportedly.annotate.time_chained import CHAINED, earlier_times
from reportedly.annotate.time_grammar import TimeExpression, find_expressions, load_values
from reportedly.annotate.time_rules import resolve
from reportedly.annotate.time_tense import PERFECT, SINCE, Hanging, hang, tense_of
from reportedly.annotate.time_values import Stretch, stretch_of
from reportedly.types.attribution import Attribution
from reportedly.types.span import Span

# An utterance that the text does not date lies in the two weeks before publication: what an article still
# calls news. Only an expression that has the same value on all of these days ("last year") is resolved.
UNDATED = timedelta(days=14)

CALENDAR = frozenset(("calendar", "range", "feast"))


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One expression in its article; `holder` is the row whose content, the innermost one, holds it."""

    expression: TimeExpression
    numbers: tuple[int, ...]
    hanging: Hanging
    tense: Tense
    holder: str | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.expression.start, self.expression.end)


class TimeBook:
    """The time mentions of one article, by position."""

    def __init__(self, index: DocIndex, rows: Iterable[Attribution]) -> None:
        self.index = index
        expressions = list(find_expressions(index.text))
        self._starts = [one.start for one in expressions]
        holders = self._holders(rows)
        self.mentions = [self._mention(one, holders.get(number)) for number, one in enumerate(expressions)]
        self._settled: list[str | None] = [None] * len(self.mentions)

    def settle(self, anchors: Mapping[str | None, Stretch | None]) -> None:
        """Give every mention its value, told from the day of the row that holds it, for those told from it.

        `anchors` has the day of each row, and under None that of the words that no content holds.
        """
        if any(one.expression.rule in CHAINED for one in self.mentions):
            for number, one in enumerate(self.mentions):
                self._settled[number] = self.value(one, anchors.get(one.holder))

    def inside(self, span: Span) -> Iterator[TimeMention]:
        """The mentions that begin inside `span`."""
        first = bisect_left(self._starts, span.start)
        yield from self.mentions[first : bisect_left(self._starts, span.end)]

    def value(self, mention: TimeMention, anchor: Stretch | None) -> str | None:
        """What a mention is worth on every day of `anchor`; None where that differs from day to day."""
        if mention.expression.rule in CHAINED:
            return self._chained(mention, anchor)
        if anchor is None:
            return resolve(mention.expression, Setting(None, mention.tense))
        last = resolve(mention.expression, Setting(anchor.last, mention.tense))
        if anchor.first == anchor.last or self._is_of_calendar(mention):
            return last
        first = resolve(mention.expression, Setting(anchor.first, mention.tense))
        return first if first == last else None

    def _chained(self, mention: TimeMention, anchor: Stretch | None) -> str | None:
        """What "two days later" is worth; None where that lies ahead and the verb tells the past."""
        value = resolve(mention.expression, Setting(None, mention.tense, self._earlier(mention)))
        there = stretch_of(value)
        is_ahead = anchor is not None and there is not None and there.first > anchor.last
        return None if is_ahead and mention.tense is Tense.PAST else value

    def _earlier(self, mention: TimeMention) -> tuple[str, ...]:
        """The times told shortly before a mention, the last one first."""
        number = bisect_left(self._starts, mention.span.start)
        before = ((self.mentions[n].expression, self._settled[n]) for n in range(number - 1, -1, -1))
        return earlier_times(mention.span.start, before)

    def is_limit(self, mention: TimeMention) -> bool:
        """Whether the words only set a limit: "until Friday", "before the summer"."""
        return any(word in load_values("limit") for word in self._leading(mention))

    def is_since(self, mention: TimeMention) -> bool:
        """Whether the words say since when."""
        return SINCE in self._leading(mention)

    def is_lasting(self, mention: TimeMention) -> bool:
        """Whether the verb above says what has been so: in "the largest since 2015" nothing began in 2015."""
        verb = mention.hanging.verb
        return verb is not None and any(self.index.lower(n) in PERFECT for n in self.index.children(verb))

    def names_occasion(self, mention: TimeMention) -> bool:
        """Whether the expression only names a noun for an occasion of speaking: "in a 2003 interview"."""
        occasions = load_values("occasion")
        return any(self.index.lemma(n) in occasions for n in mention.hanging.through)

    def _is_of_calendar(self, mention: TimeMention) -> bool:
        """Whether only the year is open ("on June 30"): a reader fills it in from the day of publication."""
        return mention.expression.rule in CALENDAR and "rel" not in mention.expression.parts

    def _leading(self, mention: TimeMention) -> list[str]:
        """The prepositions above a mention, and the word before it."""
        first = mention.numbers[0] if mention.numbers else 0
        above = [n for n in mention.hanging.through if self.index.tokens[n].pos in {"ADP", "SCONJ"}]
        inside = [n for n in mention.numbers[:1] if self.index.tokens[n].pos in {"ADP", "SCONJ"}]
        before = [first - 1] if first else []
        return [self.index.lower(n) for n in (*above, *before, *inside)]

    def _mention(self, one: TimeExpression, holder: str | None) -> TimeMention:
        numbers = tuple(self.index.numbers(Span(one.start, one.end)))
        hanging = hang(self.index, numbers)
        return TimeMention(one, numbers, hanging, tense_of(self.index, hanging), holder)

    def _holders(self, rows: Iterable[Attribution]) -> Mapping[int, str]:
        """Which row's content, the smallest one, holds each expression."""
        holders: dict[int, tuple[int, str]] = {}
        for row in rows:
            size = sum(span.end - span.start for span in row.content)
            for span in row.content:
                for number in range(
                    bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
                ):
                    if number not in holders or size < holders[number][0]:
                        holders[number] = (size, row.id)
        return {number: row_id for number, (_, row_id) in holders.items()}


def shortly_before(day: Stretch | None) -> Stretch | None:
    """The days on which an undated utterance may have been made that was known on `day`."""
    return Stretch(day.first - UNDATED, day.last) if day else None


def anchor_of(said_at: str | None, known: Stretch | None) -> Stretch | None:
    """The days of a dated utterance; of an undated one those before it was known."""
    return stretch_of(said_at) or shortly_before(known)


def names_day(mention: TimeMention) -> bool:
    """Whether the expression is a day: "Tuesday's hearing" was on Tuesday."""
    return bool({"weekday", "day", "deictic"} & set(mention.expression.parts))
