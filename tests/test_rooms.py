"""Reads every import: a room imports only from a lower rung, and the types only the standard library."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "reportedly"

SHARED = frozenset({"types", "config"})
SECOND = frozenset({"text", "lang", "facts", "fetch", "models"})
THIRD = frozenset({"ingest", "annotate", "link", "evidence", "screen", "ledger", "export", "score"})
FOURTH = frozenset({"process", "assemble", "batch", "watch"})

# What each room may reach beside its own files. `reportedly` is the package's `__init__`.
REACH = {
    "types": frozenset(),
    "config": frozenset({"types"}),
    **dict.fromkeys(SECOND, SHARED),
    **dict.fromkeys(THIRD, SHARED | SECOND),
    "process": frozenset({"types"}),
    "assemble": SHARED | SECOND | THIRD,
    **dict.fromkeys(("batch", "watch"), SHARED | {"process", "assemble"}),
    "cli": SHARED | FOURTH | {"score", "text"},
    **dict.fromkeys(("web", "plugin"), SHARED | FOURTH | {"text"}),
    "reportedly": SHARED | {"ledger", "plugin"},  # the public names and where they live
}
# Folders beside the package that may import it, never the other way.
OUTSIDE = frozenset({"training", "evaluation", "benchmarks", "tests"})


def broken_rules(package: Path) -> list[str]:
    """One sentence for each import that reaches too far."""
    return [
        sentence
        for file in sorted(package.rglob("*.py"))
        for imported in imports_of(file, package)
        if (sentence := broken_rule(file, package, imported))
    ]


def imports_of(file: Path, package: Path) -> Iterator[str]:
    """The dotted name of everything that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(filter(None, [*parents(node.level, file, package), node.module]))
            yield from (f"{base}.{alias.name}" for alias in node.names)


def parents(level: int, file: Path, package: Path) -> list[str]:
    """The package that a relative import of this level starts from."""
    if level == 0:
        return []
    folders = [package.name, *file.relative_to(package).parent.parts]
    return folders[: len(folders) - level + 1]


def broken_rule(file: Path, package: Path, imported: str) -> str | None:
    """What is wrong with one import, or None."""
    name = file.relative_to(package)
    room = room_of(name.with_suffix("").parts)
    if room not in REACH:
        return f"{name}: the room '{room}' is on no rung; give it one in tests/test_rooms.py."
    top, *rest = imported.split(".")
    if top in OUTSIDE:
        return f"{name} imports {imported}: the package never imports {top}/."
    if top != package.name:
        is_allowed = room != "types" or top in sys.stdlib_module_names
        return None if is_allowed else f"{name} imports {imported}: types/ imports the standard library only."
    reached = room_of(tuple(rest))
    if reached == room or reached in REACH[room]:
        return None
    return f"{name} imports {imported}: '{room}' may reach {', '.join(sorted(REACH[room])) or 'nothing'}."


def room_of(parts: tuple[str, ...]) -> str:
    """The folder or file right under the package; its `__init__` and public names are the package's own."""
    first = parts[0] if parts else "reportedly"
    is_public_name = first == "__init__" or first[:1].isupper()
    return "reportedly" if is_public_name else first


def test_every_room_imports_only_from_lower_rungs() -> None:
    assert broken_rules(PACKAGE) == []


def test_package_is_not_empty() -> None:
    assert len(list(PACKAGE.rglob("*.py"))) > 20


VIOLATIONS = [
    ("types/span.py", "import numpy"),
    ("types/span.py", "from reportedly.config import Config"),
    ("config.py", "from reportedly.text import quotations"),
    ("text/quotations.py", "from reportedly.lang import lexicon"),
    ("annotate/times.py", "from reportedly.ledger.rows import row"),
    ("annotate/times.py", "def late():\n    from reportedly.link import words"),
    ("link/words.py", "from ..evidence import weigh"),
    ("ledger/store.py", "from reportedly.process import process"),
    ("process.py", "from reportedly.assemble import assemble"),
    ("process.py", "from reportedly.config import Config"),
    ("cli/read.py", "from reportedly.ledger.ledger import Ledger"),
    ("cli/read.py", "import reportedly.facts.outlets as outlets"),
    ("web/app.py", "from reportedly.cli import main"),
    ("plugin/spacy_component.py", "from reportedly import annotate"),
    ("cli/read.py", "from reportedly import Ledger"),
    ("link/words.py", "from benchmarks.throughput import main"),
    ("helpers.py", "import os"),
]


@pytest.mark.parametrize(("name", "line"), VIOLATIONS)
def test_forbidden_import_is_found_with_its_file(tmp_path: Path, name: str, line: str) -> None:
    (found,) = broken_rules(package_with(tmp_path, name, line))
    assert found.startswith(name)


ALLOWED = [
    ("types/doc.py", "from reportedly.types.span import Span"),
    ("types/doc.py", "from dataclasses import dataclass"),
    (
        "annotate/times.py",
        "from reportedly.annotate.words import one\nfrom reportedly.text import quotations",
    ),
    ("annotate/times.py", "from .words import one"),
    ("assemble.py", "from reportedly.ledger.ledger import Ledger"),
    ("cli/read.py", "from reportedly import assemble\nfrom reportedly.process import process"),
    (
        "__init__.py",
        "from reportedly.types.article import Article\nfrom reportedly.plugin.python import read",
    ),
    ("link/words.py", "import numpy"),
]


@pytest.mark.parametrize(("name", "line"), ALLOWED)
def test_allowed_import_is_left_alone(tmp_path: Path, name: str, line: str) -> None:
    assert broken_rules(package_with(tmp_path, name, line)) == []


def package_with(folder: Path, name: str, source: str) -> Path:
    """A package of one file."""
    file = folder / "reportedly" / name
    file.parent.mkdir(parents=True)
    file.write_text(source, "utf-8")
    return folder / "reportedly"
