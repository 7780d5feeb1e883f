"""Mends the name finder's list: persons that it cut short, mislabelled or missed.

The small English model labels "Ana Brook" an organisation called "Brook", and misses a bare surname at the
beginning of a sentence that it finds in full elsewhere.
"""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.facts.titles import load_genders
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Doc, Mention, Token

LONGEST = 3  # words after a given name that may belong to the person's name


def mend_mentions(doc: Doc) -> tuple[Mention, ...]:
    """The names of `doc`, in order, none overlapping another."""
    mentions = doc.mentions or ()
    added = _after_given_names(doc, mentions)
    starts = [one.start for one in added]
    kept = [one for one in mentions if not _overlaps(one, added, starts)]
    both = sorted((*kept, *added), key=lambda one: one.start)
    surnames = _missed_surnames(doc, both)
    return tuple(sorted((*both, *surnames), key=lambda one: one.start))


def _after_given_names(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Ana Brook" where no name, or only "Brook", was found."""
    tokens = doc.tokens or ()
    starts = [one.start for one in mentions]
    genders = load_genders()
    found: list[Mention] = []
    for number, token in enumerate(tokens):
        is_given = token.pos == "PROPN" and doc.text[token.start : token.end] in genders
        if not is_given or _at(mentions, starts, token.start) is not None:
            continue
        last = _last_of_name(doc, tokens, number)
        end = tokens[last].end
        after = _at(mentions, starts, tokens[last].start)
        is_free = after is None or (after.kind != "PERSON" and after.end <= end)
        if last > number and is_free and (not found or found[-1].end <= token.start):
            found.append(Mention(token.start, end, "PERSON"))
    return found


def _last_of_name(doc: Doc, tokens: Sequence[Token], number: int) -> int:
    """The last token of the name that begins with the given name `number`."""
    organisations = load_words("nouns")["organisation"]
    last = number
    for n in range(number + 1, min(number + 1 + LONGEST, len(tokens))):
        word = doc.text[tokens[n].start : tokens[n].end]
        if tokens[n].pos != "PROPN" or not word[0].isupper():
            break
        if word.lower() in organisations:
            return number
        last = n
    return last


def _missed_surnames(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Bare surnames of persons who are named in full elsewhere."""
    starts = [one.start for one in mentions]
    full = [doc.text[one.start : one.end].split() for one in mentions if one.kind == "PERSON"]
    surnames = {_bare(words[-1]) for words in full if len(words) > 1} - {""}
    return [
        Mention(token.start, token.end, "PERSON")
        for token in doc.tokens or ()
        if token.pos == "PROPN"
        and doc.text[token.start : token.end] in surnames
        and _at(mentions, starts, token.start) is None
    ]


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").strip(".,")


def _at(mentions: Sequence[Mention], starts: Sequence[int], position: int) -> Mention | None:
    before = bisect_right(starts, position) - 1
    return mentions[before] if before >= 0 and mentions[before].end > position else None


def _overlaps(mention: Mention, others: Sequence[Mention], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, mention.end - 1) - 1
    return before >= 0 and others[before].end > mention.start
