"""Parses a page into a tree, after a look at its depth and size that costs little memory."""

import re

from lxml import etree, html

from reportedly.types.errors import ReportedlyError

# Work on a tree grows faster than the tree: reading 29,000 paragraphs took 3.2 seconds, 95,000 took 53
# (two cores shared with other work, November 2026). News pages have one to ten thousand elements.
MOST_ELEMENTS = 30_000
# XML and HTML know no such characters, and lxml refuses them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# lxml refuses a decoded text whose XML declaration still names an encoding.
DECLARATION = re.compile(r"\s*<\?xml.{0,200}?\?>", re.DOTALL)


class PageError(ReportedlyError):
    """A page that cannot be parsed safely: one sentence."""


class Gauge:
    """Follows the parser's events and keeps only the depth and the number of elements."""

    def __init__(self) -> None:
        self.depth = self.deepest = self.elements = 0

    def start(self, tag: str, attributes: object) -> None:
        """An element begins."""
        del tag, attributes
        self.depth += 1
        self.elements += 1
        self.deepest = max(self.deepest, self.depth)

    def end(self, tag: str) -> None:
        """An element ends."""
        del tag
        self.depth -= 1

    def data(self, text: str) -> None:
        """Text is of no interest here."""

    def close(self) -> None:
        """Nothing is left to do."""


def parse_page(text: str, deepest: int) -> html.HtmlElement:
    """The tree of a page; a `PageError` where it is nested deeper than `deepest`, too large, or empty."""
    markup = FORBIDDEN.sub("", DECLARATION.sub("", text, count=1))
    if not markup.strip():
        raise PageError("The page is empty.")
    try:
        measure(markup, deepest)
        tree = html.document_fromstring(markup, parser=new_parser())
    except etree.ParserError as error:
        raise PageError(f"The page cannot be parsed ({error}).") from error
    except etree.XMLSyntaxError as error:
        raise PageError(f"The page cannot be parsed ({error.msg}).") from error
    return tree


def measure(markup: str, deepest: int) -> None:
    """Refuse a page that is nested too deep or has too many elements, before a tree is built."""
    gauge = Gauge()
    parser = etree.HTMLParser(target=gauge, huge_tree=True)
    parser.feed(markup)
    parser.close()
    if gauge.deepest > deepest:
        raise PageError(
            f"The page is nested {gauge.deepest:,} elements deep, more than the limit of {deepest:,}."
        )
    if gauge.elements > MOST_ELEMENTS:
        raise PageError(
            f"The page has {gauge.elements:,} elements, more than the limit of {MOST_ELEMENTS:,}."
        )


def new_parser() -> html.HTMLParser:
    """A parser that drops comments, keeps no table of ids, and never goes to the network."""
    return html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
