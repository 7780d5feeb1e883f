"""Mends the name finder's list: persons and places that it cut short, mislabelled or missed.

The small English model labels "Ana Brook" an organisation called "Brook", a spokesman's full name another,
a town that it does not know a person, and misses a bare surname at the beginning of a sentence that it finds
in full elsewhere.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from reportedly.annotate.named_bodies import relabel_bodies
from reportedly.facts.titles import load_genders, load_titles
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Doc, Mention, Token

LONGEST = 3  # words after a given name that may belong to the person's name
OWNED = 40  # characters after a name in which "’s foreign minister" stands
EXPLAINED = 6  # tokens after a name that may explain it
EXPLAINING = frozenset((",", "is", "was"))  # "Ana Brook is a teacher"
DETERMINERS = frozenset(("a", "an", "the", "his", "her", "their", "its"))
OWNER = re.compile(r"[^\s'’]+(?:'s|’s) (?=\S)")
COMPANIES = frozenset(("Corp.", "Corp", "Inc.", "Inc", "Co.", "Ltd.", "Ltd", "LLC", "Plc"))
PAIR = 2  # words of the shortest full name
# Labels seen on unknown persons' full names.
MISTAKEN = frozenset(("ORG", "PRODUCT", "WORK_OF_ART", "FAC", "NORP"))
BARE = frozenset(("PERSON", "ORG", "GPE", "LOC"))  # labels of one name that the name finder mixes
ABBREVIATED = frozenset(title for title in load_titles() if title.endswith("."))  # "Maj.", "Sen."


def mend_mentions(doc: Doc) -> tuple[Mention, ...]:
    """The names of `doc`, in order, none overlapping another."""
    whole = [cut for one in doc.mentions or () if (cut := _without_title(doc, one)) is not None]
    mentions = [_as_person(doc, one) for one in whole]
    added = _persons(doc, mentions)
    starts = [one.start for one in added]
    kept = [one for one in mentions if not _overlaps(one, added, starts)]
    both = relabel_bodies(doc, _relabelled(doc, sorted((*kept, *added), key=lambda one: one.start)))
    surnames = _missed_surnames(doc, both)
    return tuple(sorted((*both, *surnames), key=lambda one: one.start))


def _persons(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Full names that the name finder missed, in order; of two that overlap, the first."""
    found = [
        *_after_given_names(doc, mentions),
        *_after_roles(doc, mentions),
        *_before_roles(doc, mentions),
    ]
    apart: list[Mention] = []
    for one in sorted(found, key=lambda one: one.start):
        if not apart or apart[-1].end <= one.start:
            apart.append(one)
    return apart


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


def _after_roles(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "the spokesman, Oskel Varrin," where the name finder saw no person."""
    tokens = doc.tokens or ()
    starts = [one.start for one in mentions]
    roles = load_words("nouns")["person"]
    for number in range(len(tokens) - PAIR):
        if tokens[number].tag != "NN" or tokens[number].lemma not in roles:
            continue
        apart = _after_body(doc, number + 1)
        is_apart = _word(doc, apart) == ","
        first = apart + is_apart
        if apart > number + 1 and not is_apart:
            continue
        if not _begins_name(doc, first):
            continue
        last = _last_of_name(doc, tokens, first)
        is_closed = not is_apart or _word(doc, last + 1) in {",", ".", ")", ";"}
        if last > first and is_closed and _is_free(mentions, starts, tokens[first : last + 1]):
            yield Mention(tokens[first].start, tokens[last].end, "PERSON")


def _after_body(doc: Doc, number: int) -> int:
    """The token after "of the Norland Front" in "the commander of the Norland Front, Azar Bek,"."""
    tokens = doc.tokens or ()
    if _word(doc, number) not in {"of", "for", "at"}:
        return number
    for n in range(number + 1, min(number + EXPLAINED, len(tokens))):
        if tokens[n].pos not in {"DET", "PROPN", "NOUN", "ADJ"}:
            return n
    return number


def _before_roles(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Amra Dizdar, a teacher", "Jonas Vik, who", "Ivo Talmar, 34," where the name finder saw no person."""
    tokens = doc.tokens or ()
    starts = [one.start for one in mentions]
    number = 0
    while number < len(tokens) - PAIR:
        last = _last_of_name(doc, tokens, number) if _begins_name(doc, number) else number
        if (
            last > number
            and _is_explained(doc, last)
            and _is_free(mentions, starts, tokens[number : last + 1])
        ):
            yield Mention(tokens[number].start, tokens[last].end, "PERSON")
        number = last + 1


def _begins_name(doc: Doc, number: int) -> bool:
    """Whether a token may be a given name; one that a list holds may stand under a wrong label."""
    word = _word(doc, number)
    is_name = (doc.tokens or ())[number].pos == "PROPN" and word[:1].isupper()
    return is_name and word not in load_titles()


def _is_explained(doc: Doc, last: int) -> bool:
    """Whether the words after a name say that it is a person's: a role, an age, "who", "is a teacher"."""
    words = [_word(doc, n) for n in range(last + 1, last + 1 + EXPLAINED)]
    if len(words) < EXPLAINED or words[0] not in EXPLAINING:
        return False
    if words[1] in {"who", "whose"} or (words[1].isdigit() and len(words[1]) == PAIR and words[2] == ","):
        return True
    before_mark = list(takewhile(lambda word: word.isalpha() or word == "-", words[2:]))
    return words[1] in DETERMINERS and any(word in load_words("nouns")["person"] for word in before_mark)


def _is_free(mentions: Sequence[Mention], starts: Sequence[int], name: Sequence[Token]) -> bool:
    """Whether no label stands on a name but those that unknown persons get by mistake."""
    found = [_at(mentions, starts, token.start) for token in name]
    return all(one is None or (one.kind in MISTAKEN and one.end <= name[-1].end) for one in found)


def _as_person(doc: Doc, mention: Mention) -> Mention:
    """A person where a given name that the list holds begins a full name under another label; in "Bristol,
    Ana Brook" it begins after the comma.
    """
    if mention.kind not in MISTAKEN:
        return mention
    before, _, rest = doc.text[mention.start : mention.end].rpartition(", ")
    words = rest.split()
    is_name = len(words) in {PAIR, LONGEST} and words[0] in load_genders() and _is_surname(words[-1])
    if not is_name or (before and not before[:1].isupper()):
        return mention
    return replace(mention, start=mention.end - len(rest), kind="PERSON")


def _is_surname(word: str) -> bool:
    """Whether a word may end a person's name: capitalised, no body and no firm."""
    is_body = word.lower() in load_words("nouns")["organisation"] or word in COMPANIES
    return word[:1].isupper() and not word.isupper() and not is_body and _is_no_firm(word)


def _is_no_firm(word: str) -> bool:
    nouns = load_words("nouns")
    return word not in nouns["firm_names"] and word.lower() not in nouns["paper_names"]


def _without_title(doc: Doc, mention: Mention) -> Mention | None:
    """ "Norlandic" for "Norlandic Maj": a title at the end belongs to the next name; None for it alone."""
    words = doc.text[mention.start : mention.end]
    owner = OWNER.match(words) if mention.kind == "PERSON" else None
    if owner is not None:  # "Meridian's Ana Brook"
        return replace(mention, start=mention.start + owner.end())
    first, _, name = words.partition(" ")
    if mention.kind == "PERSON" and " " in name and first.lower() in load_words("nouns")["person"]:
        return replace(mention, start=mention.end - len(name))  # "Pensioner Ana Brook"
    if first in ABBREVIATED and " " in name:  # "Brig. Teo Sarkan"
        return replace(mention, start=mention.end - len(name), kind="PERSON")
    last = words.rpartition(" ")[2]
    if last not in ABBREVIATED and f"{last}." not in ABBREVIATED:
        return mention
    words = words.removesuffix(last).rstrip()
    return replace(mention, end=mention.start + len(words), kind="NORP") if words else None


def _relabelled(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """One label for each bare name: a place where it stands after "in", else what it is most often."""
    full = {word for one in mentions if one.kind == "PERSON" for word in _full_name(doc, one)}
    words = [_bare(doc.text[one.start : one.end]) for one in mentions]
    labels: dict[str, Counter[str]] = {}
    for one, word in zip(mentions, words, strict=True):
        if one.kind in BARE and " " not in word and word not in full:
            labels.setdefault(word, Counter())[one.kind] += 1
            labels[word]["GPE"] += (len(mentions) + 1) * _is_place(doc, one)
    best = {word: max(seen, key=lambda kind: (seen[kind], kind == "PERSON")) for word, seen in labels.items()}
    return [
        replace(one, kind=best[word]) if one.kind == "PERSON" and word in best else one
        for one, word in zip(mentions, words, strict=True)
    ]


def _is_place(doc: Doc, mention: Mention) -> bool:
    """Whether a name stands after "in", or has a minister or a parliament as only a state has."""
    if doc.text[max(0, mention.start - len("in ")) : mention.start].lower() == "in ":
        return True
    words = [word.strip(",.").lower() for word in doc.text[mention.end : mention.end + OWNED].split()]
    is_owner = bool(words) and words[0] in {"'s", "’s"}
    owned = [*words[1:4], *(f"{first} {second}" for first, second in pairwise(words[1:5]))]
    return is_owner and any(one in load_words("places")["owned"] for one in owned)


def _full_name(doc: Doc, mention: Mention) -> list[str]:
    """The words of a name of more than one word."""
    words = [_bare(word) for word in doc.text[mention.start : mention.end].split()]
    return words if len(words) > 1 else []


def _word(doc: Doc, number: int) -> str:
    tokens = doc.tokens or ()
    return doc.text[tokens[number].start : tokens[number].end] if number < len(tokens) else ""


def _last_of_name(doc: Doc, tokens: Sequence[Token], number: int) -> int:
    """The last token of the name that begins with the given name `number`."""
    organisations = load_words("nouns")["organisation"]
    last = number
    for n in range(number + 1, min(number + 1 + LONGEST, len(tokens))):
        word = doc.text[tokens[n].start : tokens[n].end]
        if word == "-":  # "Jean-Marc"
            continue
        if tokens[n].pos != "PROPN" or not word[0].isupper() or word in load_titles():
            break
        if word.lower() in organisations or word in COMPANIES:
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
    return word.replace("’", "'").removesuffix("'s").strip(".,")


def _at(mentions: Sequence[Mention], starts: Sequence[int], position: int) -> Mention | None:
    before = bisect_right(starts, position) - 1
    return mentions[before] if before >= 0 and mentions[before].end > position else None


def _overlaps(mention: Mention, others: Sequence[Mention], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, mention.end - 1) - 1
    return before >= 0 and others[before].end > mention.start
