"""Reads articles with the model in training, through the same decoder as the finished program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from reportedly.annotate.decoding import Found, Settings, WindowScores, decode
from reportedly.annotate.windows import Window, cut_windows
from reportedly.annotate.words import Words
from reportedly.models.attribution_model import at_words
from reportedly.models.pieces import Pieces
from training.attributions.corpus import Reading
from training.attributions.model import AttributionModel
from training.attributions.scoring import Roles, Tally


@dataclass(frozen=True, slots=True)
class WindowTensors:
    """One window as the model takes it, and the place of each word's first piece."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: npt.NDArray[np.int64]


def window_tensors(
    words: Words, cut: Sequence[Sequence[int]], window: Window, pieces: Pieces, device: torch.device
) -> WindowTensors:
    """The model's input for one window of `words`, whose pieces are `cut`."""
    inside = cut[window.start : window.end]
    lengths = [len(word) for word in inside]
    ids = [pieces.cls, *(piece for word in inside for piece in word), pieces.sep]
    shapes = [0, *np.repeat(words.shapes[window.start : window.end], lengths).tolist(), 0]
    ids_shapes_mask = (torch.tensor(x, device=device)[None] for x in (ids, shapes, [1] * len(ids)))
    return WindowTensors(*ids_shapes_mask, np.cumsum([1, *lengths[:-1]]))


@torch.inference_mode()
def score_windows(
    model: AttributionModel, words: Words, pieces: Pieces, device: torch.device
) -> list[WindowScores]:
    """The model's scores of all windows of a text."""
    cut = pieces.of_words(words.forms)
    result = []
    for window in cut_windows(words, np.array([len(word) for word in cut], dtype=np.int32)):
        tensors = window_tensors(words, cut, window, pieces, device)
        outputs = model(tensors.pieces, tensors.shapes, tensors.mask)
        tags, pointers = (x[0].float().cpu().numpy() for x in outputs)
        result.append(WindowScores(window, at_words(tags, pointers, tensors.first)))
    return result


def tally(
    model: AttributionModel, readings: Iterable[Reading], pieces: Pieces, device: torch.device
) -> Tally:
    """Counts over `readings` against their first annotator."""
    model.eval()
    counts = Tally()
    for reading in readings:
        scores = score_windows(model, reading.words, pieces, device)
        found = decode(len(reading.words), scores, Settings())
        counts.add(reading.words, gold_roles(reading), [roles_of(one) for one in found])
    model.train()
    return counts


def roles_of(found: Found) -> Roles:
    """The words of each role of a decoded attribution."""
    parts = {"source": found.source, "cue": (found.cue,), "content": found.content}
    return {
        role: frozenset(i for one in segments for i in range(one.start, one.end))
        for role, segments in parts.items()
    }


def gold_roles(reading: Reading) -> list[Roles]:
    """The words of each role of the gold attributions, shared words included."""
    words = reading.words
    result = []
    for one in reading.gold:
        roles = {}
        for role in ("source", "cue", "content"):
            held = set()
            for start, end in one[role]:
                first, last = words.ends.searchsorted(start, "right"), words.starts.searchsorted(end, "left")
                held.update(range(int(first), int(last)))
            roles[role] = frozenset(held)
        result.append(roles)
    return result
