"""When each row's innermost source said it: by the time at its cue, or by that of the same speaker before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.occasions import Occasions, lender
from reportedly.annotate.telling import Telling, is_one_utterance
from reportedly.annotate.time_book import TimeBook, TimeMention, anchor_of, names_day
from reportedly.annotate.time_calendar import Tense
from reportedly.annotate.time_grammar import load_values
from reportedly.annotate.time_tense import VERBS
from reportedly.annotate.time_values import Stretch, stretch_of
from reportedly.types.attribution import Attribution, Position, Quoted, SourceChain, SourceKind, Stance
from reportedly.types.span import Span

NOT_DATED = "not dated in the text"
NO_ANCHOR = "the words tell the time from a day that the text does not give"
AFTER_PUBLICATION = "the time at the cue lies after the day of publication"
PUBLISHERS = frozenset((SourceKind.OUTLET, SourceKind.WIRE_AGENCY))
AFTER_CUE, BEFORE_CUE = 8, 2  # tokens between a cue and a time that hangs elsewhere in the parse
PARTING = frozenset((";", ":"))
LONGEST_DATELINE = 60  # characters from the beginning of its line to the date
AFTER_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*[-–—]|[-–—]{1,2}\s*\()")
CLIMB = 3  # verbs from "speaking on Monday" up to the cue


@dataclass(frozen=True, slots=True)
class Said:
    """A time of utterance, or the reason why there is none."""

    at: str | None = None
    reason: str = NOT_DATED


class SaidReader:
    """Times of utterance, row by row in the order of the text, parents first."""

    def __init__(self, book: TimeBook, published: Stretch | None) -> None:
        self.book, self.published = book, published
        self.index: DocIndex = book.index
        self._said: dict[str, Said] = {}
        self._tellings: dict[str, Telling] = {}
        self._occasions = Occasions(book.index)

    def tell(self, own_voice: Sequence[Attribution]) -> None:
        """Keep what the outlet's own sentences date: "We met Ana Brook on Tuesday"."""
        for span in (span for row in own_voice for span in row.content):
            for one in self.book.inside(span):
                value = self.book.value(one, self.published)
                if value is not None and self._may_date(one) and not self._is_ahead(value):
                    self._occasions.tell(one, value, span)

    def read(self, row: Attribution, chain: SourceChain, position: Position) -> Said:
        """When this row was said; its parent must have been read before."""
        numbers = self.index.numbers_of
        telling = Telling(
            row, tuple(numbers(row.cue)), tuple(numbers(row.source)), chain.innermost, position.stance
        )
        said = self._read(telling)
        self._said[row.id], self._tellings[row.id] = said, telling
        return said

    def again(self, row: Attribution) -> Said:
        """The time of a row once all have been read: a document may be dated after it is first cited."""
        said = self._said[row.id]
        at = None if said.at or row.parent else self._occasions.of_document(self._tellings[row.id])
        return Said(at) if at else said

    def known(self, row: Attribution) -> Stretch | None:
        """When a row's words were known at the latest: when its parent was said, else on publication."""
        parent = self._said.get(row.parent or "")
        return (stretch_of(parent.at) if parent else None) or self.published

    def _read(self, telling: Telling) -> Said:
        dated = self._by_time(telling)
        if dated is not None:
            return dated
        parent = self._tellings.get(telling.row.parent or "")
        if parent is not None and is_one_utterance(telling, parent):
            return self._said[parent.row.id]
        if parent is not None and parent.innermost.kind not in PUBLISHERS:
            return Said()
        at = self._occasions.recall(telling)
        if at is None:
            return Said()
        self._occasions.remember(telling, at, None)
        return Said(at)

    def _by_time(self, telling: Telling) -> Said | None:
        """By an expression at the cue; None where there is none."""
        found = min(
            (
                (rank, one.span.start, one)
                for one in self._near(telling)
                if (rank := self._rank(one, telling))
            ),
            default=None,
            key=lambda option: option[:2],
        )
        if found is None:
            return None
        value = self._value(found[2], telling)
        if value is None or stretch_of(value) is None:
            return Said(None, NO_ANCHOR)
        if self._is_ahead(value):
            return Said(None, AFTER_PUBLICATION)
        self._occasions.remember(telling, value, found[2])
        return Said(value)

    def _value(self, mention: TimeMention, telling: Telling) -> str | None:
        """What a time at a cue is worth; where it is not the cue that looks ahead, it lies in the past."""
        value = self.book.value(mention, self._anchor(telling.row))
        if value is None or not self._is_ahead(value) or mention.hanging.verb in telling.cue:
            return value
        return self.book.value(replace(mention, tense=Tense.PAST), self._anchor(telling.row))

    def _is_ahead(self, value: str) -> bool:
        """Whether a time lies after publication."""
        stretch = stretch_of(value)
        return self.published is not None and stretch is not None and stretch.first > self.published.last

    def _anchor(self, row: Attribution) -> Stretch | None:
        """The days from which the times at a cue are told: of the parent's utterance, or of publication."""
        parent = self._tellings.get(row.parent or "")
        if parent is None or parent.innermost.kind in PUBLISHERS or parent.row.quoted is not Quoted.DIRECT:
            return self.known(row)
        return anchor_of(self._said[parent.row.id].at, self.published)

    def _near(self, telling: Telling) -> Sequence[TimeMention]:
        """The mentions in the sentence of the cue that no content holds save the parent's."""
        if not telling.cue:
            return ()
        around = self.index.vicinity(sorted({*telling.cue, *telling.source}))
        span = self.index.span(around[0], around[-1])
        holders = {None, telling.row.parent}
        if telling.stance is Stance.DECLINES or self._is_verbless(telling.row):
            holders.add(telling.row.id)  # "did not respond to questions on Tuesday", "denied it last night"
        return [one for one in self.book.inside(span) if one.holder in holders and one.numbers]

    def _is_verbless(self, row: Attribution) -> bool:
        """Whether the content has no verb: a time in it may be that of the cue."""
        return len(row.content) == 1 and not any(
            self.index.tokens[n].pos in VERBS for n in self.index.numbers(row.content[0])
        )

    def _rank(self, mention: TimeMention, telling: Telling) -> int:
        """How closely a mention hangs on the cue, 1 the closest; 0 not at all."""
        hanging = mention.hanging
        is_of_content = mention.holder == telling.row.id and hanging.verb not in telling.cue
        if is_of_content or not self._may_date(mention):
            return 0
        if mention.numbers[0] in telling.source:
            return 2 if self._dates_source(mention, telling) else 0
        if hanging.verb in telling.cue:
            return 1
        if any(n in telling.cue for n in hanging.through):
            return 2
        leads = hanging.verb is not None and self._leads_to_cue(hanging.verb, telling)
        if leads or self._is_lent(mention, telling):
            return 3
        return 4 if self._is_beside(mention, telling) else 0

    def _may_date(self, mention: TimeMention) -> bool:
        """Whether a mention tells when, and not how long, how far or which: "the 2015 treaty"."""
        if (
            mention.expression.rule in {"duration", "unknown"}
            or is_dateline(self.index.text, mention.span)
            or self.book.is_limit(mention)
            or self.book.is_since(mention)
        ):
            return False
        names_other = mention.hanging.is_named_by and not names_day(mention)
        return not names_other or self.book.names_occasion(mention)

    def _dates_source(self, mention: TimeMention, telling: Telling) -> bool:
        """Whether a time inside the source is that of its words: "a memo released on Friday"."""
        verb = mention.hanging.verb
        if verb is not None and verb in telling.source:
            return self.index.lemma(verb) in load_values("speaking")
        is_about = any(self.index.lower(n) == "for" for n in mention.hanging.through)
        return self.book.names_occasion(mention) and not is_about  # "its report for 2020" is of 2021

    def _is_lent(self, mention: TimeMention, telling: Telling) -> bool:
        """Whether a mention hangs on the verb to which the cue belongs: "told it on Monday, adding"."""
        found = lender(self.index, telling)
        if found is None or mention.hanging.verb != found[0]:
            return False
        return names_day(mention) or not found[1]

    def _leads_to_cue(self, verb: int, telling: Telling) -> bool:
        """Whether a verb of speaking stands beside the cue: "Speaking on Monday, she said"."""
        if self.index.lemma(verb) not in load_values("speaking"):
            return False
        current = verb
        for _ in range(CLIMB):
            current = self.index.tokens[current].head
            if current in telling.cue or current in telling.source:
                return True
            start = self.index.tokens[current].start
            if any(span.start <= start < span.end for span in telling.row.content):
                return False  # "denied {the report}, first published on Tuesday"
        return False

    def _is_beside(self, mention: TimeMention, telling: Telling) -> bool:
        """Whether no other verb stands between a mention and the cue, and little else."""
        first, last = mention.numbers[0], mention.numbers[-1]
        after = range(telling.cue[-1] + 1, first)
        before = range(last + 1, telling.cue[0])
        if telling.cue[0] <= first <= telling.cue[-1]:
            return True
        is_after = first > telling.cue[-1]
        verb = mention.hanging.verb
        if verb is not None and not is_after and verb < first:
            return False  # "who took office in 2012, said"
        near, bound = (after, AFTER_CUE) if is_after else (before, BEFORE_CUE)
        return len(near) <= bound and not any(self._is_taken(n, telling) for n in near)

    def _is_taken(self, number: int, telling: Telling) -> bool:
        """Whether a token between a mention and the cue parts them: a verb, a role, a ";"."""
        token = self.index.tokens[number]
        spans = telling.row.content + (telling.row.source if number < telling.cue[0] else ())
        inside = any(span.start <= token.start < span.end for span in spans)
        return inside or token.pos in VERBS or self.index.word(number) in PARTING


def is_dateline(text: str, span: Span) -> bool:
    """Whether a day stands in a dateline, "KREDO, May 3 (HNA) -": it is that of the dispatch."""
    begins_near = span.start <= LONGEST_DATELINE
    is_near = begins_near or "\n" in text[span.start - LONGEST_DATELINE : span.start]
    return is_near and bool(AFTER_DATELINE.match(text, span.end))


def in_order(rows: Sequence[Attribution]) -> list[Attribution]:
    """The rows in the order of the text, each after its parent."""
    by_id: Mapping[str, Attribution] = {row.id: row for row in rows}
    ordered: dict[str, Attribution] = {}
    for row in sorted(rows, key=lambda row: min((s.start for s in row.cue + row.content), default=0)):
        line = []
        current: Attribution | None = row
        while current is not None and current.id not in ordered and current not in line:
            line.append(current)
            current = by_id.get(current.parent or "")
        ordered.update((one.id, one) for one in reversed(line))
    return list(ordered.values())
