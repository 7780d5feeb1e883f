"""Lists the people, organisations and places that each content is about, by their fullest names."""

from collections.abc import Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, mention_words
from reportedly.annotate.outlet_clues import extend_book
from reportedly.facts.outlets import OutletBook, load_outlets
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import About, Attribution, SourceChain, SourceKind
from reportedly.types.doc import Doc, Layer, Mention, Run
from reportedly.types.span import Span

VERSION = "1"
ACTORS = frozenset(("nsubj", "nsubjpass", "agent", "dative"))
PLACE_KINDS = frozenset(("GPE", "LOC", "FAC"))
CLIMB = 3  # heads between a place's name and its preposition or verb
MOST = 400  # names read of one content; a content is a clause or a few


class Abouts:
    """Writes `abouts`, one for each row."""

    run = Run("abouts", VERSION)
    requires = frozenset(
        {Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.OWN_VOICE, Layer.CHAINS}
    )
    assigns = frozenset({Layer.ABOUTS})

    def __init__(self, outlets: OutletBook | None = None) -> None:
        self.outlets = outlets or load_outlets()

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the participants and places of each doc's rows."""
        for doc in docs:
            doc.abouts = AboutReader(doc, self.outlets).read()


class AboutReader:
    """The participants and places of one doc."""

    def __init__(self, doc: Doc, outlets: OutletBook) -> None:
        self.doc = doc
        self.index = DocIndex(doc)
        self.names = NameBook(self.index, extend_book(outlets, self.index, doc.article))

    def read(self) -> tuple[About, ...]:
        """One value for each row, in the order of the rows."""
        chains = self.doc.chains or ()
        return tuple(self.about(row, chain) for row, chain in zip(self.doc.rows, chains, strict=True))

    def about(self, row: Attribution, chain: SourceChain) -> About:
        """The names of one content; a subject "he" or "we" is the speaker."""
        participants: dict[str, None] = {}
        places: dict[str, None] = {}
        speaker = self._speaker(row, chain)
        if speaker:
            participants[speaker] = None
        mentions = [one for span in row.content for one in self.index.mentions_in(span)][:MOST]
        for mention in mentions:
            self._sort(mention, participants, places)
        return About(tuple(participants), tuple(places))

    def _sort(self, mention: Mention, participants: dict[str, None], places: dict[str, None]) -> None:
        words = mention_words(self.index, mention)
        if self.index.numbers(Span(mention.start, mention.end)).start in self.names.title_numbers:
            return
        if self.names.is_person(mention):
            participants[self.names.person_of(mention)] = None
        elif mention.kind == "ORG":
            participants[self.names.organisation(words)] = None
        elif mention.kind in PLACE_KINDS:
            role = self._place_role(mention)
            if role == "place":
                places[self.names.clean(words)] = None
            elif role == "actor":
                participants[self.names.organisation(words)] = None

    def _place_role(self, mention: Mention) -> str:
        """Whether a place's name says where, or who acts (a government), or only whose."""
        lists = load_words("places")
        current = self.index.top(self.index.numbers(Span(mention.start, mention.end)))
        for _ in range(CLIMB):
            if current is None:
                break
            token = self.index.tokens[current]
            if token.dep in ACTORS:
                return "actor"
            head = token.head
            if token.dep == "pobj":
                word = self.index.lower(head)
                return "place" if word in lists["where"] else "actor" if word in lists["with"] else "neither"
            if token.dep == "dobj":
                return "place" if self.index.lemma(head) in lists["going"] else "actor"
            if token.dep not in {"conj", "appos"}:
                break
            current = head
        return "neither"

    def _speaker(self, row: Attribution, chain: SourceChain) -> str | None:
        """The named source where the content's first subject is a pronoun for it."""
        lists = load_words("nouns")
        numbers = self.index.numbers_of(row.content[:1])[:6]
        subject = next((n for n in numbers if self.index.tokens[n].dep in {"nsubj", "nsubjpass"}), None)
        if subject is None or not row.source or chain.innermost.kind is SourceKind.UNSPECIFIED:
            return None
        word = self.index.lower(subject)
        is_self = word in lists["pronouns_self"]
        is_other = word in lists["pronouns_person"] and chain.innermost.kind is SourceKind.PERSON
        fits = self.names.gender(chain.innermost.name) in {None, _gender(word)}
        return chain.innermost.name if is_self or (is_other and fits) else None


def _gender(pronoun: str) -> str:
    return "female" if pronoun in load_words("nouns")["pronouns_female"] else "male"
