"""The format is told by the content; the name decides doubtful cases only."""

import pytest

from reportedly.ingest.received import Received
from reportedly.ingest.recognise import Format, name_binary, recognise

RSS = b'<?xml version="1.0"?><!-- x --><rss version="2.0"></rss>'


@pytest.mark.parametrize(
    ("body", "name", "stated", "expected"),
    [
        (b"<!doctype html><p>x", "a.txt", None, Format.HTML),
        (b"\n <!-- c --> <HTML><p>x", "a.txt", None, Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="x"><body/></html>', "", None, Format.HTML),
        (b"<p>fragment</p>", "", None, Format.HTML),
        (b"<p align=center>A Markdown heading</p>", "a.md", None, Format.TEXT),
        (b"Text with a <p>tag</p>", "", None, Format.TEXT),
        (b"Text with a <p>tag</p>", "a.html", None, Format.HTML),
        (b"Text with a <p>tag</p>", "a", "text/html; charset=utf-8", Format.HTML),
        (b"Text without tags", "a.html", "text/html", Format.TEXT),
        (b"<3 they said", "", None, Format.TEXT),
        (RSS, "a.html", "text/html", Format.FEED),
        (b"<rdf:RDF></rdf:RDF>", "", None, Format.FEED),
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "", None, Format.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "a.txt", None, Format.FEED),
        (b'{"text": "x"}\n{"text": "y"}\n', "a.txt", None, Format.JSONL),
        (b'{"text": "x"}', "", None, Format.JSONL),
        (b'{"text": "br\n{"text": "y"}\n', "", None, Format.JSONL),
        (b'{\n  "text": "x"\n}\n', "", None, Format.JSON),
        (b"no json at all", "a.jsonl", None, Format.JSONL),
        (b"{curly} text", "", None, Format.TEXT),
        (b"", "", None, Format.TEXT),
    ],
)
def test_format_is_recognised(body, name, stated, expected):
    assert recognise(Received("s", body, "", "", name=name, content_type=stated)) is expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_page_in_a_wide_encoding_is_recognised(encoding):
    body = "<!doctype html><html><body><p>x</p></body></html>".encode(encoding)
    assert name_binary(body) is None
    assert recognise(Received("s", body, "", "")) is Format.HTML


def test_many_comments_do_not_take_forever():
    assert recognise(Received("s", b"<!-- -->" * 2000 + b"<rss/>", "", "")) is Format.FEED


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"WARC/1.1\r\n", "a web archive (WARC)"),
        (b"RIFF\0\0\0\0WEBP", "a picture, sound or video file"),
        (bytes(range(256)) * 4, "a binary file of an unknown kind"),
        (b"BM\x01\x02\x03", "a BMP picture"),
    ],
)
def test_unreadable_file_is_named(body, kind):
    assert name_binary(body) == kind


@pytest.mark.parametrize(
    "body",
    [
        b"BMW said no.",
        b"MZ, said the man.",
        b"a\0b said the man who was there",
        "Зоë".encode("koi8-r", "ignore"),
    ],
)
def test_text_is_no_binary_file(body):
    assert name_binary(body) is None
