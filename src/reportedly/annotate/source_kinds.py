"""Says what a source phrase stands for: an outlet, a person, a body, a document, a group, nobody named."""

import re
from dataclasses import dataclass

from reportedly.annotate.anonymity import count_sources, described_words, without_owner
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NAMED_KINDS, NameBook, mention_words
from reportedly.annotate.source_phrase import (
    Phrase,
    counts,
    document_end,
    document_start,
    is_person_by_clause,
)
from reportedly.annotate.spokespersons import body_beside, speaker_through, spoken_by_office, spoken_for
from reportedly.facts.outlets import Outlet
from reportedly.facts.titles import split_titles
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.doc import Mention
from reportedly.types.span import Span, Spans

HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee")  # of singular nouns that no list holds
DOCUMENT_NAMES = frozenset(("WORK_OF_ART", "LAW"))
SHARES = frozenset(("PERCENT", "CARDINAL"))
COMMON = frozenset(("NOUN", "ADJ", "DET", "PUNCT", "NUM"))  # words that introduce a name
COPY = re.compile(r"^(?:[Cc]opy|[Cc]opies) of (?:the |an? )?")
JOINING = frozenset(("of", "for", "in", "at", "from", "on", "with", "to", "by", "and", "or"))
PAIR = 2  # words of a name that common words introduce
BODIES = frozenset(("ORG", "GPE", "FAC"))  # labels of names that are no person's
GROUP_NAMES = frozenset(("NORP",))


@dataclass(frozen=True, slots=True)
class KindReader:
    """Turns phrases into links, with the names of one article."""

    index: DocIndex
    names: NameBook

    def link(self, phrase: Phrase, spans: Spans) -> ChainLink:
        """The link that `phrase` stands for by its own words."""
        return (
            self._named_person(phrase, spans)
            or self._outlet(phrase, spans)
            or self._common_noun(phrase, spans)
            or self._named_thing(phrase, spans)
            or self._unlisted(phrase, spans)
        )

    def outlet_link(self, outlet: Outlet, spans: Spans) -> ChainLink:
        """The link of an outlet, by the fullest form that the article has."""
        return ChainLink(outlet.kind, self.names.outlet_name(outlet), spans)

    def _named_person(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        through = speaker_through(self.index, self.names, phrase)
        if through:
            return ChainLink(SourceKind.PERSON, through, spans)
        mention = phrase.mention
        if mention is None or not self._heads(phrase, mention) or not self.names.is_person(mention):
            titled = self._person_in_work(mention) if mention is not None else None
            if titled:
                return ChainLink(SourceKind.PERSON, titled, spans)
            mention = self.person_beside(phrase)
        if mention is None:
            return self._known_surname(phrase, spans)
        name = self.names.person_of(mention)
        return ChainLink(SourceKind.PERSON, name, spans) if name else None

    def _person_in_work(self, mention: Mention) -> str | None:
        """The person at the end of a name that was taken for a work's title ("Senate Nominee Ana Brook")."""
        words = mention_words(self.index, mention).split()
        is_work = mention.kind in DOCUMENT_NAMES and len(words) > PAIR
        return self.names.person(" ".join(words[-PAIR:])) if is_work else None

    def _known_surname(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        """A surname that the name finder missed here but found elsewhere."""
        word = self.index.word(phrase.head)
        before = phrase.head - 1
        follows_name = (
            before in phrase.numbers and self.index.word(before)[:1].isupper() and before != phrase.numbers[0]
        )
        is_short = phrase.mention is None or phrase.mention.kind not in NAMED_KINDS
        if follows_name and is_short:
            full = self.names.person(f"{self.index.word(before)} {word}")
            return ChainLink(SourceKind.PERSON, full, spans) if full else None
        is_name = is_short and word[0].isupper() and not follows_name
        name = self.names.person(word) if is_name else None
        return ChainLink(SourceKind.PERSON, name, spans) if name else None

    def person_beside(self, phrase: Phrase) -> Mention | None:
        """The name in "a spokesman for the ministry, Ivan Petrov" or "the spokesman Ivan Petrov"."""
        is_role = phrase.lemma in load_words("nouns")["person"] or phrase.lemma.endswith(HUMAN_ENDINGS)
        if not is_role or (phrase.mention is not None and phrase.lemma not in load_words("nouns")["person"]):
            return None
        for mention in self.index.mentions_in(self.index.span(phrase.head, phrase.numbers[-1])):
            before = self.index.numbers(Span(mention.start, mention.end)).start - 1
            while before in self.names.title_numbers:
                before -= 1
            follows = (
                before == phrase.head or self.index.word(before) == "," or self._is_title(phrase, before)
            )
            if follows and self.names.is_person(mention):
                return mention
        return None

    def _is_title(self, phrase: Phrase, last: int) -> bool:
        """Whether the words from the head to `last` are a title such as "Secretary of State"."""
        words = [self.index.word(n) for n in range(phrase.head, last + 1)]
        return all(word[0].isupper() or word in {"of", "for", "the"} for word in words)

    def _outlet(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        first = self.index.tokens[phrase.numbers[0]].start
        whole = Span(first, self.index.tokens[phrase.numbers[-1]].end)
        head = self.index.tokens[phrase.head]
        for mention in (*self.names.outlets_in(whole), *self.names.outlets_before(first, 1)):
            if mention.span.start <= head.start < mention.span.end:
                return self.outlet_link(mention.outlet, spans)
        lists = load_words("nouns")
        own = (
            phrase.lemma in lists["own_reports"]
            or phrase.lemma in lists["outlets"]
            or phrase.lemma == "agency"
        )
        inside = self.names.outlets_in(Span(first, phrase.described.end)) if own else ()
        return self.outlet_link(inside[0].outlet, spans) if inside else None

    def _common_noun(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        lists = load_words("nouns")
        lemma = phrase.lemma
        special = self._special_noun(phrase, spans)
        if special is not None:
            return special
        if phrase.mention is not None and lemma not in lists["person"] and lemma not in lists["document"]:
            return None
        kind = self._kind_of_noun(phrase)
        if kind is SourceKind.UNNAMED:
            return self._unnamed(phrase, spans)
        if kind is SourceKind.ORGANISATION:
            named = body_beside(self.index, self.names, phrase)
            if named is not None:
                return ChainLink(kind, self.names.organisation(mention_words(self.index, named)), spans)
        return self._described(kind, phrase, spans) if kind else None

    def _special_noun(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        """Pronouns, "State television", "the general staff", "one of them", spokespersons."""
        lists = load_words("nouns")
        if phrase.pronoun is not None:
            return self._pronoun(phrase, spans)
        if phrase.lemma in lists["broadcasts"]:
            return self._described(SourceKind.OUTLET, phrase, spans)
        office = spoken_by_office(self.index, phrase)
        if office or self._words(phrase).lower() in lists["bodies"]:
            words = office or self._words(phrase)
            return ChainLink(SourceKind.ORGANISATION, self.names.organisation(words), spans)
        is_of_several = self.index.tokens[phrase.head].tag == "PRP" and phrase.numbers[0] < phrase.head
        is_counted = is_of_several and counts(self.index, phrase.numbers[0])
        if is_counted or self.index.lower(phrase.head) in lists["somebody"]:  # "someone close to the family"
            return self._unnamed(phrase, spans)
        return self._spokesperson(phrase, spans) if phrase.lemma in lists["spokespersons"] else None

    def _kind_of_noun(self, phrase: Phrase) -> SourceKind | None:
        """What the lists of nouns say; None where none holds the head."""
        lists = load_words("nouns")
        is_collective = self.index.lower(phrase.head) in lists["collective"]
        is_several = phrase.is_plural and (is_collective or phrase.lemma in lists["group"])
        if (is_several or is_collective) and not (is_several and self._is_selected(phrase)):
            return SourceKind.COLLECTIVE
        if is_several or phrase.lemma in lists["person"] or phrase.lemma in lists["group"]:
            return SourceKind.UNNAMED
        kinds = (SourceKind.COLLECTIVE, SourceKind.DOCUMENT, SourceKind.ORGANISATION)
        kind = next((kind for kind in kinds if phrase.lemma in lists[kind.value]), None)
        if kind in {SourceKind.ORGANISATION, SourceKind.DOCUMENT} and is_person_by_clause(self.index, phrase):
            return SourceKind.UNNAMED
        is_groups = kind is SourceKind.ORGANISATION and phrase.is_plural  # "rights groups"
        return SourceKind.COLLECTIVE if is_groups else kind

    def _pronoun(self, phrase: Phrase, spans: Spans) -> ChainLink:
        """A pronoun that nothing before it explains."""
        if phrase.pronoun in load_words("nouns")["somebody"] or phrase.pronoun == "another":
            return ChainLink(SourceKind.UNNAMED, None, spans, described_as=phrase.pronoun, count="one")
        words = self.index.tokens[phrase.head]
        is_group = words.tag in {"NN", "DT", "JJ"}  # "everyone", "some", "many"
        if is_group:
            return ChainLink(SourceKind.COLLECTIVE, self.index.word(phrase.head), spans)
        return ChainLink(SourceKind.UNSPECIFIED, None, spans)

    def _spokesperson(self, phrase: Phrase, spans: Spans) -> ChainLink:
        """The organisation that is spoken for; unnamed where the phrase names none."""
        organisation = spoken_for(self.index, self.names, phrase)
        if organisation:
            return ChainLink(SourceKind.ORGANISATION, organisation, spans)
        return self._unnamed(phrase, spans)

    def _named_thing(self, phrase: Phrase, spans: Spans) -> ChainLink | None:
        mention = phrase.mention
        if mention is None or mention.kind in {
            "CARDINAL",
            "ORDINAL",
            "DATE",
            "TIME",
            "PERCENT",
            "MONEY",
            "QUANTITY",
        }:
            return None
        if mention.kind in DOCUMENT_NAMES:
            return ChainLink(SourceKind.DOCUMENT, self.names.clean(self._words(phrase)), spans)
        if mention.kind in GROUP_NAMES:
            return ChainLink(SourceKind.COLLECTIVE, self.names.clean(self._words(phrase)), spans)
        words = self._words(phrase)
        if mention.start <= phrase.described.start or self._is_introduced(phrase, mention):
            words = mention_words(self.index, mention)
        return ChainLink(SourceKind.ORGANISATION, self.names.organisation(words), spans)

    def _is_introduced(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether only common words stand before a name: "the union federation Orlin"."""
        before = [n for n in phrase.numbers if self.index.tokens[n].end <= mention.start]
        return all(self.index.tokens[n].pos in COMMON or self.index.tokens[n].tag == "HYPH" for n in before)

    def _unlisted(self, phrase: Phrase, spans: Spans) -> ChainLink:
        """A noun that no list holds and no name covers."""
        token = self.index.tokens[phrase.head]
        words = self._words(phrase)
        is_one_name = len(phrase.numbers) == 1 and token.pos == "NOUN" and words[:1].isupper()
        is_name = token.pos == "PROPN" or is_one_name
        if is_name and not phrase.is_plural:
            return self._bare_name(phrase, spans, words)
        is_share = phrase.mention is not None and phrase.mention.kind in SHARES  # "30 percent of voters"
        is_number = token.pos == "NUM" and len(phrase.numbers) == 1  # "one said"
        if is_number or (token.pos == "NOUN" and not phrase.is_plural and self._is_human(phrase)):
            return self._unnamed(phrase, spans)
        is_many = is_share or phrase.is_plural or token.pos not in {"NOUN", "PROPN"}
        return self._described(SourceKind.COLLECTIVE if is_many else SourceKind.DOCUMENT, phrase, spans)

    def _bare_name(self, phrase: Phrase, spans: Spans, words: str) -> ChainLink:
        """A proper name that the name finder missed."""
        if phrase.lemma in load_words("relays")["media"]:  # "Facebook said"
            return ChainLink(SourceKind.ORGANISATION, words, spans)
        known = self.names.person(self.index.word(phrase.head))
        if known is None and self.names.label(words) in BODIES:
            return ChainLink(SourceKind.ORGANISATION, self.names.organisation(words), spans)
        is_full = " " in words or self.names.label(words) == "PERSON"
        if known or (phrase.is_bare and is_full) or split_titles(words).titles:
            return ChainLink(SourceKind.PERSON, known or self.names.full_person(words), spans)
        return ChainLink(SourceKind.ORGANISATION, self.names.organisation(words), spans)

    def _is_human(self, phrase: Phrase) -> bool:
        """Whether a noun that no list holds ends as words for people do, or is an age."""
        is_age = phrase.mention is not None and phrase.mention.kind == "DATE"
        return is_age or phrase.lemma.endswith(HUMAN_ENDINGS)

    def _described(self, kind: SourceKind, phrase: Phrase, spans: Spans) -> ChainLink:
        words = self._words(phrase)
        if kind is SourceKind.ORGANISATION or kind is SourceKind.COLLECTIVE:
            words = without_owner(words)
        if kind is SourceKind.ORGANISATION:
            words = self.names.organisation(split_titles(words).name)
        return ChainLink(kind, words, spans)

    def _unnamed(self, phrase: Phrase, spans: Spans) -> ChainLink:
        return ChainLink(
            SourceKind.UNNAMED,
            None,
            spans,
            described_as=described_words(self.index, phrase),
            count=count_sources(self.index, phrase),
        )

    def _is_selected(self, phrase: Phrase) -> bool:
        """Whether a number, "several" or what they know picks single people out of a group."""
        lists = load_words("nouns")
        before = [self.index.lower(n) for n in phrase.numbers if n < phrase.head]
        if any(word in lists["selecting"] or word.isdigit() for word in before):
            return True
        after = [self.index.lower(n) for n in phrase.numbers if phrase.head < n <= phrase.head + 2]
        return phrase.lemma == "people" and any(word in lists["knowing"] for word in after)

    def _heads(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether the head closes the name; in "the Clinton campaign" it does not."""
        return self.index.tokens[phrase.head].end >= mention.end - len("’s")

    def _words(self, phrase: Phrase) -> str:
        """What describes a source; of a document, without who saw it or gave it out."""
        described = phrase.described
        if phrase.lemma not in load_words("nouns")["document"]:
            return _proper(" ".join(described.words(self.index.text).split()))
        described = Span(document_start(self.index, phrase), document_end(self.index, phrase))
        return COPY.sub("", " ".join(described.words(self.index.text).split()))


def _proper(words: str) -> str:
    """A name without the common words before it: "regime's so-called Defence Ministry"."""
    parts = words.split()
    first = next((place for place, word in enumerate(parts) if word[:1].isupper()), 0)
    is_joined = any(part in JOINING for part in parts[:first])
    return words if is_joined or len(parts) - first > PAIR else " ".join(parts[first:])
