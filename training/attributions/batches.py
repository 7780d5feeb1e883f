"""Turns articles into shuffled batches of windows for training."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch

from reportedly.annotate.model_input import Readable
from reportedly.annotate.windows import WINDOW_PIECES, Window, cut_windows
from reportedly.annotate.word_parse import GOVERNORS, MARKS
from reportedly.annotate.words import CASES, Words
from reportedly.models.pieces import Pieces
from training.attributions.corpus import Labels, Reading
from training.attributions.model import Batch

WORD_MASKING = 0.06  # share of words whose pieces are hidden, so that no single name is learnt by heart
SOURCELESS_WEIGHT = 2.5  # of words in attributions without source, one in 14, which training else neglects
CASE_BLIND = 0.05  # share of windows that lose their case, as headlines and transcripts do


@dataclass(frozen=True, slots=True)
class Example:
    """One window of an article."""

    words: Words
    readable: Readable
    labels: Labels
    window: Window

    @property
    def length(self) -> int:
        """How many pieces the window holds."""
        return sum(map(len, self.readable.pieces[self.window.start : self.window.end]))


def epoch(readings: Sequence[Reading], pieces: Pieces, size: int, seed: int) -> list[list[Example]]:
    """Every article once, cut at a random place; batches of like length."""
    dice = random.Random(seed)
    examples: list[Example] = []
    for reading in readings:
        readable = Readable(reading.words, pieces)
        first = dice.randrange(WINDOW_PIECES // 2)
        for window in cut_windows(reading.words, readable.lengths, overlap=0, first=first):
            examples.append(Example(reading.words, readable, reading.labels, window))
    dice.shuffle(examples)
    examples.sort(key=lambda example: example.length // 6)
    batches = [examples[i : i + size] for i in range(0, len(examples), size)]
    dice.shuffle(batches)
    return batches


def collate(examples: Sequence[Example], pieces: Pieces, dice: random.Random) -> Batch:
    """One padded batch, with some words hidden."""
    longest = max(example.length for example in examples) + 2
    shape = (len(examples), longest)
    batch = Batch(
        pieces=torch.full(shape, pieces.pad),
        marks=torch.zeros((*shape, 1 + len(MARKS)), dtype=torch.long),
        governors=torch.full((*shape, GOVERNORS), pieces.pad),
        mask=torch.zeros(shape, dtype=torch.long),
        words=torch.zeros(shape, dtype=torch.bool),
        tags=torch.full(shape, -100),
        weights=torch.ones(shape),
        cue_of=torch.zeros((*shape, longest), dtype=torch.bool),
        source_of=torch.zeros((*shape, longest), dtype=torch.bool),
    )
    for row, example in enumerate(examples):
        _fill(batch, row, example, pieces, dice)
    return batch


def to_device(batch: Batch, device: torch.device) -> Batch:
    """The same batch on another device."""
    return Batch(**{field.name: getattr(batch, field.name).to(device) for field in fields(Batch)})


def _fill(batch: Batch, row: int, example: Example, pieces: Pieces, dice: random.Random) -> None:
    start, end = example.window.start, example.window.end
    window = example.readable.input(example.window)
    shapes = example.words.shapes[start:end]
    if dice.random() < CASE_BLIND:
        shapes = np.where(shapes % CASES <= 2, shapes - shapes % CASES, shapes)
    hidden = [dice.random() < WORD_MASKING for _ in window.pieces]
    ids, first = [pieces.cls], []
    for word, is_hidden in zip(window.pieces, hidden, strict=True):
        first.append(len(ids))
        ids.extend([pieces.mask] * len(word) if is_hidden else word)
    ids.append(pieces.sep)
    secrets = [word[0] for word, is_hidden in zip(window.pieces, hidden, strict=True) if is_hidden]
    governors = np.where(np.isin(window.governors, secrets), pieces.mask, window.governors)
    lengths = np.diff([*first, len(ids) - 1])
    marks = np.column_stack((shapes, window.marks[:, 1:]))
    batch.pieces[row, : len(ids)] = torch.tensor(ids)
    batch.marks[row, 1 : len(ids) - 1] = torch.tensor(np.repeat(marks, lengths, axis=0))
    batch.governors[row, 1 : len(ids) - 1] = torch.tensor(np.repeat(governors, lengths, axis=0))
    batch.mask[row, : len(ids)] = 1
    batch.words[row, first] = True
    batch.tags[row, first] = torch.tensor(example.labels.tags[start:end])
    _fill_pointers(batch, row, example, first)


def _fill_pointers(batch: Batch, row: int, example: Example, first: list[int]) -> None:
    start, end = example.window.start, example.window.end
    for roles in example.labels.roles:
        inside = {
            role: [first[i - start] for i in words if start <= i < end] for role, words in roles.items()
        }
        if not any(inside.values()):
            continue
        has_cue = bool(roles["cue"]) and start <= roles["cue"][0] < end
        target = inside["cue"][0] if has_cue else 0
        for piece in inside["content"] + inside["source"]:
            batch.cue_of[row, piece, target] = True
        if not roles["source"]:
            batch.weights[row, inside["cue"] + inside["content"]] = SOURCELESS_WEIGHT
        for piece in inside["cue"]:
            if inside["source"]:
                batch.source_of[row, piece, inside["source"]] = True
            elif not roles["source"]:
                batch.source_of[row, piece, 0] = True
