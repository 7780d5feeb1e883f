"""Recognises the names of news outlets and wire agencies."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from reportedly.types.attribution import SourceKind

LONGEST_NAME = 6  # words; the longest name or alias in outlets.toml (a test counts)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One news outlet or agency. `context_aliases` are short forms that other outlets share.

    The country is None where an article alone tells of the outlet.
    """

    name: str
    kind: SourceKind
    country: str | None = None
    domain: str | None = None
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    requires_article: bool = False
    requires_alias: bool = False

    @property
    def certain_names(self) -> tuple[str, ...]:
        """The forms that can mean nothing else, as they are written after "the"."""
        bare = self.requires_alias or self.requires_article
        return self.aliases if bare else (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class OutletBook:
    """Every outlet by its certain names, and by the short forms that need a context."""

    certain: Mapping[str, Outlet]
    with_article: Mapping[str, Outlet]
    in_context: Mapping[str, tuple[Outlet, ...]]

    def find(self, words: str, named: Collection[str] = ()) -> Outlet | None:
        """The outlet that `words` mean. `named` are the names of outlets that the article names in full.

        A short form ("the Post") counts only where exactly one outlet of that short form is in `named`.
        """
        bare = bare_name(words)
        found = self.certain.get(bare)
        if found is None and bare != words:
            found = self.with_article.get(bare)
        if found is None and named:
            meant = [outlet for outlet in self.in_context.get(bare, ()) if outlet.name in named]
            found = meant[0] if len(meant) == 1 else None
        return found

    def extended(self, found: Collection[Outlet], publisher: Outlet | None) -> "OutletBook":
        """This book with outlets that one article tells of; "the Post" in the Dunmarrow Post is itself."""
        more = {name: outlet for outlet in found for name in outlet.certain_names}
        own = dict.fromkeys(publisher.context_aliases, publisher) if publisher else {}
        in_context = dict(self.in_context)
        for outlet in found:
            for alias in outlet.context_aliases:
                in_context[alias] = (*in_context.get(alias, ()), outlet)
        return OutletBook({**more, **self.certain}, {**self.with_article, **own}, in_context)

    def find_publisher(self, name: str) -> Outlet | None:
        """The outlet that an article's own `outlet` field means; there a bare name is never a common word."""
        bare = bare_name(name)
        return self.certain.get(bare) or self.with_article.get(bare)


@cache
def load_outlets() -> OutletBook:
    """The outlets of outlets.toml."""
    certain: dict[str, Outlet] = {}
    with_article: dict[str, Outlet] = {}
    in_context: dict[str, tuple[Outlet, ...]] = {}
    for outlet in read_outlets():
        for name in outlet.certain_names:
            certain[name] = outlet
            if " " not in name and len(name) > 3:
                certain.setdefault(name.upper(), outlet)
        if outlet.requires_article:
            with_article[outlet.name] = outlet
        for alias in outlet.context_aliases:
            in_context[alias] = (*in_context.get(alias, ()), outlet)
    return OutletBook(MappingProxyType(certain), MappingProxyType(with_article), MappingProxyType(in_context))


@cache
def read_outlets() -> tuple[Outlet, ...]:
    """The rows of outlets.toml, in order."""
    rows = tomllib.loads(resources.files(__package__).joinpath("outlets.toml").read_text("utf-8"))
    return tuple(
        Outlet(
            name=row["name"],
            kind=SourceKind(kind),
            country=row["country"],
            domain=row.get("domain"),
            aliases=tuple(row.get("aliases", ())),
            context_aliases=tuple(row.get("context_aliases", ())),
            requires_article=row.get("requires_article", False),
            requires_alias=row.get("requires_alias", False),
        )
        for kind in (SourceKind.WIRE_AGENCY.value, SourceKind.OUTLET.value)
        for row in rows[kind]
    )


def bare_name(words: str) -> str:
    """A name without its article and its possessive ending."""
    words = words.strip().removesuffix("'s").removesuffix("’s")
    for article in ("The ", "the ", "THE "):
        words = words.removeprefix(article)
    return words
