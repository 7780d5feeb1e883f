"""Fits the score that says whether a content is worth reading again for attributions inside it.

Reading every content again nearly doubles the work, and most hold nothing. The labels are what the second
reading finds in contents of the training part; a linear layer on the trained encoder learns to foresee it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from reportedly.annotate.decoding import Settings, decode
from reportedly.annotate.model_input import Readable
from reportedly.annotate.windows import cut_windows, owners
from reportedly.annotate.words import inner_words, select_words
from reportedly.models.pieces import Pieces
from training.attributions.corpus import Reading
from training.attributions.model import AttributionModel
from training.attributions.reading import score_windows, window_tensors

ARTICLES = 150  # give some 60,000 words of content, 1,500 of them inner cues
RIDGE = 1.0
SURE = 0.5  # probability of an inner cue's tags from which it counts


@dataclass(frozen=True, slots=True)
class Labelled:
    """Vectors of words inside contents, and whether each is the cue of an attribution inside."""

    vectors: Tensor
    is_cue: Tensor


def fit_inner(model: AttributionModel, readings: Sequence[Reading], pieces: Pieces) -> None:
    """Set the weights of `model.inner`."""
    model.eval()
    parts = [label_reading(model, reading, pieces) for reading in readings[:ARTICLES]]
    vectors = torch.cat([part.vectors for part in parts])
    is_cue = torch.cat([part.is_cue for part in parts])
    weights = torch.zeros(vectors.shape[1] + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        scores = vectors @ weights[:-1] + weights[-1]
        total = torch.nn.functional.binary_cross_entropy_with_logits(scores, is_cue, reduction="sum")
        total = (total + RIDGE * weights[:-1].square().sum()) / len(is_cue)
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(loss)
    model.inner.weight.data.copy_(weights.detach()[None, :-1])
    model.inner.bias.data.copy_(weights.detach()[-1:])


@torch.inference_mode()
def label_reading(model: AttributionModel, reading: Reading, pieces: Pieces) -> Labelled:
    """The words inside the contents of one article, as the second reading sees them."""
    words, device = reading.words, next(model.parameters()).device
    vectors = word_vectors(model, reading, pieces)
    chosen: list[int] = []
    cues: set[int] = set()
    for found in decode(len(words), score_windows(model, words, pieces, device), Settings()):
        content = np.concatenate([np.arange(one.start, one.end) for one in found.content]).astype(np.int32)
        kept = inner_words(words, content)
        chosen.extend(kept.tolist())
        part = select_words(words, kept)
        for child in decode(len(part), score_windows(model, part, pieces, device), Settings()):
            if child.evidence[0] > SURE:
                cues.update(kept[child.cue.start : child.cue.end].tolist())
    return Labelled(vectors[chosen], torch.tensor([float(i in cues) for i in chosen]))


def word_vectors(model: AttributionModel, reading: Reading, pieces: Pieces) -> Tensor:
    """The encoder's vector of each word, from the window in which it stands best."""
    readable = Readable(reading.words, pieces)
    windows = cut_windows(reading.words, readable.lengths)
    owner = torch.tensor(owners(windows, len(reading.words)))
    vectors = torch.zeros(len(reading.words), model.tags.in_features)
    for number, window in enumerate(windows):
        inputs = window_tensors(readable, window, pieces, next(model.parameters()).device)
        encoded = model.encoder(inputs.pieces, inputs.marks, inputs.governors, inputs.mask)[0].float().cpu()
        mine = torch.nonzero(owner[window.start : window.end] == number)[:, 0]
        vectors[window.start + mine] = encoded[inputs.first][mine]
    return vectors
