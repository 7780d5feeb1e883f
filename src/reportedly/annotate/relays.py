"""Finds who stands between the outlet and a source (told, citing, seen by), and who was addressed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, OutletMention
from reportedly.annotate.source_phrase import Phrase, noun_phrase_after, phrase_of, without_article
from reportedly.lang.lexicon import load_cues, load_words
from reportedly.types.span import Span

HEARERS = frozenset(("to", "with"))  # before the listener
PLACES = frozenset(
    ("on", "in", "for", "at", "by", "via", "through", "over", "from")
)  # before an outlet or a medium
PAIR = 2  # "the agency"
CLIMB = 4  # heads above a preposition in which its verb is sought
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))


@dataclass(slots=True)
class Relays:
    """What the words around a source and its cue show. Outlets and phrases stand in the order of the text.

    `before` are outlets between the publisher and the source; `citing` is the phrase of whoever quotes the
    source; `told` is a noun for an outlet that was told ("the agency"); `after` are phrases of sources
    further inward; `is_reported` tells of a deleted source.
    """

    before: list[OutletMention] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    citing: list[int] = field(default_factory=list)
    after: list[list[int]] = field(default_factory=list)
    addressee: str | None = None
    medium: str | None = None
    is_reported: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One attribution by its tokens. `barred` are tokens that belong to contents or to other rows."""

    index: DocIndex
    names: NameBook
    source: Sequence[int]
    cue: Sequence[int]
    barred: frozenset[int]
    around: range

    @property
    def loose(self) -> list[int]:
        """The tokens around that no source, content or other row holds."""
        taken = self.barred | set(self.source)
        return [n for n in self.around if n not in taken]

    def words(self, numbers: Sequence[int]) -> str:
        """The words of some tokens in a row, without their article."""
        rest = without_article(self.index, numbers)
        return self.index.span(rest[0], rest[-1]).words(self.index.text) if rest else ""


def find_relays(scene: Scene) -> Relays:
    """Everything that stands beside one attribution."""
    relays = Relays()
    _read_listener(scene, relays)
    _read_prepositions(scene, relays)
    _read_citations(scene, relays)
    _read_learning(scene, relays)
    reported = load_cues().deleted_sources
    near = set(scene.cue)
    relays.is_reported = bool(scene.source) and any(
        scene.index.lower(n) in reported and (n in near or scene.index.tokens[n].head in near)
        for n in (*scene.cue, *scene.loose)
    )
    return relays


def _read_listener(scene: Scene, relays: Relays) -> None:
    """The object of "told": an outlet is a link, anybody else the addressee."""
    index = scene.index
    telling = load_words("relays")["telling"]
    for n in scene.cue:
        if index.lemma(n) not in telling or index.tokens[n].pos != "VERB":
            continue
        phrase = noun_phrase_after(index, n + 1, scene.barred | set(scene.source))
        if not phrase or index.lower(phrase[0]) in {"that", "it"}:
            continue
        outlet = _outlet_of_listener(scene, phrase)
        if outlet is not None:
            relays.before.append(outlet)
        elif _is_outlet_noun(scene, phrase):
            relays.told = phrase
        elif not _is_self(scene, phrase):
            relays.addressee = scene.words(phrase)
        return


def _outlet_of_listener(scene: Scene, phrase: Sequence[int]) -> OutletMention | None:
    """The outlet in "told CNN", "told CNN's Ana Brook", "told Ana Brook of CNN"."""
    index = scene.index
    found = scene.names.outlets_in(index.span(phrase[0], phrase[-1]))
    if found:
        return found[0]
    after = phrase[-1] + 1
    if (
        after < len(index.tokens)
        and index.lower(after) in {"of", "at", "from", "on", "with"}
        and after not in scene.barred
    ):
        following = scene.names.outlets_in(index.span(after, min(after + 3, len(index.tokens) - 1)))
        return following[0] if following else None
    return None


def _is_outlet_noun(scene: Scene, phrase: Sequence[int]) -> bool:
    """Whether a listener is "the agency" or "the newspaper", named elsewhere."""
    lists = load_words("nouns")
    lemma = scene.index.lemma(phrase[-1])
    is_definite = len(phrase) == PAIR and scene.index.lower(phrase[0]) == "the"
    return is_definite and (lemma in lists["agencies"] or lemma in lists["outlets"])


def _is_self(scene: Scene, phrase: Sequence[int]) -> bool:
    return len(phrase) == 1 and scene.index.lower(phrase[0]) in load_words("nouns")["pronouns_self"]


def _read_prepositions(scene: Scene, relays: Relays) -> None:
    """ "in an interview with the BBC", "a memo seen by the BBC", "in a statement", "to reporters"."""
    index = scene.index
    for n in (*scene.source, *scene.loose):
        word = index.lower(n)
        if index.tokens[n].pos not in {"ADP", "PART"} or (word not in HEARERS and word not in PLACES):
            continue
        phrase = noun_phrase_after(index, n + 1, scene.barred)
        crosses = bool(phrase) and (phrase[0] in scene.source) != (n in scene.source)
        if not phrase or crosses or not _is_governed(scene, n):
            continue
        outlets = scene.names.outlets_in(index.span(phrase[0], phrase[-1]))
        lemma = index.lemma(phrase[-1])
        if outlets and n in scene.source:
            if _is_heard(scene, n, word) or _is_obtained(scene, n):
                relays.before.append(outlets[0])
        elif outlets and _publishes(scene, n, word):
            relays.before.append(outlets[0])
        elif n not in scene.source and word in HEARERS and _is_outlet_noun(scene, phrase):
            relays.told = phrase
        elif n not in scene.source and word in HEARERS and lemma in load_words("relays")["audiences"]:
            is_free = not (relays.addressee or relays.before or relays.told)
            relays.addressee = scene.words(phrase) if is_free else relays.addressee
        elif (
            n not in scene.source
            and word in PLACES
            and lemma in load_words("relays")["media"]
            and not outlets
        ):
            relays.medium = relays.medium or scene.words(phrase)


def _is_heard(scene: Scene, preposition: int, word: str) -> bool:
    """Whether "to" inside a source follows a word of speaking ("an official who spoke to Reuters")."""
    above = scene.index.lemma(scene.index.tokens[preposition].head)
    return word in HEARERS and above in load_words("relays")["listening"]


def _publishes(scene: Scene, preposition: int, word: str) -> bool:
    """Whether an outlet after this preposition carries the words, and is not where they were learnt."""
    if word in {"by", "from"}:
        return _is_obtained(scene, preposition)
    return word != "at"


def _is_obtained(scene: Scene, preposition: int) -> bool:
    """Whether the preposition belongs to "seen", "obtained", "quoted" …"""
    relays = load_words("relays")
    above = (scene.index.tokens[preposition].head, preposition - 1)
    lemmas = {scene.index.lemma(n) for n in above if n >= 0}
    return any(lemma in relays["obtaining"] or lemma in relays["citing"] for lemma in lemmas)


def _is_governed(scene: Scene, number: int) -> bool:
    """Whether a preposition hangs on the cue, the source, or a word of speaking near them."""
    relays = load_words("relays")
    own = {*scene.cue, *scene.source}
    current = number
    for _ in range(CLIMB):
        current = scene.index.tokens[current].head
        if current in own:
            return True
        if current in scene.barred:
            return False
        if (
            scene.index.lemma(current) in relays["listening"]
            or scene.index.lemma(current) in relays["obtaining"]
        ):
            return True
    return number - 1 in own


def _read_citations(scene: Scene, relays: Relays) -> None:
    """Whoever is cited ("citing two officials, X reports") stands inward; who quotes the source, outward."""
    index = scene.index
    source = set(scene.source)
    citing = load_words("relays")["citing"]
    for n in scene.around:
        if n in scene.barred or index.lemma(n) not in citing or index.tokens[n].pos != "VERB":
            continue
        quoted = noun_phrase_after(index, n + 1, scene.barred)
        if quoted and source & set(quoted):
            relays.citing = _subject(scene, n)
        elif quoted and _is_source_like(scene, quoted):
            relays.after.append(quoted)


def _subject(scene: Scene, verb: int) -> list[int]:
    for child in scene.index.children(verb):
        if (
            scene.index.tokens[child].dep == "nsubj"
            and child not in scene.source
            and child not in scene.barred
        ):
            return [n for n in scene.index.subtree(child) if n not in scene.barred]
    return []


def _is_source_like(scene: Scene, numbers: Sequence[int]) -> bool:
    """Whether a cited thing can speak: a person, an outlet, a document; not "falling demand"."""
    phrase = phrase_of(scene.index, numbers)
    if phrase is None:
        return False
    lists = load_words("nouns")
    keys = ("person", "group", "document", "agencies", "outlets", "pronouns_person", "collective")
    if any(phrase.lemma in lists[key] for key in keys) or (phrase.pronoun or "") in lists["pronouns_several"]:
        return True
    if scene.names.outlets_in(scene.index.span(numbers[0], numbers[-1])):
        return True
    return phrase.mention is not None and phrase.mention.kind in NAMED


def _read_learning(scene: Scene, relays: Relays) -> None:
    """ "X has learned from various sources": the sources stand inward."""
    index = scene.index
    learning = load_words("relays")["learning"]
    if not any(index.lemma(n) in learning for n in scene.cue):
        return
    taken = scene.barred | set(scene.source)
    for n in (*scene.cue, *scene.loose):
        if index.lower(n) == "from":
            phrase = noun_phrase_after(index, n + 1, taken)
            if phrase and _is_source_like(scene, phrase) and n >= min(scene.cue):
                relays.after.append(phrase)
                return


def find_releaser(index: DocIndex, document: Phrase) -> list[int]:
    """The tokens of whoever gave a document out: "a memo released by the ministry", "that it released"."""
    numbers = [n for n in document.numbers if n > document.head]
    for n in numbers:
        if index.lemma(n) in load_words("relays")["releasing"] and index.tokens[n].pos == "VERB":
            subjects = [
                one for one in index.children(n) if index.tokens[one].dep == "nsubj" and one in numbers
            ]
            if subjects and index.tokens[subjects[0]].pos != "PRON":
                return [one for one in index.subtree(subjects[0]) if one in numbers]
            by = [one for one in index.children(n) if index.lower(one) == "by" and one in numbers]
            return noun_phrase_after(index, by[0] + 1, frozenset()) if by else []
    return []


def spans_of(index: DocIndex, numbers: Sequence[int]) -> tuple[Span, ...]:
    """One span over tokens that follow one another."""
    return (index.span(numbers[0], numbers[-1]),) if numbers else ()
