"""Makes the outermost links of an article: its outlet, and the agency whose dispatch it carries."""

from reportedly.annotate.datelines import find_dispatch
from reportedly.annotate.names import NameBook
from reportedly.facts.outlets import OutletBook
from reportedly.types.article import Article
from reportedly.types.attribution import ChainLink, SourceKind


def publishing_links(article: Article, outlets: OutletBook, names: NameBook) -> tuple[ChainLink, ...]:
    """The outlet, and the agency of the dateline where that is another."""
    known = outlets.find_publisher(article.outlet) if article.outlet else None
    first = ChainLink(known.kind if known else SourceKind.OUTLET, article.outlet)
    dispatch = find_dispatch(article, outlets)
    if dispatch is None or dispatch[0] is known:
        return (first,)
    outlet, spans = dispatch
    return (first, ChainLink(outlet.kind, names.outlet_name(outlet), spans))
