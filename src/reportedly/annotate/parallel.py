"""Splits an attribution with several sources side by side into one attribution for each."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.source_phrase import DEFINITE, INDEFINITE
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution
from reportedly.types.doc import Doc
from reportedly.types.span import Span

LONGEST = 80  # tokens of a source that are read
MOST = 12  # sources of one attribution; beyond that, it is a list of something else
JOINERS = frozenset((",", "and", "or", "both", "either", "well", "as", "nor", "neither"))


def split_parallel_rows(attributions: Sequence[Attribution], doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of a doc, the parallel ones split; children of a split row go to its first part."""
    index = DocIndex(doc)
    split = [_split(attribution, index) for attribution in attributions]
    first = {whole.id: parts[0].id for whole, parts in zip(attributions, split, strict=True)}
    return tuple(
        replace(part, parent=first.get(part.parent, part.parent)) if part.parent else part
        for parts in split
        for part in parts
    )


def _split(attribution: Attribution, index: DocIndex) -> tuple[Attribution, ...]:
    """One row for each parallel source ("NBC and ABC reported"), numbered "-1", "-2", or the one it was."""
    pieces = _pieces(attribution, index)
    if not 2 <= len(pieces) <= MOST:
        return (attribution,)
    return tuple(
        replace(attribution, id=f"{attribution.id}-{number}", source=(piece,))
        for number, piece in enumerate(pieces, start=1)
    )


def _pieces(attribution: Attribution, index: DocIndex) -> list[Span]:
    """The spans of the parallel sources; fewer than two where there is only one."""
    numbers = index.numbers_of(attribution.source)[:LONGEST]
    top = index.top(numbers)
    if top is None or index.tokens[top].pos not in {"NOUN", "PROPN"}:
        return []
    chosen = set(numbers)
    heads = _conjuncts(index, top, chosen, is_both=_says_both(attribution, index))
    if len(heads) < 2 or not all(_stands_alone(index, head, chosen) for head in heads[1:]):
        return []
    starts = [min(numbers), *(_first(index, head, chosen) for head in heads[1:])]
    if starts != sorted(set(starts)):
        return []
    return [
        _piece(index, start, end, chosen)
        for start, end in zip(starts, [*starts[1:], max(numbers) + 1], strict=True)
    ]


def _says_both(attribution: Attribution, index: DocIndex) -> bool:
    """ "Kompas and Radio Polder have both reported": two, though they may be taken for one name."""
    return any(index.lower(n) in {"both", "each"} for n in index.numbers_of(attribution.cue))


def _conjuncts(index: DocIndex, top: int, chosen: set[int], *, is_both: bool) -> list[int]:
    """The head and everything joined to it by "and", in the order of the text."""
    heads = [top]
    waiting = [top]
    while waiting and len(heads) <= MOST:
        joined = [n for n in index.children(waiting.pop()) if index.tokens[n].dep == "conj" and n in chosen]
        heads.extend(joined)
        waiting.extend(joined)
    mentions = [index.mention_at(n) for n in heads]
    shared = any(one is not None and one is mentions[0] for one in mentions[1:])
    return [] if shared and not is_both else sorted(heads)


def _stands_alone(index: DocIndex, head: int, chosen: set[int]) -> bool:
    """Whether a joined noun is a source of its own: a name, or a noun with a determiner of its own."""
    if index.tokens[head].pos not in {"NOUN", "PROPN"}:
        return False
    mention = index.mention_at(head)
    if mention is not None and mention.kind in {"PERSON", "ORG", "GPE"}:
        return True
    start = _first(index, head, chosen)
    first = index.lower(start)
    is_counted = index.tokens[start].pos == "NUM" or first in load_words("nouns")["selecting"]
    return first in DEFINITE or first in INDEFINITE or (is_counted and start < head)


def _first(index: DocIndex, head: int, chosen: set[int]) -> int:
    """The first token of a joined noun's own phrase."""
    below = [n for n in index.subtree(head) if n in chosen and n <= head]
    first = head
    for n in reversed(below):
        if n < first - 1 or index.lower(n) in JOINERS:
            break
        first = n
    return first


def _piece(index: DocIndex, start: int, end: int, chosen: set[int]) -> Span:
    """The tokens from `start` up to `end` without the words that join them to the next."""
    numbers = [n for n in range(start, end) if n in chosen]
    while len(numbers) > 1 and (
        index.lower(numbers[-1]) in JOINERS or index.tokens[numbers[-1]].pos == "SPACE"
    ):
        numbers.pop()
    while len(numbers) > 1 and index.lower(numbers[0]) in JOINERS:
        numbers.pop(0)
    return index.span(numbers[0], numbers[-1])
