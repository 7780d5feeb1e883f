"""Finds the body that an unnamed spokesperson speaks for, and the spokesperson through whom a body speaks."""

import re

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, mention_words
from reportedly.annotate.source_phrase import Phrase
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span

BESIDE = 2  # tokens from a noun over a comma to a name
READ = 3000  # characters before it in which a name that the name finder missed is sought
NAMES_READ = 40  # names before "a ministry spokesman" that are weighed


def speaker_through(index: DocIndex, names: NameBook, phrase: Phrase) -> str | None:
    """ "the group itself, through its spokesman, Ivan Petrov": the spokesman."""
    for n in phrase.numbers:
        if n <= phrase.head or index.lower(n) not in {"through", "via"}:
            continue
        rest = index.span(n, phrase.numbers[-1])
        spokes = load_words("nouns")["spokespersons"]
        if any(index.lemma(one) in spokes for one in index.numbers(rest)):
            for mention in index.mentions_in(rest):
                if names.is_person(mention):
                    return names.person_of(mention)
    return None


def spoken_by_office(index: DocIndex, phrase: Phrase) -> str:
    """The body in "the Fisheries Ministry's press office"; nothing where there is no such office."""
    marks = [n for n in phrase.numbers if n < phrase.head and index.tokens[n].tag == "POS"]
    if not marks or marks[-1] + 1 > phrase.head:
        return ""
    office = " ".join(index.span(marks[-1] + 1, phrase.head).words(index.text).lower().split())
    owner = Span(phrase.described.start, index.tokens[marks[-1] - 1].end).words(index.text)
    return owner if office in load_words("nouns")["press_offices"] else ""


def spoken_for(index: DocIndex, names: NameBook, phrase: Phrase) -> str | None:
    """The body that a spokesperson speaks for, by the words before or after the noun."""
    before = [
        n for n in phrase.numbers if n < phrase.head and index.tokens[n].start >= phrase.described.start
    ]
    after = [n for n in phrase.numbers if n > phrase.head + 1 and index.tokens[n].end <= phrase.described.end]
    follows = phrase.head + 1 in phrase.numbers and index.lower(phrase.head + 1) in {
        "for",
        "of",
        "from",
        "at",
    }
    for numbers in (after if follows else [], before):
        if not numbers:
            continue
        last = index.mention_at(numbers[-1])
        is_name = (
            last is not None and last.kind in {"ORG", "GPE", "FAC", "NORP"} and not names.is_person(last)
        )
        noun = any(index.lemma(n) in load_words("nouns")["organisation"] for n in numbers)
        if is_name or noun:
            words = index.span(numbers[0], numbers[-1]).words(index.text)
            bare = words.removeprefix("the ")
            return _body_called(index, names, bare, numbers[0]) or names.organisation(words)
    return None


def body_beside(index: DocIndex, names: NameBook, phrase: Phrase) -> Mention | None:
    """The name in "the operator, Orlin Sark,": a body that the noun introduces."""
    for mention in index.mentions_in(index.span(phrase.head, phrase.numbers[-1])):
        first = index.numbers(Span(mention.start, mention.end)).start
        is_next = first == phrase.head + BESIDE and index.word(phrase.head + 1) == ","
        if is_next and mention.kind == "ORG" and not names.is_person(mention):
            return mention
    return None


def _body_called(index: DocIndex, names: NameBook, noun: str, number: int) -> str | None:
    """ "a ministry spokesman": the last body before it with that noun in its name."""
    if " " in noun or not noun.islower():
        return None
    for mention in index.mentions_before(index.tokens[number].start, NAMES_READ):
        words = mention_words(index, mention)
        if mention.kind in {"ORG", "FAC"} and noun in words.lower().split():
            return names.organisation(words)
    before = index.text[max(0, index.tokens[number].start - READ) : index.tokens[number].start]
    named = re.findall(rf"(?:[A-Z][\w’'-]{{1,20}} ){{1,3}}{noun.capitalize()}\b", before)
    return names.organisation(named[-1]) if named else None
