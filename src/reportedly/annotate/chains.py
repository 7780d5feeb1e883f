"""Builds the chain of each row: from the publishing outlet inward to the innermost source."""

from collections import deque
from collections.abc import Sequence

from reportedly.annotate.anonymity import grounds_near
from reportedly.annotate.cue_reading import read_cue
from reportedly.annotate.datelines import find_dispatch
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.outlet_clues import extend_book
from reportedly.annotate.relays import Relays, find_relays, find_releaser, spans_of
from reportedly.annotate.scenes import SceneReader
from reportedly.annotate.source_kinds import KindReader
from reportedly.annotate.source_phrase import Phrase, phrase_of, read_phrase
from reportedly.annotate.speakers import Speakers, Spoken, with_grounds
from reportedly.facts.outlets import OutletBook, load_outlets
from reportedly.lang.lexicon import load_cues, load_words
from reportedly.types.attribution import Attribution, ChainLink, Quoted, SourceChain, SourceKind, Stance
from reportedly.types.doc import Doc, Layer, Run

VERSION = "1"
DEEPEST = 30  # parents followed; deeper nesting, or a row that is its own parent, starts a chain anew
RECENT = 8  # rows made before in which the speaker of a quotation is sought
CARRIED_REACH = 1  # sentences over which a named speaker's "he said" still goes through the same outlet
WITHHELD = frozenset((Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE, Stance.DECLINES))
OUTLETS = frozenset((SourceKind.OUTLET, SourceKind.WIRE_AGENCY))


class Chains:
    """Writes `chains`, one for each row."""

    run = Run("chains", VERSION)
    requires = frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.OWN_VOICE})
    assigns = frozenset({Layer.CHAINS})

    def __init__(self, outlets: OutletBook | None = None) -> None:
        self.outlets = outlets or load_outlets()

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the chains of each doc."""
        for doc in docs:
            doc.chains = ChainBuilder(doc, self.outlets).build()


class ChainBuilder:
    """The chains of one doc."""

    def __init__(self, doc: Doc, outlets: OutletBook) -> None:
        self.doc, self.index = doc, DocIndex(doc)
        self.outlets = extend_book(outlets, self.index, doc.article)
        self.names = NameBook(self.index, self.outlets)
        self.kinds = KindReader(self.index, self.names)
        self.speakers = Speakers(self.index, self.names, self.kinds, find_roles(self.index, self.names))
        self.base = self._publisher()
        self.rows = {row.id: row for row in doc.attributions or ()}
        self.scenes = SceneReader(self.index, self.names, self.rows)
        self.made: dict[str, SourceChain] = {}
        self.recent: deque[Attribution] = deque(maxlen=RECENT)

    def build(self) -> tuple[SourceChain, ...]:
        """One chain for each row, in the order of the rows."""
        for row in sorted(self.doc.attributions or (), key=_place):
            self._chain(row, 0)
        return tuple(self.made[row.id] for row in self.doc.attributions or ()) + tuple(
            self._own_voice(row) for row in self.doc.own_voice or ()
        )

    def _publisher(self) -> tuple[ChainLink, ...]:
        """The outlet, and the agency whose dispatch it carries."""
        name = self.doc.article.outlet
        known = self.outlets.find_publisher(name) if name else None
        first = ChainLink(known.kind if known else SourceKind.OUTLET, name)
        dispatch = find_dispatch(self.doc.article, self.outlets)
        if dispatch is None or dispatch[0] is known:
            return (first,)
        outlet, spans = dispatch
        return (first, ChainLink(outlet.kind, self.names.outlet_name(outlet), spans))

    def _chain(self, row: Attribution, depth: int) -> SourceChain:
        """The chain of `row`, made once; a parent's is made first."""
        if row.id in self.made:
            return self.made[row.id]
        parent = self.rows.get(row.parent or "")
        above: SourceChain | None = None
        if parent is not None and depth < DEEPEST and parent is not row:
            above = self._chain(parent, depth + 1)
        if row.id not in self.made:
            self.made[row.id] = self._make(row, above)
            self.recent.append(row)
        return self.made[row.id]

    def _make(self, row: Attribution, above: SourceChain | None) -> SourceChain:
        prefix = above.links if above else self.base
        relays = find_relays(self.scenes.scene(row))
        links = list(prefix)
        outer = [self.kinds.outlet_link(one.outlet, (one.span,)) for one in relays.before]
        outer += [link for link in self._links_of(relays.told) if link.kind in OUTLETS]
        if relays.citing:
            outer += self._links_of(relays.citing)
        if relays.is_reported:
            outer.append(ChainLink(SourceKind.UNSPECIFIED))
        own = self._own_links(row, above, has_outer=bool(outer))
        for link in (*outer, *own, *self._inner(relays)):
            self._append(links, link)
        self._remember(row, links, len(prefix))
        return SourceChain(tuple(links), relays.addressee, relays.medium)

    def _own_links(self, row: Attribution, above: SourceChain | None, has_outer: bool) -> list[ChainLink]:
        """The source itself, with the links that it carries over from earlier text."""
        phrase = read_phrase(self.index, row.source)
        if phrase is None:
            return [ChainLink(SourceKind.UNSPECIFIED)]
        position = row.source[0].start
        nouns = load_words("nouns")
        if (phrase.pronoun or "") in nouns["pronouns_self"]:
            return self._self(row, phrase.pronoun or "", above)
        if above is not None and self._is_spoken_for(row, phrase, above.innermost):
            return []
        barred = row.content if row.quoted in {Quoted.DIRECT, Quoted.MIXED} else ()
        spoken = self.speakers.resolve(phrase, position, barred)
        if spoken is None:
            link = self._with_grounds(self.kinds.link(phrase, row.source), phrase, position)
            return [*self._releasers(link, phrase), link]
        link = self._with_grounds(spoken.link, phrase, position)
        carries = above is None and not has_outer and self._carries(row, spoken)
        return [*(spoken.before if carries else ()), link]

    def _releasers(self, link: ChainLink, phrase: Phrase) -> list[ChainLink]:
        """Whoever gave a document out: the outlet before it ("a CNN poll"), the subject of "released"."""
        if link.kind is not SourceKind.DOCUMENT:
            return []
        released = find_releaser(self.index, phrase)
        if released:
            return self._links_of(released)
        named = self.names.outlets_in(phrase.described)
        is_modifier = bool(named) and named[0].span.end <= self.index.tokens[phrase.head].start
        return [self.kinds.outlet_link(named[0].outlet, (named[0].span,))] if is_modifier else []

    def _self(self, row: Attribution, words: str, above: SourceChain | None) -> list[ChainLink]:
        """ "I" and "we": the speaker whose words these are, else the article's author or outlet."""
        if above is not None:
            return []
        speaker = self._speaker_around(row)
        if speaker is not None:
            return [speaker]
        if words in {"i", "me", "my"} and self.doc.article.author:
            return [ChainLink(SourceKind.PERSON, self.doc.article.author, row.source)]
        return [] if words in {"we", "us", "our"} else [ChainLink(SourceKind.UNSPECIFIED, None, row.source)]

    def _speaker_around(self, row: Attribution) -> ChainLink | None:
        """Whoever spoke the quotation in which `row` stands."""
        for quotation in self.index.quotations_around(row.source[0].start):
            for other in reversed(self.recent):
                if any(span.overlaps(quotation.outer) for span in other.content):
                    return self.made[other.id].innermost
        return None

    def _is_spoken_for(self, row: Attribution, phrase: Phrase, speaker: ChainLink) -> bool:
        """Whether a child's source is the body for which its parent's spokesperson speaks: one link.

        Of whom nothing more is said than "a spokeswoman", speaks for the body that she says cannot confirm.
        """
        words = {self.index.lower(n) for n in phrase.numbers}
        described = self.speakers.spoken_for(speaker.name)
        if not described or words - {"the"} <= described:
            return bool(described)
        known = {
            *load_words("nouns")["spokespersons"].words,
            *(speaker.name or "").lower().split(),
            "the",
            "a",
        }
        is_bare = phrase.mention is not None and phrase.is_bare and phrase.pronoun is None
        if not is_bare or any(word.isalpha() and word not in known for word in described):
            return False
        return read_cue(self.index, self.index.numbers_of(row.cue)).stance in WITHHELD

    def _carries(self, row: Attribution, spoken: Spoken) -> bool:
        """Whether the outlet through which a source spoke before still stands between."""
        if spoken.link.kind is not SourceKind.PERSON:
            return True
        lemmas = {self.index.lemma(n) for n in self.index.numbers_of(row.cue)}
        if any(lemma in load_words("relays")["continuing"] for lemma in lemmas):
            return True
        away = self.index.sentence_number(row.source[0].start) - self.index.sentence_number(spoken.position)
        return away <= CARRIED_REACH

    def _inner(self, relays: Relays) -> list[ChainLink]:
        return [link for numbers in relays.after for link in self._links_of(numbers)]

    def _links_of(self, numbers: Sequence[int]) -> list[ChainLink]:
        """The link of a phrase beside the source, resolved or by its own words."""
        phrase = phrase_of(self.index, numbers)
        if phrase is None:
            return []
        spans = spans_of(self.index, numbers)
        spoken = self.speakers.resolve(phrase, spans[0].start)
        link = spoken.link if spoken else self.kinds.link(phrase, spans)
        return [self._with_grounds(link, phrase, spans[0].start)]

    def _with_grounds(self, link: ChainLink, phrase: Phrase, position: int) -> ChainLink:
        if link.kind is not SourceKind.UNNAMED:
            return link
        grounds = grounds_near(self.index, position, phrase.lemma)
        return with_grounds(link, grounds.condition, grounds.reason) if grounds else link

    def _append(self, links: list[ChainLink], link: ChainLink) -> None:
        """Add a link unless the chain has it already: an agency that is told its own story is one link."""
        for one in links if link.kind in OUTLETS else links[-1:]:
            if link.name is not None and self._same_name(one, link):
                return
            if link.name is None and link.spans and one.spans == link.spans and one.kind is link.kind:
                return
        links.append(link)

    def _same_name(self, a: ChainLink, b: ChainLink) -> bool:
        if a.name == b.name:
            return True
        if a.name is None or b.name is None:
            return False
        first, second = self.outlets.find_publisher(a.name), self.outlets.find_publisher(b.name)
        return first is not None and first is second

    def _remember(self, row: Attribution, links: Sequence[ChainLink], inherited: int) -> None:
        """Keep every link of this row for what refers to it later, the innermost last."""
        if not row.source:
            return
        for number in range(1, len(links)):
            link = links[number]
            if number < inherited or not link.spans or link.kind is SourceKind.UNSPECIFIED:
                continue
            phrase = read_phrase(self.index, link.spans)
            lemma, is_plural = (phrase.lemma, phrase.is_plural) if phrase else ("", False)
            start = len(self.base)
            self.speakers.remember(
                Spoken(row.source[0].start, link, tuple(links[start:number]), lemma, is_plural)
            )

    def _own_voice(self, row: Attribution) -> SourceChain:
        """The outlet's own sentence; "reportedly" beside its main verb leaves the word to somebody else."""
        numbers = [n for span in row.content for n in self.index.numbers(span)[:200]]
        top = self.index.top(numbers)
        reported = load_cues().deleted_sources
        if any(self.index.lower(n) in reported and self.index.tokens[n].head == top for n in numbers):
            return SourceChain((*self.base, ChainLink(SourceKind.UNSPECIFIED)))
        return SourceChain(self.base)


def _place(row: Attribution) -> int:
    spans = row.source or row.cue or row.content
    return spans[0].start if spans else 0
