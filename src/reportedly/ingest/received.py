"""Bytes on their way to becoming articles: what came, from where, and what is known beside them."""

import hashlib
from dataclasses import dataclass, field, replace

from reportedly.types.article import Provenance, Rejection


@dataclass(frozen=True, slots=True)
class Hints:
    """What fills the gaps where an input does not say; it never outranks what the input says."""

    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None

    def before(self, other: "Hints") -> "Hints":
        """These hints, with `other` filling what they leave open."""
        return Hints(
            self.outlet or other.outlet,
            self.title or other.title,
            self.author or other.author,
            self.published or other.published,
            self.language or other.language,
        )


@dataclass(frozen=True, slots=True)
class Received:
    """One file, page or stream as it was read.

    `body` is what the format readers see: the bytes with gzip undone. `digest` is that of the bytes as they
    came, and `page` those bytes where they are to be kept. `name` hints at the format, `url` is the final
    address of a page that was fetched.
    """

    source: str
    body: bytes = field(repr=False)
    digest: str
    received_at: str
    hints: Hints = Hints()
    name: str = ""
    url: str | None = None
    response_date: str | None = None
    content_type: str | None = None
    page: bytes | None = field(default=None, repr=False)

    def part(self, name: str, raw: bytes | None = None) -> "Received":
        """One of several articles inside these bytes; `raw` where its own bytes are known."""
        source = f"{self.source}#{name}"
        if raw is None:
            return replace(self, source=source)
        page = None if self.page is None else raw
        return replace(self, source=source, body=raw, digest=digest_of(raw), page=page)

    def provenance(self, format_name: str, notes: tuple[str, ...] = ()) -> Provenance:
        """The record that proves what these bytes were."""
        return Provenance(
            source=self.source,
            digest=self.digest,
            received_at=self.received_at,
            format=format_name,
            final_url=self.url,
            response_date=self.response_date,
            page=self.page,
            notes=notes,
        )

    def reject(self, reason: str, advice: str) -> Rejection:
        """The record that these bytes became no article, and why."""
        return Rejection(self.source, reason, advice, self.digest)


def digest_of(raw: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
