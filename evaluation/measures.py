"""What the gate measures: the kinds of `reportedly evaluate`, the labelled sentences, and the yardsticks."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path

from evaluation import sentences
from evaluation.yardsticks import speakers, times
from reportedly.cli import evaluate
from reportedly.cli.gold_runs import mark
from reportedly.config import Config

Values = Iterator[tuple[str, float]]


class Kind(StrEnum):
    """What is compared; each yardstick is named by the file of the corpus that it reads."""

    ATTRIBUTIONS = "attributions"
    ENTRIES = "entries"
    CLAIMS = "claims"
    SENTENCES = "sentences"
    TIMES = "times"
    SPEAKERS = "speakers"


def measure_kind(kind: Kind, gold: Path) -> Values:
    """Every figure of one kind with its name, from 0 to 1."""
    return MEASURES[kind](gold)


def evaluated(kind: evaluate.Kind, gold: Path) -> Values:
    """The figures of `reportedly evaluate`."""
    return evaluate.evaluate(kind, gold, None, Config()).values()


def of_sentences(corpus: Path) -> Values:
    """The figures of the labelled sentences of PolNeAR train."""
    return sentences.score(sentences.read_cases(sentences.CASES, corpus), mark).values()


def of_times(corpus: Path) -> Values:
    """The figures of the times, on GUM and MEANTIME together."""
    return times.score(data_of(corpus)).values()


def of_speakers(corpus: Path) -> Values:
    """The shares of sources that are tied to the right entity."""
    return speakers.score(speakers.resolve(data_of(corpus))).values()


def data_of(corpus: Path) -> Path:
    """The folder of all corpora, from a file in one of them."""
    return corpus.parent.parent


MEASURES: Mapping[Kind, Callable[[Path], Values]] = {
    **{Kind(one.value): partial(evaluated, one) for one in evaluate.Kind},
    Kind.SENTENCES: of_sentences,
    Kind.TIMES: of_times,
    Kind.SPEAKERS: of_speakers,
}
