"""Finds the wire agency whose dispatch an article is, and by which short names its publisher goes."""

import re
from collections.abc import Iterator, Mapping

from reportedly.annotate.doc_index import DocIndex
from reportedly.facts.outlets import Outlet, OutletBook, bare_name
from reportedly.lang.lexicon import load_words
from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind
from reportedly.types.span import Span

HEAD = 400  # characters in which a dateline stands
# "MOSCOW (Reuters) - ", "WASHINGTON, April 3 (AP) —", "(AFP) -"; a name in capitals or brackets, then a dash.
DATELINE = re.compile(r"(?m)^[^\n()]{0,80}\((?P<name>[A-Z][\w.' -]{1,40})\)\s*(?:[-–—]{1,2}|\.\s*-)\s")
# "MIROVAR, March 14 (Tarnwire) - ", "MIROVAR, 14 March (Tarnwire) — ": towns in capitals, or none, or any
# with a date ("Mirovar, 14 March (Tarnwire) - ").
DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?"
STRICT_DATELINE = re.compile(
    rf"(?m)^(?:[A-Z][A-Z .,'’/-]{{2,60}}(?:,? {DATE})?,? ?|[A-Z][\w .'’/-]{{2,60}}, {DATE},? ?)?"
    r"\((?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})\)\s*[-–—]{1,2}\s"
)
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


def find_agencies(article: Article, book: OutletBook) -> Iterator[str]:
    """The names in datelines that no list holds and that are no short form of the publisher's."""
    own = bare_name(article.outlet or "")
    for match in STRICT_DATELINE.finditer(article.text, 0, min(len(article.text), HEAD)):
        name = match["name"]
        last = name.rpartition(" ")[2].lower()
        is_own = f" {name} " in f" {own} " and name != own
        if book.find(name) is None and last not in load_words("nouns")["paper_names"] and not is_own:
            yield name


def find_publisher(
    article: Article, index: DocIndex, book: OutletBook, found: Mapping[str, Outlet]
) -> Outlet | None:
    """The article's own outlet, with the short forms by which the article calls it.

    "The Post" is the Dunmarrow Post; a first name without "News" or "Newswire" must be told something, or
    stand in the dateline, which also shows that the publisher is an agency.
    """
    name = bare_name(article.outlet or "")
    if not name:
        return None
    known = book.find_publisher(name)
    if known is not None:
        return known
    heads = {m["name"] for m in STRICT_DATELINE.finditer(article.text, 0, min(len(article.text), HEAD))}
    first, _, last = name.rpartition(" ")
    nouns = load_words("nouns")
    is_paper = bool(first) and last.lower() in nouns["paper_names"]
    aliases = [first] if first and last in nouns["generic_names"] and _is_called(index, first, heads) else []
    is_agency = (
        bool(heads & {name, first})
        or name.endswith(tuple(nouns["agency_names"].words))
        or _is_agency(found.get(name))
    )
    return Outlet(
        name,
        SourceKind.WIRE_AGENCY if is_agency else SourceKind.OUTLET,
        aliases=tuple(aliases),
        context_aliases=tuple(short_names(name)) or ((last,) if is_paper else ()),
    )


def short_names(name: str) -> Iterator[str]:
    """By what an outlet is called after "the": "the Echo" for Daily Echo, "the Jornal" for Jornal da Foz."""
    first, last = name.partition(" ")[0], name.rpartition(" ")[2]
    nouns = load_words("nouns")
    if first == last:
        return
    if first == "Daily" or last in nouns["sure_papers"]:
        yield last
    elif first in nouns["outlet_firsts"] and first not in nouns["station_names"]:
        yield first


def _is_agency(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind is SourceKind.WIRE_AGENCY


def _is_called(index: DocIndex, short: str, heads: set[str]) -> bool:
    """Whether the article calls its publisher by this first part of the name."""
    if short in heads:
        return True
    telling = load_words("relays")["telling"]
    return any(index.word(n) == short and index.lemma(n - 1) in telling for n in range(1, len(index.tokens)))
