"""Compares what was found in articles with their gold, by the scorer of the finished program."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.decoding import Found, Segment
from reportedly.score.attributions import KIND, TOKENS, Sides, count, pairs_of
from reportedly.score.counts import ArticleCounts
from reportedly.score.estimates import estimate
from reportedly.score.figures import Estimate
from reportedly.score.roles import ArticleWords, RoleSpans
from reportedly.types.span import Span, Spans
from training.attributions.corpus import Reading

MACRO = ("token", "macro")
F1 = {
    "source tokens": ("token", "source"),
    "cue tokens": ("token", "cue"),
    "content tokens": ("token", "content"),
    "exact": ("content", "exact"),
    "attribution": ("attribution", "all"),
    "content only": ("attribution", "content only"),
    "direct": ("class", "direct"),
    "indirect": ("class", "indirect"),
    "mixed": ("class", "mixed"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in per cent, with the interval of its estimate over articles."""

    value: float
    low: float
    high: float


def count_article(reading: Reading, found: Sequence[Found]) -> ArticleCounts:
    """The counts of one article."""
    return count(_sides(reading, found), reading.publisher)


def right_ones(reading: Reading, found: Sequence[Found]) -> set[int]:
    """The numbers of the attributions that the gold has too: half of the content, and the source."""
    return {one for one, _ in pairs_of(_sides(reading, found), by_source=True)}


def figures_of(counts: Sequence[ArticleCounts]) -> dict[str, Figure]:
    """The figures that training and card show, by their names."""
    scores = estimate(KIND, counts, (0, 0), {MACRO: TOKENS})
    detections = {one.name: one for one in scores.detections}
    result = {name: _figure(detections[of].f1) for name, of in F1.items() if of in detections}
    result["macro tokens"] = _figure(scores.means[0].mean)
    result["precision"] = _figure(detections["attribution", "all"].precision)
    result["recall"] = _figure(detections["attribution", "all"].recall)
    if ("source", "none") in detections:
        result["sourceless recall"] = _figure(detections["source", "none"].recall)
    return result


def _sides(reading: Reading, found: Sequence[Found]) -> Sides:
    words = ArticleWords(reading.text)
    ours = [words.touch(spans_of(one, reading)) for one in found]
    return Sides(words, words.touched_by(reading.gold), ours)


def spans_of(found: Found, reading: Reading) -> RoleSpans:
    """A decoded attribution in characters."""
    return RoleSpans(*(_spans(one, reading) for one in (found.source, (found.cue,), found.content)))


def _spans(segments: Sequence[Segment], reading: Reading) -> Spans:
    starts, ends = reading.words.starts, reading.words.ends
    return tuple(Span(int(starts[one.start]), int(ends[one.end - 1])) for one in segments)


def _figure(estimated: Estimate) -> Figure:
    low, high = (estimated.value if bound is None else bound for bound in (estimated.low, estimated.high))
    return Figure(*(round(100 * value, 2) for value in (estimated.value, low, high)))
