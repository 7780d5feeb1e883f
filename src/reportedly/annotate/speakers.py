"""Ties "he", "the official", "the agency" and "it" to the source or name before them."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, RoleMention, mention_words
from reportedly.annotate.source_kinds import KindReader
from reportedly.annotate.source_phrase import Phrase, phrase_of
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.doc import Mention
from reportedly.types.span import Span, Spans

REMEMBERED = 24  # sources kept; a pronoun further from its source is left open
PRONOUN_REACH = 4  # sentences
NOMINAL_REACH = 25  # sentences; "the senator" may stand far from his name
PAIR = 2  # words of "a spokeswoman", and of a noun with its comma
OUTLETS_READ = 12  # outlets before "the agency" or "the paper" that are weighed
NAMES_READ = 40  # names before a pronoun that are weighed
DESCRIPTIONS = 12  # kept of one person
KNOWN_GENDER = 1.0  # a known gender that fits is evidence of its own, worth a sentence of distance
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PEOPLE = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))
THINGS = frozenset((SourceKind.OUTLET, SourceKind.WIRE_AGENCY, SourceKind.ORGANISATION, SourceKind.DOCUMENT))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that has spoken, with the links before it; `lemma` is the head noun that it was given by."""

    position: int
    link: ChainLink
    before: tuple[ChainLink, ...] = ()
    lemma: str = ""
    is_plural: bool = False


class Speakers:
    """The sources of one article so far, in the order of the text."""

    def __init__(
        self, index: DocIndex, names: NameBook, kinds: KindReader, roles: Sequence[RoleMention]
    ) -> None:
        self.index, self.names, self.kinds = index, names, kinds
        self._said: deque[Spoken] = deque(maxlen=REMEMBERED)
        self._roles: dict[str, list[RoleMention]] = {}
        self._described: dict[str, list[RoleMention]] = {}
        for role in roles:
            self._roles.setdefault(role.role, []).append(role)
            said = self._described.setdefault(role.name, [])
            if len(said) < DESCRIPTIONS and all(
                role.role != one.role or role.words - one.words for one in said
            ):
                said.append(role)

    def remember(self, spoken: Spoken) -> None:
        """Keep a source for the pronouns to come."""
        self._said.append(spoken)

    def roles_of(self, name: str | None) -> set[str]:
        """What the article says that this person is."""
        return {one.role for one in self._described.get(name or "", [])}

    def spoken_for(self, name: str | None) -> set[str]:
        """The words by which the article describes a spokesperson, the body spoken for among them."""
        spokespersons = load_words("nouns")["spokespersons"]
        told = [one for one in self._described.get(name or "", []) if one.role in spokespersons]
        return {word for one in told for word in one.words}

    def resolve(self, phrase: Phrase, position: int, barred: Spans = ()) -> Spoken | None:
        """The earlier source or name that `phrase` refers to; None where it names its own or none fits.

        `barred` are spans in which the antecedent cannot stand: the source's own words in quotation marks.
        """
        if phrase.pronoun is None:
            return self._noun(phrase, position)
        nouns = load_words("nouns")
        if phrase.pronoun in nouns["pronouns_person"]:
            return self._person(phrase.pronoun, position, barred)
        if phrase.pronoun in nouns["relative"]:
            return self._antecedent(phrase.head, position)
        if phrase.pronoun in nouns["pronouns_thing"]:
            return self._thing(position)
        return self._several(position) if phrase.pronoun in nouns["pronouns_several"] else None

    def _noun(self, phrase: Phrase, position: int) -> Spoken | None:
        """Whoever a noun without a name means: named before, or "a spokeswoman" who is named soon after."""
        if phrase.mention is not None or self.kinds.person_beside(phrase) is not None:
            return None
        if phrase.is_indefinite:
            return self._named_later(phrase, position)
        return self._nominal(phrase, position) if phrase.is_definite else None

    def _person(self, pronoun: str, position: int, barred: Spans) -> Spoken | None:
        is_female = pronoun in load_words("nouns")["pronouns_female"]
        best: Spoken | None = None
        best_score = float("-inf")
        for spoken, score in self._people_before(position, barred):
            gender = self.names.gender(spoken.link.name)
            fits = gender is None or (gender == "female") == is_female
            weighed = score + (KNOWN_GENDER if gender is not None else 0.0)
            if fits and weighed > best_score:
                best, best_score = spoken, weighed
        return best

    def _people_before(self, position: int, barred: Spans) -> list[tuple[Spoken, float]]:
        """Persons who may be meant, with what speaks for each: nearness, subject, having just spoken."""
        here = self.index.sentence_number(position)
        found: list[tuple[Spoken, float]] = []
        for spoken in self._said:
            away = here - self.index.sentence_number(spoken.position)
            is_one = spoken.link.kind in PEOPLE and not spoken.is_plural
            if is_one and 0 <= away <= PRONOUN_REACH and spoken.position < position:
                found.append((spoken, 2.0 - away))
        for mention in self.index.mentions_before(position, NAMES_READ):
            away = here - self.index.sentence_number(mention.start)
            span = Span(mention.start, mention.end)
            if away > PRONOUN_REACH:
                break
            if self.names.is_person(mention) and not any(one.holds(span) for one in barred):
                top = self.index.top(self.index.numbers(span))
                is_subject = top is not None and self.index.tokens[top].dep in SUBJECTS
                found.append((self._from_mention(mention), -away + (1.2 if is_subject else 0.0)))
        return found

    def _thing(self, position: int) -> Spoken | None:
        """The outlet, organisation or document that spoke last, else the last one named near by."""
        for spoken in reversed(self._said):
            if self._near(spoken.position, position, PRONOUN_REACH) and spoken.link.kind in THINGS:
                return spoken
        outlet = next(iter(self.names.outlets_before(position, 1)), None)
        if outlet is not None and self._near(outlet.span.start, position, 2):
            return Spoken(outlet.span.start, self.kinds.outlet_link(outlet.outlet, (outlet.span,)))
        for mention in self.index.mentions_before(position, NAMES_READ):
            if not self._near(mention.start, position, 2):
                break
            if mention.kind == "ORG" and not self.names.is_person(mention):
                return self._from_mention(mention)
        return None

    def _antecedent(self, number: int, position: int) -> Spoken | None:
        """The noun before "who" or "which", by the parse."""
        verb = self.index.tokens[number].head
        noun = self.index.tokens[verb].head
        if self.index.tokens[verb].dep != "relcl" or noun >= number:
            return None
        first = min((n for n in self.index.children(noun) if n < noun), default=noun)
        phrase = phrase_of(self.index, range(first, noun + 1))
        if phrase is None or phrase.pronoun is not None:
            return None
        earlier = self.resolve(phrase, position)
        return earlier or Spoken(
            position, self.kinds.link(phrase, (self.index.span(first, noun),)), (), phrase.lemma
        )

    def _several(self, position: int) -> Spoken | None:
        """The sources or the group that spoke last, else the last body ("the ministry … they")."""
        near = [one for one in self._said if self._near(one.position, position, PRONOUN_REACH)]
        plural = [one for one in near if one.is_plural or one.link.kind is SourceKind.COLLECTIVE]
        bodies = [one for one in near if one.link.kind in THINGS]
        fitting = plural or bodies
        return fitting[-1] if fitting else None

    def _nominal(self, phrase: Phrase, position: int) -> Spoken | None:
        """The source or name that "the <noun>" calls."""
        said = self._said_before(phrase, position)
        if said is not None or phrase.is_plural:
            return said
        role = self._role_before(phrase.lemma, position)
        if role is not None:
            link = ChainLink(SourceKind.PERSON, role.name, (role.span,))
            return Spoken(role.span.start, link, (), phrase.lemma)
        nouns = load_words("nouns")
        before = [self.index.lower(n) for n in phrase.numbers if n < phrase.head]
        if phrase.lemma in nouns["epithets"] or any(word in nouns["epithets"] for word in before):
            return self._epithet(position)
        if self.names.outlets_in(self.index.span(phrase.numbers[0], phrase.numbers[-1])):
            return None  # "the Kredo newspaper" names its own
        is_agency = phrase.lemma in nouns["agencies"]
        outlet = self._outlet(is_agency, position) if is_agency or phrase.lemma in nouns["outlets"] else None
        is_body = phrase.lemma in nouns["organisation"] and len(phrase.numbers) <= 2
        return outlet or (self._body(phrase.lemma, position) if is_body else None)

    def _named_later(self, phrase: Phrase, position: int) -> Spoken | None:
        """ "a spokeswoman said … the spokeswoman, Ana Brook": the name in apposition soon after."""
        if phrase.lemma not in load_words("nouns")["spokespersons"] or len(phrase.numbers) > PAIR:
            return None
        for role in self._roles.get(phrase.lemma, []):
            first = self.index.numbers(role.span).start
            noun = first - (PAIR if self.index.word(first - 1) == "," else 1)
            is_same = (
                noun > 0 and self.index.lemma(noun) == phrase.lemma and self.index.lower(noun - 1) == "the"
            )
            if is_same and self._near(position, role.span.start, PRONOUN_REACH):
                return Spoken(
                    position, ChainLink(SourceKind.PERSON, role.name, (role.span,)), (), phrase.lemma
                )
        return None

    def _said_before(self, phrase: Phrase, position: int) -> Spoken | None:
        """The last source of this noun, whose description holds every modifier that the phrase has."""
        modifiers = {self.index.lower(n) for n in phrase.numbers[1:] if n < phrase.head}
        for spoken in reversed(self._said):
            known = set((spoken.link.described_as or spoken.link.name or "").lower().split())
            is_role = phrase.lemma in self.roles_of(spoken.link.name)
            same = is_role or (spoken.lemma == phrase.lemma and modifiers <= known)
            is_near = self._near(spoken.position, position, NOMINAL_REACH)
            if same and is_near and spoken.is_plural == phrase.is_plural:
                return spoken
        return None

    def _epithet(self, position: int) -> Spoken | None:
        """Whoever the article speaks of here: a person who has just spoken, or a subject near by."""
        near = [(one, score) for one, score in self._people_before(position, ()) if score >= 0]
        return max(near, key=lambda pair: pair[1])[0] if near else None

    def _role_before(self, role: str, position: int) -> RoleMention | None:
        """The last person before `position` of whom the text says this."""
        known = self._roles.get(role, [])
        before = bisect_left([one.span.start for one in known[-200:]], position) + max(0, len(known) - 200)
        if before == 0 or not self._near(known[before - 1].span.start, position, NOMINAL_REACH):
            return None
        return known[before - 1]

    def _outlet(self, is_agency: bool, position: int) -> Spoken | None:
        """The last agency, or the last outlet of any other kind, that was named near by."""
        for one in self.names.outlets_before(position, OUTLETS_READ):
            if not self._near(one.span.start, position, NOMINAL_REACH):
                break
            if is_agency == (one.outlet.kind is SourceKind.WIRE_AGENCY):
                return Spoken(one.span.start, self.kinds.outlet_link(one.outlet, (one.span,)))
        return None

    def _body(self, lemma: str, position: int) -> Spoken | None:
        """The last organisation in whose name the noun stands ("the Defence Ministry" … "the ministry")."""
        for mention in self.index.mentions_before(position, NAMES_READ):
            words = mention_words(self.index, mention).lower().split()
            if mention.kind in {"ORG", "FAC"} and lemma in words:
                return self._from_mention(mention)
        return None

    def _from_mention(self, mention: Mention) -> Spoken:
        span = Span(mention.start, mention.end)
        if self.names.is_person(mention):
            link = ChainLink(SourceKind.PERSON, self.names.person_of(mention), (span,))
        else:
            words = mention_words(self.index, mention)
            link = ChainLink(SourceKind.ORGANISATION, self.names.organisation(words), (span,))
        return Spoken(mention.start, link)

    def _near(self, earlier: int, position: int, reach: int) -> bool:
        away = self.index.sentence_number(position) - self.index.sentence_number(earlier)
        return earlier < position and away <= reach


def with_grounds(link: ChainLink, condition: str | None, reason: str | None) -> ChainLink:
    """The link with a condition and a reason where it has none."""
    return replace(link, condition=link.condition or condition, reason=link.reason or reason)
