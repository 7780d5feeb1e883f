"""Tells a page that shows a notice (cookies, a robot test, a log-in) instead of an article."""

import re
from functools import cache

from reportedly.lang.lexicon import load_rows

LONGEST_WALL = 4_000  # code points: with more text than this, some of it is the article
WALL_SHARE = 0.5  # of the text in lines that are notices; an article with a banner left in has far less
UNDER_A_NOTICE = (
    120  # code points: a shorter line may finish the notice above it ("You can change this later.")
)


def name_wall(text: str) -> str | None:
    """What kind of notice the page shows instead of an article, in words; None where it is no such page."""
    if not text.strip() or len(text) > LONGEST_WALL:
        return None
    kinds = [(line, kind_of(line)) for line in text.split("\n")]
    noticed = [(line, kind) for line, kind in kinds if kind is not None]
    if not noticed:
        return None
    share = sum(len(line) for line, _ in noticed) / len(text)
    others = [line for line, kind in kinds if kind is None]
    is_all_short = all(len(line) < UNDER_A_NOTICE for line in others) and len(noticed) >= 2
    return noticed[0][1] if share >= WALL_SHARE or is_all_short else None


def kind_of(line: str) -> str | None:
    """The kind of notice that one line is, if any."""
    return next((kind for pattern, kind in patterns() if pattern.search(line)), None)


@cache
def patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of `lang/en/walls.toml` with their kinds."""
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["kind"]) for row in load_rows("walls"))
