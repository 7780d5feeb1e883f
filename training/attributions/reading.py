"""Reads articles with the model in training, through the same decoder as the finished program."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from reportedly.annotate.decoding import Settings, WindowScores, decode
from reportedly.annotate.model_input import Readable
from reportedly.annotate.windows import Window, cut_windows
from reportedly.annotate.words import Words
from reportedly.models.attribution_model import at_words
from reportedly.models.pieces import Pieces
from reportedly.score.counts import ArticleCounts
from training.attributions.corpus import Reading
from training.attributions.figures import count_article
from training.attributions.model import AttributionModel


@dataclass(frozen=True, slots=True)
class WindowTensors:
    """One window as the model takes it, and the place of each word's first piece."""

    pieces: Tensor
    marks: Tensor
    governors: Tensor
    mask: Tensor
    first: npt.NDArray[np.int64]


def window_tensors(readable: Readable, window: Window, pieces: Pieces, device: torch.device) -> WindowTensors:
    """The model's input for one window."""
    one = readable.input(window)
    lengths = [len(word) for word in one.pieces]
    ids = [pieces.cls, *(piece for word in one.pieces for piece in word), pieces.sep]
    edges = ((1, 1), (0, 0))
    arrays = (
        np.array(ids),
        np.pad(np.repeat(one.marks, lengths, axis=0), edges),
        np.pad(np.repeat(one.governors, lengths, axis=0), edges, constant_values=pieces.pad),
        np.ones(len(ids)),
    )
    tensors = (torch.tensor(array, dtype=torch.long, device=device)[None] for array in arrays)
    return WindowTensors(*tensors, first=np.cumsum([1, *lengths[:-1]]))


@torch.inference_mode()
def score_windows(
    model: AttributionModel, words: Words, pieces: Pieces, device: torch.device
) -> list[WindowScores]:
    """The model's scores of all windows of a text."""
    readable = Readable(words, pieces)
    result = []
    for window in cut_windows(words, readable.lengths):
        inputs = window_tensors(readable, window, pieces, device)
        with torch.autocast(device.type, torch.bfloat16):
            outputs = model(inputs.pieces, inputs.marks, inputs.governors, inputs.mask)
        tags, pointers = (x[0].float().cpu().numpy() for x in outputs)
        result.append(WindowScores(window, at_words(tags, pointers, inputs.first)))
    return result


def count_all(
    model: AttributionModel, readings: Iterable[Reading], pieces: Pieces, device: torch.device
) -> list[ArticleCounts]:
    """The counts of each of `readings` against its gold."""
    model.eval()
    counts = []
    for reading in readings:
        scores = score_windows(model, reading.words, pieces, device)
        counts.append(count_article(reading, decode(len(reading.words), scores, Settings())))
    model.train()
    return counts
