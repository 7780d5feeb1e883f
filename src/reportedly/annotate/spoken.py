"""A source that has spoken, as later pronouns and nouns refer to it."""

from dataclasses import dataclass

from reportedly.types.attribution import ChainLink


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that has spoken, with the links before it; `lemma` is the head noun that it was given by."""

    position: int
    link: ChainLink
    before: tuple[ChainLink, ...] = ()
    lemma: str = ""
    is_plural: bool = False
