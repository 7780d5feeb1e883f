"""Reads what a page states of itself: headline, outlet, by-line, date, address, language."""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from htmldate import find_date
from lxml import html
from trafilatura.metadata import extract_metadata

from reportedly.ingest.dates import date_in_address, iso_date

ARTICLE_TYPES = ("article", "blogposting", "report")
OUTLET_META = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher")
TITLE_META = ("og:title", "dc.title", "dcterms.title", "headline", "twitter:title")
AUTHOR_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "citation_author",
)
DATE_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "pubdate",
    "publishdate",
    "dc.date",
    "date",
)
# Where dates of other things stand: other articles, pictures, copyright lines, readers' comments.
NOT_THE_DATELINE = (
    "//nav | //aside | //footer | //li | //figure | //img | //script | //style | //table | //blockquote"
    " | //section[contains(@class, 'comment')]"
    " | //div[contains(@class, 'comment') or contains(@class, 'related')]"
    " | //p[string-length(normalize-space(.)) > 90]"
)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says of itself, None where it does not say."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None


def read_head(tree: html.HtmlElement, address: str | None) -> PageHead:
    """The head of the page; `address` is where it was fetched, None for a file."""
    metas = meta_fields(tree)
    story = first_story(tree)
    fallback = extract_metadata(tree, default_url=address, extensive=False)
    url = canonical_address(tree, metas, address)
    return PageHead(
        title=text_field(story, "headline") or first(metas, TITLE_META) or fallback.title,
        outlet=first(metas, OUTLET_META) or names(story.get("publisher")),
        author=names(story.get("author"))
        or by_line(not_an_address(first(metas, AUTHOR_META)), fallback.author),
        published=stated_date(tree, metas, story) or visible_date(tree) or date_in_address(url),
        url=url,
        language=stated_language(tree, metas),
    )


def meta_fields(tree: html.HtmlElement) -> dict[str, str]:
    """The first value of each `<meta>` with content, by its lower-case name, property or itemprop."""
    fields: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and value:
                fields.setdefault(key, value)
    return fields


def first(metas: dict[str, str], keys: Iterable[str]) -> str | None:
    """The value of the first key that is there."""
    return next((metas[key] for key in keys if key in metas), None)


def first_story(tree: html.HtmlElement) -> dict[str, object]:
    """The page's own schema.org article (JSON-LD), an empty one where it has none."""
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in schema_nodes(data):
            if is_story(node):
                return node
    return {}


def schema_nodes(data: object) -> Iterator[dict[str, object]]:
    """The objects at the top of a JSON-LD block, those of its list or graph included."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (one for one in (graph if isinstance(graph, list) else ()) if isinstance(one, dict))


def is_story(node: dict[str, object]) -> bool:
    """Whether an object is an article of some kind (NewsArticle, ReportageNewsArticle, LiveBlogPosting)."""
    kinds = node.get("@type")
    stated = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(ARTICLE_TYPES) for kind in stated)


def text_field(node: dict[str, object], key: str) -> str | None:
    """A field that is a string."""
    value = node.get(key)
    return html_to_text(value) if isinstance(value, str) and value.strip() else None


def names(value: object) -> str | None:
    """The names of people or organisations in a JSON-LD field, as written, parted by semicolons."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and not_an_address(name.strip()):
            found.append(html_to_text(name))
    return "; ".join(dict.fromkeys(found)) or None


def html_to_text(value: str) -> str:
    """A JSON-LD string without the tags and entities that some systems leave in it."""
    if "<" not in value and "&" not in value:
        return value
    return str(html.fragment_fromstring(value, create_parent="div").text_content())


def by_line(stated: str | None, shown: str | None) -> str | None:
    """The author in the metadata, unless that is one word ("admin") and the page itself shows a name."""
    return stated if stated and " " in stated else shown or stated


def not_an_address(value: str | None) -> str | None:
    """`value`, unless it is a web address, as some pages have it for their author."""
    return None if not value or "://" in value or value.startswith("@") else value


def canonical_address(tree: html.HtmlElement, metas: dict[str, str], address: str | None) -> str | None:
    """The page's own address: the one it states if that is on the same site, else the one it came from."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for stated in (*links, metas.get("og:url")):
        url = absolute_address(stated, address)
        if url is not None and (address is None or is_same_page_site(url, address)):
            return url
    return address


def absolute_address(stated: str | None, address: str | None) -> str | None:
    """A stated address in full and without its fragment; None where it is no web address."""
    try:
        url = urljoin(address or "", (stated or "").strip()).partition("#")[0]
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def is_same_page_site(url: str, address: str) -> bool:
    """Whether `url` is on the site of `address`, and not merely the site's front page."""
    one, other = host_of(url) or "", host_of(address) or ""
    is_same_site = one == other or one.endswith("." + other) or other.endswith("." + one)
    is_front_page = urlsplit(url).path in ("", "/") and urlsplit(address).path not in ("", "/")
    return is_same_site and not is_front_page


def host_of(url: str | None) -> str | None:
    """The name of the site, without "www."."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def stated_date(tree: html.HtmlElement, metas: dict[str, str], story: dict[str, object]) -> str | None:
    """The date of publication in the page's metadata."""
    marked = (
        element.get("datetime") or element.get("content") or element.text_content()
        for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
    )
    candidates = (text_field(story, "datePublished"), *(metas.get(key) for key in DATE_META), *marked)
    return next((date for value in candidates if value and (date := iso_date(value))), None)


def visible_date(tree: html.HtmlElement) -> str | None:
    """The date that the page shows at its head; dates in the body of the article are not looked at."""
    copy = deepcopy(tree)
    for time in copy.xpath("//time[@datetime][not(ancestor::aside or ancestor::footer or ancestor::nav)]"):
        if not time.xpath("ancestor::li | ancestor::section[contains(@class, 'comment')]"):
            date = iso_date(time.get("datetime"))
            if date is not None:
                return date
    for element in copy.xpath(NOT_THE_DATELINE):
        if element.getparent() is not None:
            element.drop_tree()
    for element in copy.xpath("//link | //meta"):
        element.drop_tree()
    found = find_date(copy, extensive_search=False, original_date=True)
    return str(found) if found else None


def stated_language(tree: html.HtmlElement, metas: dict[str, str]) -> str | None:
    """The language that the page's markup names."""
    root = tree.getroottree().getroot()
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    return stated or metas.get("content-language") or metas.get("og:locale")
