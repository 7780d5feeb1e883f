"""Measures an exported model on dev, as the finished program reads: ONNX Runtime, windows, decoder."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.decoding import Found, Settings, WindowScores, decode
from reportedly.annotate.scores import score_text
from reportedly.models.attribution_model import AttributionModel
from training.attributions.calibrate import Evidence
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
    words_per_second: float

    def interval(self, name: str) -> tuple[float, float]:
        """The middle 95 per cent of a figure when articles are drawn anew."""
        dice = np.random.default_rng(1)
        drawn = []
        for _ in range(RESAMPLES):
            total = Tally()
            for number in dice.integers(len(self.by_article), size=len(self.by_article)):
                total.counts.update(self.by_article[number].counts)
            drawn.append(total.rows()[name])
        low, high = np.percentile(drawn, [2.5, 97.5])
        return round(float(low), 1), round(float(high), 1)


def score_all(model: AttributionModel, readings: Sequence[Reading]) -> list[list[WindowScores]]:
    """The model's scores of every article; decoding can then be tried many times."""
    return [score_text(model, reading.words) for reading in readings]


def measure(model: AttributionModel, readings: Sequence[Reading], settings: Settings) -> Measured:
    """Read every article and compare with its first annotator."""
    model.pieces.of_words(["warm"])
    started = time.perf_counter()
    scores = score_all(model, readings)
    found = [decode(len(r.words), s, settings) for r, s in zip(readings, scores, strict=True)]
    seconds = time.perf_counter() - started
    words = sum(len(reading.text.split()) for reading in readings)
    return compare(readings, found, words / seconds)


def compare(readings: Sequence[Reading], found: Sequence[Sequence[Found]], speed: float) -> Measured:
    """Figures for what was found."""
    total, by_article = Tally(), []
    values, right, articles = [], [], []
    for number, (reading, ours) in enumerate(zip(readings, found, strict=True)):
        gold, predicted = gold_roles(reading), [roles_of(one) for one in ours]
        tally = Tally()
        tally.add(reading.words, gold, predicted)
        by_article.append(tally)
        total.counts.update(tally.counts)
        hits = {i for i, _ in pair_up(predicted, gold, sources_agree)}
        for i, one in enumerate(ours):
            values.append(one.evidence)
            right.append(float(i in hits))
            articles.append(number)
    evidence = Evidence(np.array(values), np.array(right), np.array(articles))
    return Measured(total.rows(), by_article, evidence, speed)
