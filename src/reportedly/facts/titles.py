"""Takes titles off persons' names, and says what role and gender they show."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

LONGEST_TITLE = 3  # words; the longest in titles.toml (a test counts)


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name ("Sen."), the role that it stands for ("senator"), and the gender it shows."""

    title: str
    role: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class TitledName:
    """A name without its titles, and those titles in the order of the text."""

    name: str
    titles: tuple[Title, ...]


@cache
def load_titles() -> Mapping[str, Title]:
    """The titles of titles.toml by their spelling."""
    rows = tomllib.loads(resources.files(__package__).joinpath("titles.toml").read_text("utf-8"))["titles"]
    return MappingProxyType(
        {row["title"]: Title(row["title"], row.get("role"), row.get("gender")) for row in rows}
    )


@cache
def load_genders() -> Mapping[str, str]:
    """The usual gender of given names, from given_names.toml; names of both genders are not in it."""
    rows = tomllib.loads(resources.files(__package__).joinpath("given_names.toml").read_text("utf-8"))
    return MappingProxyType({name: gender for gender in ("female", "male") for name in rows[gender].split()})


def split_titles(words: str) -> TitledName:
    """The name in `words` and the titles before it; a title alone stays as it is."""
    titles = load_titles()
    parts = words.split()
    found: list[Title] = []
    while len(parts) > 1:
        for length in range(min(LONGEST_TITLE, len(parts) - 1), 0, -1):
            title = titles.get(" ".join(parts[:length]))
            if title is not None:
                found.append(title)
                parts = parts[length:]
                break
        else:
            break
    return TitledName(" ".join(parts), tuple(found))
