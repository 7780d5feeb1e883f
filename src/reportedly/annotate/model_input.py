"""Turns the words of a text into what the attribution model takes, window by window."""

from collections.abc import Sequence

import numpy as np

from reportedly.annotate.windows import Window
from reportedly.annotate.word_parse import NONE, IntArray, read_parse
from reportedly.annotate.words import Words
from reportedly.models.attribution_model import ModelInput
from reportedly.models.pieces import Pieces


class Readable:
    """A text cut into pieces, each word with its marks and the pieces of the words above it."""

    def __init__(self, words: Words, pieces: Pieces) -> None:
        self.pieces = pieces.of_words(words.forms)
        self.lengths: IntArray = np.array([len(word) for word in self.pieces], dtype=np.int32)
        marks, governors = read_parse(words.parse)
        self.marks: IntArray = np.column_stack((words.shapes, marks)).astype(np.int32)
        self.governors = _first_pieces(self.pieces, governors, pieces.pad)

    def input(self, window: Window) -> ModelInput:
        """One window."""
        held = slice(window.start, window.end)
        return ModelInput(self.pieces[held], self.marks[held], self.governors[held])


def _first_pieces(pieces: Sequence[Sequence[int]], governors: IntArray, none: int) -> IntArray:
    """The first piece of each governing word, `none` where there is no such word."""
    firsts = np.array([*(word[0] for word in pieces), none], dtype=np.int32)
    return firsts[np.where(governors == NONE, len(pieces), governors)]
