"""Learns from an article which of its names are outlets and agencies that no list holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.annotate.datelines import find_agencies, find_publisher, short_names
from reportedly.annotate.doc_index import DocIndex
from reportedly.facts.outlets import Outlet, OutletBook
from reportedly.lang.lexicon import load_words
from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind
from reportedly.types.span import Span

LAST_WORDS = {  # lists of the last words of names, and what such a name is
    "sure_papers": SourceKind.OUTLET,
    "station_names": SourceKind.OUTLET,
    "agency_names": SourceKind.WIRE_AGENCY,
    "likely_papers": SourceKind.OUTLET,
}
# Words of a name; bounded, so that a text of one endless hyphened word costs no more than another.
SHORT_NAME = r"[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,2}"
PARTICLES = ("de", "da", "do", "das", "dos", "del", "della", "di", "du", "la", "el")  # "Jornal da Costa"
PARTICLE = rf"(?:(?:{'|'.join(PARTICLES)}) )?"
NAME = r"[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,3}"
DAYS = frozenset(("DATE", "TIME"))  # "told the news agency Monday"
NO_NAMES = DAYS | {"NORP"}  # "the Iranian news agency"
TOLD_KINDS = frozenset(("ORG", "WORK_OF_ART", "PRODUCT"))  # labels of unknown outlets
NO_PERSONS = DAYS | {"PERSON"}  # "Heath Ledger"
NOT_OUTLETS = frozenset(("GPE", "NORP", "DATE"))  # countries are told and report too
AGENCY = re.compile(r"\b[Tt]he (?:news )?agency\b")
AGENCY_ENDINGS = ("wire", "press")  # of names in one word, once they are known to report
REPORT = "report"  # the verb and the noun that outlets have for themselves
NAME_POS = frozenset(("PROPN", "NOUN", "ADJ"))  # before a name, they make a longer one of it
REACH = 3  # words between a name and its verb: "has also reported"
LONGEST_TITLE = 6  # words of "The Northern Star" that are read
SHORTEST = 3  # letters before "wire" in the name of an agency


@dataclass(frozen=True, slots=True)
class Clue:
    """A form of words around a name, what it makes of the name, and which labels are no such name."""

    pattern: re.Pattern[str]
    kind: SourceKind
    barred: frozenset[str] = NO_NAMES


def extend_book(book: OutletBook, index: DocIndex, article: Article) -> OutletBook:
    """`book` with the publisher and with every outlet that the article's own words show to be one."""
    found = {outlet.name: outlet for outlet in _find_named(index) if book.find(outlet.name) is None}
    found |= {name: _outlet(name, SourceKind.WIRE_AGENCY) for name in find_agencies(article, book)}
    reporting = _reporting_names(index, book) - found.keys()
    is_agency = len(reporting) == 1 and not found and _speaks_of_agency(index, book)
    for name in reporting:
        found[name] = _outlet(name, SourceKind.WIRE_AGENCY if is_agency else SourceKind.OUTLET)
    publisher = find_publisher(article, index, book, found)
    if publisher is not None:
        found[publisher.name] = publisher
    return book.extended(found.values(), publisher)


def _outlet(name: str, kind: SourceKind) -> Outlet:
    """An outlet without an entry; one called "…wire" or "…press" is an agency, however it was found."""
    short = tuple(short_names(name))
    is_agency = " " not in name and name.endswith(AGENCY_ENDINGS)
    return Outlet(name, SourceKind.WIRE_AGENCY if is_agency else kind, context_aliases=short)


def _speaks_of_agency(index: DocIndex, book: OutletBook) -> bool:
    """Whether "the agency" in the text can only be a news agency: no body is called so, no outlet known."""
    if AGENCY.search(index.text) is None:
        return False
    return not any(
        mention.kind == "ORG" and (words.endswith("gency") or book.find(words) is not None)
        for mention in index.mentions
        for words in (index.text[mention.start : mention.end],)
    )


def _find_named(index: DocIndex) -> Iterator[Outlet]:
    """ "the news agency X", "the X newspaper", "X, an agency that …"."""
    nouns = load_words("nouns")
    for clue in _clues():
        for match in clue.pattern.finditer(index.text):
            name = _name_at(index, Span(*match.span("name")), clue.barred)
            is_word = name is not None and any(name in nouns[key] for key in LAST_WORDS)
            if name and not is_word and name.lower() not in load_words("relays")["media"]:
                yield _outlet(name, clue.kind)
    yield from _find_titled(index)
    yield from _find_told(index)


def _find_told(index: DocIndex) -> Iterator[Outlet]:
    """ "told Kompas": a name that the whole article has only there; a body in the news acts elsewhere too."""
    nouns, telling = load_words("nouns"), load_words("relays")["telling"]
    persons = _words_of_persons(index)
    for mention in index.mentions:
        number = index.numbers(Span(mention.start, mention.end)).start
        name = index.text[mention.start : mention.end]
        words = name.lower().split()
        is_told = number > 0 and index.lemma(number - 1) in telling and mention.kind in TOLD_KINDS
        is_body = any(word in nouns["organisation"] or word in nouns["own_names"] for word in words)
        is_open = name[:1].isupper() and not name.isupper() and not persons & set(name.split())
        if is_told and is_open and not is_body and index.text.count(name) == 1:
            yield _outlet(name, SourceKind.OUTLET)


def _find_titled(index: DocIndex) -> Iterator[Outlet]:
    """ "told The Northern Star": a name with a capital article inside a sentence, to which somebody spoke."""
    relays = load_words("relays")
    for number in range(2, len(index.tokens) - 1):
        if index.word(number) != "The" or not index.word(number + 1)[0].isupper():
            continue
        before = [index.lemma(n) for n in range(max(0, number - 3), number)]
        is_told = before[-1] in relays["telling"]
        is_heard = before[-1] in {"to", "with"} and any(word in relays["listening"] for word in before)
        is_written = before[-1] in {"in", "for"} and "write" in before
        if is_told or is_heard or is_written:
            name = _capitalised_after(index, number)
            if name and name.rpartition(" ")[2].lower() not in load_words("nouns")["organisation"]:
                yield _outlet(name, SourceKind.OUTLET)


def _capitalised_after(index: DocIndex, number: int) -> str | None:
    """The capitalised words that follow a token, at least two, without the days of the week."""
    last = number
    while last + 1 < min(len(index.tokens), number + LONGEST_TITLE) and index.word(last + 1)[0].isupper():
        mention = index.mention_at(last + 1)
        if mention is not None and mention.kind in DAYS and last > number:
            break
        last += 1
    return index.span(number + 1, last).words(index.text) if last > number + 1 else None


@cache
def _clues() -> tuple[Clue, ...]:
    return tuple(_make_clues())


def _make_clues() -> Iterator[Clue]:
    nouns = load_words("nouns")
    firsts = "|".join(nouns["outlet_firsts"].words)
    first = rf"\b(?P<name>(?:{firsts}) {PARTICLE}[A-Z][\w-]{{1,30}})\b(?! [A-Z])"
    yield Clue(re.compile(first), SourceKind.OUTLET, DAYS)
    for key, kind in LAST_WORDS.items():
        last = "|".join(nouns[key].words)
        barred = NO_PERSONS if key == "likely_papers" else NO_NAMES
        yield Clue(re.compile(rf"\b(?P<name>{SHORT_NAME} (?:{last}))\b(?! of | [A-Z])"), kind, barred)
    numbers = "|".join(word.capitalize() for word in nouns["cardinals"].words)
    yield Clue(re.compile(rf"\b(?P<name>Channel (?:{numbers}|\d{{1,2}}))\b"), SourceKind.OUTLET, DAYS)
    papers = "|".join(word.capitalize() for word in nouns["papers_of"].words)
    yield Clue(re.compile(rf"\b(?P<name>(?:{papers}) of {SHORT_NAME})"), SourceKind.OUTLET, DAYS)
    journal = rf"\b(?P<name>[A-Z][\w-]{{1,30}} Journal of {SHORT_NAME})"
    yield Clue(re.compile(journal), SourceKind.OUTLET, DAYS)
    before = "|".join(nouns["outlet_titles"].words)
    yield Clue(re.compile(rf"\b(?:{before}) (?P<name>{NAME})"), SourceKind.OUTLET, DAYS)
    yield Clue(re.compile(rf"\b(?P<name>{SHORT_NAME}) dispatch(?:es)?\b"), SourceKind.WIRE_AGENCY)
    for key, kind in (("outlet_terms", SourceKind.OUTLET), ("agency_terms", SourceKind.WIRE_AGENCY)):
        terms = "|".join(sorted(nouns[key].words, key=len, reverse=True))
        yield Clue(re.compile(rf"\b(?P<name>{NAME}) (?:{terms})\b(?!-)"), kind)
        yield Clue(re.compile(rf"\b(?:{terms}),? (?P<name>{NAME})"), kind, DAYS)
        yield Clue(
            re.compile(rf"\b(?P<name>{NAME}), (?:an?|the) (?:[\w-]{{1,20}} ){{0,2}}(?:{terms})[,.; ]"), kind
        )


def _name_at(index: DocIndex, span: Span, barred: frozenset[str]) -> str | None:
    """The proper name in `span` without adjectives of nations before it; None where nothing is left."""
    numbers = [n for n in index.numbers(span) if index.tokens[n].pos != "SPACE"]
    while numbers and _is_no_part(index, numbers[0], barred):
        numbers.pop(0)
    if not numbers or any(index.lower(n) != "of" and _is_no_part(index, n, barred) for n in numbers):
        return None
    if not index.word(numbers[0])[0].isupper():
        return None
    return index.span(numbers[0], numbers[-1]).words(index.text)


def _is_no_part(index: DocIndex, number: int, barred: frozenset[str]) -> bool:
    mention = index.mention_at(number)
    is_other = mention is not None and mention.kind in barred
    is_name = index.tokens[number].pos in {"PROPN", "NOUN"}
    is_numbered = number > 0 and index.word(number - 1) == "Channel"
    is_name = is_name or is_numbered or index.lower(number) in PARTICLES
    return is_other or not is_name or index.lower(number) in load_words("nouns")["no_names"]


def _reporting_names(index: DocIndex, book: OutletBook) -> set[str]:
    """Bare names that report: by one sign where nothing else is known of the name, else by two."""
    signs: dict[str, set[str]] = {}
    persons = _words_of_persons(index)
    for number in range(len(index.tokens)):
        word = index.word(number)
        is_open = word[0].isupper() and word not in persons and _is_bare_name(index, number)
        sign = _sign(index, number) if is_open else None
        if sign and book.find(word) is None:
            signs.setdefault(word, set()).add(sign)
    kinds: dict[str, set[str]] = {word: set() for word in signs}
    for mention in index.mentions if signs else ():
        kinds.get(index.text[mention.start : mention.end], set()).add(mention.kind)
    return {word for word, seen in signs.items() if _is_enough(word, seen, kinds[word])}


def _words_of_persons(index: DocIndex) -> set[str]:
    """The words of every person who is named in full."""
    names = [index.text[one.start : one.end].split() for one in index.mentions if one.kind == "PERSON"]
    return {word for name in names if len(name) > 1 for word in name}


def _is_enough(word: str, signs: set[str], kinds: set[str]) -> bool:
    if _is_wire(word):
        return True
    return not kinds & NOT_OUTLETS and (len(signs) > 1 or (not kinds and signs == {"reported"}))


def _is_bare_name(index: DocIndex, number: int) -> bool:
    """Whether a capitalised word stands alone, without article, title or second name."""
    if index.tokens[number].pos not in {"PROPN", "NOUN"} or not index.word(number).isalpha():
        return False
    if index.lower(number) in load_words("nouns")["paper_names"]:
        return False
    if number + 1 < len(index.tokens) and index.tokens[number + 1].pos == "PROPN":
        return False
    if number == 0:
        return True
    before = index.tokens[number - 1]
    is_hyphened = before.end == index.tokens[number].start and index.word(number - 1) == "-"
    if index.lower(number - 1) == "of":  # "the Voice of Sarn"
        return False
    return not is_hyphened and before.pos not in NAME_POS and before.tag not in {"DT", "POS", "PRP$"}


def _sign(index: DocIndex, number: int) -> str | None:
    """By what a name shows here that it is an outlet: it is told, it reported, it has a report."""
    before = [index.lemma(n) for n in range(max(0, number - 2), number)]
    if before and before[-1] in load_words("relays")["telling"]:
        return "told"
    if before == [REPORT, "by"]:
        return "reported"
    after = range(number + 1, min(number + 1 + REACH, len(index.tokens)))
    if len(after) > 1 and index.tokens[after[0]].tag == "POS" and index.lemma(after[1]) == REPORT:
        return "report"
    verb = next((n for n in after if index.tokens[n].pos not in {"AUX", "ADV"}), None)
    is_report = verb is not None and index.lemma(verb) == REPORT and index.tokens[verb].pos == "VERB"
    return "reported" if is_report else None


def _is_wire(name: str) -> bool:
    """Whether a name ends as only agencies' names do ("Ostwire")."""
    return name.endswith("wire") and len(name) >= SHORTEST + len("wire")
