"""When the main event of a content happened: by the times that hang on its main verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.clauses import find_clause
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.time_book import TimeBook, TimeMention, names_day
from reportedly.annotate.time_chained import CHAINED
from reportedly.annotate.time_grammar import load_values
from reportedly.annotate.time_values import Stretch, stretch_of
from reportedly.types.attribution import Attribution

NO_DATE = "the content gives no date"
OTHER_EVENT = "the dates in the content belong to something other than its main event"
NO_ANCHOR = "the words tell the time from a day that the text does not give"
LIMIT = "the content gives only a limit"
SEASON = "a season is no ISO date"
SEVERAL = "the content gives several dates"
VAGUE = "the words give no date"
NO_SUCH_DAY = "the words name no day of the calendar"
CLIMB = 4  # verbs and prepositions from "barred him from travelling in 2021" up to the main verb
CARRIED_BY = frozenset(("xcomp", "pcomp", "prep", "acomp"))  # a verb that completes the main verb
PARTICIPLES = frozenset(("VBN", "VBG"))
RELATIVE = frozenset(("WDT", "WP", "WP$"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
DEIXIS = frozenset(("deictic", "weekday", "relative", "ago", "weekday_of_week", "weekday_from", "weekend"))


@dataclass(frozen=True, slots=True)
class Event:
    """A time of the event, or the reason why there is none; `lemma` is its main verb's."""

    at: str | None = None
    reason: str = NO_DATE
    lemma: str | None = None
    told: tuple[TimeMention, ...] = ()


class EventReader:
    """Times of events."""

    def __init__(self, book: TimeBook, rows: Sequence[Attribution]) -> None:
        self.book = book
        self._contents = {row.id: row.content for row in rows}
        self.index: DocIndex = book.index

    def read(self, row: Attribution, anchor: Stretch | None) -> Event:
        """When the main event of a row's content happened, its times told from `anchor`."""
        mentions = [one for span in row.content for one in self.book.inside(span)]
        mentions = [
            one for one in mentions if one.expression.rule not in {"duration", "clock"} and one.numbers
        ]
        clause = find_clause(self.index, row.content)
        if clause is None:
            cue = set(self.index.numbers_of(row.cue))  # "denied it last night": that is when it was denied
            mentions = [one for one in mentions if one.hanging.verb not in cue]
            told = [one for one in mentions if self._is_of(row, one) and not self._is_aside(one)]
            return self._decide(told, anchor, None, bool(mentions))
        lemma = self.index.lemma(clause.root)
        ranked = [(self._rank(one, clause.root), one) for one in mentions if self._is_of(row, one)]
        best = min((rank for rank, _ in ranked if rank), default=0)
        told = [one for rank, one in ranked if rank and rank == best]
        return self._decide(told, anchor, lemma, bool(mentions))

    def _is_of(self, row: Attribution, mention: TimeMention) -> bool:
        """Whether no row inside holds a mention; rows of several sources share one content."""
        return self._contents.get(mention.holder or row.id) == row.content

    def _rank(self, mention: TimeMention, root: int) -> int:
        """How closely a mention hangs on the main verb: 1 itself, 2 by a noun, 3 by its subject."""
        verb = mention.hanging.verb
        if verb is None or self._only_names(mention):
            return 0
        if verb != root and not self._completes(verb, root):
            return 0
        tokens = self.index.tokens
        if any(tokens[n].dep in SUBJECTS for n in mention.hanging.through):
            return 3
        nouns = [
            n
            for n in mention.hanging.through
            if n not in mention.numbers and tokens[n].pos in {"NOUN", "PROPN"}
        ]
        return 2 if nouns else 1

    def _only_names(self, mention: TimeMention) -> bool:
        """Whether a time only says which: "the 2015 treaty", "Monday's fire", not "at Monday's vote"."""
        if not mention.hanging.is_named_by:
            return False
        prepositions = [n for n in mention.hanging.through if self.index.tokens[n].dep == "prep"]
        is_during = any(self.index.lower(n) in load_values("during") for n in prepositions)
        return not (names_day(mention) and is_during)

    def _is_aside(self, mention: TimeMention) -> bool:
        """Whether a time only says which, where there is no main verb: "questions sent on Friday"."""
        verb = mention.hanging.verb
        names_other = mention.hanging.is_named_by and not names_day(mention)
        return names_other or (verb is not None and self._narrows(verb))

    def _narrows(self, verb: int) -> bool:
        """Whether a verb only says which: "questions sent on Friday", "the ship, which left on Friday"."""
        token = self.index.tokens[verb]
        is_relative = any(self.index.tokens[n].tag in RELATIVE for n in self.index.children(verb))
        return token.tag in PARTICIPLES or (token.dep == "relcl" and is_relative)

    def _completes(self, verb: int, root: int) -> bool:
        """Whether a verb completes the main verb ("began to withdraw", "is expected to open")."""
        current = verb
        for _ in range(CLIMB):
            token = self.index.tokens[current]
            if token.dep not in CARRIED_BY:
                return False
            current = token.head
            if current == root:
                return True
        return False

    def _decide(
        self, told: Sequence[TimeMention], anchor: Stretch | None, lemma: str | None, has_others: bool
    ) -> Event:
        """The one time that is told, or why there is none."""
        if not told:
            return Event(None, OTHER_EVENT if has_others else NO_DATE, lemma)
        exact = [one for one in told if not self._is_limit(one)]
        if not exact:
            return Event(None, LIMIT, lemma)
        values = [self._value(one, anchor) for one in exact]
        dates = finest([value for value in values if stretch_of(value)])
        if len(dates) == 1:
            return Event(dates[0], "", lemma)
        if dates:
            return Event(None, SEVERAL, lemma)
        return Event(None, self._why_not(exact[0], anchor), lemma, tuple(exact))

    def _is_limit(self, mention: TimeMention) -> bool:
        is_bare_since = self.book.is_since(mention) and not self.book.is_lasting(mention)
        return self.book.is_limit(mention) or is_bare_since

    def _value(self, mention: TimeMention, anchor: Stretch | None) -> str:
        value = self.book.value(mention, anchor) or ""
        return value.partition("/")[0] if self.book.is_since(mention) else value

    def _why_not(self, mention: TimeMention, anchor: Stretch | None) -> str:
        """Why a mention has no date: it is vague, a season, impossible, or told from an unknown day."""
        if "season" in mention.expression.parts:
            return SEASON
        on_a_day = self.book.value(mention, Stretch(anchor.last, anchor.last) if anchor else None)
        if on_a_day is not None:
            return VAGUE if stretch_of(on_a_day) is None else NO_ANCHOR
        is_told_from_now = mention.expression.rule in DEIXIS | CHAINED or anchor is None
        return NO_ANCHOR if is_told_from_now else NO_SUCH_DAY if "day" in mention.expression.parts else VAGUE


def finest(values: Sequence[str]) -> list[str]:
    """The values without those that hold another one ("this week, on Tuesday")."""
    stretches = {value: stretch for value in dict.fromkeys(values) if (stretch := stretch_of(value))}
    return [
        value
        for value, stretch in stretches.items()
        if not any(stretch.holds(other) and stretch != other for other in stretches.values())
    ]
