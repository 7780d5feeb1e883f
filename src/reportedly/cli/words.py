"""The words that a reader sees for chains, sides, ids and counts."""

from collections.abc import Mapping

from reportedly.types.attribution import ChainLink, SourceChain, SourceKind, Stance
from reportedly.types.claim import Evidence
from reportedly.types.entry import ArticleHead, Entry

SHORT_ID = 8  # characters of an id that a person sees; `show` takes any beginning that is unique
UNKNOWN = "–"  # what stands for a value that the input does not give
CRUMB = " › "

# In the order of reading; together the sides of a heading are every stance once.
SIDES: Mapping[str, tuple[Stance, ...]] = {
    "Says so": (Stance.ASSERTS, Stance.CONFIRMS, Stance.INTENDS),
    "Says not": (Stance.DENIES,),
    "Does not know, or cannot confirm": (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE),
    "Declines to say": (Stance.DECLINES,),
    "Says what follows if so": (Stance.CONDITIONAL,),
    "Mentions it": (Stance.OTHER,),
}


def short(identifier: str) -> str:
    """The beginning of an id."""
    return identifier[:SHORT_ID]


def breadcrumbs(chain: SourceChain) -> str:
    """The chain from the publishing outlet inward: `The Post › Reuters › unnamed: two officials`."""
    return CRUMB.join(link_name(link) for link in chain.links)


def link_name(link: ChainLink) -> str:
    """One link: its name, else what the text says of it, else that it is unknown."""
    if link.name:
        return link.name
    if link.kind is SourceKind.UNNAMED and link.described_as:
        return f"unnamed: {link.described_as}"
    if link.kind in (SourceKind.UNNAMED, SourceKind.UNSPECIFIED):
        return link.kind.value
    return link.described_as or f"unknown {link.kind.value.replace('_', ' ')}"


def position(entry: Entry) -> str:
    """What the innermost source does, how sure it is, and how the words are given."""
    hedge = entry.position.reporter_hedge
    parts = [
        f"{entry.position.stance.value} ({entry.position.certainty.value})",
        entry.attribution.quoted.value.replace("_", " "),
        f'the reporter hedges: "{hedge}"' if hedge else "",
    ]
    return ", ".join(part for part in parts if part)


def head(article: ArticleHead) -> str:
    """Date, outlet and title on one line."""
    return " · ".join(part or UNKNOWN for part in (article.published, article.outlet, article.title))


def origins(evidence: Evidence) -> str:
    """The number of independent origins, or the range where that is open."""
    if evidence.low == evidence.high:
        return str(evidence.independent_origins)
    return f"{evidence.low}–{evidence.high}"


def counted(number: int, noun: str) -> str:
    """`1 row`, `2 rows`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
