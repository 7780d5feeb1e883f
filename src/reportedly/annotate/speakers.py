"""Ties "he", "the official", "the agency" and "it" to the source or name before them."""

from collections import deque
from collections.abc import Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.ledes import holder_of_office, is_office
from reportedly.annotate.names import NameBook, RoleMention, mention_words
from reportedly.annotate.pronouns import PronounReader, gender_of
from reportedly.annotate.referents import noun_phrase
from reportedly.annotate.roles import Roles
from reportedly.annotate.source_kinds import KindReader
from reportedly.annotate.source_phrase import Phrase, phrase_of
from reportedly.annotate.spoken import Spoken
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.doc import Mention
from reportedly.types.span import Span

REMEMBERED = 24  # sources kept; a pronoun further from its source is left open
PRONOUN_REACH = 4  # sentences
NOMINAL_REACH = 25  # sentences; "the senator" may stand far from his name
PAIR = 2  # tokens of "a spokeswoman" or of a noun and its comma
OUTLETS_READ = 12  # outlets before "the agency" or "the paper" that are weighed
NAMES_READ = 40  # names before a noun that are weighed
EPITHET_REACH = 2  # sentences from a name to "the candidate"
ACTING = frozenset(("nsubj", "nsubjpass", "poss"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PEOPLE = frozenset((SourceKind.PERSON, SourceKind.UNNAMED))
THINGS = frozenset((SourceKind.OUTLET, SourceKind.WIRE_AGENCY, SourceKind.ORGANISATION, SourceKind.DOCUMENT))


class Speakers:
    """The sources of one article so far, in the order of the text."""

    def __init__(
        self,
        index: DocIndex,
        names: NameBook,
        kinds: KindReader,
        roles: Sequence[RoleMention],
        pronouns: PronounReader,
    ) -> None:
        self.index, self.names, self.kinds = index, names, kinds
        self._meant = pronouns.read()
        self._starts = {n: row.source[0].start for row in pronouns.rows for n in index.numbers_of(row.source)}
        self._spoke: dict[int, Spoken] = {}
        self._said: deque[Spoken] = deque(maxlen=REMEMBERED)
        self.roles = Roles(roles)

    def remember(self, spoken: Spoken) -> None:
        """Keep a source for the pronouns to come."""
        self._said.append(spoken)
        self._spoke[spoken.position] = spoken

    def last_named(self, name: str | None) -> Spoken | None:
        """The last time that a source of this name spoke."""
        return next((one for one in reversed(self._said) if name and one.link.name == name), None)

    def last_speaker(self, pronoun: str, position: int) -> Spoken | None:
        """Whoever spoke in this sentence or the one before, where "he added" goes on."""
        last = self._last_person(pronoun, position)
        return last if last is not None and self._near(last.position, position, 1) else None

    def resolve(self, phrase: Phrase, position: int) -> Spoken | None:
        """The earlier source or name that `phrase` refers to; None where it names its own or none fits."""
        if phrase.pronoun is None:
            return self._noun(phrase, position)
        nouns = load_words("nouns")
        if phrase.pronoun in nouns["pronouns_person"]:
            speaking = self._spokesperson(phrase.pronoun, position)
            return speaking or self._referred(phrase, position) or self._last_person(phrase.pronoun, position)
        if phrase.pronoun in nouns["relative"]:
            return self._antecedent(phrase.head, position)
        if phrase.pronoun in nouns["pronouns_thing"]:
            return self._thing(position)
        if phrase.pronoun in nouns["pronouns_several"]:
            return self._referred(phrase, position) or self._several(position)
        return None

    def _referred(self, phrase: Phrase, position: int) -> Spoken | None:
        """What the pronoun reader ties a pronoun to: a source that has spoken, a name or a noun."""
        referent = self._meant.get(phrase.head)
        if referent is None:
            return None
        spoken = self._spoke.get(self._starts.get(referent.number, -1))
        if referent.person is not None:
            spoken = next((one for one in reversed(self._said) if one.link.name == referent.person), None)
        if spoken is not None and spoken.position < position:
            return spoken
        return self._from_mention(referent.mention) if referent.mention else self._from_noun(referent.number)

    def _spokesperson(self, pronoun: str, position: int) -> Spoken | None:
        """ "a government spokeswoman said. She …": the body for which whoever spoke last speaks."""
        last = max(self._said, key=lambda one: one.position, default=None)
        if last is None or last.link.kind is not SourceKind.ORGANISATION or last.is_plural:
            return None
        is_near = self._near(last.position, position, 1)
        is_speaker = last.lemma in load_words("nouns")["spokespersons"]
        genders = load_words("pronouns")
        other = "nouns_male" if gender_of(pronoun) == "female" else "nouns_female"
        return last if is_near and is_speaker and last.lemma not in genders[other] else None

    def _from_noun(self, number: int) -> Spoken | None:
        """The link of a noun that is no source itself, by its own words or by what it calls."""
        phrase = phrase_of(self.index, noun_phrase(self.index, number))
        if phrase is None or phrase.pronoun is not None:
            return None
        span = self.index.span(phrase.numbers[0], phrase.numbers[-1])
        return self.resolve(phrase, span.start) or Spoken(
            span.start, self.kinds.link(phrase, (span,)), (), phrase.lemma, phrase.is_plural
        )

    def _noun(self, phrase: Phrase, position: int) -> Spoken | None:
        """Whoever a noun without a name means: named before, or "a spokeswoman" who is named soon after."""
        if phrase.mention is not None or self.kinds.person_beside(phrase) is not None:
            return None
        is_own = self.index.tokens[phrase.numbers[0]].tag == "PRP$"
        if (phrase.is_indefinite and phrase.lemma in load_words("nouns")["spokespersons"]) or is_own:
            return self._named_later(phrase, position)
        if phrase.is_indefinite:
            return None
        if is_office(self.index, self.names, phrase):
            return self._lede(phrase, position)
        return self._nominal(phrase, position) if phrase.is_definite else None

    def _last_person(self, pronoun: str, position: int) -> Spoken | None:
        """The last person near by who has spoken, where the pronoun reader is in doubt."""
        fitting = {None, gender_of(pronoun)}
        near = [one for one in self._said if self._near(one.position, position, PRONOUN_REACH)]
        people = [one for one in near if one.link.kind in PEOPLE and not one.is_plural]
        return next((one for one in reversed(people) if self.names.gender(one.link.name) in fitting), None)

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
        is_document = phrase.lemma in load_words("nouns")["document_nouns"]
        return self._last_document(position) if is_document else self._called(phrase, position)

    def _called(self, phrase: Phrase, position: int) -> Spoken | None:
        """The person, outlet or body that "the <noun>" calls, though it has not spoken."""
        role = self.roles.last_before(phrase.lemma, position)
        if role is not None and self._near(role.span.start, position, NOMINAL_REACH):
            link = ChainLink(SourceKind.PERSON, role.name, (role.span,))
            return Spoken(role.span.start, link, (), phrase.lemma)
        nouns = load_words("nouns")
        before = [self.index.lower(n) for n in phrase.numbers if n < phrase.head]
        is_owned = any(self.index.tokens[n].tag == "POS" for n in phrase.numbers if n < phrase.head)
        if is_owned:
            return None
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
        if phrase.lemma not in load_words("nouns")["person"] or len(phrase.numbers) > PAIR:
            return None
        role = self.roles.apposed_after(self.index, phrase.lemma, position)
        if role is None or not self._near(position, role.span.start, PRONOUN_REACH):
            return None
        return Spoken(position, ChainLink(SourceKind.PERSON, role.name, (role.span,)), (), phrase.lemma)

    def _lede(self, phrase: Phrase, position: int) -> Spoken | None:
        """Whoever holds the office by which a report's first sentence calls its source."""
        mention = holder_of_office(self.index, self.names, self.roles, position)
        found = self._from_mention(mention) if mention is not None else None
        return Spoken(position, found.link, (), phrase.lemma) if found is not None else None

    def _said_before(self, phrase: Phrase, position: int) -> Spoken | None:
        """The last source of this noun, whose description holds every modifier that the phrase has."""
        modifiers = {self.index.lower(n) for n in phrase.numbers[1:] if n < phrase.head} - {"same"}
        for spoken in reversed(self._said):
            known = set((spoken.link.described_as or spoken.link.name or "").lower().split())
            is_role = phrase.lemma in self.roles.of(spoken.link.name)
            same = is_role or (spoken.lemma == phrase.lemma and modifiers <= known)
            is_near = self._near(spoken.position, position, NOMINAL_REACH)
            if same and is_near and spoken.is_plural == phrase.is_plural:
                return spoken
        return None

    def _last_document(self, position: int) -> Spoken | None:
        """The document near by that spoke last, whatever it was called there."""
        for spoken in reversed(self._said):
            if not self._near(spoken.position, position, PRONOUN_REACH):
                return None
            if spoken.link.kind is SourceKind.DOCUMENT:
                return spoken
        return None

    def _epithet(self, position: int) -> Spoken | None:
        """Whoever the article speaks of here: a person who is a subject near by, or has just spoken."""
        for mention in self.index.mentions_before(position, NAMES_READ):
            if not self._near(mention.start, position, EPITHET_REACH):
                break
            top = self.index.top(self.index.numbers(Span(mention.start, mention.end)))
            is_subject = top is not None and self.index.tokens[top].dep in SUBJECTS
            if is_subject and self.names.is_person(mention):
                return self._from_mention(mention)
        near = [one for one in self._said if self._near(one.position, position, EPITHET_REACH)]
        people = [one for one in near if one.link.kind in PEOPLE and not one.is_plural]
        return people[-1] if people else None

    def _outlet(self, is_agency: bool, position: int) -> Spoken | None:
        """The last agency, or the last outlet of any other kind, that was named near by."""
        for one in self.names.outlets_before(position, OUTLETS_READ):
            if not self._near(one.span.start, position, NOMINAL_REACH):
                break
            if is_agency == (one.outlet.kind is SourceKind.WIRE_AGENCY):
                return Spoken(one.span.start, self.kinds.outlet_link(one.outlet, (one.span,)))
        return None

    def _body(self, lemma: str, position: int) -> Spoken | None:
        """The last organisation in whose name the noun stands, or for "the company" the last that acts."""
        is_any = lemma in load_words("nouns")["companies"]
        acting = self._body_that_spoke(position) if is_any else None
        for mention in self.index.mentions_before(position, NAMES_READ):
            if mention.kind not in {"ORG", "FAC"} or self.names.is_person(mention):
                continue
            words = mention_words(self.index, mention).lower().split()
            if lemma in words:
                return self._from_mention(mention)
            if is_any and acting is None and self._acts(mention, position):
                acting = self._from_mention(mention)
        return acting

    def _body_that_spoke(self, position: int) -> Spoken | None:
        """The last source near by that is an organisation with a name."""
        for spoken in reversed(self._said):
            is_body = spoken.link.kind is SourceKind.ORGANISATION and (spoken.link.name or "")[:1].isupper()
            if is_body and self._near(spoken.position, position, PRONOUN_REACH):
                return spoken
        return None

    def _acts(self, mention: Mention, position: int) -> bool:
        """Whether a name near by is no outlet, and acts or owns as a body in the news does."""
        if self.names.outlets_in(Span(mention.start, mention.end)):
            return False
        top = self.index.top(self.index.numbers(Span(mention.start, mention.end)))
        is_near = self._near(mention.start, position, PRONOUN_REACH)
        return is_near and top is not None and self.index.tokens[top].dep in ACTING

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
