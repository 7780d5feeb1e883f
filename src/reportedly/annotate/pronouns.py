"""Ties each pronoun of the third person to what it most likely means, by learned weights."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, RoleMention
from reportedly.annotate.referents import BODY, GROUP, PERSON, PLACE, Referent, find_referents
from reportedly.lang.lexicon import load_words
from reportedly.models.pronoun_weights import Weights, weigh
from reportedly.types.attribution import Attribution, Quoted

REACH = 5  # sentences; of GUM's pronouns 98.7 % have a mention before them that is no further away
REMEMBERED = 60  # mentions before a pronoun that are looked at
OPTIONS = 10  # different things among them that are weighed
CLIMB = 6  # heads between a word and its verb
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SORTS = {
    "person": frozenset((PERSON,)),
    "several": frozenset((GROUP, BODY, PLACE)),
}
ROLES = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "pobj": "oblique", "poss": "owner"}
# What weighs differently for a pronoun that is a source. With all features doubled so, 235 of GUM's 274
# persons were right by folds instead of 237, and 38 of 44 sources instead of 39.
ASKED = frozenset(("near", "left quotation", "form pronoun"))
MARKED = frozenset((Quoted.DIRECT, Quoted.MIXED))


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a pronoun may mean, with what speaks for and against it."""

    referent: Referent
    features: Mapping[str, float]


Choose = Callable[[int, str, Sequence[Option]], Referent | None]


@dataclass(slots=True)
class Seen:
    """What is known of one thing so far: its last mention, and how often it was mentioned."""

    referent: Referent
    number: int
    form: str
    times: int = 1
    has_spoken: bool = False


@dataclass(slots=True)
class PronounReader:
    """Reads one article's pronouns in order. `choose` picks among the options, or none of them.

    Training turns `reads_gender` off: then an option may be of another gender than the pronoun.
    """

    index: DocIndex
    names: NameBook
    roles: Sequence[RoleMention]
    rows: Sequence[Attribution]
    choose: Choose
    reads_gender: bool = True
    antecedents: dict[int, Referent] = field(default_factory=dict)
    _seen: dict[str, Seen] = field(default_factory=dict)
    _recent: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _sources: dict[int, Attribution] = field(default_factory=dict)
    _contents: set[int] = field(default_factory=set)
    _genders: dict[str, str] = field(default_factory=dict)
    _last_speaker: str = ""

    def read(self) -> Mapping[int, Referent]:
        """The first mention of what each pronoun means, by the pronoun's token."""
        for row in self.rows:
            for n in self.index.numbers_of(row.source)[:REMEMBERED]:
                self._sources.setdefault(n, row)
            self._contents.update(self.index.numbers_of(row.content))
        referents = {one.number: one for one in find_referents(self.index, self.names, self.roles)}
        kinds = pronoun_kinds()
        for number, token in enumerate(self.index.tokens):
            if number in referents:
                self._see(referents[number], number, "name" if referents[number].mention else "noun")
            elif token.pos in {"PRON", "DET"} and (word := self.index.lower(number)) in kinds:
                self._read_pronoun(number, word, kinds[word])
        return self.antecedents

    def _read_pronoun(self, number: int, word: str, kind: str) -> None:
        options = self._options(number, word, kind)
        chosen = self.choose(number, kind, options) if options else None
        if chosen is None:
            return
        self.antecedents[number] = chosen
        if kind == "person" and self._gender_of(chosen) is None:
            self._genders[chosen.key] = gender_of(word)
        self._see(chosen, number, word)

    def _see(self, referent: Referent, number: int, form: str) -> None:
        known = self._seen.get(referent.key)
        times = known.times + 1 if known else 1
        speaks = number in self._sources
        has_spoken = speaks or (known is not None and known.has_spoken)
        self._seen[referent.key] = Seen(referent, number, form, times, has_spoken)
        self._recent.append(referent.key)
        if referent.gender is not None:
            self._genders[referent.key] = referent.gender
        if speaks:
            self._last_speaker = referent.key

    def _options(self, number: int, word: str, kind: str) -> list[Option]:
        """The things near by that a pronoun may mean by sort, number and gender, the nearest first."""
        here = self.index.sentence_number(self.index.tokens[number].start)
        options: list[Option] = []
        for key in dict.fromkeys(reversed(self._recent)):
            seen = self._seen[key]
            away = here - self.index.sentence_number(self.index.tokens[seen.number].start)
            if away > REACH or len(options) == OPTIONS:
                break
            if self._may_mean(word, kind, seen) and not self._is_barred(number, seen):
                features = self._features(number, kind, seen, away, len(options))
                options.append(Option(seen.referent, features))
        return options

    def _may_mean(self, word: str, kind: str, seen: Seen) -> bool:
        referent = seen.referent
        if referent.sort not in SORTS[kind]:
            return False
        if kind != "person":
            return True
        gender = self._gender_of(referent)
        return not self.reads_gender or gender is None or gender == gender_of(word)

    def _gender_of(self, referent: Referent) -> str | None:
        """What name, noun or an earlier mention show, else what a pronoun for the same thing showed."""
        return referent.gender or self._genders.get(referent.key)

    def _is_barred(self, number: int, seen: Seen) -> bool:
        """Whether a source's pronoun would mean what stands in its own content: "Brook lied, he said"."""
        row = self._sources.get(number)
        if row is None or (row.quoted not in MARKED and seen.form not in {"name", "noun"}):
            return False
        start = self.index.tokens[seen.number].start
        return any(span.start <= start < span.end for span in row.content)

    def _features(self, number: int, kind: str, seen: Seen, away: int, rank: int) -> dict[str, float]:
        """What speaks for and against one option; the weights are learned from these names."""
        token, before = self.index.tokens[number], self.index.tokens[seen.number]
        referent = seen.referent
        role = ROLES.get(before.dep, "other")
        is_subject = token.dep in SUBJECTS
        found = {
            "near": 1.0,
            f"away {min(away, 3)}": 1.0,
            "rank": log1p(rank),
            "nearest": float(rank == 0),
            f"role {role}": 1.0,
            f"form {seen.form if seen.form in {'name', 'noun'} else 'pronoun'}": 1.0,
            f"sort {referent.sort}": 1.0,
            "named": float(referent.is_named),
            "times": log1p(seen.times),
        }
        marks = {
            "plural": referent.is_plural,
            "bare name": referent.is_named and " " not in referent.key,
            "both subjects": is_subject and role == "subject",
            "both owners": token.dep == "poss" and role == "owner",
            "gender known": kind == "person" and referent.gender is not None,
            "same clause": away == 0 and self._verb(number) == self._verb(seen.number),
            "main subject": role == "subject" and self.index.tokens[before.head].dep == "ROOT",
            "source": seen.number in self._sources,
            "both sources": seen.number in self._sources and number in self._sources,
            "other paragraph": self.index.text.find("\n", before.end, token.start) >= 0,
            **self._quotation_marks(number, seen.number),
        }
        found.update({name: 1.0 for name, holds in marks.items() if holds})
        if number in self._sources:
            found.update({name: 1.0 for name, holds in self._as_source(seen).items() if holds})
            found.update({f"asked {name}": 1.0 for name in ASKED & found.keys()})
        return found

    def _as_source(self, seen: Seen) -> dict[str, bool]:
        """What speaks for an option where the pronoun itself is a source."""
        return {
            "spoke": seen.has_spoken,
            "spoke last": seen.referent.key == self._last_speaker,
            "in a content": seen.number in self._contents,
        }

    def _quotation_marks(self, number: int, other: int) -> dict[str, bool]:
        here = self.index.quotations_around(self.index.tokens[number].start)
        there = self.index.quotations_around(self.index.tokens[other].start)
        speaks = (
            bool(here)
            and other in self._sources
            and any(span.overlaps(here[-1].outer) for span in self._sources[other].content)
        )
        return {
            "left quotation": bool(there) and not here,
            "entered quotation": bool(here) and not there,
            "speaks here": speaks,
        }

    def _verb(self, number: int) -> int:
        """The nearest verb above a word."""
        current = number
        for _ in range(CLIMB):
            head = self.index.tokens[current].head
            if head == current or self.index.tokens[head].pos in {"VERB", "AUX"}:
                return head
            current = head
        return current


def heaviest(weights: Mapping[str, Weights]) -> Choose:
    """Chooses the option that these weights favour; None where nothing outweighs "none of them"."""

    def choose(_number: int, kind: str, options: Sequence[Option]) -> Referent | None:
        best = max(options, key=lambda option: weigh(weights[kind], option.features))
        return best.referent if weigh(weights[kind], best.features) > 0 else None

    return choose


def pronoun_kinds() -> Mapping[str, str]:
    """Whether a pronoun means one person or several."""
    lists = load_words("pronouns")
    people = [*lists["female"].words, *lists["male"].words]
    return {
        **dict.fromkeys(people, "person"),
        **dict.fromkeys(lists["several"].words, "several"),
    }


def gender_of(pronoun: str) -> str:
    """The gender that a pronoun for one person shows."""
    return "female" if pronoun in load_words("pronouns")["female"] else "male"
