"""Whether two links of a chain, and two wordings, are the same for a reader."""

from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import ChainLink, SourceChain, SourceKind

MARKS = str.maketrans("’‘“”", "''\"\"")


def same_words(one: str | int | None, other: str | int | None) -> bool:
    """Equal but for case, spacing, the shape of quotation marks and a leading article."""
    return bare(one) == bare(other)


def bare(words: str | int | None) -> str:
    """What of a wording is compared; nothing where it is unknown."""
    if words is None:
        return ""
    first, *others = str(words).translate(MARKS).casefold().split() or [""]
    return " ".join(others if others and first in load_words("scoring")["article"] else [first, *others])


def same_link(one: ChainLink, other: ChainLink) -> bool:
    """The same kind, and the same name, or where there is none the same description."""
    if one.kind is not other.kind:
        return False
    if one.name is not None or other.name is not None:
        return same_words(one.name, other.name)
    return same_words(one.described_as, other.described_as)


def same_chain(one: SourceChain, other: SourceChain, *, after: int = 0) -> bool:
    """The same links in the same order; `after` so many that are not compared."""
    ours, theirs = one.links[after:], other.links[after:]
    return len(ours) == len(theirs) and all(map(same_link, ours, theirs))


def same_anonymity(one: ChainLink, other: ChainLink) -> bool:
    """Named, unnamed or unspecified alike; of the unnamed, everything that the text says of them too."""
    if anonymity(one) != anonymity(other):
        return False
    return one.kind is not SourceKind.UNNAMED or (
        same_words(one.described_as, other.described_as)
        and same_words(one.count, other.count)
        and same_words(one.condition, other.condition)
        and same_words(one.reason, other.reason)
    )


def anonymity(link: ChainLink) -> str:
    """Whether a source is named, unnamed, or not given at all."""
    return link.kind.value if link.kind in (SourceKind.UNNAMED, SourceKind.UNSPECIFIED) else "named"
