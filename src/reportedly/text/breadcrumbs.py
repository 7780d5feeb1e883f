"""A chain of sources as a line of words: Harbour Gazette › Meridian › unnamed: senior official."""

from reportedly.types.attribution import ChainLink, SourceChain, SourceKind

BETWEEN = " › "


def breadcrumbs(chain: SourceChain) -> str:
    """The chain from the publishing outlet inward; what is unknown is said to be unknown."""
    return BETWEEN.join(link_name(link) for link in chain.links)


def link_name(link: ChainLink) -> str:
    """One link: its name, else what the text says of it, else its kind."""
    if link.name:
        return _on_one_line(link.name)
    if link.kind is SourceKind.UNSPECIFIED:
        return "unspecified"
    if link.described_as:
        described_as = _on_one_line(link.described_as)
        return f"unnamed: {described_as}" if link.kind is SourceKind.UNNAMED else described_as
    if link.kind is SourceKind.UNNAMED:
        return "unnamed"
    return f"unknown {link.kind.value.replace('_', ' ')}"


def _on_one_line(words: str) -> str:
    """Line breaks and runs of spaces become one space."""
    return " ".join(words.split())
