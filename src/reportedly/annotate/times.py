"""Says of each row when it was said and when what it says happened, or why that is not known."""

from collections.abc import Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.event_at import NO_ANCHOR, Event, EventReader
from reportedly.annotate.said_at import Said, SaidReader, in_order
from reportedly.annotate.same_event import SameEvents
from reportedly.annotate.time_book import TimeBook, anchor_of
from reportedly.annotate.time_edition import edition_day
from reportedly.annotate.time_values import Stretch, stretch_of
from reportedly.types.attribution import Attribution, Quoted, Times
from reportedly.types.doc import Doc, Layer, Run

NOT_PUBLISHED = "the article has no date"


class TimesOfRows:
    """Writes `times`, one for each row."""

    run = Run("times", "3")
    requires = frozenset(
        {
            Layer.SENTENCES,
            Layer.TOKENS,
            Layer.MENTIONS,
            Layer.ATTRIBUTIONS,
            Layer.OWN_VOICE,
            Layer.CHAINS,
            Layer.POSITIONS,
        }
    )
    assigns = frozenset({Layer.TIMES})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the times of each doc's rows."""
        for doc in docs:
            doc.times = TimesReader(doc).read()


class TimesReader:
    """The times of one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.index = DocIndex(doc)
        self.published = edition_day(doc.text, doc.article.published)
        self.book = TimeBook(self.index, doc.rows)

    def read(self) -> tuple[Times, ...]:
        """One value for each row, in the order of the rows."""
        home = stretch_of(self.published)
        days: dict[str | None, Stretch | None] = {row.id: home for row in self.doc.own_voice or ()}
        self.book.settle({**days, None: home})
        said_reader = SaidReader(self.book, home)
        said = self._said(said_reader)
        reader = EventReader(self.book, self.doc.rows)
        anchors: dict[str | None, Stretch | None] = {
            row.id: self._anchor(row, said[row.id], said_reader) for row in self.doc.rows
        }
        self.book.settle({**days, **anchors, None: home})
        events = {row.id: reader.read(row, anchors[row.id]) for row in self.doc.rows}
        same = SameEvents()
        for event in events.values():
            same.remember(event)
        return tuple(to_times(said[row.id], again(events[row.id], same)) for row in self.doc.rows)

    def _said(self, reader: SaidReader) -> dict[str, Said]:
        """When each row was said; the outlet's own voice speaks on the day of publication."""
        beside = {
            row.id: (chain, position)
            for row, chain, position in zip(
                self.doc.rows, self.doc.chains or (), self.doc.positions or (), strict=True
            )
        }
        reader.tell(self.doc.own_voice or ())
        ordered = in_order(self.doc.attributions or ())
        for row in ordered:
            reader.read(row, *beside[row.id])
        said = {row.id: reader.again(row) for row in ordered}
        own = Said(self.published, NOT_PUBLISHED)
        return {**said, **{row.id: own for row in self.doc.own_voice or ()}}

    def _anchor(self, row: Attribution, said: Said, reader: SaidReader) -> Stretch | None:
        """The days from which the times in a content are told."""
        if row.quoted is Quoted.OWN_VOICE:
            return stretch_of(self.published)
        return anchor_of(said.at, reader.known(row))


def again(event: Event, same: SameEvents) -> Event:
    """The event, dated where another mention of it is."""
    at = same.day_of(event) if event.reason == NO_ANCHOR else None
    return Event(at, "") if at else event


def to_times(said: Said, event: Event) -> Times:
    """Both times, with the reasons for those that are not known."""
    why_null = {}
    if said.at is None:
        why_null["said_at"] = said.reason
    if event.at is None:
        why_null["event_at"] = event.reason
    return Times(said.at, event.at, why_null)
