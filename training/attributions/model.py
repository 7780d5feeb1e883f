"""The attribution model: tags for words, and two pointers that tie sources and contents to cues."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.annotate.decoding import TAGS
from training.attributions.encoder import WIDTH, Encoder

POINTER = 96  # numbers in a pointer's query and key; the first try's 96 were never the limit
LINK_WEIGHT = 0.3  # of each pointer's loss beside the tags'; from the first try


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of pieces, padded. `words` marks the first piece of each word.

    `marks` are a word's shape and its marks in the parse, `governors` the first pieces of the words above it.

    `cue_of[b, i, j]`: word piece j is the first of the cue of piece i's attribution (j = 0: not in this
    window). `source_of[b, i, j]`: cue piece i's source holds piece j (j = 0: there is no source). A row
    without a mark is not trained on; `weights` says how much each piece counts.
    """

    pieces: Tensor
    marks: Tensor
    governors: Tensor
    mask: Tensor
    words: Tensor
    tags: Tensor
    weights: Tensor
    cue_of: Tensor
    source_of: Tensor


class AttributionModel(nn.Module):
    """Encoder, tag head, and for each pointer a query and a key."""

    def __init__(self, dropout: float = 0.1, encoder_dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(encoder_dropout)
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.pointers = nn.Linear(WIDTH, 4 * POINTER)
        # Is a word of a content the cue of an attribution inside? Fitted afterwards, see `inner.py`.
        self.inner = nn.Linear(WIDTH, 1).requires_grad_(False)

    def forward(
        self, pieces: Tensor, marks: Tensor, governors: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Tag scores with the score for an inner cue, and cue query, cue key, source query, source key."""
        x = self.drop(self.encoder(pieces, marks, governors, mask))
        return torch.cat((self.tags(x), self.inner(x)), -1), self.pointers(x) / POINTER**0.25


def losses(model: AttributionModel, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Mean loss of the tags, of the pointer to the cue, and of the pointer to the source."""
    tags, pointers = model(batch.pieces, batch.marks, batch.governors, batch.mask)
    tags = tags[..., : len(TAGS)].float()
    each = functional.cross_entropy(tags.transpose(1, 2), batch.tags, ignore_index=-100, reduction="none")
    flat = (each * batch.weights).sum() / (batch.weights * (batch.tags >= 0)).sum()
    cue_query, cue_key, source_query, source_key = pointers.float().split(POINTER, dim=-1)
    # Position 0 (the mark that opens every window) stands for "no cue here" and "no source".
    allowed = batch.words.clone()
    allowed[:, 0] = True
    cue = _pointer_loss(cue_query, cue_key, allowed, batch.cue_of, batch.weights)
    source = _pointer_loss(source_query, source_key, allowed, batch.source_of, batch.weights)
    return flat, cue, source


def _pointer_loss(query: Tensor, key: Tensor, allowed: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Negative log of the probability that falls on any of a row's targets."""
    with torch.autocast(query.device.type, enabled=False):  # large products need all their digits
        scores = query @ key.transpose(1, 2)
    rows = targets.any(-1)
    if not bool(rows.any()):
        return scores.sum() * 0.0
    scores = scores.masked_fill(~allowed[:, None, :], -math.inf)[rows]
    right = scores.masked_fill(~targets[rows], -math.inf)
    each = torch.logsumexp(scores, -1) - torch.logsumexp(right, -1)
    return (each * weights[rows]).sum() / weights[rows].sum()
