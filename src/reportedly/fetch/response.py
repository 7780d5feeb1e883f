"""What an address answered, and the error that says why it did not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.types.errors import ReportedlyError


@dataclass(frozen=True, slots=True)
class Response:
    """A page as it came, after redirects.

    `body` is what the server sent with its compression for transport undone, so the same page has the same
    digest however it travelled. `date` is the server's own Date header, unchanged.
    """

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    date: str | None
    content_type: str | None
    body: bytes = field(repr=False)


class FetchError(ReportedlyError):
    """An address that was not fetched: `reason` is one sentence, `advice` says what to do next."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason} {advice}")
        self.reason = reason
        self.advice = advice


class TransientFetchError(FetchError):
    """A failure that may pass by itself, so that another attempt makes sense."""
