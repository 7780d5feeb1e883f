"""Measures an exported model on dev, as the finished program reads: ONNX Runtime, windows, decoder."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.annotate.attributions import without_datelines
from reportedly.annotate.decoding import Found, Segment, Settings, decode
from reportedly.annotate.rows import confidence, confidence_terms
from reportedly.annotate.scores import score_text
from reportedly.annotate.words import IntArray, select_words
from reportedly.models.attribution_model import AttributionModel
from training.attributions.calibrate import Evidence, fit
from training.attributions.corpus import Reading
from training.attributions.reading import gold_roles, roles_of
from training.attributions.scoring import Tally, pair_up, sources_agree

RESAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures over articles, and what each article contributed."""

    rows: dict[str, float]
    by_article: list[Tally]
    evidence: Evidence
    calibration: list[float]
    words_per_second: float

    def interval(self, name: str) -> tuple[float, float]:
        """The middle 95 per cent of a figure when articles are drawn anew."""
        dice = np.random.default_rng(1)
        drawn = []
        for _ in range(RESAMPLES):
            chosen = dice.integers(len(self.by_article), size=len(self.by_article))
            drawn.append(add_up(self.by_article[number] for number in chosen).rows()[name])
        low, high = np.percentile(drawn, [2.5, 97.5])
        return round(float(low), 1), round(float(high), 1)


def measure(model: AttributionModel, readings: Sequence[Reading], settings: Settings) -> Measured:
    """Read every article and compare with its first annotator, without the attributions of low confidence.

    The confidence is fitted here, on all that was found.
    """
    started = time.perf_counter()
    found = [find(model, reading, settings) for reading in readings]
    speed = sum(len(reading.text.split()) for reading in readings) / (time.perf_counter() - started)
    evidence = weigh(readings, found)
    calibration = fit(evidence.values, evidence.right).tolist()
    kept = [[one for one in ours if settings.keeps(one, confidence(one, calibration))] for ours in found]
    by_article = compare(readings, kept)
    return Measured(add_up(by_article).rows(), by_article, evidence, calibration, speed)


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


def compare(readings: Sequence[Reading], found: Sequence[Sequence[Found]]) -> list[Tally]:
    """Counts of each article."""
    tallies = []
    for reading, ours in zip(readings, found, strict=True):
        tally = Tally()
        tally.add(reading.words, gold_roles(reading), [roles_of(one) for one in ours])
        tallies.append(tally)
    return tallies


def add_up(tallies: Iterable[Tally]) -> Tally:
    """The counts of several articles together."""
    total = Tally()
    for tally in tallies:
        total.counts.update(tally.counts)
    return total


def weigh(readings: Sequence[Reading], found: Sequence[Sequence[Found]]) -> Evidence:
    """The evidence of everything found, and whether it was right."""
    values, right, articles = [], [], []
    for number, (reading, ours) in enumerate(zip(readings, found, strict=True)):
        pairs = pair_up([roles_of(one) for one in ours], gold_roles(reading), sources_agree)
        hits = {i for i, _ in pairs}
        values.extend(confidence_terms(one) for one in ours)
        right.extend(float(i in hits) for i in range(len(ours)))
        articles.extend([number] * len(ours))
    return Evidence(np.array(values), np.array(right), np.array(articles))
