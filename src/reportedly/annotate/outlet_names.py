"""Finds where a text names outlets, in full or by the short forms of those named in full."""

from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.facts.outlets import LONGEST_NAME, Outlet, OutletBook
from reportedly.types.span import Span


@dataclass(frozen=True, slots=True)
class OutletMention:
    """An outlet where the text names it."""

    span: Span
    outlet: Outlet


def find_outlets(index: DocIndex, book: OutletBook) -> list[OutletMention]:
    """Outlets in the order of the text; a second pass reads the short forms of those named in full."""
    found = _read_outlets(index, book, frozenset())
    named = frozenset(mention.outlet.name for mention in found)
    return _read_outlets(index, book, named) if named else found


def _read_outlets(index: DocIndex, book: OutletBook, named: frozenset[str]) -> list[OutletMention]:
    found: list[OutletMention] = []
    number, count = 0, len(index.tokens)
    while number < count:
        first = index.word(number)
        if not (first[0].isupper() or first[0].isdigit() or first in {"the", "de", "dpa", "i", "taz"}):
            number += 1
            continue
        for length in range(min(LONGEST_NAME + 1, count - number), 0, -1):
            span = index.span(number, number + length - 1)
            outlet = book.find(span.words(index.text), named)
            if outlet is not None:
                found.append(OutletMention(span, outlet))
                number += length - 1
                break
        number += 1
    return found
