"""What was published, and how its bytes reached us."""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Provenance:
    """What an editor needs to prove what a page said when we read it.

    `source` is what the user named (a path, an address, `-`), with `#line 3` or `#entry 2` where one
    file holds several articles. `digest` is the SHA-256 (hex) of the bytes as received. Times are ISO
    8601 in UTC. `page` carries those bytes only where the user asked to keep them. `notes` are sentences
    about what could not be taken over as it stood (a date that is none, a byte that is no character).
    """

    source: str
    digest: str
    received_at: str
    format: str
    final_url: str | None = None
    response_date: str | None = None
    page: bytes | None = field(default=None, repr=False, compare=False)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One published text; it never changes, and every offset counts code points of its `text`.

    `published` is ISO 8601 with what is known and no more ("2016-04-17"); `language` an ISO 639-1 code.
    What is unknown is None. `ref` is the id that a JSONL input line carried.
    """

    id: str
    text: str = field(repr=False)
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    ref: str | None = None
    provenance: Provenance | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that could not be read: what it was, why, and what to do next, each one clear sentence."""

    source: str
    reason: str
    advice: str
    digest: str | None = None


def article_id(outlet: str | None, url: str | None, text: str) -> str:
    """The id of an article: 16 hexadecimal digits of the digest of its outlet, address and text."""
    parts = "\x1f".join((outlet or "", url or "", text))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:16]
