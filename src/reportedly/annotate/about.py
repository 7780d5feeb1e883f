"""Lists the people, organisations and places that each content is about, by their fullest names."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.meant import Meant
from reportedly.annotate.name_sorts import Named, NameSorts
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.outlet_clues import extend_book
from reportedly.annotate.pronouns import PronounReader, heaviest
from reportedly.annotate.referents import PLACE
from reportedly.annotate.source_kinds import KindReader
from reportedly.annotate.speakers import Speakers
from reportedly.annotate.spoken import Spoken
from reportedly.facts.outlets import OutletBook, load_outlets
from reportedly.facts.titles import load_titles
from reportedly.lang.lexicon import load_words
from reportedly.models.pronoun_weights import Weights, load_pronoun_weights
from reportedly.types.attribution import About, Attribution, SourceChain
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Spans

VERSION = "2"
MOST = 400  # names read of one content, and other words; a content is a clause or a few


class Abouts:
    """Writes `abouts`, one for each row."""

    run = Run("abouts", VERSION)
    requires = frozenset(
        {Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.OWN_VOICE, Layer.CHAINS}
    )
    assigns = frozenset({Layer.ABOUTS})

    def __init__(
        self, outlets: OutletBook | None = None, weights: Mapping[str, Weights] | None = None
    ) -> None:
        self.outlets = outlets or load_outlets()
        self.weights = weights or load_pronoun_weights()

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the participants and places of each doc's rows."""
        for doc in docs:
            doc.abouts = AboutReader(doc, self.outlets, self.weights).read()


class AboutReader:
    """The participants and places of one doc."""

    def __init__(self, doc: Doc, outlets: OutletBook, weights: Mapping[str, Weights]) -> None:
        self.doc = doc
        self.index = DocIndex(doc)
        names = NameBook(self.index, extend_book(outlets, self.index, doc.article))
        sorts = NameSorts(self.index, names)
        roles = find_roles(self.index, names)
        pronouns = PronounReader(self.index, names, roles, doc.attributions or (), heaviest(weights))
        self.speakers = Speakers(self.index, names, KindReader(self.index, names), roles, pronouns)
        self.meant = Meant(self.index, names, sorts, roles, pronouns.antecedents, self.speakers)
        self.named = sorts.found
        self._starts = [one.span.start for one in self.named]

    def read(self) -> tuple[About, ...]:
        """One value for each row, in the order of the rows."""
        chains = self.doc.chains or ()
        found: dict[str, About] = {}
        for row, chain in sorted(zip(self.doc.rows, chains, strict=True), key=lambda one: _place(one[0])):
            found[row.id] = self.about(row, chain)
            if row.source:
                self.speakers.remember(Spoken(row.source[0].start, chain.innermost))
        return tuple(found[row.id] for row in self.doc.rows)

    def about(self, row: Attribution, chain: SourceChain) -> About:
        """Whom and what one content names or means, in the order of the text."""
        participants: dict[str, None] = {}
        places: dict[str, None] = {}
        named = self._names_in(row.content)
        inside = {number for one in named for number in self.index.numbers(one.span)}
        words = [(n, None) for n in self.index.numbers_of(row.content)[:MOST] if n not in inside]
        for number, one in sorted([*words, *((one.top, one) for one in named)], key=lambda pair: pair[0]):
            if one is None:
                name = self.meant.name_at(number, row, chain.innermost)
                if name is not None:
                    participants[name] = None
            elif one.sort != PLACE:
                participants[one.name] = None
            elif not self._says_whose(one):
                places[one.name] = None
        return About(tuple(participants), tuple(places))

    def _names_in(self, content: Spans) -> list[Named]:
        found = [
            one
            for span in content
            for one in self.named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        ]
        return found[:MOST]

    def _says_whose(self, place: Named) -> bool:
        """Whether a place only says whose something or where somebody is from: "Kelvaria's army"."""
        token = self.index.tokens[place.top]
        head = token.head
        if token.dep not in {"poss", "compound", "amod", "nmod"}:
            return False
        if any(one.span.start <= self.index.tokens[head].start < one.span.end for one in self._around(head)):
            return token.dep != "poss"
        lists = load_words("nouns")
        lemma = self.index.lemma(head)
        is_state = (
            token.dep == "poss" and lemma in load_words("places")["owned"].words | lists["organisation"].words
        )
        return is_state or lemma in lists["person"] or self.index.word(head) in load_titles()

    def _around(self, number: int) -> Sequence[Named]:
        """The names that may hold a token."""
        place = bisect_left(self._starts, self.index.tokens[number].end)
        return self.named[max(0, place - 1) : place]


def _place(row: Attribution) -> int:
    spans = row.source or row.cue or row.content
    return spans[0].start if spans else 0
