"""Finds whatever a pronoun may mean: persons, bodies, groups and places, by name or by noun."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, RoleMention, mention_words
from reportedly.annotate.source_kinds import HUMAN_ENDINGS
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span

PERSON, BODY, GROUP, PLACE = "person", "body", "group", "place"
NOUN = "noun:"
NAMED = {"ORG": BODY, "FAC": BODY, "GPE": PLACE, "NORP": GROUP}
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
BESIDE = frozenset(("appos", "compound", "nmod", "attr", "npadvmod"))  # a noun that only describes another
SUBJECTS = frozenset(("nsubj", "nsubjpass"))  # "the general" is read as an adjective
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
LONGEST_PHRASE = 12  # tokens before and after a noun that describe it
FIRST = 3  # words of a clause among which "there" stands
SAME_NOUN = 400  # tokens over which "the woman" is the woman before


@dataclass(frozen=True, slots=True)
class Referent:
    """One mention of something; mentions with one `key` are the same thing. `number` is its head token."""

    number: int
    key: str
    sort: str
    is_plural: bool
    gender: str | None
    mention: Mention | None

    @property
    def is_named(self) -> bool:
        """Whether the article names it, if not here."""
        return not self.key.startswith(NOUN)

    @property
    def person(self) -> str | None:
        """The full name of a person; None for anything else."""
        return self.key.removeprefix(f"{PERSON}:") if self.sort == PERSON and self.is_named else None


def find_referents(index: DocIndex, names: NameBook, roles: Sequence[RoleMention]) -> list[Referent]:
    """Names and nouns that may be meant later, in the order of the text."""
    named = {one.number: one for one in _named(index, names)}
    nouns = [one for one in _nouns(index, roles) if one.number not in named]
    return sorted((*named.values(), *nouns), key=lambda one: one.number)


def noun_phrase(index: DocIndex, number: int) -> range:
    """The tokens of a noun with what stands before it and with its first preposition."""
    before = [n for n in index.subtree(number) if number - LONGEST_PHRASE <= n < number]
    after = [n for n in index.children(number) if n > number and index.tokens[n].dep == "prep"]
    last = index.subtree(after[0])[-1] if after else number
    return range(min(before, default=number), min(last, number + LONGEST_PHRASE) + 1)


def _named(index: DocIndex, names: NameBook) -> Iterator[Referent]:
    for mention in index.mentions:
        numbers = index.numbers(Span(mention.start, mention.end))
        top = index.top(numbers)
        if top is None or numbers.start in names.title_numbers:
            continue
        words = mention_words(index, mention)
        if names.is_person(mention):
            yield _person(index, names, mention, top)
        elif mention.kind in NAMED:
            sort = NAMED[mention.kind]
            is_plural = sort == GROUP and index.tokens[top].tag in PLURAL_TAGS
            if sort == GROUP and index.tokens[top].dep in {"amod", "compound"}:
                continue  # "a French official"
            yield Referent(top, f"name:{names.organisation(words)}", sort, is_plural, None, mention)


def _person(index: DocIndex, names: NameBook, mention: Mention, top: int) -> Referent:
    """A person; in "the spokeswoman, Ana Brook" the noun is the head, and may show the gender."""
    name = names.person_of(mention)
    head = index.tokens[top].head
    is_explained = index.tokens[top].dep == "appos" and _sort_of(index, head) == PERSON
    gender = names.gender(name) or (gender_of_noun(index.lemma(head)) if is_explained else None)
    number = head if is_explained and head < top else top
    return Referent(number, f"{PERSON}:{name}", PERSON, False, gender, mention)


def _nouns(index: DocIndex, roles: Sequence[RoleMention]) -> Iterator[Referent]:
    """Nouns for people and bodies: "the woman" is the last woman near by, "the general" General Brook."""
    before: dict[str, int] = {}
    known = _by_role(roles)
    for number, token in enumerate(index.tokens):
        is_beside = token.dep in BESIDE and not _is_there(index, number)
        is_noun = token.pos == "NOUN" or (token.pos == "ADJ" and token.dep in SUBJECTS)
        if not is_noun or is_beside or index.mention_at(number) is not None:
            continue
        sort = _sort_of(index, number)
        if sort is None:
            continue
        is_plural = token.tag in PLURAL_TAGS
        same = f"{token.lemma}:{is_plural}"
        is_definite = _is_definite(index, number)
        person = _last_before(known.get(token.lemma.lower(), ()), token.start) if is_definite else None
        if person is not None and not is_plural:
            yield Referent(number, f"{PERSON}:{person.name}", PERSON, False, None, None)
            continue
        is_again = is_definite and number - before.get(same, -SAME_NOUN) < SAME_NOUN
        key = f"{NOUN}{before[same] if is_again else number}"
        before[same] = before[same] if is_again else number
        yield Referent(number, key, sort, is_plural, gender_of_noun(index.lemma(number)), None)


def _by_role(roles: Sequence[RoleMention]) -> dict[str, list[RoleMention]]:
    found: dict[str, list[RoleMention]] = {}
    for one in roles:
        found.setdefault(one.role, []).append(one)
    return found


def _last_before(roles: Sequence[RoleMention], position: int) -> RoleMention | None:
    place = bisect_left(roles, position, key=lambda one: one.span.start)
    return roles[place - 1] if place else None


def _sort_of(index: DocIndex, number: int) -> str | None:
    lists = load_words("nouns")
    lemma, is_plural = index.lemma(number), index.tokens[number].tag in PLURAL_TAGS
    if lemma in lists["person"] or lemma in lists["group"] or gender_of_noun(lemma) is not None:
        return GROUP if is_plural else PERSON
    if lemma in lists["collective"] or index.lower(number) in lists["collective"]:
        return GROUP
    if lemma in lists["organisation"]:
        return BODY
    return GROUP if is_plural and lemma.endswith(HUMAN_ENDINGS) else None


def gender_of_noun(lemma: str) -> str | None:
    """Female or male where a noun shows it ("spokeswoman"), else None."""
    lists = load_words("pronouns")
    if lemma in lists["nouns_female"]:
        return "female"
    return "male" if lemma in lists["nouns_male"] else None


def _is_there(index: DocIndex, number: int) -> bool:
    """Whether a noun is what there is: "there was a woman"."""
    return any(index.tokens[n].dep == "expl" for n in index.children(index.tokens[number].head)[:FIRST])


def _is_definite(index: DocIndex, number: int) -> bool:
    return any(index.lower(n) in DEFINITE for n in index.children(number) if n < number)
