"""Reads whose words an article says it carries: datelines, copyright lines, credits, its address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reportedly.facts.outlets import Outlet, bare_name, load_outlets, read_outlets
from reportedly.lang.lexicon import load_patterns
from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind

# A name as credits write it: up to five words with a capital.
NAME = r"(?P<name>(?-i:[A-Z])[\w.&'’-]*(?: (?-i:[A-Z])[\w.&'’-]*){0,4})"
POSSESSIVE = re.compile(r"['’]s?$")
# Credits stand at the head and at the end, relays ("Reuters reported") anywhere; a text is read this far.
FARTHEST = 200_000


@dataclass(frozen=True, slots=True)
class Credit:
    """A name that an article credits, as long as it may be, with the words that do so."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose an article is, and whom it credits.

    `own` is the outlet that publishes it, empty where unknown; `address` the outlet whose website it is
    on; `dispatch` the agency or outlet whose text it says it is.
    """

    own: tuple[str, ...]
    address: str | None
    dispatch: Credit | None
    credits: tuple[Credit, ...]


def read_standing(article: Article) -> Standing:
    """Whose `article` is, by its own words and by its outlet and address."""
    text = article.text[:FARTHEST]
    address = outlet_of_address(article.url)
    own = tuple(name for name in (article.outlet or address,) if name)
    dispatches = [credit for credit in _found("own", text) if load_outlets().find(credit.name)]
    by_line = _agency_of(article.author)
    dispatch = dispatches[0] if dispatches else by_line
    return Standing(own, address, dispatch, tuple(_found("credits", text)))


def outlet_of_address(url: str | None) -> str | None:
    """The outlet whose website this address is on; None where that is not known."""
    host = host_of(url)
    if not host:
        return None
    outlets = (outlet for domain, outlet in _domains() if host == domain or host.endswith("." + domain))
    return next((outlet.name for outlet in outlets), None)


def host_of(url: str | None) -> str:
    """The host of an address in lower case without "www."; empty where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def known(name: str) -> str | None:
    """The full name of the outlet that the first words of `name` are; None where the book has none."""
    for words in _shorter(name):
        outlet = load_outlets().find(words) or load_outlets().find_publisher(words)
        if outlet is not None:
            return outlet.name
    return None


def means(name: str, outlet: str) -> bool:
    """Whether the first words of a credited `name` are this outlet."""
    meant = known(outlet) or bare_name(outlet)
    found = known(name)
    if found is not None:
        return found == meant
    wanted = bare_name(meant).casefold()
    return any(bare_name(words).casefold() == wanted for words in _shorter(name))


def _found(key: str, text: str) -> Iterator[Credit]:
    """The credits of one list of credits.toml in `text`."""
    for pattern in _patterns(key):
        for match in pattern.finditer(text):
            yield Credit(match["name"].split(". ")[0], " ".join(match.group().split()))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of one list with `NAME` filled in."""
    return tuple(
        re.compile(one.pattern.pattern.replace("NAME", NAME), one.pattern.flags)
        for one in load_patterns("credits", key)
    )


@cache
def _domains() -> tuple[tuple[str, Outlet], ...]:
    """The website of each outlet that has one."""
    return tuple((outlet.domain, outlet) for outlet in read_outlets() if outlet.domain)


def _agency_of(author: str | None) -> Credit | None:
    """The agency that a by-line names ("Reuters", "By Dana Ims, Associated Press")."""
    for part in re.split(r"[,|/()]|\b[Bb]y\b|\b[Ff]or\b", (author or "")[:400]):
        outlet = load_outlets().find(part.strip())
        if outlet is not None and outlet.kind is SourceKind.WIRE_AGENCY:
            return Credit(outlet.name, f"by-line: {(author or '').strip()}")
    return None


def _shorter(name: str) -> Iterator[str]:
    """The name, then the name without its last word, and so on; full stops and marks at the end go.

    What follows a possessive is somebody's own name ("Reuters' Dana Ims"), so such a name is not shortened.
    """
    words = name.split()
    fewest = 1 if not any(POSSESSIVE.search(word) for word in words[:-1]) else len(words)
    for end in range(len(words), fewest - 1, -1):
        yield " ".join(words[:end]).rstrip(".,;:'’-")
