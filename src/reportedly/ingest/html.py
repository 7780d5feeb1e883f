"""Reads a web page: cut to the article by trafilatura, with what the page states of itself."""

import logging
import re
from dataclasses import replace

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from reportedly.ingest.decode import Decoded, decode
from reportedly.ingest.drafts import Draft, finish
from reportedly.ingest.page_head import host_of, read_head
from reportedly.ingest.page_text import lines_of
from reportedly.ingest.page_tree import PageError, parse_page
from reportedly.ingest.plain import charset_of
from reportedly.ingest.received import Hints, Received
from reportedly.ingest.walls import name_wall
from reportedly.types.article import Article, Rejection
from reportedly.types.limits import Limits

# Declared in the first kilobyte by the HTML standard; some pages put it a little later.
META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
HEAD_BYTES = 4096
SAVE_ADVICE = "Open it in a browser until the article shows, save the page and read that file."

# trafilatura and htmldate report every odd page as an error; we report what became of it ourselves.
for library in ("trafilatura", "htmldate"):
    logging.getLogger(library).setLevel(logging.CRITICAL)


def read_html(received: Received, limits: Limits) -> Article | Rejection:
    """The article of a page, its paragraphs as lines."""
    decoded = decode_page(received)
    if len(decoded.text) > limits.article_characters:
        return received.reject(
            f"The page has {len(decoded.text):,} characters; the limit is {limits.article_characters:,}.",
            "Give the page of a single article.",
        )
    try:
        tree = parse_page(decoded.text, limits.html_depth)
        text = article_text(tree)
    except PageError as error:
        return received.reject(str(error), "Save the article's text as a plain text file and read that.")
    wall = name_wall(text) or (None if text else name_wall(lines_of(tree)))
    if wall is not None:
        return received.reject(f"The page shows only {wall}, no article.", SAVE_ADVICE)
    if not text:
        return received.reject("No article was found on the page.", SAVE_ADVICE)
    draft = to_draft(tree, text, decoded, received)
    hints = received.hints.before(Hints(outlet=host_of(draft.url)))
    return finish(draft, replace(received, hints=hints), "html", limits, language_may_be_wrong=True)


def decode_page(received: Received) -> Decoded:
    """The page's markup; the server's word on the encoding comes before the page's own."""
    declared = META_CHARSET.search(received.body[:HEAD_BYTES])
    own = declared[1].decode("ascii") if declared else None
    return decode(received.body, charset_of(received.content_type) or own)


def article_text(tree: HtmlElement) -> str:
    """The article without the rest of the page; empty where none is found."""
    try:
        document = bare_extraction(tree, include_comments=False, include_tables=True)
    except RecursionError as error:  # lists inside lists, some 300 deep
        raise PageError("The page is nested too deep to find its article.") from error
    body = getattr(document, "body", None)  # trafilatura's types allow a dict, which it no longer returns
    return "" if body is None else lines_of(body)


def to_draft(tree: HtmlElement, text: str, decoded: Decoded, received: Received) -> Draft:
    """What the page states, beside its text."""
    head = read_head(tree, received.url)
    return Draft(
        text=text,
        outlet=head.outlet,
        title=head.title,
        author=head.author,
        url=head.url,
        published=head.published,
        language=head.language,
        notes=decoded.notes,
    )
