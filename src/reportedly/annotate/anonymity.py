"""Describes unnamed sources in the text's own words: who, how many, on what condition, and why."""

from dataclasses import dataclass, replace

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.source_phrase import Phrase, clause_end
from reportedly.lang.lexicon import load_patterns, load_words
from reportedly.types.attribution import ChainLink
from reportedly.types.span import Span

FURTHEST = 700  # characters read on either side of a source; bounds the work where a sentence never ends
BETWEEN = " ,—–-"  # what may stand between a condition and its reason
PAIR = 2  # "both officials"
OPENERS = frozenset(("he", "she", "they", "both", "all", "the", "it", "each", "neither", "like"))


@dataclass(frozen=True, slots=True)
class Grounds:
    """The condition on which a source stays unnamed and the reason given, with their place in the text."""

    condition: str | None
    reason: str | None
    start: int


def described_words(index: DocIndex, phrase: Phrase) -> str:
    """The noun phrase with the clause that narrows it ("drivers who escaped the fire"), without article and
    without "unnamed" or "anonymous"; what only says why nobody is named is left out.
    """
    end = clause_end(index, phrase.numbers, phrase.described.end)
    words = Span(phrase.described.start, end).words(index.text)
    grounds = find_grounds(words)
    if grounds is not None and grounds.start > 0:
        words = words[: grounds.start]
        last = words.rpartition(" ")[2] if not words.endswith(" ") else words.split()[-1]
        if last.lower() in load_words("nouns")["relative"]:
            words = words.rstrip().removesuffix(last)
    words = without_owner(words)
    kept = [word for word in words.split() if word.lower().strip(",") not in load_words("nouns")["anonymous"]]
    return " ".join(kept).strip(" ,;:—–")


def without_owner(words: str) -> str:
    """ "author" for "its author": an owner that only a pronoun names describes nobody."""
    first, _, rest = words.partition(" ")
    is_owner = first.lower() in load_words("nouns")["possessives"] and not rest.startswith("own ")
    return rest if rest and is_owner else words


def count_sources(index: DocIndex, phrase: Phrase) -> str | int | None:
    """How many the phrase says they are: "one", "several", a number, or None for a mass."""
    before = [n for n in phrase.numbers if n < phrase.head]
    lists = load_words("nouns")
    if before and index.lower(before[0]) == "one" and phrase.is_plural:
        return "one"
    for n in before:
        if index.lower(n) == "both":
            return PAIR
        if index.word(n + 1) == "-":  # "a 34-year-old woman"
            continue
        number = _number(index.lower(n))
        if number is not None and (phrase.is_plural or number > 1):
            return number
    if phrase.is_plural or any(index.lower(n) in lists["quantifiers"] for n in before):
        return "several"
    return "one" if index.tokens[phrase.head].tag in {"NN", "NNP", "PRP", "CD"} else None


def find_grounds(text: str, start: int = 0, end: int | None = None) -> Grounds | None:
    """The first condition or reason for anonymity between two positions of `text`."""
    stop = len(text) if end is None else end
    conditions = [one.pattern.search(text, start, stop) for one in load_patterns("anonymity", "conditions")]
    found = min((match for match in conditions if match), key=lambda match: match.start(), default=None)
    if found is not None:
        return Grounds(found.group(), _reason_after(text, found.end(), stop), found.start())
    for one in load_patterns("anonymity", "reasons"):
        match = one.pattern.search(text, start, stop) if one.is_alone else None
        if match:
            return Grounds(None, _trim(match.group()), match.start())
    return None


def grounds_near(index: DocIndex, phrase: Phrase) -> Grounds | None:
    """The grounds in the sentence of an unnamed source, or in a neighbouring one that speaks of it."""
    inside = index.span(phrase.numbers[0], phrase.numbers[-1])
    position, lemma = inside.start, phrase.lemma
    number = index.sentence_number(position)
    own = index.sentence_at(position)
    around = Span(max(own.start, position - FURTHEST), min(own.end, position + FURTHEST))
    found = find_grounds(index.text, around.start, around.end)
    within = find_grounds(index.text, inside.start, inside.end)
    if within is not None and within.reason is not None:
        found = within  # the sentence's would run on into what is said
    for near in (number + 1, number - 1):
        if found is None and 0 <= near < len(index.sentences):
            sentence = index.sentences[near]
            if _speaks_of(index, sentence, lemma):
                found = find_grounds(index.text, sentence.start, min(sentence.end, sentence.start + FURTHEST))
    return found


def with_grounds(link: ChainLink, condition: str | None, reason: str | None) -> ChainLink:
    """The link with a condition and a reason where it has none."""
    return replace(link, condition=link.condition or condition, reason=link.reason or reason)


def _speaks_of(index: DocIndex, sentence: Span, lemma: str) -> bool:
    """Whether a sentence begins with a pronoun or with the same noun under a definite article."""
    numbers = index.numbers(sentence)
    if any(one.outer.start <= sentence.start for one in index.quotations_around(sentence.start)):
        return False  # somebody else's words
    first = [n for n in numbers[:10] if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    if not first or index.lower(first[0]) not in OPENERS:
        return False
    if index.tokens[first[0]].pos == "PRON":
        return True
    return any(index.lemma(n) == lemma for n in first)


def _reason_after(text: str, start: int, stop: int) -> str | None:
    while start < stop and text[start] in BETWEEN:
        start += 1
    for one in load_patterns("anonymity", "reasons"):
        match = one.pattern.match(text, start, stop)
        if match:
            return _trim(match.group())
    return None


def _trim(words: str) -> str:
    return words.strip(" ,;:")


def _number(word: str) -> int | None:
    cardinals = load_words("nouns")["cardinals"].tested
    if word in cardinals:
        return cardinals.index(word) + 1
    digits = word.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None
