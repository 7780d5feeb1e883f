"""Page furniture that stays in a text: lines that nobody asserts."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.lang.lexicon import load_rows
from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span

# A capitalised name with initials, particles and hyphens, as in a by-line.
NAME = r"(?-i:[A-Z][\w.'’\-]*(?:\s(?:[A-Z][\w.'’\-]*|de|van|von|der|al|bin|la|le|du))*)"
# Furniture is short; a longer line is an article's (code points).
LONGEST = 240
# The same line so often in one text, without a mark at its end, is a button or a caption.
REPEATED = 3
ENDING = ".!?…:;\"'”’"  # what a sentence ends with, a quoted one too
# Words that hold before the credit at the end of a caption; each start of a credit is tried once.
BEFORE_CREDIT = re.compile(r"[\s.”\"’)](?=[(\[]|[^\W\d_])")
MOST_CREDITS = 40  # places of one line where a credit may begin


class Furniture:
    """Marks the lines that match a pattern of `lang/en/furniture.toml` or `furniture_credits.toml`."""

    run = Run("furniture", "2")
    requires: frozenset[Layer] = frozenset()
    assigns = frozenset({Layer.FURNITURE})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Mark the furniture of each doc."""
        for doc in docs:
            doc.furniture = find_furniture(doc.text)


def find_furniture(text: str) -> tuple[Span, ...]:
    """The lines of `text` that are page furniture by their words, or by being there again and again."""
    lines = find_paragraphs(text)
    times = Counter(line.words(text) for line in lines if line.end - line.start <= LONGEST)
    return tuple(
        line for line in lines if _is_repeated(line.words(text), times) or is_furniture(line.words(text))
    )


def is_furniture(words: str) -> bool:
    """Whether a whole line or sentence is page furniture, a credit, or a caption that ends with one."""
    if len(words) > LONGEST:
        return False
    patterns = (*_patterns("furniture"), *_patterns("furniture_credits"))
    return any(pattern.fullmatch(words) for pattern in patterns) or _is_caption(words)


def compile_patterns(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    r"""The patterns as regular expressions, with `\p{Name}` standing for a capitalised name."""
    return tuple(re.compile(pattern.replace(r"\p{Name}", NAME), re.IGNORECASE) for pattern in patterns)


def _is_repeated(line: str, times: Counter[str]) -> bool:
    return times[line] >= REPEATED and line[-1] not in ENDING


def _is_caption(words: str) -> bool:
    """Whether a line ends with the credit of a picture: "The pier in May (Northern Press Photo)"."""
    starts = [match.end() for match in BEFORE_CREDIT.finditer(words)]
    return any(
        pattern.fullmatch(words, start) for start in starts[-MOST_CREDITS:] for pattern in _caption_patterns()
    )


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return compile_patterns(row["pattern"] for row in load_rows(name))


@cache
def _caption_patterns() -> tuple[re.Pattern[str], ...]:
    return compile_patterns(row["pattern"] for row in load_rows("furniture_credits") if "caption" in row)
