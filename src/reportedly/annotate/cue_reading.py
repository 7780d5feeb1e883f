"""Reads a cue: the stance and certainty of its words, its negation and modality, the reporter's hedges."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import UNDECIDED, Cue, load_cues, load_words
from reportedly.types.attribution import Certainty, Position, Stance

GAP = 3  # tokens between two words of a cue phrase ("has also claimed to currently have no details")
ASSERTED = Position(Stance.ASSERTS, Certainty.CT_PLUS)
ORDER = (Certainty.CT_PLUS, Certainty.PR_PLUS, Certainty.PS_PLUS)  # from sure to unsure
NEGATIVE = {
    Certainty.CT_PLUS: Certainty.CT_MINUS,
    Certainty.PR_PLUS: Certainty.PR_MINUS,
    Certainty.PS_PLUS: Certainty.PS_MINUS,
}


class Complement(Enum):
    """What follows a cue, as far as its meaning depends on it: "wants to leave", "wants him to leave"."""

    PLAIN = auto()
    NOUN = auto()
    INFINITIVE = auto()
    OF_OTHERS = auto()
    WHETHER = auto()


@dataclass(frozen=True, slots=True)
class Match:
    """A cue phrase found: its entry and the tokens that it covers."""

    cue: Cue
    numbers: tuple[int, ...]


def read_cue(
    index: DocIndex,
    numbers: Sequence[int],
    is_negated: bool = False,
    complement: Complement = Complement.PLAIN,
) -> Position:
    """The position that the tokens of a cue show before this kind of content.

    Without a known word it asserts; negated ("did not care") it does nothing that has a name here.
    """
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    matches = find_matches(index, words)
    if not matches:
        negated = is_negated or any(_is_negation(index, n) for n in words)
        return UNDECIDED if negated else _soften(index, words, ASSERTED)
    match = _leading(matches, complement)
    before = [n for n in words if n < match.numbers[-1] and n not in match.numbers]
    negated = is_negated != (
        sum(_is_negation(index, n) for n in before) % 2 == 1
    )  # "could not have failed to"
    return _soften(index, words, _choose(index, words, match, negated, complement))


def find_matches(index: DocIndex, words: Sequence[int]) -> list[Match]:
    """The longest known phrase that begins at each word."""
    lexicon = load_cues()
    lemmas = [normal_lemma(index, n) for n in words]
    found = []
    for position, lemma in enumerate(lemmas):
        for cue in lexicon.by_first.get(lemma, ()):
            if cue.is_verb and index.tokens[words[position]].pos not in {"VERB", "AUX"}:
                continue
            places = _match(cue, lemmas, position)
            if places:
                found.append(Match(cue, tuple(words[place] for place in places)))
                break
    return found


def find_hedges(index: DocIndex, cue: Sequence[int], beside: Sequence[int]) -> str | None:
    """The reporter's own words of doubt in a cue and among the tokens `beside` it, as they stand."""
    lexicon = load_cues()
    adverbs = lexicon.deleted_sources | lexicon.doubts
    hedged = {n for match in find_matches(index, cue) if match.cue.is_hedge for n in match.numbers[:1]}
    hedged |= {n for n in (*cue, *beside) if index.lower(n) in adverbs}
    pieces: list[list[int]] = []
    for n in sorted(hedged):
        if pieces and n == pieces[-1][-1] + 1:
            pieces[-1].append(n)
        else:
            pieces.append([n])
    return ", ".join(index.span(piece[0], piece[-1]).words(index.text) for piece in pieces) or None


def weaker(a: Certainty, b: Certainty) -> Certainty:
    """The less certain of two positive certainties; uncommitted is weakest."""
    return max(a, b, key=lambda one: ORDER.index(one) if one in ORDER else len(ORDER))


def normal_lemma(index: DocIndex, number: int) -> str:
    """The lemma, with every form of "not" as one word; "unconfirmed", which is no verb, as it stands."""
    lists, word = load_words("content"), index.lower(number)
    if word in lists["bare_negations"] or (word == "yet" and _is_negation(index, number)):
        return "not"
    return word if word in lists["clarity"] else index.lemma(number)


def _match(cue: Cue, lemmas: Sequence[str], position: int) -> list[int]:
    """Where the words of `cue` stand, the first at `position`; empty where one is missing."""
    places = [position]
    for wanted in cue.lemmas[1:]:
        after = places[-1] + 1
        place = next((p for p in range(after, min(after + GAP, len(lemmas))) if lemmas[p] in wanted), None)
        if place is None:
            return []
        places.append(place)
    return places


def _leading(matches: Sequence[Match], complement: Complement) -> Match:
    """The first phrase, unless it only asserts and a later one says more ("claimed to have no details")."""
    first = matches[0]
    if _before(first.cue, complement).stance is Stance.ASSERTS:
        for match in matches[1:]:
            says_more = _before(match.cue, complement) != ASSERTED
            if says_more and match.numbers[0] > first.numbers[-1]:
                return match
    return first


def _before(cue: Cue, complement: Complement) -> Position:
    """What an entry shows before this kind of content."""
    return {
        Complement.PLAIN: cue.position,
        Complement.NOUN: cue.noun,
        Complement.INFINITIVE: cue.infinitive,
        Complement.OF_OTHERS: cue.of_others,
        Complement.WHETHER: cue.whether,
    }[complement]


def _choose(
    index: DocIndex, words: Sequence[int], match: Match, is_negated: bool, complement: Complement
) -> Position:
    """The entry's position as its negation, modality and content have it."""
    cue, lists = match.cue, load_words("content")
    before = {index.lower(n) for n in words if n < match.numbers[-1]}
    negated = is_negated or cue.has_negation
    is_able = "able" in before or any(word in lists["ability"] for word in before)
    if "unable" in before or (negated and is_able):
        return cue.position if "unable" in cue.lemmas[0] else cue.unable
    if negated and any(word in lists["willing"] for word in before):
        return cue.refused
    return cue.negated if is_negated and not cue.has_negation else _before(cue, complement)


def _soften(index: DocIndex, words: Sequence[int], position: Position) -> Position:
    """Modal verbs and adverbs inside the cue lower a certainty ("is likely seen as")."""
    lists = load_words("content")
    if position.stance not in {Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS}:
        return position
    lowered = position.certainty
    for n in words:
        word = index.lower(n)
        if word in lists["possible"] or word in lists["uncertain_modals"]:
            lowered = weaker(lowered, Certainty.PS_PLUS)
        elif word in lists["probable"]:
            lowered = weaker(lowered, Certainty.PR_PLUS)
    return replace(position, certainty=lowered) if position.certainty in ORDER else position


def _is_negation(index: DocIndex, number: int) -> bool:
    """Whether a word of a cue negates what follows: "did not say", "has yet to say", "failed to say"."""
    lists = load_words("content")
    word = index.lower(number)
    is_followed = number + 1 < len(index.tokens) and index.lower(number + 1) == "to"
    if is_followed and (word == "yet" or index.lemma(number) in lists["denying_verbs"]):
        return True
    return word in lists["negations"] or word == "nor"
