"""Reads a folder of hand-labelled stories: each subfolder's `expected.jsonl`, in the interchange format.

Stories are labelled apart, so their ids repeat; the story's name before each keeps them apart.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reportedly.score.marked import MarkedArticle
from reportedly.types.entry import Entry

LABELS = "expected.jsonl"
ReadLines = Callable[[Path], list[MarkedArticle]]


def stories_in(folder: Path) -> list[Path]:
    """The labels of every story at or below `folder`, in order of their names."""
    return sorted(folder.rglob(LABELS))


def read_stories(folder: Path, read_lines: ReadLines) -> list[MarkedArticle]:
    """Every article of every story, with the story's name before the ids of its rows and claims."""
    return list(_read(folder, read_lines))


def _read(folder: Path, read_lines: ReadLines) -> Iterator[MarkedArticle]:
    for path in stories_in(folder):
        name = path.parent.relative_to(folder).as_posix()
        for one in read_lines(path):
            yield with_prefix(one, f"{name}/")


def with_prefix(marked: MarkedArticle, prefix: str) -> MarkedArticle:
    """The same article with `prefix` before every id of a row or a claim."""
    entries = marked.entries
    return replace(
        marked,
        entries=None if entries is None else tuple(renamed(entry, prefix) for entry in entries),
        origins={prefix + claim: count for claim, count in marked.origins.items()},
    )


def renamed(entry: Entry, prefix: str) -> Entry:
    """One row under its longer ids."""
    row = entry.attribution
    parent = row.parent and prefix + row.parent
    return replace(
        entry,
        attribution=replace(row, id=prefix + row.id, parent=parent),
        claims=tuple(prefix + claim for claim in entry.claims),
    )
