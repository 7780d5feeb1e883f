"""Finds who stands between the outlet and a source (told, citing, seen by), and who was addressed."""

from collections.abc import Sequence

from reportedly.annotate.citations import read_citations, read_learning
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.documents import document_above, is_quoted_in
from reportedly.annotate.outlet_names import OutletMention
from reportedly.annotate.source_phrase import noun_phrase_after
from reportedly.annotate.surroundings import Relays, Scene
from reportedly.lang.lexicon import load_cues, load_words
from reportedly.types.span import Span

HEARERS = frozenset(("to", "with"))  # before the listener
HEARD_IN = frozenset(("to", "with", "in"))  # before "the newspaper"
PLACES = frozenset(
    ("on", "in", "for", "at", "by", "via", "through", "over", "from")
)  # before an outlet or a medium
PAIR = 2  # "the agency"
TITLED = 4  # words after a listener's phrase that may name it
CLIMB = 4  # heads above a preposition in which its verb is sought


def find_relays(scene: Scene) -> Relays:
    """Everything that stands beside one attribution."""
    relays = Relays()
    _read_listener(scene, relays)
    _read_prepositions(scene, relays)
    read_citations(scene, relays)
    read_learning(scene, relays)
    relays.within = relays.within or document_above(scene.index, scene.source, scene.cue)
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
    last = phrase[-1]
    while last + 1 < len(index.tokens) and last < phrase[-1] + TITLED and last + 1 not in scene.barred:
        if index.tokens[last + 1].pos not in {"NOUN", "PROPN", "ADJ"}:
            break
        last += 1
    found = scene.names.outlets_in(index.span(phrase[0], last))  # "the Bilbao daily El Crisol"
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
    """Whether a listener is "the agency" or "the newspaper", named elsewhere, or "state radio"."""
    lists = load_words("nouns")
    lemma = scene.index.lemma(phrase[-1])
    if lemma in lists["broadcasts"] and scene.index.lower(phrase[0]) == "state":
        return True
    is_definite = len(phrase) == PAIR and scene.index.lower(phrase[0]) == "the"
    return is_definite and (lemma in lists["agencies"] or lemma in lists["outlets"])


def _is_self(scene: Scene, phrase: Sequence[int]) -> bool:
    return len(phrase) == 1 and scene.index.lower(phrase[0]) in load_words("nouns")["pronouns_self"]


def _read_prepositions(scene: Scene, relays: Relays) -> None:
    """ "in an interview with the BBC", "a memo seen by the BBC", "in a statement", "to reporters"."""
    index = scene.index
    for n in (*scene.source, *scene.loose):
        word = index.lower(n)
        if word == "of" and n not in scene.source:
            _read_programme(scene, relays, n)
            continue
        if index.tokens[n].pos not in {"ADP", "PART"} or (word not in HEARERS and word not in PLACES):
            continue
        phrase = noun_phrase_after(index, n + 1, scene.barred)
        crosses = bool(phrase) and (phrase[0] in scene.source) != (n in scene.source)
        if not phrase or crosses or not _is_governed(scene, n):
            continue
        outlets = scene.names.outlets_in(index.span(phrase[0], phrase[-1]))
        if word == "in" and _read_within(scene, relays, n, phrase):
            continue
        if outlets:
            if _is_relay(scene, n, word):
                relays.before.append(outlets[0])
        elif n not in scene.source:
            _read_hearer_or_medium(scene, relays, word, phrase)


def _is_relay(scene: Scene, number: int, word: str) -> bool:
    """Whether the outlet after this preposition stands between: it was spoken to, or saw, or published."""
    if _is_of_attacked(scene, number):
        return False
    if number in scene.source:
        return _is_heard(scene, number, word) or _is_obtained(scene, number)
    return _publishes(scene, number, word)


def _read_within(scene: Scene, relays: Relays, number: int, phrase: list[int]) -> bool:
    """ "In the report, a guard is quoted", "in its pages": whether the document stands between."""
    is_quoted = number not in scene.source and is_quoted_in(scene.index, scene.cue, phrase)
    is_inside = scene.index.lemma(phrase[-1]) == "page" and scene.index.tokens[phrase[0]].tag == "PRP$"
    if is_quoted or is_inside:
        relays.within = phrase[:1] if is_inside else phrase
    return is_quoted or is_inside


def _read_hearer_or_medium(scene: Scene, relays: Relays, word: str, phrase: list[int]) -> None:
    """ "to the agency", "to reporters", "in a statement"."""
    lists, lemma = load_words("relays"), scene.index.lemma(phrase[-1])
    if word in HEARD_IN and _is_outlet_noun(scene, phrase):
        relays.told = phrase
    elif word in HEARERS and lemma in lists["audiences"]:
        is_free = not (relays.addressee or relays.before or relays.told)
        relays.addressee = scene.words(phrase) if is_free else relays.addressee
    elif word in PLACES and lemma in lists["media"]:
        relays.medium_numbers = relays.medium_numbers or phrase
        relays.medium = relays.medium or scene.words(phrase)


def _read_programme(scene: Scene, relays: Relays, number: int) -> None:
    """ "on the latest edition of The Tide Report": what was broadcast or printed is the outlet's."""
    if scene.index.lemma(number - 1) not in load_words("relays")["airing"]:
        return
    phrase = noun_phrase_after(scene.index, number + 1, scene.barred)
    outlets = scene.names.outlets_in(scene.index.span(phrase[0], phrase[-1])) if phrase else ()
    relays.before.extend(outlets[:1])


def _is_of_attacked(scene: Scene, preposition: int) -> bool:
    """ "denied a report in the Star": a report that is an object of the cue is no means of its speaker."""
    index = scene.index
    noun = index.tokens[preposition].head
    is_object = index.tokens[noun].dep == "dobj" and index.tokens[noun].head in scene.cue
    return is_object and index.lemma(noun) in load_words("nouns")["own_reports"]


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
    if scene.index.lower(preposition) == "by" and any(
        scene.index.lemma(n) in relays["citing"] for n in scene.cue
    ):
        return True  # "was quoted as saying by Reuters"
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
            return not _is_of_report(scene, current)
    return number - 1 in own


def _is_of_report(scene: Scene, verb: int) -> bool:
    """Whether the report in the content was published: "denied {the report}, first published by"."""
    before = verb - 1
    while before > 0 and scene.index.tokens[before].pos in {"ADV", "PUNCT"}:
        before -= 1
    nouns = load_words("nouns")
    lemma = scene.index.lemma(before)
    return before in scene.barred and (lemma in nouns["own_reports"] or lemma in nouns["document"])


def spans_of(index: DocIndex, numbers: Sequence[int]) -> tuple[Span, ...]:
    """One span over tokens that follow one another."""
    return (index.span(numbers[0], numbers[-1]),) if numbers else ()
