"""Scores attributions by source, cue and content, by the criteria of the figures published for PolNeAR.

A mark is no word, so a missing comma or quotation mark costs nothing but in "content exact with marks".
An attribution whose content has no word is left out on both sides.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.lang.lexicon import load_words
from reportedly.score.counts import ArticleCounts, Tally
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores
from reportedly.score.matching import Pair, pair_up
from reportedly.score.roles import ArticleWords, Roles, Touched

KIND = "attributions"
TOKENS = tuple(("token", role) for role in ("source", "cue", "content"))
CLASSES = ("direct", "indirect", "mixed")
CUE_TYPES = ("say", "noun", "other", "none")
SOURCES = ("given", "none")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The gold and the predicted attributions of one article."""

    text: str
    gold: Sequence[Roles]
    predicted: Sequence[Roles]
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Sides:
    """The same two in words."""

    words: ArticleWords
    gold: Sequence[Touched]
    predicted: Sequence[Touched]


def score_attributions(comparisons: Iterable[Comparison]) -> Scores:
    """The figures of all articles; an outlet has one of its own where it is known."""
    counts, gold, predicted = [], 0, 0
    for comparison in comparisons:
        words = ArticleWords(comparison.text)
        sides = Sides(words, words.touched_by(comparison.gold), words.touched_by(comparison.predicted))
        counts.append(count(sides, comparison.outlet))
        gold, predicted = gold + len(sides.gold), predicted + len(sides.predicted)
    return estimate(KIND, counts, (gold, predicted), {("token", "macro"): TOKENS} if counts else None)


def count(sides: Sides, outlet: str | None) -> ArticleCounts:
    """Every count of one article."""
    counts = ArticleCounts()
    count_tokens(counts, sides)
    count_contents(counts, sides)
    count_attributions(counts, sides, outlet)
    return counts


def count_tokens(counts: ArticleCounts, sides: Sides) -> None:
    """Whether a word is in any source, cue or content."""
    count_role(counts, "source", [one.source for one in sides.predicted], [one.source for one in sides.gold])
    count_role(counts, "cue", [one.cue for one in sides.predicted], [one.cue for one in sides.gold])
    count_role(
        counts, "content", [one.content for one in sides.predicted], [one.content for one in sides.gold]
    )


def count_role(
    counts: ArticleCounts, role: str, predicted: list[frozenset[int]], gold: list[frozenset[int]]
) -> None:
    """The words of one role over the article."""
    ours, theirs = frozenset[int]().union(*predicted), frozenset[int]().union(*gold)
    counts.add_found(("token", role), len(ours & theirs), len(ours), len(theirs))


def count_contents(counts: ArticleCounts, sides: Sides) -> None:
    """Contents with the same words, with the same words and marks, and with any word in common."""
    gold, predicted = sides.gold, sides.predicted
    sizes = len(predicted), len(gold)
    same = in_both([one.content for one in predicted], [one.content for one in gold])
    counts.add_found(("content", "exact"), same, *sizes)
    same = in_both([one.content_characters for one in predicted], [one.content_characters for one in gold])
    counts.add_found(("content", "exact with marks"), same, *sizes)
    ours = frozenset[int]().union(*(one.content for one in predicted))
    theirs = frozenset[int]().union(*(one.content for one in gold))
    right = sum(bool(one.content & theirs) for one in predicted)
    found = sum(bool(one.content & ours) for one in gold)
    counts.add_tally(("content", "overlap"), Tally(right, sizes[0], found, sizes[1]))


def in_both(predicted: Iterable[Hashable], gold: Iterable[Hashable]) -> int:
    """How many are the same, one to one."""
    return (Counter(predicted) & Counter(gold)).total()


def count_attributions(counts: ArticleCounts, sides: Sides, outlet: str | None) -> None:
    """Pairs with half of the content in common: with the same source, with any, with source and cue."""
    gold, predicted = sides.gold, sides.predicted
    pairs = pairs_of(sides, by_source=True)
    counts.add_found(("attribution", "all"), len(pairs), len(predicted), len(gold))
    loose = pairs_of(sides, by_source=False)
    counts.add_found(("attribution", "content only"), len(loose), len(predicted), len(gold))
    full = pairs_of(sides, by_source=True, by_cue=True)
    counts.add_found(("attribution", "with cue"), len(full), len(predicted), len(gold))
    agreeing = sum(sources_agree(predicted[one], gold[other]) for one, other in loose)
    counts.add_right(("source", "right where the content is"), agreeing, len(loose))
    count_by("class", CLASSES, [[one.quoting for one in side] for side in (predicted, gold)], pairs, counts)
    types = [[cue_type(one, sides.words) for one in side] for side in (predicted, gold)]
    count_by("cue", CUE_TYPES, types, pairs, counts)
    sources = [["given" if one.source else "none" for one in side] for side in (predicted, gold)]
    count_by("source", SOURCES, sources, pairs, counts)
    if outlet:
        counts.add_found(("outlet", outlet), len(pairs), len(predicted), len(gold))


def pairs_of(sides: Sides, *, by_source: bool, by_cue: bool = False) -> list[Pair]:
    """Predicted and gold attributions that go together under these conditions."""

    def allowed(one: int, other: int) -> bool:
        ours, theirs = sides.predicted[one], sides.gold[other]
        if by_source and not sources_agree(ours, theirs):
            return False
        return not by_cue or bool(ours.cue_characters & theirs.cue_characters)

    return pair_up([one.content for one in sides.predicted], [one.content for one in sides.gold], allowed)


def sources_agree(one: Touched, other: Touched) -> bool:
    """Whether the sources share a word, or neither has one."""
    return bool(one.source & other.source) or not (one.source or other.source)


def count_by(
    group: str, names: Sequence[str], kinds: Sequence[Sequence[str]], pairs: list[Pair], counts: ArticleCounts
) -> None:
    """The attributions by kind; `kinds` are those of the predicted and those of the gold.

    A pair counts under the kind of its gold side, a prediction without a partner under its own.
    """
    ours, theirs = kinds
    matched = {one for one, _ in pairs}
    hits = Counter(theirs[other] for _, other in pairs)
    spurious = Counter(kind for one, kind in enumerate(ours) if one not in matched)
    gold = Counter(theirs)
    for name in names:
        counts.add_found((group, name), hits[name], hits[name] + spurious[name], gold[name])


def cue_type(attribution: Touched, words: ArticleWords) -> str:
    """Whether the cue says "say", is a noun, something else, or no word at all."""
    cue = {words.words[number] for number in attribution.cue}
    if not cue:
        return "none"
    lists = load_words("scoring")
    return next((name for name in ("say", "noun") if not cue.isdisjoint(lists[name].words)), "other")
