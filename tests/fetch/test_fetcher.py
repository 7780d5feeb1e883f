"""Pages are fetched within limits, and nothing leads to a private network."""

import gzip
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
import urllib3.util.connection

from reportedly.fetch.fetcher import Fetcher
from reportedly.fetch.response import FetchError
from reportedly.types.limits import Limits

PUBLIC = "93.184.215.14"


@pytest.fixture
def dialled(site, monkeypatch):
    """Connections go to the loopback server; the IP addresses that were asked for are kept."""
    asked = []
    connect = urllib3.util.connection.create_connection

    def create_connection(address, *args, **kwargs):
        asked.append(address)
        return connect(("127.0.0.1", site.port), *args, **kwargs)

    monkeypatch.setattr(urllib3.util.connection, "create_connection", create_connection)
    return asked


def local_fetcher(**limits):
    return Fetcher(Limits(**limits), allow_private=True, pause=lambda seconds: None)


def test_page_arrives_with_its_date_type_and_bytes(site):
    url = site.add("/story", b"caf\xe9", Content_Type="text/html; charset=latin-1")
    response = local_fetcher().fetch(url)
    assert (response.body, response.status, response.final_url) == (b"caf\xe9", 200, url)
    assert response.content_type == "text/html; charset=latin-1"
    assert response.date.endswith("GMT")


def test_we_say_who_we_are_and_use_no_proxy(site, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    local_fetcher().fetch(site.add("/story", b"text"))
    (_, headers) = site.requests[0]
    assert headers["User-Agent"].startswith("reportedly/")
    assert headers["Host"] == f"127.0.0.1:{site.port}"


def test_redirect_is_followed_to_its_final_address(site):
    final = site.add("/new", b"here")
    response = local_fetcher().fetch(site.add("/old", status=301, Location="/new"))
    assert (response.body, response.final_url) == (b"here", final)


def test_loopback_address_is_refused_without_a_request(site):
    with pytest.raises(FetchError, match=r"127\.0\.0\.1"):
        Fetcher(Limits()).fetch(site.add("/story", b"secret"))
    assert site.requests == []


def test_redirect_to_a_private_address_is_refused(site, dialled):
    site.add("/out", status=302, Location="http://10.0.0.7/admin")
    fetcher = Fetcher(Limits(), resolve=lambda host, port: [PUBLIC if host == "news.example" else host])
    with pytest.raises(FetchError, match=r"private or reserved address 10\.0\.0\.7"):
        fetcher.fetch("http://news.example/out")
    assert [path for path, _ in site.requests] == ["/out"]


def test_redirect_to_another_scheme_is_refused(site):
    site.add("/out", status=302, Location="file:///etc/passwd")
    with pytest.raises(FetchError, match="http or https"):
        local_fetcher().fetch(site.url("/out"))


def test_name_that_changes_its_address_is_connected_at_the_checked_one(site, dialled):
    site.add("/story", b"text")
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    response = Fetcher(Limits(), resolve=lambda host, port: next(answers)).fetch(
        "http://rebind.example/story"
    )
    assert response.body == b"text"
    assert dialled == [(PUBLIC, 80)]
    assert site.requests[0][1]["Host"] == "rebind.example"


def test_redirect_loop_ends_at_the_limit(site):
    site.add("/loop", status=302, Location="/loop")
    with pytest.raises(FetchError, match="more than 3 times"):
        local_fetcher(redirects=3).fetch(site.url("/loop"))
    assert len(site.requests) == 4


def test_body_beyond_the_limit_is_refused(site):
    with pytest.raises(FetchError, match="larger than the limit of 1,000 bytes"):
        local_fetcher(file_bytes=1000).fetch(site.add("/big", b"x" * 1001))


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda raw: zlib.compress(raw, wbits=-zlib.MAX_WBITS)),
    ],
)
def test_compressed_body_is_inflated(site, encoding, compress):
    url = site.add("/small", compress(b"text " * 100), Content_Encoding=encoding)
    assert local_fetcher().fetch(url).body == b"text " * 100


def test_gzip_bomb_is_refused(site):
    url = site.add("/bomb", gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")
    with pytest.raises(FetchError, match="inflate to more than 1,000,000 bytes"):
        local_fetcher(inflated_bytes=1_000_000).fetch(url)


def test_encoding_that_we_did_not_ask_for_is_refused(site):
    with pytest.raises(FetchError, match="'br'"):
        local_fetcher().fetch(site.add("/brotli", b"\x0b\x02\x80", Content_Encoding="br"))


def drip_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(90):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.05)


@pytest.mark.parametrize("page", [drip_body, drip_headers])
def test_slow_drip_is_cut_at_the_time_limit(site, page):
    site.pages["/drip"] = page
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"within 0\.4 seconds"):
        local_fetcher(response_seconds=0.4).fetch(site.url("/drip"))
    assert time.monotonic() - start < 2


def test_busy_server_is_asked_again(site):
    def page(handler):
        site.add("/story", b"now")
        handler.send_error(503)

    site.pages["/story"] = page
    assert local_fetcher().fetch(site.url("/story")).body == b"now"
    assert len(site.requests) == 2


def test_busy_server_is_asked_three_times_with_growing_pauses(site):
    pauses = []
    site.add("/busy", status=503)
    with pytest.raises(FetchError, match="status 503"):
        Fetcher(Limits(), allow_private=True, pause=pauses.append).fetch(site.url("/busy"))
    assert (len(site.requests), pauses) == (3, [0.5, 1.0])


def test_missing_page_is_asked_for_once(site):
    with pytest.raises(FetchError, match="status 404"):
        local_fetcher().fetch(site.url("/gone"))
    assert len(site.requests) == 1


def test_answer_that_is_no_http_is_an_error(site):
    site.pages["/odd"] = lambda handler: handler.wfile.write(b"\x00\x01garbage\r\n\r\n")
    with pytest.raises(FetchError, match="broke off"):
        local_fetcher().fetch(site.url("/odd"))


def test_body_that_ends_too_early_is_an_error(site):
    with pytest.raises(FetchError, match="broke off"):
        local_fetcher().fetch(site.add("/short", b"half", Content_Length="8"))


def test_server_that_is_not_there_is_an_error():
    with pytest.raises(FetchError, match="took no connection"):
        local_fetcher(response_seconds=2).fetch("http://127.0.0.1:1/")


def test_page_without_a_certificate_is_refused(site):
    site.add("/story", b"text")
    with pytest.raises(FetchError):
        local_fetcher().fetch(f"https://127.0.0.1:{site.port}/story")
    assert site.requests == []
