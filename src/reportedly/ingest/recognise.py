"""Recognises what bytes are by their content; the name and the server's word only decide doubtful cases."""

import re
from enum import StrEnum

from reportedly.ingest.decode import MARKS, wide_encoding
from reportedly.ingest.received import Received

PEEK = 16 * 1024  # bytes that are looked at


class Format(StrEnum):
    """The formats that we read."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    JSONL = "jsonl"
    JSON = "json"


# How files that we cannot read begin, and what they are.
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"WARC/1.", "a web archive (WARC)"),
    (b"\x1f\x8b", "a gzip file inside a gzip file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
)
TEXT_LIKE = frozenset({"BM", "MZ", "BZh", "ID3"})  # a text may begin so too: these need control bytes as well
CONTROLS = bytes(
    {*range(1, 9), *range(14, 27), *range(28, 32), 127}
)  # without tab, line ends, form feed, ESC
BINARY_SHARE = 0.1  # of the first bytes; text in no encoding that we read comes near it

PROLOG = re.compile(r"(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
HTML_START = re.compile(
    r"\s*(?><!--.*?-->\s*)*+<(!doctype\s+html|html|head|body)\b", re.DOTALL | re.IGNORECASE
)
HTML_TAG = re.compile(r"<(p|div|article|section|main|h1|span|table|title|meta)\b[^>]*>", re.IGNORECASE)
ROOT = re.compile(r"<([\w.-]+:)?(?P<name>[\w.-]+)")
FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
OBJECT_LINE = re.compile(r'^\{[ \t]*"[^\n]*\}[ \t\r]*$', re.MULTILINE)
OBJECT_START = re.compile(r'\s*\{\s*("|\})')


def name_binary(body: bytes) -> str | None:
    """What kind of unreadable file this is, in words; None where it may be text."""
    sample = body[:PEEK]
    controls = sum(sample.count(code) for code in CONTROLS)
    for signature, kind in SIGNATURES:
        if sample.startswith(signature) and (signature.decode("latin-1") not in TEXT_LIKE or controls):
            return kind
    if sample[:4] == b"RIFF" and sample[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, sound or video file"
    if sample[4:8] == b"ftyp":
        return "a picture or video file"
    if is_marked(sample) or wide_encoding(sample) is not None:
        return None
    if controls + sample.count(0) > BINARY_SHARE * len(sample):
        return "a binary file of an unknown kind"
    return None


def recognise(received: Received) -> Format:
    """The format of bytes that are not binary; plain text where nothing says otherwise."""
    text = peek(received.body)
    name = received.name.lower().removesuffix(".gz")
    stated = (received.content_type or "").split(";")[0].strip().lower()
    if HTML_START.match(text):
        return Format.HTML
    if text.lstrip().startswith("<"):
        return recognise_markup(text, name, stated)
    if name.endswith((".jsonl", ".ndjson")) or stated in ("application/jsonl", "application/x-ndjson"):
        return Format.JSONL
    if OBJECT_START.match(text):
        is_line = OBJECT_LINE.search(text) is not None or is_long_line(received.body)
        return Format.JSONL if is_line else Format.JSON
    if (name.endswith((".html", ".htm")) or stated == "text/html") and HTML_TAG.search(text):
        return Format.HTML
    return Format.TEXT


def recognise_markup(text: str, name: str, stated: str) -> Format:
    """HTML, a feed, or text that merely begins with a tag."""
    root = ROOT.match(text, PROLOG.match(text).end())  # type: ignore[union-attr]  # PROLOG matches anything
    root_name = root["name"].lower() if root else ""
    if root_name in FEED_ROOTS:
        return Format.FEED
    if root_name == "html" or name.endswith((".html", ".htm", ".xhtml")) or stated.endswith("html"):
        return Format.HTML
    if (
        text.lstrip().startswith("<?xml")
        or stated.endswith("xml")
        or name.endswith((".xml", ".rss", ".atom"))
    ):
        return Format.FEED
    is_text = (
        name.endswith((".txt", ".md", ".markdown")) or stated == "text/plain" or not HTML_TAG.match(text)
    )
    return Format.TEXT if is_text else Format.HTML


def peek(body: bytes) -> str:
    """The beginning of the text, good enough to recognise tags and braces in any encoding."""
    sample = body[:PEEK]
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return sample[len(mark) :].decode(encoding, "replace")
    return sample.decode(wide_encoding(sample) or "latin-1", "replace")


def is_marked(sample: bytes) -> bool:
    """Whether the bytes begin with a byte order mark."""
    return any(sample.startswith(mark) for mark, _ in MARKS)


def is_long_line(body: bytes) -> bool:
    """Whether an object begins on a first line that goes on beyond what we looked at."""
    return b"\n" not in body[:PEEK] and len(body) > PEEK
