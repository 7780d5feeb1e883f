"""Finds who gave a document out, and which earlier document "the letter" is."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.source_phrase import Phrase, noun_lemma, noun_phrase_after, phrase_of
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceKind

KEPT = 12  # media kept; "the letter" further on stays as it is
PAIR = 2  # "in which"
DESCRIBING = frozenset(("NN", "NNP", "NNS", "JJ", "VBN", "CD", "DT", "PRP$"))  # tags before a noun
WIDEST = 8  # tokens before a noun that describe it
REACH = 6  # sentences from "said in a letter" to "the letter says"


@dataclass(frozen=True, slots=True)
class Medium:
    """A document in which somebody spoke ("said in a letter"), with the links up to that speaker."""

    position: int
    lemma: str
    link: ChainLink
    before: tuple[ChainLink, ...]


class Media:
    """The documents of one article that were means first, and may be sources later."""

    def __init__(self, index: DocIndex) -> None:
        self.index = index
        self._kept: deque[Medium] = deque(maxlen=KEPT)

    def keep(self, numbers: Sequence[int], before: Sequence[ChainLink]) -> None:
        """Keep what was said "in a letter to parliament", by whom `before` ends with."""
        phrase = phrase_of(self.index, _narrowed(self.index, numbers)) if numbers else None
        if phrase is None or phrase.lemma not in load_words("nouns")["document"] or not before:
            return
        words = " ".join(phrase.described.words(self.index.text).split())
        link = ChainLink(SourceKind.DOCUMENT, words, (self.index.span(numbers[0], phrase.numbers[-1]),))
        self._kept.append(Medium(link.spans[0].start, phrase.lemma, link, tuple(before)))

    def recall(self, phrase: Phrase, position: int) -> Medium | None:
        """The document that "the letter" calls, where somebody near by spoke in a letter."""
        if not phrase.is_definite or phrase.is_plural or phrase.mention is not None:
            return None
        for medium in reversed(self._kept):
            away = self.index.sentence_number(position) - self.index.sentence_number(medium.position)
            if medium.lemma == phrase.lemma and medium.position < position and away <= REACH:
                return medium
        return None


def find_releaser(index: DocIndex, document: Phrase) -> list[int]:
    """The tokens of whoever gave a document out: "a memo released by the ministry", "that it released"."""
    relays = load_words("relays")
    numbers = sorted({*index.subtree(document.head), *document.numbers})
    numbers = [n for n in numbers if n > document.head]
    for n in numbers:
        if index.lemma(n) in relays["releasing"] and index.tokens[n].pos == "VERB":
            subjects = [one for one in index.children(n) if index.tokens[one].dep == "nsubj"]
            if subjects and document.head < subjects[0] and index.tokens[subjects[0]].pos != "PRON":
                return [one for one in index.subtree(subjects[0]) if one in numbers]
            by = [one for one in numbers if one > n and index.lower(one) == "by"]
            if by:
                return noun_phrase_after(index, by[0] + 1, frozenset())
    after = document.head + 1
    if after < len(index.tokens) and index.lower(after) in {"that", "which"}:  # however it is parsed
        subject = noun_phrase_after(index, after + 1, frozenset())
        verb = subject[-1] + 1 if subject else len(index.tokens)
        if verb < len(index.tokens) and index.lemma(verb) in relays["releasing"]:
            return subject if index.tokens[subject[-1]].pos != "PRON" else []
    if document.lemma in relays["data"] and after in document.numbers and index.lower(after) == "from":
        return noun_phrase_after(index, after + 1, frozenset())
    return _owner(index, document)


def document_above(index: DocIndex, source: Sequence[int], cue: Sequence[int]) -> list[int]:
    """ "messages in which <a commander> boasts": the document in which somebody's words stand."""
    first = min((*source, *cue), default=0)
    if first < PAIR or index.lower(first - 1) != "which" or index.lower(first - 2) != "in":
        return []
    verb = next((n for n in cue if index.tokens[n].dep == "relcl"), None)
    noun = index.tokens[verb].head if verb is not None else first - PAIR - 1
    lists = load_words("nouns")
    if noun >= first or not (
        noun_lemma(index, noun) in lists["document"] or index.lemma(noun) in lists["own_reports"]
    ):
        return []
    first = noun
    while first > max(0, noun - WIDEST) and index.tokens[first - 1].tag in DESCRIBING:
        first -= 1
    return list(range(first, noun + 1))


def is_quoted_in(index: DocIndex, cue: Sequence[int], phrase: Sequence[int]) -> bool:
    """ "In the report, a guard is quoted as saying": the document stands between."""
    is_passive = any(index.lemma(n) in load_words("relays")["citing"] for n in cue) and any(
        index.lemma(n) == "be" for n in cue
    )
    return is_passive and index.lemma(phrase[-1]) in load_words("nouns")["document"]


def _owner(index: DocIndex, document: Phrase) -> list[int]:
    """ "Orlin" in "Orlin's own annual report": whoever owns a document and has a name."""
    marks = [n for n in document.numbers if n < document.head and index.tokens[n].tag == "POS"]
    if not marks or marks[0] == document.numbers[0]:
        return []
    mention = index.mention_at(marks[0] - 1)
    before = [n for n in document.numbers if n < marks[0]]
    return before if mention is not None and mention.kind == "ORG" else []


def _narrowed(index: DocIndex, numbers: Sequence[int]) -> list[int]:
    """A noun with the preposition after it: "filing to the exchange"; not what follows a mark or a verb."""
    following = [n for n in index.children(numbers[-1]) if n > numbers[-1] and index.tokens[n].dep == "prep"]
    if not following or following[0] != numbers[-1] + 1:
        return list(numbers)
    found = [*numbers, following[0]]
    return [*found, *noun_phrase_after(index, following[0] + 1, frozenset())]
