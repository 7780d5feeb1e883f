"""One request and its answer over one connection to an IP address that was checked before."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_match_hostname import CertificateError

from reportedly.fetch.guard import Target
from reportedly.fetch.inflate import InflateError, gunzip, inflate_deflate
from reportedly.fetch.response import FetchError, TransientFetchError
from reportedly.types.limits import Limits

CHUNK = 64 * 1024
LONGEST_CONNECT = 10.0  # seconds for one IP address, so that a dead one leaves time for the next
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FAILURES = (HTTPError, http.client.HTTPException, OSError, ValueError)
LATER = "Try again later, or save the page as a file and read that."


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and body of one response, its transport compression undone."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)


def exchange(target: Target, headers: dict[str, str], limits: Limits, deadline: float) -> Answer:
    """Ask for `target` and read the whole answer before `deadline` (a reading of `time.monotonic`)."""
    with connected(target, deadline) as connection, cut_at(deadline, connection):
        try:
            connection.request("GET", target.path, headers=headers, preload_content=False)
            response = connection.getresponse()
            answer_headers = {name.lower(): value for name, value in response.headers.items()}
            if response.status in REDIRECTS:
                return Answer(response.status, answer_headers, b"")
            body = read_body(response, target, limits.file_bytes, deadline)
        except FAILURES as error:
            raise broken(target, error, limits, deadline) from error
    return Answer(response.status, answer_headers, undo_encoding(body, answer_headers, target, limits))


@contextmanager
def connected(target: Target, deadline: float) -> Iterator[HTTPConnection]:
    """A connection to the first of the checked addresses that takes one, closed afterwards."""
    failure: Exception | None = None
    for address in target.addresses:
        connection = make_connection(target, address, min(LONGEST_CONNECT, remaining(deadline)))
        try:
            with cut_at(deadline, connection):
                connection.connect()
        except FAILURES as error:
            connection.close()
            failure = error
            continue
        try:
            yield connection
        finally:
            connection.close()
        return
    raise unreachable(target, failure) from failure


def make_connection(target: Target, address: str, timeout: float) -> HTTPConnection:
    """A connection to `address` itself; for TLS the name stays the one that the user gave."""
    if target.scheme == "http":
        return HTTPConnection(address, target.port, timeout=timeout)
    return HTTPSConnection(
        address,
        target.port,
        timeout=timeout,
        server_hostname=target.host,
        assert_hostname=target.host,
        cert_reqs="CERT_REQUIRED",
    )


@contextmanager
def cut_at(deadline: float, connection: HTTPConnection) -> Iterator[None]:
    """Shut the connection's socket down at `deadline`, whatever waits on it.

    A socket's own timeout starts anew with every byte, so a server that sends a byte a second would never
    meet it.
    """
    kept: list[socket.socket] = []  # the connection forgets its socket once the headers said "close"

    def shut_down() -> None:
        for sock in (*kept, connection.sock):
            if sock is not None:
                with suppress(OSError, ValueError):
                    sock.shutdown(socket.SHUT_RDWR)

    if connection.sock is not None:
        kept.append(connection.sock)
    timer = threading.Timer(remaining(deadline), shut_down)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def read_body(response: BaseHTTPResponse, target: Target, limit: int, deadline: float) -> bytes:
    """The body as sent, at most `limit` bytes of it; cutting it short is an error, not a shorter body."""
    body = bytearray()
    while chunk := response.read(CHUNK, decode_content=False):
        body += chunk
        if len(body) > limit:
            raise too_large(target, limit)
    if time.monotonic() >= deadline:
        raise TimeoutError("the body was cut at the time limit")
    return bytes(body)


def undo_encoding(body: bytes, headers: dict[str, str], target: Target, limits: Limits) -> bytes:
    """The body without its Content-Encoding."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", "") or not body:
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"{target.url} is sent in the encoding {encoding!r}, which we did not ask for.",
            "Save the page as a file and read that.",
        )
    inflate = inflate_deflate if encoding == "deflate" else gunzip
    try:
        return inflate(body, limits.inflated_bytes)
    except InflateError as error:
        raise FetchError(f"{target.url} cannot be unpacked: {error}", LATER) from error


def remaining(deadline: float) -> float:
    """Seconds until `deadline`, never less than a hundredth: zero would mean "do not wait" to a socket."""
    return max(deadline - time.monotonic(), 0.01)


def too_large(target: Target, limit: int) -> FetchError:
    """The error for a body beyond the limit."""
    return FetchError(
        f"{target.url} is larger than the limit of {limit:,} bytes.",
        "Give the address of a single article, or raise the limit.",
    )


def broken(target: Target, error: Exception, limits: Limits, deadline: float) -> FetchError:
    """The error for an exchange that failed after the connection stood."""
    if time.monotonic() >= deadline:
        return FetchError(f"{target.url} did not finish within {limits.response_seconds:g} seconds.", LATER)
    return TransientFetchError(f"The connection to {target.host} broke off ({type(error).__name__}).", LATER)


def unreachable(target: Target, error: Exception | None) -> FetchError:
    """The error for a host that took no connection."""
    if isinstance(error, ssl.SSLError | CertificateError):
        return FetchError(
            f"{target.host} could not prove its identity: {error}.",
            "Check the address; a page that is not authentic proves nothing.",
        )
    return TransientFetchError(f"{target.host} took no connection ({type(error).__name__}).", LATER)
