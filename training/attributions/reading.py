"""Reads articles with the model in training, through the same decoder as the finished program."""

from collections.abc import Iterable

import numpy as np
import torch

from reportedly.annotate.decoding import Found, Settings, WindowScores, decode
from reportedly.annotate.windows import cut_windows
from reportedly.annotate.words import Words
from reportedly.models.pieces import Pieces
from training.attributions.corpus import Reading
from training.attributions.model import POINTER, AttributionModel
from training.attributions.scoring import Roles, Tally


@torch.inference_mode()
def score_windows(
    model: AttributionModel, words: Words, pieces: Pieces, device: torch.device
) -> list[WindowScores]:
    """The model's scores of all windows of a text."""
    cut = pieces.of_words(words.forms)
    lengths = np.array([len(word) for word in cut], dtype=np.int32)
    result = []
    for window in cut_windows(words, lengths):
        inside = cut[window.start : window.end]
        ids = [pieces.cls, *(piece for word in inside for piece in word), pieces.sep]
        first = np.cumsum([1, *(len(word) for word in inside[:-1])])
        shapes = np.zeros(len(ids), dtype=np.int64)
        shapes[1:-1] = np.repeat(words.shapes[window.start : window.end], lengths[window.start : window.end])
        batch = [torch.tensor(x, device=device)[None] for x in (ids, shapes, np.ones(len(ids), np.int64))]
        tags, pointers = (x[0].float().cpu().numpy() for x in model(*batch))
        cue_query, cue_key, source_query, source_key = np.split(
            pointers, [POINTER, 2 * POINTER, 3 * POINTER], 1
        )
        keys = np.concatenate(([0], first))
        result.append(
            WindowScores(
                window, tags[first], cue_query[first], cue_key[keys], source_query[first], source_key[keys]
            )
        )
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
