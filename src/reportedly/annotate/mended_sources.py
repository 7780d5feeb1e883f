"""Mends the words of a source that were marked too long or too short, before they are read."""

import re
from collections.abc import Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.source_phrase import NOMINAL, noun_lemma
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution
from reportedly.types.span import Span, Spans

CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?|\d{2}"
)  # before a live blog's entry, perhaps cut in two
LONGEST = 60  # tokens of one source that are mended
PAIR = 2  # tokens between a source and the noun before it
WIDEST = 8  # tokens before a source that may belong to it
MARKS = frozenset(("PUNCT", "SPACE"))


def mend_source(index: DocIndex, row: Attribution) -> Spans:
    """The spans of a row's source: without a headline or a clock before it or a preposition after it, with
    the name after "the newspaper" and the document before "from the firm".
    """
    numbers = index.numbers_of(row.source)
    if not numbers or len(numbers) > LONGEST:
        return row.source
    taken = frozenset(index.numbers_of(row.cue))
    mended = _trimmed(index, _last_paragraph(index, numbers))
    mended = _with_apposed(index, _with_place(index, mended, taken), taken)
    mended = _with_name(index, _with_count(index, _with_document(index, mended, taken), taken), taken)
    return row.source if mended == numbers or not mended else (index.span(mended[0], mended[-1]),)


def _last_paragraph(index: DocIndex, numbers: list[int]) -> list[int]:
    """The tokens after the last line break: before it stands a headline."""
    for place in range(len(numbers) - 1, 0, -1):
        if "\n" in index.text[index.tokens[numbers[place - 1]].end : index.tokens[numbers[place]].start]:
            return numbers[place:]
        if "\n" in index.word(numbers[place]) and place + 1 < len(numbers):
            return numbers[place + 1 :]
    return numbers


def _trimmed(index: DocIndex, numbers: list[int]) -> list[int]:
    rest = list(numbers)
    while len(rest) > 1 and _is_before_source(index, rest):
        rest.pop(0)
    while len(rest) > 1 and index.tokens[rest[-1]].pos == "ADP" and index.lower(rest[-1]) != "there":
        rest.pop()
    if len(rest) > 1 and index.lower(rest[0]) in load_words("nouns")["relative"]:
        is_clause = any(index.tokens[n].pos in {"VERB", "AUX"} for n in rest[1:])
        return rest[:1] if is_clause else _without_that(index, rest)
    return _from_last_determiner(index, rest)


def _is_before_source(index: DocIndex, numbers: Sequence[int]) -> bool:
    """Whether the first token is a mark, a clock's time, or the "one" of "one, a mechanic"."""
    first = numbers[0]
    if index.tokens[first].pos in MARKS:
        return True
    if index.lower(first) == "one" and index.word(numbers[1]) == "," and len(numbers) > 2:
        return True
    if not CLOCK.fullmatch(index.word(first)):
        return False
    start = index.tokens[first].start
    begins = index.text.rfind("\n", 0, start) + 1
    return CLOCK.match(index.text[begins : start + 3]) is not None and start - begins <= len("12:")


def _without_that(index: DocIndex, numbers: list[int]) -> list[int]:
    """ "that Orvane's head", "that officials": a conjunction, where no singular noun follows it."""
    is_pointing = index.tokens[numbers[1]].tag in {"NN", "JJ"} and index.tokens[numbers[0]].pos == "DET"
    return numbers if is_pointing or index.lower(numbers[0]) != "that" else numbers[1:]


def _from_last_determiner(index: DocIndex, numbers: list[int]) -> list[int]:
    """ "<At the funeral> the commander": a noun with nothing between it and "the" belongs to the sentence."""
    for place in range(len(numbers) - 1, 0, -1):
        n, before = numbers[place], numbers[place - 1]
        if index.lower(n) == "the" and index.tokens[before].pos == "NOUN" and n == before + 1:
            return numbers[place:]
    return numbers


def _with_document(index: DocIndex, numbers: list[int], taken: frozenset[int]) -> list[int]:
    """ "data from <the firm>": the document is the source, not whoever it comes from."""
    first = numbers[0]
    head = _head_before(index, first, numbers)
    if head is None or head in taken:
        return numbers
    below = [n for n in index.subtree(head) if first - WIDEST <= n < first]
    start = min(below, default=first)
    return numbers if taken & set(range(start, first)) else [*range(start, first), *numbers]


def _head_before(index: DocIndex, first: int, numbers: Sequence[int]) -> int | None:
    """The noun before "from <X>", "released by <X>" or "that <X published>"."""
    lists, relays = load_words("nouns"), load_words("relays")
    if first < PAIR:
        return None
    word, head = index.lower(first - 1), first - 2
    if word == "by" and index.tokens[head].pos == "VERB" and head > 0:
        is_quoted = index.lemma(head) in relays["citing"]
        is_given = index.lemma(head) in relays["releasing"] or index.lemma(head) in relays["obtaining"]
        noun = head - 1
        is_person = index.tokens[noun].pos == "NOUN" and noun_lemma(index, noun) not in lists["document"]
        is_document = noun_lemma(index, noun) in lists["document"]
        return noun if (is_quoted and is_person) or (is_given and is_document) else None
    is_clause = word in {"that", "which"} and index.tokens[numbers[-1]].pos == "VERB"
    if word not in {"from", "by", "of"} and not is_clause:
        return None
    is_document = noun_lemma(index, head) in lists["document"] and index.tokens[head].pos in NOMINAL
    return head if is_document else None


def _with_count(index: DocIndex, numbers: list[int], taken: frozenset[int]) -> list[int]:
    """ "at least <a dozen members>": how many there are belongs to them."""
    first = numbers[0]
    lists = load_words("nouns")
    is_counted = any(
        index.tokens[n].pos == "NUM" or index.lower(n) in lists["selecting"] for n in numbers[:2]
    )
    for length in (3, 2, 1):
        start = first - length
        if not is_counted or start < 0 or taken & set(range(start, first)):
            continue
        words = " ".join(index.span(start, first - 1).words(index.text).lower().split())
        if words in lists["approximate"]:
            return [*range(start, first), *numbers]
    return numbers


def _with_name(index: DocIndex, numbers: list[int], taken: frozenset[int]) -> list[int]:
    """ "<the newspaper> Daybreak": the name that the noun introduces."""
    last = numbers[-1]
    following = last + 1
    if following >= len(index.tokens) or following in taken or noun_lemma(index, last) not in _introducing():
        return numbers
    mention = index.mention_at(following)
    is_name = index.tokens[following].pos == "PROPN" and index.word(following)[0].isupper()
    if not is_name or (mention is not None and mention.kind in {"DATE", "TIME"}):
        return numbers
    span = Span(mention.start, mention.end) if mention is not None else index.span(following, following)
    name = list(index.numbers(span))
    return numbers if taken & set(name) else [*numbers, *(n for n in name if n > last)]


def _with_place(index: DocIndex, numbers: list[int], taken: frozenset[int]) -> list[int]:
    """ "the hospital in <Selby>": the subject is the noun before the preposition, not the place."""
    first = numbers[0]
    if first < PAIR or index.tokens[first - 1].pos != "ADP" or index.tokens[first].pos != "PROPN":
        return numbers
    noun = index.tokens[first - 1].head
    lists = load_words("nouns")
    is_known = index.lemma(noun) in lists["organisation"] or index.lemma(noun) in lists["person"]
    if noun != first - PAIR or index.tokens[noun].dep != "nsubj" or not is_known:
        return numbers
    start = min((n for n in index.subtree(noun) if first - WIDEST <= n <= noun), default=noun)
    return numbers if taken & set(range(start, first)) else [*range(start, first), *numbers]


def _with_apposed(index: DocIndex, numbers: list[int], taken: frozenset[int]) -> list[int]:
    """ "<The prosecutor general>, Ana Brook, said": the name of whoever speaks."""
    comma = numbers[-1] + (index.word(numbers[-1]) != ",")
    if comma + PAIR >= len(index.tokens) or index.word(comma) != ",":
        return numbers
    mention = index.mention_at(comma + 1)
    if mention is None or mention.kind != "PERSON" or noun_lemma(index, comma - 1) not in _roles():
        return numbers
    name = index.numbers(Span(mention.start, mention.end))
    is_closed = name.stop < len(index.tokens) and index.word(name.stop) == ","
    is_free = is_closed and not taken & set(range(comma, name.stop))
    return [*numbers, *(n for n in range(comma, name.stop) if n > numbers[-1])] if is_free else numbers


def _roles() -> frozenset[str]:
    return load_words("nouns")["person"].words


def _introducing() -> frozenset[str]:
    nouns = load_words("nouns")
    return nouns["outlets"].words | nouns["agencies"].words | nouns["companies"].words
