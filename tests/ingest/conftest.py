"""Readers over invented bytes: no network, a clock that stands still."""

import io
from collections.abc import Callable

import pytest

from reportedly.config import Config
from reportedly.fetch.response import FetchError, Response
from reportedly.ingest.reader import SourceReader
from reportedly.types.article import Article, Rejection

NOON = "2021-03-14T12:00:00+00:00"


class FakeFetcher:
    """Pages by address; anything else is an error, as on the network."""

    def __init__(self) -> None:
        self.pages: dict[str, Response] = {}

    def add(self, url: str, body: bytes, content_type: str = "text/html", final_url: str = "") -> None:
        self.pages[url] = Response(
            url, final_url or url, 200, {}, "Sun, 14 Mar 2021 11:59:00 GMT", content_type, body
        )

    def fetch(self, url: str) -> Response:
        if url not in self.pages:
            raise FetchError(f"{url} answered with status 404 instead of a page.", "Check the address.")
        return self.pages[url]


@pytest.fixture
def web() -> FakeFetcher:
    return FakeFetcher()


@pytest.fixture
def read(web, tmp_path) -> Callable[..., list[Article | Rejection]]:
    """Reads sources, or bytes that are first written to a file of the given name."""

    def read_sources(*sources: object, name: str = "", stdin: bytes = b"", **settings: object):
        config = Config(**settings)
        reader = SourceReader(config, web, now=lambda: NOON, open_input=lambda: io.BytesIO(stdin))
        return list(reader.read([written(source, name) for source in sources]))

    def written(source: object, name: str) -> str:
        if not isinstance(source, bytes):
            return str(source)
        path = tmp_path / (name or "story")
        path.write_bytes(source)
        return str(path)

    return read_sources


@pytest.fixture
def article(read) -> Callable[..., Article]:
    """The one article in some bytes."""

    def read_one(*sources: object, **settings: object) -> Article:
        (found,) = read(*sources, **settings)
        assert isinstance(found, Article), found
        return found

    return read_one


@pytest.fixture
def rejection(read) -> Callable[..., Rejection]:
    """The one rejection of some bytes."""

    def read_one(*sources: object, **settings: object) -> Rejection:
        (found,) = read(*sources, **settings)
        assert isinstance(found, Rejection), found
        assert found.reason.endswith(".")
        assert found.advice.endswith(".") or found.advice.endswith("…")
        return found

    return read_one
