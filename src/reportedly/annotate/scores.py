"""Runs the attribution model over the windows of a text, or of many short texts at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.decoding import WindowScores
from reportedly.annotate.model_input import Readable
from reportedly.annotate.windows import Window, cut_windows
from reportedly.annotate.words import Words
from reportedly.models.attribution_model import AttributionModel, ModelInput

# Short contents go through the model together as long as the run has at most this many pieces, and padding
# makes none of them a quarter longer: beyond, padding costs more than it saves.
RUN_PIECES = 256
PADDING = 1.25


@dataclass(frozen=True, slots=True)
class _Job:
    """One window of one of several texts."""

    text: int
    window: Window
    input: ModelInput


def score_text(model: AttributionModel, words: Words) -> list[WindowScores]:
    """The model's scores of a text, one window a run: batches are no faster on a CPU."""
    return [_run(model, [job])[0] for job in _jobs(model, 0, words)]


def score_texts(model: AttributionModel, texts: Sequence[Words]) -> list[list[WindowScores]]:
    """The model's scores of many short texts, several of like length in one run."""
    jobs = [job for number, words in enumerate(texts) for job in _jobs(model, number, words)]
    jobs.sort(key=lambda job: (job.input.length, job.text, job.window.start))
    result: list[list[WindowScores]] = [[] for _ in texts]
    for batch in _batches(jobs):
        for job, scores in zip(batch, _run(model, batch), strict=True):
            result[job.text].append(scores)
    for scores_of_text in result:
        scores_of_text.sort(key=lambda scores: scores.window.start)
    return result


def _jobs(model: AttributionModel, text: int, words: Words) -> list[_Job]:
    """The windows of one text, ready for the model."""
    readable = Readable(words, model.pieces)
    windows = cut_windows(words, readable.lengths)
    return [_Job(text, window, readable.input(window)) for window in windows]


def _batches(jobs: Sequence[_Job]) -> Iterator[list[_Job]]:
    """Runs of jobs, sorted by length, of up to `RUN_PIECES` pieces with their padding."""
    batch: list[_Job] = []
    for job in jobs:
        length = job.input.length
        if batch and (length * (len(batch) + 1) > RUN_PIECES or length > PADDING * batch[0].input.length):
            yield batch
            batch = []
        batch.append(job)
    if batch:
        yield batch


def _run(model: AttributionModel, jobs: Sequence[_Job]) -> list[WindowScores]:
    outputs = model.score([job.input for job in jobs])
    return [WindowScores(job.window, output) for job, output in zip(jobs, outputs, strict=True)]
