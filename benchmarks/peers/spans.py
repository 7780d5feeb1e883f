"""From another tool's tokens to characters of the article (standard library only)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Pair = list[int]  # start and end in characters, end exclusive, as JSON has it
Roles = dict[str, list[Pair]]


@dataclass(frozen=True, slots=True)
class Place:
    """One token: its number in its text, and its characters."""

    number: int
    start: int
    end: int


def spans_of_tokens(places: Iterable[Place]) -> list[Pair]:
    """The characters of some tokens; neighbours are one span, with the space between them."""
    spans: list[Pair] = []
    last: int | None = None
    for place in sorted(places, key=lambda one: one.number):
        if last is not None and place.number <= last + 1:
            spans[-1][1] = max(spans[-1][1], place.end)
        else:
            spans.append([place.start, place.end])
        last = place.number
    return spans


def shift_roles(roles: Roles, offset: int) -> Roles:
    """The same spans in the whole text, for roles that were found in a part beginning at `offset`."""
    return {name: [[start + offset, end + offset] for start, end in spans] for name, spans in roles.items()}


def lines_with_words(text: str) -> list[tuple[int, str]]:
    """The lines that hold more than white space, each with its start in the text."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, line))
        start += len(line) + 1
    return found


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text that a tool rewrote before reading it.

    `origins` has, for each character of `text`, the original's position; None where the tool put it in.
    """

    text: str
    origins: Sequence[int | None]

    def restore(self, roles: Roles) -> Roles:
        """The same spans in the original; a span of which nothing is original is dropped."""
        return {
            name: [place for span in spans if (place := self._restore(span))] for name, spans in roles.items()
        }

    def _restore(self, span: Pair) -> Pair | None:
        kept = [origin for origin in self.origins[span[0] : span[1]] if origin is not None]
        return [kept[0], kept[-1] + 1] if kept else None


def rewrite_lines(lines: Sequence[tuple[int, str]], rewrite: Callable[[str], str]) -> Rewritten:
    """Rewrite each line, join them with line breaks, and remember where every character came from.

    `rewrite` must not put in or take out line breaks; it may do anything else to a line.
    """
    texts: list[str] = []
    origins: list[int | None] = []
    for start, line in lines:
        new = rewrite(line)
        if texts:
            origins.append(None)
        texts.append(new)
        origins.extend(None if origin is None else start + origin for origin in aligned(line, new))
    return Rewritten("\n".join(texts), origins)


def aligned(old: str, new: str) -> list[int | None]:
    """For each character of `new`, its position in `old`, or None where it is not from there."""
    origins: list[int | None] = [None] * len(new)
    for at_old, at_new, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        origins[at_new : at_new + size] = range(at_old, at_old + size)
    return origins
