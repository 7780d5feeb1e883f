"""The attribution model in ONNX Runtime: pieces and marks of a window in, scores for its words out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from reportedly.models.manifest import HERE, Manifest, checked_file, read_manifest
from reportedly.models.pieces import Pieces
from reportedly.types.errors import ModelError

FloatArray = npt.NDArray[np.float32]
FOLDER = HERE / "attributions"


@dataclass(frozen=True, slots=True)
class ModelInput:
    """One window: the pieces of each word, its marks, and the first pieces of the words above it."""

    pieces: Sequence[Sequence[int]]
    marks: npt.NDArray[np.int32]
    governors: npt.NDArray[np.int32]

    @property
    def length(self) -> int:
        """How many pieces the window has, with its two marks."""
        return sum(map(len, self.pieces)) + 2


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """Scores for the words of one window, a row a word; the keys' first row stands for "none here".

    `inner_cue` is the score, as log odds, that a word of a content is the cue of an attribution inside it.
    """

    tags: FloatArray
    inner_cue: FloatArray
    cue_query: FloatArray
    cue_key: FloatArray
    source_query: FloatArray
    source_key: FloatArray


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the session takes: a row a window."""

    pieces: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]
    governors: npt.NDArray[np.int64]
    mask: npt.NDArray[np.int64]


class AttributionModel:
    """The session and its vocabulary."""

    def __init__(self, session: Any, pieces: Pieces, manifest: Manifest) -> None:
        self._session = session
        self.pieces = pieces
        self.manifest = manifest

    @property
    def digest(self) -> str:
        """The digest of the weights."""
        return self.manifest.digests["model.onnx"]

    def score(self, windows: Sequence[ModelInput]) -> list[ModelOutput]:
        """Scores of several windows in one run; short ones are padded to the longest.

        Activations are quantised over the whole run, so the figures depend (in the third decimal) on which
        windows run together: callers keep each article's windows to themselves.
        """
        shape = (len(windows), max(window.length for window in windows))
        inputs = Inputs(
            pieces=np.full(shape, self.pieces.pad, dtype=np.int64),
            marks=np.zeros((*shape, windows[0].marks.shape[1]), dtype=np.int64),
            governors=np.full((*shape, windows[0].governors.shape[1]), self.pieces.pad, dtype=np.int64),
            mask=np.zeros(shape, dtype=np.int64),
        )
        firsts = [self._fill(inputs, row, window) for row, window in enumerate(windows)]
        fed = {one.name: getattr(inputs, one.name) for one in fields(inputs)}
        tags, pointers = self._session.run(None, fed)
        return [at_words(tags[row], pointers[row], first) for row, first in enumerate(firsts)]

    def _fill(self, inputs: Inputs, row: int, window: ModelInput) -> npt.NDArray[np.int64]:
        """Write one window into its rows; the place of each word's first piece."""
        end = window.length
        lengths = np.array([len(word) for word in window.pieces], dtype=np.int64)
        pieces = (piece for word in window.pieces for piece in word)
        inputs.pieces[row, :end] = [self.pieces.cls, *pieces, self.pieces.sep]
        inputs.marks[row, 1 : end - 1] = np.repeat(window.marks, lengths, axis=0)
        inputs.governors[row, 1 : end - 1] = np.repeat(window.governors, lengths, axis=0)
        inputs.mask[row, :end] = 1
        return np.concatenate(([1], 1 + np.cumsum(lengths[:-1])))


def load_attribution_model(threads: int = 1, folder: Path = FOLDER) -> AttributionModel:
    """The attribution model that ships with the package, or the one in `folder`; its digest is checked."""
    manifest = read_manifest(folder)
    weights = checked_file(folder, manifest, "model.onnx")
    vocabulary = checked_file(folder, manifest, "tokenizer.json")
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length: a memory plan for each length would only grow.
    options.enable_mem_pattern = False
    try:
        session = ort.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises its own classes, without a common base
        raise ModelError(
            f"ONNX Runtime {ort.__version__} cannot load the model '{manifest.name}' ({error}). Install "
            f"onnxruntime 1.19 or newer."
        ) from error
    return AttributionModel(session, Pieces(vocabulary), manifest)


def at_words(tags: FloatArray, pointers: FloatArray, first: npt.NDArray[np.int64]) -> ModelOutput:
    """The rows of each word's first piece, the columns taken apart as training put them together."""
    cue_query, cue_key, source_query, source_key = np.split(pointers, 4, axis=1)
    keys = np.concatenate(([0], first))
    return ModelOutput(
        tags=tags[first, :-1],
        inner_cue=tags[first, -1],
        cue_query=cue_query[first],
        cue_key=cue_key[keys],
        source_query=source_query[first],
        source_key=source_key[keys],
    )
