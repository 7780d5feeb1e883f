"""Turns decoded attributions, in word numbers, into rows with character spans."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.decoding import Found, Segment
from reportedly.annotate.words import IntArray, Words
from reportedly.types.attribution import Attribution, Quoted, attribution_id
from reportedly.types.doc import Doc, Quotation
from reportedly.types.span import Span, Spans

STOP, COMMA = ".", ","


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The numbers of the article's words in each role of one attribution."""

    source: IntArray
    cue: IntArray
    content: IntArray


def role_words(found: Found, numbers: IntArray, inside: IntArray | None = None) -> RoleWords:
    """The article's word numbers of an attribution found among the words `numbers`.

    Words between two of a segment's words belong to it only where `inside` (the content of the parent)
    holds them: quotation marks that were left out for reading come back, interruptions do not.
    """
    source, cue, content = (
        _numbers(segments, numbers, inside) for segments in (found.source, (found.cue,), found.content)
    )
    if inside is not None:
        content = _without_opening(content, inside)
    return RoleWords(source, cue, content)


def confidence(found: Found, calibration: Sequence[float]) -> float:
    """The probability that an attribution is right, by a logistic regression on its evidence."""
    *weights, constant = calibration
    total = constant + sum(w * x for w, x in zip(weights, confidence_terms(found), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def confidence_terms(found: Found) -> tuple[float, ...]:
    """The evidence and its eighth powers: so promise and outcome differ by 1.5 points on dev, else by 5.1."""
    return (*found.evidence, *(x**8 for x in found.evidence))


def make_row(doc: Doc, words: Words, roles: RoleWords, parent: str | None, probability: float) -> Attribution:
    """The attribution of these words in `doc`."""
    source, cue = _spans(words, roles.source), _spans(words, roles.cue)
    content = _spans(words, _without_stop(words, roles.content))
    return Attribution(
        id=attribution_id(doc.article.id, source, cue, content),
        source=source,
        cue=cue,
        content=content,
        quoted=how_quoted(words, roles, doc.quotations or ()),
        parent=parent,
        confidence=probability,
    )


def how_quoted(words: Words, roles: RoleWords, quotations: Iterable[Quotation]) -> Quoted:
    """Whether all, some or none of the content stands in quotation marks of this source's own.

    A quotation that holds the cue as well was opened by somebody else.
    """
    solid = np.array([i for i in roles.content if words.forms[i][0].isalnum()], dtype=np.int32)
    if not len(solid):
        return Quoted.INDIRECT
    places = words.starts[solid]
    cue_start = int(words.starts[roles.cue[0]])
    inside = np.zeros(len(solid), dtype=np.bool_)
    low, high = int(places[0]), int(places[-1])
    for quotation in quotations:
        inner = quotation.inner
        if inner.start > high:
            break
        if inner.end > low and not inner.start <= cue_start < inner.end:
            inside |= (places >= inner.start) & (places < inner.end)
    if inside.all():
        return Quoted.DIRECT
    return Quoted.MIXED if inside.any() else Quoted.INDIRECT


def _numbers(segments: Iterable[Segment], numbers: IntArray, inside: IntArray | None) -> IntArray:
    """The article's word numbers of these segments of `numbers`."""
    chosen: list[int] = []
    allowed = frozenset() if inside is None else frozenset(inside.tolist())
    for segment in segments:
        held = numbers[segment.start : segment.end].tolist()
        for before, here in zip([held[0] - 1, *held], held, strict=False):
            between = range(before + 1, here)
            if all(i in allowed for i in between):
                chosen.extend(between)
            chosen.append(here)
    return np.array(chosen, dtype=np.int32)


def _without_opening(content: IntArray, inside: IntArray) -> IntArray:
    """A child's content without the single word that opens its parent's: "that" belongs to the outer row."""
    stands_alone = len(content) > 1 and content[0] == inside[0] and content[1] > content[0] + 1
    return content[1:] if stands_alone else content


def _without_stop(words: Words, content: IntArray) -> IntArray:
    """The content without the stop or comma after it; an abbreviation ("U.S.") keeps its own stop."""
    if len(content) > 1 and words.forms[content[-1]] == COMMA:
        return content[:-1]
    if len(content) > 1 and words.forms[content[-1]] == STOP and len(words.forms[content[-2]]) > 1:
        return content[:-1]
    return content


def _spans(words: Words, numbers: IntArray) -> Spans:
    """One span for each run of neighbouring words."""
    if not len(numbers):
        return ()
    breaks = np.flatnonzero(np.diff(numbers) > 1)
    starts = numbers[np.concatenate(([0], breaks + 1))]
    ends = numbers[np.concatenate((breaks, [len(numbers) - 1]))]
    return tuple(
        Span(int(words.starts[start]), int(words.ends[end])) for start, end in zip(starts, ends, strict=True)
    )
