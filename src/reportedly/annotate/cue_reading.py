"""Reads a cue: the stance and certainty of its words, its negation and modality, the reporter's hedges."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import Cue, load_cues, load_words
from reportedly.types.attribution import Certainty, Position, Stance

GAP = 3  # tokens between two words of a cue phrase ("has also claimed to currently have no details")
ASSERTED = Position(Stance.ASSERTS, Certainty.CT_PLUS)
ORDER = (Certainty.CT_PLUS, Certainty.PR_PLUS, Certainty.PS_PLUS)  # from sure to unsure
NEGATIVE = {
    Certainty.CT_PLUS: Certainty.CT_MINUS,
    Certainty.PR_PLUS: Certainty.PR_MINUS,
    Certainty.PS_PLUS: Certainty.PS_MINUS,
}
ABILITY = frozenset(("could", "can", "ca", "cannot"))
WILL = frozenset(("would", "will", "wo", "'d", "’d"))


@dataclass(frozen=True, slots=True)
class Match:
    """A cue phrase found: its entry and the tokens that it covers."""

    cue: Cue
    numbers: tuple[int, ...]


def read_cue(index: DocIndex, numbers: Sequence[int], is_negated: bool = False) -> Position:
    """The position that the tokens of a cue show; a cue without any known word asserts."""
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    matches = find_matches(index, words)
    if not matches:
        return _soften(index, words, ASSERTED)
    match = _leading(matches)
    before = [n for n in words if n < match.numbers[-1] and n not in match.numbers]
    negated = is_negated or any(_is_negation(index, n) for n in before)
    return _soften(index, words, _choose(index, words, match, negated))


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
    """The lemma, with every form of "not" as one word and nouns of a verb's form left alone."""
    if _is_negation(index, number) and index.lower(number) not in {"no", "neither", "nor"}:
        return "not"
    return index.lemma(number)


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


def _leading(matches: Sequence[Match]) -> Match:
    """The first phrase, unless it only asserts and a later one says more ("claimed to have no details")."""
    first = matches[0]
    if first.cue.position.stance is Stance.ASSERTS:
        for match in matches[1:]:
            if match.cue.position.stance is not Stance.ASSERTS and match.numbers[0] > first.numbers[0]:
                return match
    return first


def _choose(index: DocIndex, words: Sequence[int], match: Match, is_negated: bool) -> Position:
    """The entry's position as its negation and modality have it."""
    cue = match.cue
    before = {index.lower(n) for n in words if n < match.numbers[-1]}
    negated = is_negated or cue.has_negation
    if "unable" in before or (negated and ("able" in before or before & ABILITY)):
        return cue.position if "unable" in cue.lemmas[0] else cue.unable
    if negated and before & WILL:
        return cue.refused
    return cue.negated if is_negated and not cue.has_negation else cue.position


def _soften(index: DocIndex, words: Sequence[int], position: Position) -> Position:
    """Modal verbs and adverbs inside the cue lower a certainty ("is likely seen as")."""
    lists = load_words("content")
    if position.stance not in {Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS}:
        return position
    lowered = position.certainty
    for n in words:
        word = index.lower(n)
        if word in lists["possible"] or word in {"may", "might"}:
            lowered = weaker(lowered, Certainty.PS_PLUS)
        elif word in lists["probable"]:
            lowered = weaker(lowered, Certainty.PR_PLUS)
    return replace(position, certainty=lowered) if position.certainty in ORDER else position


def _is_negation(index: DocIndex, number: int) -> bool:
    return index.lower(number) in load_words("content")["negations"] or index.lower(number) == "nor"
