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
PLACE_KINDS = frozenset(("GPE", "LOC", "FAC"))
WHOSE = frozenset(("poss", "compound", "amod", "nmod"))
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
        elif mention.kind in PLACE_KINDS and not self._says_whose(mention):
            places[self.names.clean(words)] = None

    def _says_whose(self, mention: Mention) -> bool:
        """Whether a place only says whose something is: "Kelvaria's army"."""
        top = self.index.top(self.index.numbers(Span(mention.start, mention.end)))
        return top is not None and self.index.tokens[top].dep in WHOSE

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
