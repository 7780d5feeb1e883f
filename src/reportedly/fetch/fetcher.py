"""Fetches a page: checks every address on the way, follows redirects, tries again where that may help."""

import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from urllib.parse import urljoin

from reportedly.fetch.exchange import LATER, REDIRECTS, Answer, exchange, remaining
from reportedly.fetch.guard import Resolver, Target, check_address, resolve_by_system
from reportedly.fetch.response import FetchError, Response, TransientFetchError
from reportedly.types.limits import Limits

ATTEMPTS = 3
FIRST_PAUSE = 0.5  # seconds; doubled before every further attempt
BUSY = frozenset({429, 502, 503, 504})  # statuses by which a server says "not now"
KEPT_HEADERS = (
    "content-type", "content-language", "content-encoding", "date", "last-modified", "etag", "server", "via"
)  # fmt: skip


class Fetcher:
    """The one way to the network. Proxies named in the environment are not used."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_private: bool = False,
        resolve: Resolver = resolve_by_system,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._resolve = resolve
        self._pause = pause

    def fetch(self, url: str) -> Response:
        """The page at `url`; a `FetchError` where it cannot be had, within the limits on time and size."""
        deadline = time.monotonic() + self._limits.response_seconds
        seconds = FIRST_PAUSE
        for _ in range(ATTEMPTS - 1):
            try:
                return self._follow(url, deadline)
            except TransientFetchError:
                if seconds >= remaining(deadline):
                    raise
            self._pause(seconds)
            seconds *= 2
        return self._follow(url, deadline)

    def _follow(self, url: str, deadline: float) -> Response:
        """Go to `url` and on to wherever it redirects, each step checked anew."""
        current = url
        for _ in range(self._limits.redirects + 1):
            target = check_address(current, self._resolve, allow_private=self._allow_private)
            answer = exchange(target, request_headers(target), self._limits, deadline)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or location is None:
                return to_response(url, target, answer)
            current = urljoin(target.url, location)
        raise FetchError(
            f"{url} redirects more than {self._limits.redirects} times.",
            "Open it in a browser and give the address where you end.",
        )


def request_headers(target: Target) -> dict[str, str]:
    """What we say of ourselves: who we are, and what we can read."""
    return {
        "Host": target.host_header,
        "User-Agent": user_agent(),
        "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def user_agent() -> str:
    """An honest name: no browser's."""
    try:
        return f"reportedly/{version('reportedly')}"
    except PackageNotFoundError:
        return "reportedly"


def to_response(url: str, target: Target, answer: Answer) -> Response:
    """The page of a final answer; every status but 200 is an error."""
    if answer.status in BUSY:
        raise TransientFetchError(f"{target.url} answered with status {answer.status} (busy).", LATER)
    if answer.status != 200:
        raise FetchError(
            f"{target.url} answered with status {answer.status} instead of a page.",
            "Check the address in a browser; if you can see the page there, save it and read the file.",
        )
    kept = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
    return Response(
        url=url,
        final_url=target.url,
        status=answer.status,
        headers=MappingProxyType(kept),
        date=answer.headers.get("date"),
        content_type=answer.headers.get("content-type"),
        body=answer.body,
    )
