"""Reads RSS and Atom: entries with their full text become articles, others are links to follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from urllib.parse import urljoin

import feedparser

from reportedly.ingest.dates import iso_date
from reportedly.ingest.decode import decode
from reportedly.ingest.drafts import Draft, finish
from reportedly.ingest.language import language_code
from reportedly.ingest.page_text import lines_of
from reportedly.ingest.page_tree import PageError, parse_page
from reportedly.ingest.plain import charset_of
from reportedly.ingest.received import Hints, Received
from reportedly.types.article import Article, Rejection
from reportedly.types.limits import Limits

XML_ENCODING = re.compile(rb"^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
# Everything that may stand before the first element; a document type stands nowhere else.
PROLOG = re.compile(r"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
SAVE_ADVICE = "Open the entry in a browser, save the page and read that file."


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one entry; `content` is its full text where the feed has it."""

    content: str | None
    is_markup: bool
    has_summary: bool
    link: str | None
    hints: Hints


@dataclass(frozen=True, slots=True)
class LinkToFollow:
    """An entry whose article stands at another address; `received` names the entry as its source."""

    url: str
    received: Received


def read_feed(
    received: Received, limits: Limits, *, follow: bool
) -> Iterator[Article | Rejection | LinkToFollow]:
    """One article, link or rejection for each entry of a feed."""
    decoded = decode(received.body, declared_encoding(received))
    if len(decoded.text) > limits.article_characters:
        yield received.reject(
            f"The feed has {len(decoded.text):,} characters; the limit is {limits.article_characters:,}.",
            "Split it into feeds below the limit.",
        )
        return
    if decoded.text.startswith("<!DOCTYPE", PROLOG.match(decoded.text).end()):  # type: ignore[union-attr]
        yield received.reject(
            "This XML declares a document type, through which entities can expand without end.",
            "Remove the <!DOCTYPE …> and read it again.",
        )
        return
    entries = parse_entries(decoded.text, received)
    if not entries:
        yield received.reject("This feed has no entries.", "Check that it is an RSS or Atom feed.")
    for number, entry in enumerate(entries, start=1):
        yield read_entry(entry, received.part(f"entry {number}"), limits, follow=follow)


def declared_encoding(received: Received) -> str | None:
    """The encoding that the server or the XML declaration names."""
    declared = XML_ENCODING.match(received.body)
    return charset_of(received.content_type) or (declared[1].decode("ascii") if declared else None)


def parse_entries(text: str, received: Received) -> list[Entry]:
    """The entries as feedparser finds them, their markup untouched."""
    parsed = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")),  # a bare string could be taken for an address
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    outlet = as_text(parsed.feed.get("title"))
    language = as_text(parsed.feed.get("language"))
    return [to_entry(entry, outlet, language, received.url) for entry in parsed.entries]


def to_entry(
    entry: feedparser.FeedParserDict, outlet: str | None, language: str | None, base: str | None
) -> Entry:
    """One entry of feedparser's as our own record."""
    contents = [one for one in entry.get("content", []) if as_text(one.get("value"))]
    content = max(contents, key=lambda one: len(one.value), default=None)
    origin = as_text((entry.get("source") or {}).get("title"))
    hints = Hints(
        outlet=origin or outlet,
        title=as_text(entry.get("title")),
        author=as_text(entry.get("author")),
        published=as_text(entry.get("published")),
        language=as_text(content.get("language") if content else None) or language,
    )
    link = as_text(entry.get("link"))
    return Entry(
        content=None if content is None else content.value,
        is_markup=content is None or content.get("type") != "text/plain",
        has_summary=as_text(entry.get("summary")) is not None,
        link=urljoin(base or "", link) if link else None,
        hints=hints,
    )


def as_text(value: object) -> str | None:
    """A string with something in it, None for everything else."""
    return value if isinstance(value, str) and value.strip() else None


def read_entry(
    entry: Entry, received: Received, limits: Limits, *, follow: bool
) -> Article | Rejection | LinkToFollow:
    """The article of one entry, the link that leads to it, or why there is neither."""
    if entry.content is not None:
        return read_content(entry, entry.content, received, limits)
    if entry.link is None:
        rest = "only a summary and no link" if entry.has_summary else "neither text nor link"
        return received.reject(f"This entry has {rest}.", "Look for the article at its publisher's.")
    if not follow:
        return received.reject(
            f"This entry has no full text, only a link to {entry.link}.", "Use --follow to fetch and read it."
        )
    return LinkToFollow(entry.link, replace(received, hints=entry_hints(entry, received)))


def entry_hints(entry: Entry, received: Received) -> Hints:
    """What fills the gaps of the page behind an entry: first the entry's own words, then the user's."""
    published = iso_date(entry.hints.published) if entry.hints.published else None
    language = language_code(entry.hints.language)
    return replace(entry.hints, published=published, language=language).before(received.hints)


def read_content(entry: Entry, content: str, received: Received, limits: Limits) -> Article | Rejection:
    """The article of an entry that carries its full text."""
    text = content
    if entry.is_markup:
        try:
            text = lines_of(parse_page(f"<html><body>{content}</body></html>", limits.html_depth))
        except PageError as error:
            return received.reject(str(error), SAVE_ADVICE)
    hints = entry.hints
    draft = Draft(
        text=text,
        outlet=hints.outlet,
        title=hints.title,
        author=hints.author,
        url=entry.link,
        published=hints.published,
        language=hints.language,
    )
    return finish(draft, received, "feed", limits, language_may_be_wrong=True)
