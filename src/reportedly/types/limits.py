"""How much of anything we take in before we refuse it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes or code points, times in seconds.

    The defaults leave room for the longest articles seen (PolNeAR's longest has 50,000 characters) and
    keep hostile input below a gigabyte of memory.
    """

    file_bytes: int = 64 * 1024 * 1024
    inflated_bytes: int = 256 * 1024 * 1024
    article_characters: int = 5_000_000
    html_depth: int = 2_000
    response_seconds: float = 30.0
    redirects: int = 5
