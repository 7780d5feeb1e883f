"""Says whom the pronouns and definite nouns of a content mean: "he", "its", "the general", "the company"."""

from collections.abc import Mapping, Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.name_sorts import NameSorts
from reportedly.annotate.names import NameBook, RoleMention
from reportedly.annotate.pronouns import gender_of
from reportedly.annotate.referents import BODY, NOUN, PERSON, PLACE, Referent, find_referents
from reportedly.annotate.source_phrase import phrase_of
from reportedly.annotate.speakers import Speakers
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution, ChainLink, Quoted, SourceKind

BODIES = frozenset((SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.WIRE_AGENCY))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
NAMES_READ = 20  # names before "he" that are weighed
REACH = 4  # sentences between them and it
CLIMB = 5  # heads between "it" and the verb whose subject it may be
LONGEST_PHRASE = 4  # tokens of "the retired foreign secretary"
DEFINITE = frozenset(("the", "this", "that"))


class Meant:
    """Whom the words of one article mean that are no names. `antecedents` are those of the pronoun reader."""

    def __init__(
        self,
        index: DocIndex,
        names: NameBook,
        sorts: NameSorts,
        roles: Sequence[RoleMention],
        antecedents: Mapping[int, Referent],
        speakers: Speakers,
    ) -> None:
        self.index, self.names, self.sorts, self.speakers = index, names, sorts, speakers
        self.antecedents = antecedents
        self._nouns = {one.number: one for one in find_referents(index, names, roles) if one.mention is None}

    def name_at(self, number: int, row: Attribution, source: ChainLink) -> str | None:
        """The name of whom or what a word of the content of `row` means, if it is no name itself."""
        if self.index.tokens[number].pos in {"PRON", "DET"}:
            return self._pronoun(number, row, source)
        if self.index.tokens[number].pos in {"NOUN", "ADJ", "PROPN"}:
            return self._noun(number)
        return None

    def _pronoun(self, number: int, row: Attribution, source: ChainLink) -> str | None:
        word, nouns = self.index.lower(number), load_words("nouns")
        is_quoted = row.quoted is Quoted.DIRECT or bool(
            self.index.quotations_around(self.index.tokens[number].start)
        )
        if word in nouns["pronouns_person"]:
            is_first = self._is_first_subject(number, row)
            return self._person(number, word, source, is_quoted, is_first)
        if word in nouns["pronouns_self"]:
            return self._self(number, word, source) if is_quoted or not row.source else None
        if word in {"it", "its"} and not is_quoted:
            return self._thing(number, row, source)
        if word in nouns["pronouns_several"] and number in self.antecedents:
            return self._named(self.antecedents[number])
        return None

    def _person(
        self, number: int, word: str, source: ChainLink, is_quoted: bool, is_first: bool
    ) -> str | None:
        """Whom "he" means: in quotation marks never the speaker."""
        referent = self.antecedents.get(number)
        name = self._named(referent) if referent is not None else None
        if not is_quoted:
            called = self._source_called(word, source) if referent is None or is_first else None
            return called or name
        if name is not None and name != source.name:
            return name
        is_subject = self.index.tokens[number].dep in SUBJECTS
        return self._last_named(number, word, source) if is_subject else None

    def _last_named(self, number: int, word: str, source: ChainLink) -> str | None:
        """The last person before a pronoun whose gender fits and who is not the speaker."""
        position = self.index.tokens[number].start
        here = self.index.sentence_number(position)
        for mention in self.index.mentions_before(position, NAMES_READ):
            if here - self.index.sentence_number(mention.start) > REACH:
                return None
            if not self.names.is_person(mention):
                continue
            name = self.names.person_of(mention)
            if name != source.name and self.names.gender(name) in {None, gender_of(word)}:
                return name
        return None

    def _is_first_subject(self, number: int, row: Attribution) -> bool:
        """Whether a pronoun is the first word of a content but for "that", and its subject."""
        before = [n for n in self.index.numbers_of(row.content[:1]) if n < number]
        starts = all(self.index.tokens[n].pos in {"SCONJ", "PUNCT", "SPACE"} for n in before)
        return starts and self.index.tokens[number].dep in SUBJECTS

    def _source_called(self, word: str, source: ChainLink) -> str | None:
        """ "he" for the source where the pronoun reader is in doubt."""
        fits = self.names.gender(source.name) in {None, gender_of(word)}
        return source.name if source.kind is SourceKind.PERSON and fits else None

    def _self(self, number: int, word: str, source: ChainLink) -> str | None:
        """ "I" is the speaker where it acts, "we" the body that speaks."""
        if source.kind in BODIES and word not in {"i", "me", "my"}:
            return source.name if (source.name or "")[:1].isupper() else None
        token = self.index.tokens[number]
        acts = token.dep in SUBJECTS and self.index.lemma(token.head) not in load_words("bodies")["thinking"]
        return source.name if word == "i" and acts and source.kind is SourceKind.PERSON else None

    def _thing(self, number: int, row: Attribution, source: ChainLink) -> str | None:
        """ "it" and "its" for the body whose words are reported, where it acts or owns."""
        token = self.index.tokens[number]
        is_role = token.dep in {*SUBJECTS, "poss"}
        is_nothing = self.index.lemma(token.head) in load_words("bodies")["happening"]
        if not is_role or is_nothing:
            return None
        is_named = source.kind in BODIES and (source.name or "")[:1].isupper()
        return self._subject_above(number, row) or (source.name if is_named else None)

    def _subject_above(self, number: int, row: Attribution) -> str | None:
        """The body that is the subject of a verb of the content: "the ministry said that it knew nothing"."""
        inside = set(self.index.numbers_of(row.content))
        current = number
        for _ in range(CLIMB):
            head = self.index.tokens[current].head
            if head == current:
                return None
            subjects = [
                n
                for n in self.index.children(head)
                if n < number and n in inside and self.index.tokens[n].dep in SUBJECTS
            ]
            name = next((one for n in subjects if (one := self.sorts.body_at(n)) is not None), None)
            if name is not None:
                return name
            current = head
        return None

    def _noun(self, number: int) -> str | None:
        """ "the general", "the company", "the army"."""
        first = self._determined(number)
        if first is None:
            return None
        common = self._common(number)
        referent = self._nouns.get(number)
        if referent is not None and referent.is_named:
            return self._named(referent)
        if (
            common is None
            and referent is None
            and self.index.lemma(number) not in load_words("nouns")["epithets"]
        ):
            return None
        phrase = phrase_of(self.index, range(first, number + 1))
        spoken = self.speakers.resolve(phrase, self.index.tokens[first].start) if phrase else None
        if spoken is not None and spoken.link.name and spoken.link.name[:1].isupper():
            return self._canonical(spoken.link)
        return common

    def _determined(self, number: int) -> int | None:
        """Where the phrase begins that "the" makes of this noun; None without "the", or with a name in it."""
        if self.index.mention_at(number) is not None or self.index.tokens[number].dep in {
            "compound",
            "appos",
            "amod",
        }:
            return None
        for first in range(number - 1, max(-1, number - 1 - LONGEST_PHRASE), -1):
            if self.index.lower(first) in DEFINITE:
                return first
            if self.index.tokens[first].pos not in {"ADJ", "NOUN", "PUNCT"} and self.index.word(first) != "-":
                return None
        return None

    def _common(self, number: int) -> str | None:
        """A body that the article calls by a noun only: "army", "general staff"."""
        common = load_words("bodies")["common"]
        two = self.index.span(max(0, number - 1), number).words(self.index.text).lower()
        one = self.index.lower(number)
        return two if two in common else one if one in common else None

    def _named(self, referent: Referent) -> str | None:
        """The fullest form of a named person or body; None for what has no name."""
        if referent.key.startswith(NOUN) or referent.sort == PLACE:
            return None
        if referent.sort == PERSON:
            return referent.person
        if referent.sort == BODY and referent.mention is not None:
            return self.sorts.fullest(self.index.text[referent.mention.start : referent.mention.end], BODY)
        return None

    def _canonical(self, link: ChainLink) -> str | None:
        return self.sorts.fullest(link.name, BODY) if link.kind in BODIES and link.name else link.name
