"""Builds the chain of each row: from the publishing outlet inward to the innermost source."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.annotate.anonymity import grounds_near, with_grounds
from reportedly.annotate.carried import carries, continues
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.documents import Media, find_releaser
from reportedly.annotate.interview_voices import InterviewVoices
from reportedly.annotate.mended_sources import mend_source
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.one_voice import OUTLETS, append_link, is_spoken_for
from reportedly.annotate.outlet_clues import extend_book
from reportedly.annotate.pronouns import PronounReader, heaviest
from reportedly.annotate.publishing import publishing_links
from reportedly.annotate.relays import find_relays, spans_of
from reportedly.annotate.scenes import SceneReader
from reportedly.annotate.source_kinds import KindReader
from reportedly.annotate.source_phrase import Phrase, phrase_of, read_phrase
from reportedly.annotate.speakers import Speakers
from reportedly.annotate.spoken import Spoken
from reportedly.annotate.surroundings import Relays
from reportedly.annotate.turns import Turns
from reportedly.facts.outlets import OutletBook, load_outlets
from reportedly.lang.lexicon import load_cues, load_words
from reportedly.models.pronoun_weights import Weights, load_pronoun_weights
from reportedly.types.attribution import Attribution, ChainLink, Quoted, SourceChain, SourceKind
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span

VERSION = "2"
DEEPEST = 30  # parents followed; deeper nesting, or a row that is its own parent, starts a chain anew
RECENT = 8  # rows made before in which the speaker of a quotation is sought
MARKED = frozenset((Quoted.DIRECT, Quoted.MIXED))


class Chains:
    """Writes `chains`, one for each row."""

    run = Run("chains", VERSION)
    requires = frozenset({Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.OWN_VOICE})
    assigns = frozenset({Layer.CHAINS})

    def __init__(
        self, outlets: OutletBook | None = None, weights: Mapping[str, Weights] | None = None
    ) -> None:
        self.outlets = outlets or load_outlets()
        self.weights = weights or load_pronoun_weights()

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the chains of each doc."""
        for doc in docs:
            doc.chains = ChainBuilder(doc, self.outlets, self.weights).build()


class ChainBuilder:
    """The chains of one doc."""

    def __init__(self, doc: Doc, outlets: OutletBook, weights: Mapping[str, Weights]) -> None:
        self.doc, self.index = doc, DocIndex(doc)
        self.outlets = extend_book(outlets, self.index, doc.article)
        self.names = NameBook(self.index, self.outlets)
        self.kinds = KindReader(self.index, self.names)
        roles = find_roles(self.index, self.names)
        pronouns = PronounReader(self.index, self.names, roles, doc.attributions or (), heaviest(weights))
        self.speakers = Speakers(self.index, self.names, self.kinds, roles, pronouns)
        self.turns = Turns(self.index, self.names, doc.article.title)
        self.voices = InterviewVoices(self.index)
        self.base = publishing_links(doc.article, self.outlets, self.names)
        self.rows = {row.id: row for row in doc.attributions or ()}
        self.scenes = SceneReader(self.index, self.names, self.rows)
        self.media = Media(self.index)
        self.made: dict[str, SourceChain] = {}
        self.recent: deque[Attribution] = deque(maxlen=RECENT)

    def build(self) -> tuple[SourceChain, ...]:
        """One chain for each row, in the order of the rows."""
        for row in sorted(self.doc.attributions or (), key=_place):
            self._chain(row, 0)
        return tuple(self.made[row.id] for row in self.doc.attributions or ()) + tuple(
            self._own_voice(row) for row in self.doc.own_voice or ()
        )

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
        row = replace(row, source=mend_source(self.index, row))
        relays = find_relays(self.scenes.scene(row))
        links = list(prefix)
        outer = [self.kinds.outlet_link(one.outlet, (one.span,)) for one in relays.before]
        outer += [link for link in self._links_of(relays.told) if link.kind in OUTLETS]
        for numbers in (relays.citing, relays.within):
            outer += self._links_of(numbers)
        if relays.is_reported:
            outer.append(ChainLink(SourceKind.UNSPECIFIED))
        own = self._own_links(row, above, has_outer=bool(outer))
        outer += self._interviewed(row, above, own)
        for link in (*outer, *own, *self._inner(relays)):
            append_link(links, link, self.outlets)
        self._remember(row, links, len(prefix))
        self.media.keep(relays.medium_numbers, links[len(self.base) :])
        return SourceChain(tuple(links), relays.addressee, relays.medium)

    def _own_links(self, row: Attribution, above: SourceChain | None, has_outer: bool) -> list[ChainLink]:
        """The source itself, with the links that it carries over from earlier text."""
        phrase = read_phrase(self.index, row.source)
        if phrase is None:
            return self._shared_subject(row) or [ChainLink(SourceKind.UNSPECIFIED)]
        nouns = load_words("nouns")
        if (phrase.pronoun or "") in nouns["pronouns_self"] or phrase.pronoun in nouns["pronouns_addressed"]:
            return self._self(row, phrase.pronoun or "", above)
        if above is not None and is_spoken_for(self.index, self.speakers, row, phrase, above.innermost):
            return []
        return self._resolved(row, phrase, above, has_outer)

    def _resolved(
        self, row: Attribution, phrase: Phrase, above: SourceChain | None, has_outer: bool
    ) -> list[ChainLink]:
        """Whoever a phrase means: a source or document named before, or what its own words say."""
        position = row.source[0].start
        spoken = self._continuing(row, phrase) or self.speakers.resolve(phrase, position)
        medium = self.media.recall(phrase, position) if spoken is None else None
        if medium is not None:
            return [*(medium.before if above is None else ()), medium.link]
        if spoken is None:
            link = self._with_grounds(self.kinds.link(phrase, row.source), phrase)
            link = self._copied(row) or link if link.name in load_words("nouns")["copies"] else link
            return [*self._releasers(link, phrase), *self._continued(row, link, above, has_outer), link]
        link = self._with_grounds(spoken.link, phrase)
        if (
            phrase.pronoun in load_words("nouns")["relative"]
        ):  # "a video passed on by an activist, which shows"
            noun = read_phrase(self.index, link.spans)
            return [*(self._releasers(link, noun) if noun else ()), link]
        is_carried = above is None and not has_outer and carries(self.index, row, spoken)
        return [*(spoken.before if is_carried else ()), link]

    def _continuing(self, row: Attribution, phrase: Phrase) -> Spoken | None:
        """ "he added": whoever spoke last."""
        is_one = phrase.pronoun in load_words("nouns")["pronouns_person"]
        if not is_one or not continues(self.index, row):
            return None
        return self.speakers.last_speaker(phrase.pronoun or "", row.source[0].start)

    def _continued(
        self, row: Attribution, link: ChainLink, above: SourceChain | None, has_outer: bool
    ) -> Sequence[ChainLink]:
        """The outlet that was told, where somebody named again adds to what was said there."""
        earlier = self.speakers.last_named(link.name) if above is None and not has_outer else None
        return earlier.before if earlier is not None and continues(self.index, row) else ()

    def _copied(self, row: Attribution) -> ChainLink | None:
        """The document that a content names, where its source is only "a copy"."""
        for child in self.rows.values():
            phrase = read_phrase(self.index, child.source) if child.parent == row.id else None
            if phrase is not None and phrase.lemma in load_words("nouns")["document"]:
                link = self.kinds.link(phrase, child.source)
                return link if link.kind is SourceKind.DOCUMENT else None
        return None

    def _interviewed(
        self, row: Attribution, above: SourceChain | None, own: Sequence[ChainLink]
    ) -> list[ChainLink]:
        """Whoever gives an interview stands before those of whose words he or she tells in an answer."""
        turn = self.turns.at(row.source[0].start) if above is None and row.source else None
        if turn is None or turn.speaker is None or turn.speaker.name in {link.name for link in own}:
            return []
        if self.voices.is_outlets(row.source[0].start, turn.speaker.name):
            return []
        return [turn.speaker]

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
        parent = self.rows.get(row.parent or "")
        if above is not None and parent is not None and parent.quoted in MARKED:
            return []
        position = row.source[0].start
        speaker = self._speaker_around(position)
        turn = None if speaker else self.turns.at(position)
        if turn is not None:
            speaker = turn.addressee if words in load_words("nouns")["pronouns_addressed"] else turn.speaker
        if speaker is not None:
            return [speaker]
        if above is not None and turn is None:
            return []
        if words in {"i", "me", "my"} and self.doc.article.author:
            return [ChainLink(SourceKind.PERSON, self.doc.article.author, row.source)]
        is_outlet = turn is not None or words in {"we", "us", "our"}
        return [] if is_outlet else [ChainLink(SourceKind.UNSPECIFIED, None, row.source)]

    def _speaker_around(self, position: int) -> ChainLink | None:
        """Whoever spoke the quotation in which `position` stands, or the one before it in its paragraph."""
        for quotation in self.index.quotations_around(position):
            for other in reversed(self.recent):
                if self._is_spoken_by(other, quotation.outer):
                    return self.made[other.id].innermost
        return None

    def _is_spoken_by(self, row: Attribution, quotation: Span) -> bool:
        """Whether a quotation is a row's content, or goes on after it: “…”, she said. “…”"""
        if any(span.overlaps(quotation) for span in row.content):
            return True
        last = max((span.end for span in (*row.content, *row.cue, *row.source)), default=quotation.end)
        between = self.index.text[last : quotation.start]
        is_beside = last <= quotation.start and between.strip() in {"", ".", ","} and "\n" not in between
        return is_beside and row.quoted in MARKED

    def _inner(self, relays: Relays) -> list[ChainLink]:
        found: list[ChainLink] = []
        for numbers in relays.after:
            phrase = phrase_of(self.index, numbers)
            links = self._links_of(numbers)
            if phrase is not None and links:
                found += [*self._releasers(links[0], phrase), *links]
        return found

    def _shared_subject(self, row: Attribution) -> list[ChainLink]:
        """Whoever speaks in ", dismissing the reports as fairy tales": the subject of the verb above."""
        numbers = self.index.numbers_of(row.cue)
        if not numbers or self.index.tokens[numbers[0]].tag != "VBG":
            return []
        above = self.index.tokens[numbers[0]].head
        for other in self.recent:
            cue = self.index.numbers_of(other.cue)
            if other.source and above in cue:
                return [self.made[other.id].innermost]
        return []

    def _links_of(self, numbers: Sequence[int]) -> list[ChainLink]:
        """The link of a phrase beside the source, resolved or by its own words."""
        phrase = phrase_of(self.index, numbers)
        if phrase is None:
            return []
        spans = spans_of(self.index, numbers)
        spoken = self.speakers.resolve(phrase, spans[0].start)
        link = spoken.link if spoken else self.kinds.link(phrase, spans)
        return [self._with_grounds(link, phrase)]

    def _with_grounds(self, link: ChainLink, phrase: Phrase) -> ChainLink:
        if link.kind is not SourceKind.UNNAMED:
            return link
        grounds = grounds_near(self.index, phrase)
        return with_grounds(link, grounds.condition, grounds.reason) if grounds else link

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
