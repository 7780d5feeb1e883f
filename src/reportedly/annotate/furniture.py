"""Page furniture that stays in a text: lines that nobody asserts."""

import re
from collections.abc import Iterable, Sequence

from reportedly.lang.lexicon import load_rows
from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.doc import Doc, Layer, Run

# A capitalised name with initials, particles and hyphens, as in a by-line.
NAME = r"(?-i:[A-Z][\w.'’\-]*(?:\s(?:[A-Z][\w.'’\-]*|de|van|von|der|al|bin|la|le|du))*)"
# Furniture is short; a longer line is an article's (code points).
LONGEST = 240


class Furniture:
    """Marks the lines that match a pattern of `lang/en/furniture.toml`."""

    run = Run("furniture", "1")
    requires: frozenset[Layer] = frozenset()
    assigns = frozenset({Layer.FURNITURE})

    def __init__(self) -> None:
        self.patterns = compile_patterns(row["pattern"] for row in load_rows("furniture"))

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Mark the furniture of each doc."""
        for doc in docs:
            doc.furniture = tuple(
                line for line in find_paragraphs(doc.text) if self.is_furniture(line.words(doc.text))
            )

    def is_furniture(self, line: str) -> bool:
        """Whether a whole line is page furniture."""
        return len(line) <= LONGEST and any(pattern.fullmatch(line) for pattern in self.patterns)


def compile_patterns(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    r"""The patterns as regular expressions, with `\p{Name}` standing for a capitalised name."""
    return tuple(re.compile(pattern.replace(r"\p{Name}", NAME), re.IGNORECASE) for pattern in patterns)
