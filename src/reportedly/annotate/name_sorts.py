"""Says of each name of an article whether it is a person's, a body's or a place's, by all its occurrences.

The name finder labels one name differently from sentence to sentence, and mostly by its look: a town that it
has never met is a person. Here every occurrence of a name votes, by its label and by the words around it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, mention_words
from reportedly.annotate.referents import BODY, PERSON, PLACE
from reportedly.facts.titles import load_genders, split_titles
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span

OTHER = "other"  # a ship, a treaty: neither takes part nor is a place
LABELS = {"PERSON": PERSON, "ORG": BODY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE}
UNSURE = frozenset(("PRODUCT", "WORK_OF_ART", "NORP", "EVENT"))  # labels of names that may be something else
# What an occurrence weighs: a label little, since it goes by the look; words that only fit one sort, more.
LABEL, FITS, TELLS = 1, 2, 3
KNOWN = {"GPE": 2}  # the name finder's list of states and towns is the best of its lists
DEMONYMS = ("i", "n", "s", "an", "ian", "ese", "ish", "ic")  # "Ostrenia" and "Ostrenian"
LONGEST_NAME = 8  # tokens of a name that is sought where the name finder missed it
BESIDE = frozenset(("compound", "appos", "amod", "nmod"))
OWNER_MARKS = ("’s ", "'s ")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where the text has it: its fullest form, its sort, and the token that the parse hangs it on."""

    span: Span
    top: int
    name: str
    sort: str


@dataclass(frozen=True, slots=True)
class _Seen:
    span: Span
    numbers: range
    top: int
    key: str
    mention: Mention | None


class NameSorts:
    """The names of one article with the sort of each."""

    def __init__(self, index: DocIndex, names: NameBook) -> None:
        self.index, self.names = index, names
        self._nouns, self._places = load_words("nouns"), load_words("places")
        found = [one for mention in index.mentions if (one := self._seen(mention)) is not None]
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            self._votes[one.key].update(self._evidence(one))
        self._sorts = {key: self._winner(votes) for key, votes in self._votes.items()}
        self._bodies = [key for key, sort in self._sorts.items() if sort == BODY and " " in key]
        self._short = self._short_forms()
        found += self._missed({number for one in found for number in one.numbers})
        named = [name for seen in found if (name := self._named(seen)) is not None]
        self.found: Sequence[Named] = sorted(named, key=lambda one: one.span.start)
        self._body_tops = {one.top: one.name for one in self.found if one.sort == BODY}

    def body_at(self, number: int) -> str | None:
        """The name of the body whose head this token is."""
        return self._body_tops.get(number)

    def _seen(self, mention: Mention) -> _Seen | None:
        """A name that the name finder found; None where it is a title, a time or a people's name."""
        numbers = self.index.numbers(Span(mention.start, mention.end))
        top = self.index.top(numbers)
        key = split_titles(self.names.clean(mention_words(self.index, mention))).name
        is_sort = mention.kind in LABELS or mention.kind in UNSURE
        is_name = key[:1].isupper() or key[:1].isdigit()
        if top is None or not is_sort or not is_name or numbers.start in self.names.title_numbers:
            return None
        return _Seen(Span(mention.start, mention.end), numbers, top, key, mention)

    def _evidence(self, seen: _Seen) -> Counter[str]:
        votes: Counter[str] = Counter()
        label = LABELS.get(seen.mention.kind) if seen.mention else None
        if label is not None:
            votes[label] += KNOWN.get(seen.mention.kind, LABEL) if seen.mention else LABEL
        words = seen.key.split()
        first, last = words[0].lower(), words[-1].lower()
        if last in self._nouns["organisation"] or (
            first in self._nouns["organisation"] and " of " in seen.key
        ):
            votes[BODY] += TELLS
        elif len(words) > 1 and words[0] in load_genders():
            votes[PERSON] += FITS
        if words[-1] in self._places["endings"] and len(words) > 1:
            votes[PLACE] += TELLS
        if seen.mention and split_titles(mention_words(self.index, seen.mention)).titles:
            votes[PERSON] += TELLS
        for sort in (self._by_preposition(seen), self._by_noun(seen), self._by_owned(seen)):
            if sort is not None:
                votes[sort] += TELLS
        if self._is_weakly_placed(seen):
            votes[PLACE] += FITS
        is_beside = self.index.tokens[seen.top].dep in {*BESIDE, "poss"}
        if label == PERSON and not is_beside and self.index.lower(max(0, seen.numbers.start - 1)) == "the":
            votes[OTHER] += TELLS
        return votes

    def _by_preposition(self, seen: _Seen) -> str | None:
        """ "in Mirovar", "flew to Mirovar", "the town of Mirovar", "visited Mirovar": a place."""
        token = self.index.tokens[seen.top]
        if seen.numbers.start > 0 and self.index.lower(seen.numbers.start - 1) == "the":
            return None
        verb = self.index.lemma(token.head)
        if token.dep == "dobj":
            return PLACE if verb in self._places["visited"] else None
        if token.dep != "pobj":
            return None
        above = self.index.lemma(self.index.tokens[token.head].head)
        is_where = verb in self._places["inside"]
        is_reached = verb in {"to", "for", "from"} and above in self._places["travelled"]
        is_called = verb == "of" and above in self._places["settlements"]
        return PLACE if is_where or is_reached or is_called else None

    def _is_weakly_placed(self, seen: _Seen) -> bool:
        """ "at Halvat", "from Varmund", where the name is one word that is no part of a full name."""
        before = seen.numbers.start - 1
        is_strange = " " not in seen.key and self.names.person(seen.key) is None
        return before > 0 and is_strange and self.index.lower(before) in self._places["beside"]

    def _by_noun(self, seen: _Seen) -> str | None:
        """What a noun beside the name says that it is: "the bank Lasalle Brandt", "Qaldas, a city"."""
        beside = [n for n in self.index.children(seen.top) if self.index.tokens[n].dep in BESIDE]
        if self.index.tokens[seen.top].dep == "appos":
            beside.append(self.index.tokens[seen.top].head)
        for number in beside:
            if self.index.tokens[number].pos != "NOUN" or number in seen.numbers:
                continue
            lemma = self.index.lemma(number)
            if lemma in self._places["settlements"]:
                return PLACE
            if lemma in self._places["vessels"]:
                return OTHER
            if lemma in self._nouns["organisation"]:
                return BODY
            if lemma in self._nouns["person"]:
                return PERSON
        return None

    def _by_owned(self, seen: _Seen) -> str | None:
        """ "Kelvaria's army", "the Estmark embassy": a state or a town."""
        token = self.index.tokens[seen.top]
        head = self.index.lemma(token.head)
        two = f"{self.index.lower(max(0, token.head - 1))} {head}"
        is_owned = head in self._places["owned"] or two in self._places["owned"]
        return PLACE if token.dep in {"poss", "compound"} and is_owned else None

    def _winner(self, votes: Counter[str]) -> str | None:
        """The sort with most votes; of two alike, the one that is a smaller claim."""
        if not votes:
            return None
        order = (OTHER, PLACE, BODY, PERSON)
        return max(votes, key=lambda sort: (votes[sort], order.index(sort)))

    def _short_forms(self) -> Mapping[str, str]:
        """ "the Front" for "Nurim Front", "the Council" for "Council of the Straits", where only one fits."""
        fitting: dict[str, set[str]] = defaultdict(set)
        for body in self._bodies:
            words = _without_owner(body).split()
            if words[-1] in load_words("bodies")["endings"]:
                fitting[words[-1]].add(body)
            if words[0].lower() in self._nouns["organisation"] and words[1:2] in (["of"], ["for"], ["on"]):
                fitting[words[0]].add(body)
        return {word: next(iter(bodies)) for word, bodies in fitting.items() if len(bodies) == 1}

    def _missed(self, taken: set[int]) -> Iterator[_Seen]:
        """Names of this article where the name finder saw none, and short forms after "the"."""
        by_first: dict[str, list[list[str]]] = defaultdict(list)
        for key, sort in self._sorts.items():
            parts = key.split()
            if sort in {PERSON, BODY, PLACE} and len(parts) <= LONGEST_NAME and parts[0][:1].isupper():
                by_first[parts[0]].append(parts)
        for number, token in enumerate(self.index.tokens):
            word = self.index.word(number)
            if number in taken or not word[:1].isupper():
                continue
            if word in self._short and number > 0 and self.index.lower(number - 1) == "the":
                yield self._at(number, number, word)
            elif token.pos == "PROPN" and word in by_first:
                last = self._last_of(number, by_first[word], taken)
                if last is not None:
                    yield self._at(number, last, self.index.span(number, last).words(self.index.text))

    def _last_of(self, number: int, names: Sequence[Sequence[str]], taken: set[int]) -> int | None:
        """The last token of the longest of `names` that begins here."""
        for parts in sorted(names, key=len, reverse=True):
            stop = number + len(parts)
            numbers = range(number, min(stop, len(self.index.tokens)))
            if [self.index.word(n) for n in numbers] == list(parts) and taken.isdisjoint(numbers):
                return stop - 1
        return None

    def _at(self, first: int, last: int, words: str) -> _Seen:
        numbers = range(first, last + 1)
        return _Seen(self.index.span(first, last), numbers, self.index.top(numbers) or first, words, None)

    def _named(self, seen: _Seen) -> Named | None:
        if seen.mention is not None and self.names.is_person(seen.mention):
            is_person = " " not in seen.key and self.names.person(seen.key) is not None
            if is_person or self._sorts[seen.key] == PERSON:
                name = self._without_role(self.names.person_of(seen.mention))
                return self._around(seen) or Named(seen.span, seen.top, name, PERSON)
        sort = BODY if seen.key in self._short else self._sorts.get(seen.key)
        if sort is None or sort == OTHER or self._is_demonym(seen):
            return None
        return Named(seen.span, seen.top, self.fullest(seen.key, sort), sort)

    def _around(self, seen: _Seen) -> Named | None:
        """ "the Trump campaign": the people around a person, a body by that person's name."""
        after = seen.numbers.stop
        if after >= len(self.index.tokens) or self.index.tokens[seen.top].head != after:
            return None
        is_last = self.index.tokens[after].dep not in BESIDE
        if self.index.tokens[seen.top].dep != "compound" or not is_last:
            return None
        if self.index.lower(after) not in load_words("bodies")["around"]:
            return None
        span = self.index.span(seen.numbers.start, after)
        return Named(span, after, span.words(self.index.text), BODY)

    def fullest(self, words: str, sort: str) -> str:
        """The fullest form of a name of this sort."""
        if sort == PERSON:
            return self._without_role(self.names.full_person(words))
        if sort == PLACE:
            return self.names.clean(words)
        return _without_owner(self._longest_body(self._short.get(words, words)))

    def _longest_body(self, words: str) -> str:
        """The longest form of a body's name, without a place or person before it that is no part of it."""
        longest = self.names.organisation(words)
        before = longest.removesuffix(words).strip()
        is_guest = self._sorts.get(before) in {PERSON, PLACE} or self.names.person(before) is not None
        return words if before != longest and is_guest else longest

    def _without_role(self, name: str) -> str:
        """ "Claudia Tenney" for "Assemblywoman Claudia Tenney"."""
        first, _, rest = name.partition(" ")
        roles = (
            self._nouns["person"],
            load_words("pronouns")["nouns_female"],
            load_words("pronouns")["nouns_male"],
        )
        return rest if " " in rest and any(first.lower() in one for one in roles) else name

    def _is_demonym(self, seen: _Seen) -> bool:
        """Whether a name only says of what country something is: "a Kelvarian general", "an Ardeshi town"."""
        if seen.mention is not None and seen.mention.kind == "NORP":
            return True
        token = self.index.tokens[seen.top]
        is_beside = token.dep in {"amod", "compound"} and " " not in seen.key
        if is_beside and seen.key[-1] in "in" and self.index.lemma(token.head) in self._places["settlements"]:
            return True
        stems = (seen.key.removesuffix(ending) for ending in DEMONYMS if seen.key.endswith(ending))
        return self.index.tokens[seen.top].dep in {"amod", "compound"} and any(
            one in self._sorts for one in stems
        )


def _without_owner(name: str) -> str:
    """ "Frontier Guard" for "Ostrenia’s Frontier Guard"; "Ardesh’s army" stays, as no name is left of it."""
    for mark in OWNER_MARKS:
        _, found, rest = name.partition(mark)
        if found and rest[:1].isupper() and rest.split()[-1].lower() not in load_words("bodies")["state"]:
            return rest
    return name
