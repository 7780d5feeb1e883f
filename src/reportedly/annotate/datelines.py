"""Finds the wire agency whose dispatch an article is: by its dateline, its by-line or its credit."""

import re

from reportedly.facts.outlets import Outlet, OutletBook
from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind
from reportedly.types.span import Span

HEAD = 400  # characters in which a dateline stands
# "MOSCOW (Reuters) - ", "WASHINGTON, April 3 (AP) —", "(AFP) -"; a name in capitals or brackets, then a dash.
DATELINE = re.compile(r"(?m)^[^\n()]{0,80}\((?P<name>[A-Z][\w.' -]{1,40})\)\s*(?:[-–—]{1,2}|\.\s*-)\s")
BYLINE = re.compile(
    r"(?:^|\bby\b|\bfor\b|[,|/(])\s*(?:the\s+)?(?P<name>[A-Z][\w.' -]{1,40}?)\s*(?:$|[,|/)])", re.IGNORECASE
)


def find_dispatch(article: Article, book: OutletBook) -> tuple[Outlet, tuple[Span, ...]] | None:
    """The agency whose dispatch `article` is, with where its text says so; None where it is none."""
    for match in DATELINE.finditer(article.text, 0, min(len(article.text), HEAD)):
        outlet = book.find(match["name"])
        if outlet is not None and outlet.kind is SourceKind.WIRE_AGENCY:
            return outlet, (Span(*match.span("name")),)
    for match in BYLINE.finditer((article.author or "")[:HEAD]):
        outlet = book.find(match["name"])
        if outlet is not None and outlet.kind is SourceKind.WIRE_AGENCY:
            return outlet, ()
    return None
