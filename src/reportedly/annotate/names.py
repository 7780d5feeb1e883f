"""Knows the names of one article: the fullest form of each, persons' roles and genders, outlets."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.outlet_names import OutletMention, find_outlets
from reportedly.facts.outlets import Outlet, OutletBook, bare_name
from reportedly.facts.titles import load_genders, split_titles
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span

ENDINGS = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))  # after a surname
PARTICLES = frozenset(
    ("de", "da", "di", "du", "van", "von", "der", "den", "al", "el", "bin", "la", "le")
)  # "De Vries"
PAIR = 2  # a particle and a surname
NAMESAKES = 8  # persons of one surname that are weighed
DESCRIBED = 20  # words read of what somebody is said to be
TRIMMED = " \t\n,.;:!?\"'“”‘’()[]—–-"
ABBREVIATED = re.compile(
    r"(?:^|[ .])[A-Z]\.[A-Z]$|\b(?:Jr|Sr|Inc|Corp|Co|Ltd)$"
)  # a full stop belongs at the end
TITLE_TOKENS = 5  # before a name; "Maj. Gen." may be cut into four
SPACES = re.compile(r"\s+")
# Labels that a surname gets by mistake; seen as GPE, LOC and PERSON within one article.
NAMED_KINDS = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"))


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A person where the text says what he or she is ("Ana Brook, a spokeswoman"), and in which words."""

    role: str
    name: str
    span: Span
    words: frozenset[str] = frozenset()


class NameBook:
    """The names of one article."""

    def __init__(self, index: DocIndex, outlets: OutletBook) -> None:
        self.index = index
        self.outlets = tuple(find_outlets(index, outlets))
        self._outlet_starts = [mention.span.start for mention in self.outlets]
        self._outlet_forms = self._fullest_outlets()
        self.title_numbers: set[int] = set()
        self._genders: dict[str, str] = {}
        self._fullest: dict[tuple[str, str], str] = {}
        self._by_word: dict[str, Counter[tuple[str, str]]] = {}
        self._organisations: Counter[str] = Counter()
        self._by_ending: dict[str, set[str]] = {}
        self._landed: dict[str, str] = {}
        self._labels: dict[str, Counter[str]] = {}
        for mention in index.mentions:
            self._learn(mention)
        self._acronyms = {_initials(name): name for name in self._organisations if name.count(" ") > 0}

    @property
    def persons(self) -> Collection[str]:
        """The fullest form of every person who is named in full."""
        return self._fullest.values()

    def clean(self, words: str) -> str:
        """A name without article, possessive ending, edge punctuation and doubled white space."""
        words = SPACES.sub(" ", words).strip(TRIMMED + " ")
        return bare_name(f"{words}." if ABBREVIATED.search(words) else words)

    def person(self, words: str) -> str | None:
        """The fullest form of a person's name; None where no such person is named in the article."""
        titled = split_titles(self.clean(words))
        parts = _parts(titled.name)
        if not parts:
            return None
        is_surname = len(parts) == 1 or (parts[0].lower() in PARTICLES and len(parts) == PAIR)
        if not is_surname:
            return self._fullest.get((parts[0], parts[-1]))
        names = [
            self._fullest[key] for key, _ in self._by_word.get(parts[-1], Counter()).most_common(NAMESAKES)
        ]
        genders = {title.gender for title in titled.titles if title.gender}
        fitting = [name for name in names if not genders or self.gender(name) in {None, *genders}]
        return next(iter(fitting), None)

    def person_of(self, mention: Mention) -> str:
        """The fullest form of the person whom a name means, by the titles before it too ("Mrs. Clinton")."""
        words = mention_words(self.index, mention)
        first = _title_start(self.index, mention)
        start = self.index.tokens[first].start if first < len(self.index.tokens) else mention.start
        return self.full_person(self.index.text[min(start, mention.start) : mention.end]) or words

    def full_person(self, words: str) -> str:
        """The fullest form of a person's name, or the name itself without its titles."""
        return self.person(words) or split_titles(self.clean(words)).name

    def organisation(self, words: str) -> str:
        """The fullest form of an organisation's name: its longer form or what its letters stand for."""
        name = self.clean(words)
        meant = self._acronyms.get(name.replace(".", ""))
        if meant and " " not in name and name.replace(".", "").isupper():
            return meant
        longer = self._by_ending.get(name, set())
        is_short = " " in name or (
            name[:1].isupper() and name.lower() not in load_words("nouns")["own_names"]
        )
        full = next(iter(longer)) if len(longer) == 1 and is_short else name
        return self._landed.get(full, full)

    def label(self, name: str) -> str | None:
        """The label that the name finder most often gives this name; None where it never saw it."""
        seen = self._labels.get(self.clean(name))
        return seen.most_common(1)[0][0] if seen else None

    def gender(self, name: str | None) -> str | None:
        """Female, male, or None where neither a title nor the given name shows it."""
        if not name:
            return None
        return self._genders.get(name) or load_genders().get(name.split()[0])

    def outlets_in(self, span: Span) -> Sequence[OutletMention]:
        """The outlets named inside `span`."""
        first = bisect_left(self._outlet_starts, span.start)
        return self.outlets[first : bisect_left(self._outlet_starts, span.end)]

    def outlets_before(self, position: int, limit: int) -> Sequence[OutletMention]:
        """The last `limit` outlets that are named before `position`, the nearest first."""
        stop = bisect_left(self._outlet_starts, position)
        return self.outlets[max(0, stop - limit) : stop][::-1]

    def outlet_name(self, outlet: Outlet) -> str:
        """The fullest form by which the article calls `outlet`."""
        return self._outlet_forms.get(outlet.name, outlet.name)

    def is_person(self, mention: Mention) -> bool:
        """Whether this name is a person's: so labelled, or the surname of one who is named in full."""
        words = mention_words(self.index, mention)
        if self._is_outlet(mention, words):
            return False
        if mention.kind == "PERSON":
            return not _ends_like_organisation(words)
        if mention.kind not in NAMED_KINDS or self.person(words) is None:
            return False
        if " " in words:
            first = words.split()[0]
            is_given = first in load_genders() or first.lower() in PARTICLES
            return mention.kind not in {"GPE", "LOC", "NORP"} and is_given
        before = self.index.numbers(Span(mention.start, mention.end)).start - 1
        is_where = (
            before > 0
            and self.index.lower(before) in load_words("places")["where"]
            and self.index.lower(before - 1) != "according"
        )
        return not (mention.kind in {"GPE", "LOC"} and is_where)

    def _is_outlet(self, mention: Mention, words: str) -> bool:
        """Whether a name is all of an outlet's, and of no person who is named in full ("Bloomberg")."""
        before = self.outlets_before(mention.start + 1, 1)
        is_all = bool(before) and before[0].span.end >= mention.end - len("’s")
        return is_all and (" " in words or self.person(words) is None)

    def _fullest_outlets(self) -> dict[str, str]:
        fullest: dict[str, str] = {}
        for mention in self.outlets:
            form = self.clean(mention.span.words(self.index.text))
            known = fullest.get(mention.outlet.name, "")
            fullest[mention.outlet.name] = max(known, form, key=lambda one: (len(one), one))
        return fullest

    def _learn(self, mention: Mention) -> None:
        words = self.clean(mention_words(self.index, mention))
        self._labels.setdefault(words, Counter())[mention.kind] += 1
        if not words or (" " in words and self._is_outlet(mention, words)):
            return
        if mention.kind == "PERSON" and not _ends_like_organisation(words):
            self._learn_person(mention, words)
        elif mention.kind in {"ORG", "FAC"}:
            self._organisations[words] += 1
            land = self.index.mentions_in(Span(mention.end, mention.end + len(" of ") + 1))
            is_landed = bool(land) and self.index.text[mention.end : land[0].start] == " of "
            if is_landed and any(
                word in load_words("nouns")["organisation"] for word in words.lower().split()
            ):
                self._landed[words] = f"{words} of {self.clean(mention_words(self.index, land[0]))}"
            parts = words.split()
            for start in range(1, len(parts)):
                self._by_ending.setdefault(" ".join(parts[start:]), set()).add(words)

    def _learn_person(self, mention: Mention, words: str) -> None:
        start = _title_start(self.index, mention)
        first = self.index.numbers(Span(mention.start, mention.end)).start
        self.title_numbers.update(range(start, first))
        before = self.index.span(start, first - 1).words(self.index.text) if start < first else ""
        titled = split_titles(self.clean(f"{before} {words}"))
        name = split_titles(words).name
        parts = _parts(name)
        if len(parts) > 1:
            key = (parts[0], parts[-1])
            known = self._fullest.get(key, "")
            self._fullest[key] = max(known, name, key=lambda form: (len(form.split()), len(form)))
            for word in (parts[-1], parts[-1].rpartition("-")[2], parts[0]):
                self._by_word.setdefault(word, Counter())[key] += 1
        for title in titled.titles:
            if title.gender:
                self._genders[name if len(parts) > 1 else words] = title.gender


def find_roles(index: DocIndex, names: NameBook) -> list[RoleMention]:
    """What the text says that its persons are: titles, nouns beside the name, appositions."""
    nouns = load_words("nouns")["person"].words
    found: list[RoleMention] = []
    for mention in index.mentions:
        if not names.is_person(mention):
            continue
        span = Span(mention.start, mention.end)
        name = names.person_of(mention)
        first = _title_start(index, mention)
        words = " ".join(
            index.span(first, max(first, index.numbers(span).stop - 1)).words(index.text).split()
        )
        roles = {title.role: frozenset[str]() for title in split_titles(words).titles if title.role}
        for n in _beside(index, index.numbers(span)):
            if index.lemma(n) in nouns:
                roles[index.lemma(n)] = frozenset(index.lower(one) for one in index.subtree(n)[:DESCRIBED])
        found.extend(RoleMention(role, name, span, beside) for role, beside in roles.items())
    return found


def mention_words(index: DocIndex, mention: Mention) -> str:
    """The words of a name."""
    return index.text[mention.start : mention.end]


def _beside(index: DocIndex, numbers: range) -> list[int]:
    """The nouns that stand beside a name: before it, in apposition, or as the head that it explains."""
    top = index.top(numbers)
    if top is None:
        return []
    beside = [n for n in index.children(top) if index.tokens[n].dep in {"appos", "compound", "nmod"}]
    head = index.tokens[top].head
    if index.tokens[top].dep == "appos":
        beside.append(head)
    if index.tokens[top].dep == "nsubj" and index.lemma(head) == "be":
        beside += [n for n in index.children(head) if index.tokens[n].dep == "attr"]
    return beside


def _title_start(index: DocIndex, mention: Mention) -> int:
    """The first token of the titles before a name; the name's own first token where it has none."""
    first = index.numbers(Span(mention.start, mention.end)).start
    for start in range(max(0, first - TITLE_TOKENS), first):
        words = " ".join(index.span(start, first - 1).words(index.text).split())
        if split_titles(f"{words} Name").name == "Name":
            return start
    return first


def _parts(name: str) -> list[str]:
    """The words of a person's name without "Jr."."""
    parts = name.replace("’", "'").split()
    while len(parts) > 1 and parts[-1].strip(",") in ENDINGS:
        parts.pop()
    return [part.strip(",") for part in parts]


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _ends_like_organisation(words: str) -> bool:
    parts = words.split()
    nouns = load_words("nouns")
    is_firm = len(parts) > 1 and parts[-1] in nouns["firm_names"]
    return bool(parts) and (parts[-1].lower() in nouns["organisation"].words or is_firm)
