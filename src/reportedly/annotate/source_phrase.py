"""Reads the noun phrase of a source: its head, its determiner, its number, the words that describe it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span, Spans

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
ENDING = frozenset(("ADP", "SCONJ", "VERB", "AUX", "CCONJ", "ADV", "ADJ", "INTJ", "X"))  # after the head
CLOSING_MARKS = frozenset((",", "(", "[", ";", ":", "—", "–", "--", "-", "”", '"', "."))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
INDEFINITE = frozenset(("a", "an", "another", "one", "some", "any", "no"))
BEFORE = frozenset(("by", "from", "in"))  # prepositions that stray into a source
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
LONGEST_ENDING = 3  # characters of "’s" and a stop
LOOKED_AT = 2  # tokens after a head in which ", who" stands
LONGEST = 60  # tokens read of one source; relative clauses beyond describe, but do not name


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase. `numbers` are its tokens, `described` the characters from its first word to the end of
    what describes it, without article and clauses; `pronoun` the pronoun in lower case where it is only that.
    """

    numbers: tuple[int, ...]
    head: int
    lemma: str
    described: Span
    mention: Mention | None
    is_definite: bool
    is_indefinite: bool
    is_plural: bool
    pronoun: str | None

    @property
    def is_bare(self) -> bool:
        """Whether no determiner stands before it."""
        return not (self.is_definite or self.is_indefinite)


def read_phrase(index: DocIndex, spans: Spans) -> Phrase | None:
    """The phrase in `spans`; None where there is no word in them."""
    numbers = [n for n in index.numbers_of(spans) if index.tokens[n].pos not in {"PUNCT", "SPACE"} or n]
    return phrase_of(index, numbers[:LONGEST])


def phrase_of(index: DocIndex, numbers: Sequence[int]) -> Phrase | None:
    """The phrase that these tokens make."""
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    while len(words) > 1 and index.lower(words[0]) in BEFORE:  # "<by several people> is tweeted"
        words.pop(0)
    while len(words) > 1 and index.word(words[-1])[0] in "'’" and index.tokens[words[-1]].tag != "POS":
        words.pop()  # "we've"
    if not words:
        return None
    head = _find_head(index, numbers)
    first = index.lower(words[0])
    mention = index.mention_at(head)
    if mention is not None and mention.end > index.tokens[numbers[-1]].end + LONGEST_ENDING:
        mention = None  # a name that runs on beyond the source is a slip of the name finder
    lemma = noun_lemma(index, head)
    alone = len(words) == 1 and (
        index.tokens[head].pos == "PRON" or lemma in load_words("nouns")["pronouns_self"]
    )
    return Phrase(
        numbers=tuple(numbers),
        head=head,
        lemma=lemma,
        described=_describe(index, words, head),
        mention=mention,
        is_definite=first in DEFINITE,
        is_indefinite=first in INDEFINITE,
        is_plural=index.tokens[head].tag in PLURAL_TAGS or lemma + "s" == index.lemma(head),
        pronoun=index.lower(head) if alone else None,
    )


def noun_lemma(index: DocIndex, number: int) -> str:
    """The lemma of a noun; spaCy leaves capitalised plurals as they are: they lose their "s" here."""
    lemma, tag = index.lemma(number), index.tokens[number].tag
    if number > 1 and index.word(number - 1) == "-" and not _closes(index, number - 1):
        return f"{index.lower(number - 2)}-{lemma}"  # "op-ed" is cut into three
    if lemma.endswith("s") and tag in {"NNPS", "NNP"}:
        nouns = load_words("nouns")
        is_known = lemma[:-1] in nouns["group"] or lemma[:-1] in nouns["person"]
        return lemma[:-1] if tag == "NNPS" or (is_known and index.mention_at(number) is None) else lemma
    return lemma


def noun_phrase_after(index: DocIndex, number: int, barred: frozenset[int], limit: int = 12) -> list[int]:
    """The tokens of the noun phrase that begins at token `number`; empty where none begins there."""
    found: list[int] = []
    has_head = False
    for n in range(number, min(number + limit, len(index.tokens))):
        token = index.tokens[n]
        inside = has_head and _same_mention(index, found[-1], n)
        mention = index.mention_at(n)
        if has_head and not inside and mention is not None and mention.kind in {"DATE", "TIME"}:
            break
        if n in barred or token.pos == "SPACE":
            break
        if index.lower(n) == "of" and found and counts(index, found[-1]):  # "one of them"
            found.append(n)
            continue
        if not inside and (token.pos in {"ADP", "SCONJ", "AUX", "CCONJ"} or _closes(index, n)):
            break
        if not inside and has_head and (token.pos in {"VERB", "ADV", "ADJ", "DET", "PRON"}):
            break
        if not has_head and token.pos in {"VERB"} and token.tag not in {"VBN", "VBG"}:
            break
        has_head = has_head or token.pos in NOMINAL
        found.append(n)
    return found if has_head else []


def without_article(index: DocIndex, numbers: Sequence[int]) -> list[int]:
    """The tokens without "the", "a", "an" at their beginning."""
    rest = list(numbers)
    while rest and index.lower(rest[0]) in {"the", "a", "an"}:
        rest.pop(0)
    return rest


def counts(index: DocIndex, number: int) -> bool:
    """Whether a word says how many there are."""
    nouns = load_words("nouns")
    return index.lower(number) in nouns["quantifiers"] or index.lower(number) in nouns["cardinals"]


def _find_head(index: DocIndex, numbers: Sequence[int]) -> int:
    """The last noun before anything that can only follow the head."""
    last: int | None = None
    for position, n in enumerate(numbers):
        token = index.tokens[n]
        is_joined = index.word(n) == "-" and not _closes(index, n) and not _same_mention(index, n - 1, n)
        if (token.tag == "POS" or is_joined) and position + 1 < len(numbers):
            last = None
            continue
        if last is not None and not _same_mention(index, last, n):
            is_quantity = index.lower(n) == "of" and counts(index, last)
            if is_quantity and position + 1 < len(numbers):
                last = None
                continue
            is_title = index.lower(n) in load_words("nouns")["outlet_titles"]  # "the Selby daily Kompas"
            if (
                (token.pos in ENDING and not is_title)
                or _closes(index, n)
                or (
                    token.pos in {"PRON", "DET"} and (token.tag != "PRP$" or index.tokens[last].pos == "NOUN")
                )
            ):
                break
        if token.pos in NOMINAL and token.tag not in {"PRP$", "WP$"}:
            last = n
    return last if last is not None else _any_word(index, numbers)


def _any_word(index: DocIndex, numbers: Sequence[int]) -> int:
    """Where no noun stands, the last word before a verb or preposition ("many in the party")."""
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    for n, after in pairwise(words):
        if index.tokens[after].pos in {"ADP", "VERB", "AUX"}:
            return n
    return words[-1]


def _describe(index: DocIndex, words: Sequence[int], head: int) -> Span:
    """From the first word after the article to the end of the modifiers after the head."""
    dropped = load_words("nouns")["anonymous"].words
    relative = load_words("nouns")["relative"].words
    rest = list(words)
    while len(rest) > 1 and rest[0] < head and index.lower(rest[0]) in {"the", "a", "an", *dropped}:
        rest.pop(0)
    last = head
    for n in range(head + 1, words[-1] + 1):
        if not _same_mention(index, last, n) and (_closes(index, n) or index.lower(n) in relative):
            break
        if index.lower(n) == "speaking" or _is_relayed(index, n) or _begins_clause(index, n):
            break
        if index.tokens[n].pos not in {"PUNCT", "SPACE", "PART"} or index.lower(n) in {"'", "’"}:
            last = n
    return index.span(rest[0], last)


def _begins_clause(index: DocIndex, number: int) -> bool:
    """Whether a pronoun here begins a clause without "who": "experts I spoke with"."""
    is_subject = index.tokens[number].dep in {"nsubj", "nsubjpass"} and index.tokens[number].tag == "PRP"
    return is_subject and index.tokens[number - 1].pos in NOMINAL


def _is_relayed(index: DocIndex, number: int) -> bool:
    """Whether "quoted by" begins here: who passes words on is a link, and describes nobody."""
    is_verb = index.tokens[number].pos == "VERB" and index.lemma(number) in load_words("relays")["citing"]
    return is_verb and number + 1 < len(index.tokens) and index.lower(number + 1) == "by"


def document_start(index: DocIndex, phrase: Phrase) -> int:
    """Where a document's name begins: after the body that owns it ("Orlin's own annual report")."""
    marks = [n for n in phrase.numbers if n < phrase.head and index.tokens[n].tag == "POS"]
    owner = index.mention_at(marks[0] - 1) if marks and marks[0] else None
    if owner is None or owner.kind != "ORG":
        return phrase.described.start
    rest = [n for n in phrase.numbers if marks[0] < n <= phrase.head and index.lower(n) != "own"]
    return index.tokens[rest[0]].start if rest else phrase.described.start


def document_end(index: DocIndex, phrase: Phrase) -> int:
    """Where a document's name ends: before "seen by Reuters", "that the ministry released"."""
    end = index.tokens[phrase.head].end
    relays = load_words("relays")
    for n in phrase.numbers:
        token = index.tokens[n]
        if n <= phrase.head or token.end > phrase.described.end:
            continue
        is_given = index.lemma(n) in relays["obtaining"] or index.lemma(n) in relays["releasing"]
        if (token.pos == "VERB" and is_given) or token.tag == "PRP$" or _closes(index, n):
            break
        if token.pos not in {"ADV", "DET", "AUX"}:
            end = token.end
    return end


def is_person_by_clause(index: DocIndex, phrase: Phrase) -> bool:
    """ "a crane operator, who", "a party figure who", "a senior figure": a person, as words for things
    may call.
    """
    if phrase.is_plural:
        return False
    following = range(phrase.head + 1, min(phrase.head + 1 + LOOKED_AT, len(index.tokens)))
    after = [n for n in following if index.word(n) != ","]
    before = [index.lower(n) for n in phrase.numbers if n < phrase.head]
    lists = load_words("nouns")
    is_figure = phrase.lemma in lists["figures"] and any(word in lists["ranks"] for word in before)
    return is_figure or (bool(after) and index.lower(after[0]) in {"who", "whom"})


def clause_end(index: DocIndex, numbers: Sequence[int], start: int) -> int:
    """Where a clause that goes on after position `start` without a comma ends; `start` where none does."""
    end = start
    for n in numbers:
        token = index.tokens[n]
        if token.start < start:
            continue
        if _closes(index, n) or index.lower(n) == "speaking" or token.pos == "CCONJ":
            break
        if token.pos not in {"PUNCT", "SPACE"}:
            end = token.end
    return end


def _closes(index: DocIndex, number: int) -> bool:
    word = index.word(number)
    start = index.tokens[number].start
    if word == "-":  # a dash where a space stands before it, else a hyphen
        return start == 0 or index.text[start - 1].isspace()
    return word in CLOSING_MARKS and (word != "." or index.tokens[number].pos == "PUNCT")


def _same_mention(index: DocIndex, first: int, second: int) -> bool:
    mention = index.mention_at(first)
    return mention is not None and mention is index.mention_at(second)
