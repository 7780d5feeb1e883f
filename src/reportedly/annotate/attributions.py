"""Finds the attributions of an article with the trained model, then those inside their contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reportedly.annotate.clause_rows import split_clause_rows
from reportedly.annotate.datelines import DATELINE
from reportedly.annotate.decoding import Found, Settings, decode
from reportedly.annotate.grammar import mend
from reportedly.annotate.parallel import split_parallel_rows
from reportedly.annotate.rows import confidence, make_row, role_words
from reportedly.annotate.scores import score_text, score_texts
from reportedly.annotate.words import IntArray, Words, inner_words, select_words, split_words
from reportedly.models.attribution_model import AttributionModel, load_attribution_model
from reportedly.types.attribution import Attribution
from reportedly.types.doc import Doc, Layer, Run

# Words that are read together before anything is decided: beyond, memory stays flat. No article of PolNeAR
# is longer (the longest has 8,600 words).
STRETCH = 10_000
LEVELS = 4  # of attribution inside attribution; a fifth was never seen
SHORTEST_CONTENT = 4  # words that a source, a cue and a content need inside another's content


@dataclass(frozen=True, slots=True)
class _Read:
    """A row, the numbers of the words of its content, and the log odds of another attribution inside."""

    row: Attribution
    content: IntArray
    inner_cue: float


class TrainedAttributions:
    """Reads the text in windows, decodes the scores, and reads each content again for its children."""

    requires = frozenset({Layer.TOKENS, Layer.MENTIONS, Layer.QUOTATIONS, Layer.FURNITURE})
    assigns = frozenset({Layer.ATTRIBUTIONS})

    def __init__(self, threads: int = 1, settings: Settings | None = None) -> None:
        self.threads = threads
        self.settings = settings or Settings()

    @cached_property
    def model(self) -> AttributionModel:
        """The model, loaded and checked on first use."""
        return load_attribution_model(self.threads)

    @property
    def run(self) -> Run:
        """The model's version and digest."""
        return Run("attributions", self.model.manifest.version, self.model.digest)

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Find the attributions of each doc, each doc by itself."""
        for doc in docs:
            rows = mend(self._read(doc), doc, self.settings.least_confidence)
            doc.attributions = split_clause_rows(split_parallel_rows(rows, doc), doc)

    def _read(self, doc: Doc) -> list[Attribution]:
        """The attributions in the order of the text, parents before their children."""
        words = split_words(doc.text, doc.tokens or ())
        rows: list[Attribution] = []
        for start, end in stretches(words):
            level = self._outermost(doc, words, start, end)
            for _ in range(LEVELS):
                rows.extend(one.row for one in level)
                level = self._inside(doc, words, level) if level else []
        return sorted(rows, key=_place)

    def _outermost(self, doc: Doc, words: Words, start: int, end: int) -> list[_Read]:
        """The attributions of one stretch of the text."""
        numbers = without_datelines(doc.text, words, start, end)
        part = select_words(words, numbers)
        found = decode(len(part), score_text(self.model, part), self.settings)
        return self._placed(doc, words, found, numbers, None)

    def _inside(self, doc: Doc, words: Words, parents: Sequence[_Read]) -> list[_Read]:
        """The attributions inside the contents of `parents`, each content read as if it were a text."""
        promising = [parent for parent in parents if parent.inner_cue >= self.settings.reread]
        chosen = [(parent, inner_words(words, parent.content)) for parent in promising]
        chosen = [(parent, kept) for parent, kept in chosen if len(kept) >= SHORTEST_CONTENT]
        texts = [select_words(words, kept) for _, kept in chosen]
        children: list[_Read] = []
        for (parent, kept), scores in zip(chosen, score_texts(self.model, texts), strict=True):
            found = decode(len(kept), scores, self.settings)
            children.extend(self._placed(doc, words, found, kept, parent))
        return children

    def _placed(
        self, doc: Doc, words: Words, found: Sequence[Found], numbers: IntArray, parent: _Read | None
    ) -> list[_Read]:
        """Rows for what was found among the article's words `numbers`, without the least likely."""
        content, identity = (None, None) if parent is None else (parent.content, parent.row.id)
        result = []
        for one in found:
            probability = confidence(one, self.model.manifest.calibration)
            if parent is None:
                is_sure = self.settings.keeps(one, probability)
                is_sure = is_sure or probability >= self.settings.least_confidence_supported
            else:
                is_sure = probability >= self.settings.least_confidence_child
            if is_sure:
                roles = role_words(one, numbers, content)
                row = make_row(doc, words, roles, identity, probability)
                result.append(_Read(row, roles.content, one.inner_cue))
        return result


def stretches(words: Words) -> Iterator[tuple[int, int]]:
    """The text in stretches of at most `STRETCH` words that end with a paragraph, or where none ends."""
    start, count = 0, len(words)
    while start < count:
        end = min(start + STRETCH, count)
        if end < count:
            borders = np.flatnonzero(np.diff(words.paragraphs[start : end + 1]))
            if len(borders) and borders[-1] >= STRETCH // 2:
                end = start + int(borders[-1]) + 1
        yield start, end
        start = end


def without_datelines(text: str, words: Words, start: int, end: int) -> IntArray:
    """The numbers of the words from `start` to `end` that are in no dateline.

    With "MOSCOW (Reuters) - " before it the model misses the attribution of a first sentence.
    """
    keep = np.ones(end - start, dtype=np.bool_)
    first = int(words.starts[start])
    for match in DATELINE.finditer(text, first, int(words.ends[end - 1])):
        low, high = words.starts[start:end].searchsorted(match.span())
        keep[low:high] = False
    return (start + np.flatnonzero(keep)).astype(np.int32)


def _place(row: Attribution) -> tuple[int, int]:
    """Where a row begins; of two that begin together, the longer first."""
    spans = row.source + row.cue + row.content
    return min(span.start for span in spans), -max(span.end for span in spans)
