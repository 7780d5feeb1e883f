"""Measures an exported model on dev, as the finished program reads: ONNX Runtime, windows, decoder."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.annotate.attributions import without_datelines
from reportedly.annotate.decoding import Found, Segment, Settings, decode
from reportedly.annotate.rows import confidence_terms
from reportedly.annotate.scores import score_text
from reportedly.annotate.words import IntArray, select_words
from reportedly.models.attribution_model import AttributionModel
from training.attributions.calibrate import Evidence, FloatArray, fit, held_out_confidence
from training.attributions.corpus import Reading
from training.attributions.figures import Figure, count_article, figures_of, right_ones


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures over articles, the evidence of what was found, and the weights of that evidence."""

    figures: dict[str, Figure]
    evidence: Evidence
    calibration: list[float]
    words_per_second: float
    articles: int


def measure(model: AttributionModel, readings: Sequence[Reading], settings: Settings) -> Measured:
    """Read every article and compare with its gold, without the attributions of low confidence.

    The confidence by which they are left out was fitted on the other folds of the articles; the weights
    that the program gets are fitted on all that was found.
    """
    started = time.perf_counter()
    found = [find(model, reading, settings) for reading in readings]
    speed = sum(len(reading.text.split()) for reading in readings) / (time.perf_counter() - started)
    evidence = weigh(readings, found)
    kept = keep(found, held_out_confidence(evidence), settings)
    counts = [count_article(reading, ours) for reading, ours in zip(readings, kept, strict=True)]
    calibration = fit(evidence.values, evidence.right).tolist()
    return Measured(figures_of(counts), evidence, calibration, speed, len(readings))


def keep(found: Sequence[Sequence[Found]], confidence: FloatArray, settings: Settings) -> list[list[Found]]:
    """What is sure enough to be told; `confidence` runs over all articles."""
    promised = iter(confidence.tolist())
    return [[one for one in ours if settings.keeps(one, next(promised))] for ours in found]


def find(model: AttributionModel, reading: Reading, settings: Settings) -> list[Found]:
    """The outermost attributions of an article before any is left out for its confidence."""
    numbers = without_datelines(reading.text, reading.words, 0, len(reading.words))
    part = select_words(reading.words, numbers)
    return [renumber(one, numbers) for one in decode(len(part), score_text(model, part), settings)]


def renumber(found: Found, numbers: IntArray) -> Found:
    """`found` among the words `numbers` of an article, in the article's own numbers."""

    def moved(one: Segment) -> Segment:
        return Segment(one.role, int(numbers[one.start]), int(numbers[one.end - 1]) + 1)

    source, content = (tuple(map(moved, segments)) for segments in (found.source, found.content))
    return replace(found, source=source, cue=moved(found.cue), content=content)


def weigh(readings: Sequence[Reading], found: Sequence[Sequence[Found]]) -> Evidence:
    """The evidence of everything found, and whether it was right."""
    values, right, articles = [], [], []
    for number, (reading, ours) in enumerate(zip(readings, found, strict=True)):
        hits = right_ones(reading, ours)
        values.extend(confidence_terms(one) for one in ours)
        right.extend(float(i in hits) for i in range(len(ours)))
        articles.extend([number] * len(ours))
    return Evidence(np.array(values), np.array(right), np.array(articles))
