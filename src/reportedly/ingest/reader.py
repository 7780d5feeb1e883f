"""The one reader: takes what the user names, recognises each format, and never stops at a bad source."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from reportedly.config import Config
from reportedly.fetch.response import FetchError, Response
from reportedly.ingest.dates import iso_date
from reportedly.ingest.feed import LinkToFollow, read_feed
from reportedly.ingest.html import read_html
from reportedly.ingest.jsonl import read_json, read_jsonl
from reportedly.ingest.language import language_code
from reportedly.ingest.plain import read_plain
from reportedly.ingest.received import Hints, Received
from reportedly.ingest.recognise import Format, name_binary, recognise
from reportedly.ingest.sources import (
    STANDARD_INPUT,
    Intake,
    open_standard_input,
    read_path,
    read_stream,
    utc_now,
)
from reportedly.types.article import Article, Rejection
from reportedly.types.errors import ConfigError

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
TEXT_ADVICE = "Save its text as a plain text file and read that."


class PageFetcher(Protocol):
    """What the reader needs of the network; `fetch.fetcher.Fetcher` keeps the promise."""

    def fetch(self, url: str) -> Response:
        """The page at `url`, or a `FetchError`."""
        ...


class SourceReader:
    """Reads paths, folders, addresses and standard input lazily; a `types.ports.Reader`."""

    def __init__(
        self,
        config: Config,
        fetcher: PageFetcher,
        *,
        now: Callable[[], str] = utc_now,
        open_input: Callable[[], BinaryIO] = open_standard_input,
    ) -> None:
        self._config = config
        self._fetcher = fetcher
        self._intake = Intake(config.limits, hints_of(config), now, config.keep_pages)
        self._open_input = open_input

    def read(self, sources: Sequence[str]) -> Iterator[Article | Rejection]:
        """Each article of each source, and a `Rejection` for whatever cannot be read."""
        for source in sources:
            try:
                yield from self._read_source(source)
            except Exception as error:  # the edge of the stage: one bad source never stops a batch
                yield unexpected(source, error)

    def _read_source(self, source: str) -> Iterator[Article | Rejection]:
        for received in self._receive(source):
            if isinstance(received, Rejection):
                yield received
                continue
            try:
                yield from self._read_received(received)
            except Exception as error:  # the same, for one file of a folder
                yield unexpected(received.source, error)

    def _receive(self, source: str) -> Iterator[Received | Rejection]:
        """The bytes behind a source; several where it is a folder."""
        if source == STANDARD_INPUT:
            yield read_stream(self._open_input(), self._intake)
        elif ADDRESS.match(source):
            yield self._fetch(source, source, self._intake.hints)
        else:
            yield from read_path(Path(source), self._intake)

    def _read_received(self, received: Received) -> Iterator[Article | Rejection]:
        """The articles in some bytes, by the format that they are in."""
        limits = self._config.limits
        refusal = refuse_unreadable(received)
        if refusal is not None:
            yield refusal
            return
        match recognise(received):
            case Format.HTML:
                yield read_html(received, limits)
            case Format.JSONL:
                yield from read_jsonl(received, limits)
            case Format.JSON:
                yield read_json(received, limits)
            case Format.FEED:
                for found in read_feed(received, limits, follow=self._config.follow):
                    yield self._follow(found) if isinstance(found, LinkToFollow) else found
            case Format.TEXT:
                yield read_plain(received, limits)

    def _follow(self, link: LinkToFollow) -> Article | Rejection:
        """The article behind a feed's entry; what the entry says fills what the page leaves open."""
        source = link.received.source
        try:
            received = self._fetch(source, link.url, link.received.hints)
            if isinstance(received, Rejection):
                return received
            refusal = refuse_unreadable(received)
            if refusal is not None:
                return refusal
            if recognise(received) is not Format.HTML:
                return received.reject("The entry's link leads to no web page.", "Open it in a browser.")
            return read_html(received, self._config.limits)
        except Exception as error:  # one bad entry never stops a feed
            return unexpected(source, error)

    def _fetch(self, source: str, url: str, hints: Hints) -> Received | Rejection:
        """The bytes at an address."""
        try:
            response = self._fetcher.fetch(url)
        except FetchError as error:
            return Rejection(source, error.reason, error.advice)
        name = urlsplit(response.final_url).path.rpartition("/")[2]
        received = self._intake.receive(source, response.body, name)
        if isinstance(received, Rejection):
            return received
        return replace(
            received,
            hints=hints,
            url=response.final_url,
            response_date=response.date,
            content_type=response.content_type,
        )


def hints_of(config: Config) -> Hints:
    """What the user says of inputs that do not say it themselves."""
    published = iso_date(config.published) if config.published else None
    if config.published and published is None:
        raise ConfigError(f"{config.published!r} is no date; write it as 2016-04-17.")
    if config.language and language_code(config.language) is None:
        raise ConfigError(f"{config.language!r} is no language code; write one such as en.")
    return Hints(outlet=config.outlet, published=published, language=config.language)


def refuse_unreadable(received: Received) -> Rejection | None:
    """The rejection of bytes that are empty or no text at all."""
    if not received.body.strip():
        return received.reject("It is empty.", "Check that the file or page was saved completely.")
    kind = name_binary(received.body)
    if kind is not None:
        return received.reject(f"It is {kind}, not text.", TEXT_ADVICE)
    return None


def unexpected(source: str, error: Exception) -> Rejection:
    """The record of a failure that nobody foresaw."""
    return Rejection(
        source,
        f"Reading it failed unexpectedly ({type(error).__name__}: {str(error)[:200]}).",
        f"Please report this. {TEXT_ADVICE}",
    )
