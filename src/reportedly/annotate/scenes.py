"""Cuts out what stands around each attribution: its own tokens, and those that belong to others."""

from collections.abc import Mapping, Sequence

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook
from reportedly.annotate.surroundings import Scene
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution
from reportedly.types.span import Span


class SceneReader:
    """The surroundings of the attributions of one article."""

    def __init__(self, index: DocIndex, names: NameBook, rows: Mapping[str, Attribution]) -> None:
        self.index, self.names, self.rows = index, names, rows
        self._owners: dict[int, str] = {}
        for row in rows.values():
            if self._only_cites(row):
                continue
            for n in index.numbers_of(row.source + row.cue):
                self._owners.setdefault(n, row.id)

    def _only_cites(self, row: Attribution) -> bool:
        """Whether a row is "citing two officials": part of another row's chain, however it was found."""
        cue = self.index.numbers_of(row.cue)
        return bool(cue) and all(self.index.lemma(n) in load_words("relays")["citing"] for n in cue)

    def scene(self, row: Attribution) -> Scene:
        """The tokens of `row` and of what stands around it."""
        source, cue = self.index.numbers_of(row.source), self.index.numbers_of(row.cue)
        own = {*source, *cue}
        around = self.index.vicinity(sorted(own))
        parent = self.rows.get(row.parent or "")
        barred = set(self.index.numbers_of(_clip(self.index, row.content, around)))
        if parent is not None:
            barred |= set(around) - set(self.index.numbers_of(_clip(self.index, parent.content, around)))
        barred |= self._beyond_others(row, own, around)
        return Scene(self.index, self.names, source, cue, frozenset(barred - own), around)

    def _beyond_others(self, row: Attribution, own: set[int], around: range) -> set[int]:
        """The tokens that another row's source or cue holds, or separates from this row's.

        Rows inside this row's content separate nothing, nor do those of the same source.
        """
        content = set(self.index.numbers_of(_clip(self.index, row.content, around)))
        beyond: set[int] = set()
        if not own:
            return beyond
        first, last = min(own), max(own)
        for side in (range(first - 1, around.start - 1, -1), range(last + 1, around.stop)):
            is_apart = False
            for n in side:
                owner = self._owners.get(n, row.id)
                is_same = owner == row.id or (row.source and self.rows[owner].source == row.source)
                is_apart = is_apart or (not is_same and n not in content)
                if is_apart or owner != row.id:
                    beyond.add(n)
        return beyond | {n for n in range(first, last) if self._owners.get(n, row.id) != row.id}


def _clip(index: DocIndex, spans: Sequence[Span], around: range) -> list[Span]:
    """Only the parts of `spans` that lie around, so that a long content costs no more than a short one."""
    if not around:
        return []
    first, last = index.tokens[around[0]].start, index.tokens[around[-1]].end
    clipped = [Span(max(span.start, first), min(span.end, last)) for span in spans]
    return [span for span in clipped if span.start < span.end]
