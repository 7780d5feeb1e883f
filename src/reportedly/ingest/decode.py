"""Turns bytes into text without losing a character: byte order mark, declaration, UTF-8, then detection."""

import codecs
from dataclasses import dataclass, field

from charset_normalizer import from_bytes

# The longer mark first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages that declare these are read as windows-1252 by every browser (WHATWG Encoding Standard).
READ_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})
# Python codecs that are no character sets of documents.
NO_CHARSETS = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7", "undefined"})
SAMPLE = 64 * 1024  # bytes that detection looks at
FEW_BROKEN = 0.02  # of the characters beyond ASCII: more of them broken, and it was never UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding that it was in, and a note where a byte was no character or it was guessed."""

    text: str = field(repr=False)
    encoding: str
    notes: tuple[str, ...] = ()


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The text of `body`; `declared` is the encoding that the input names for itself."""
    for mark, marked in MARKS:
        if body.startswith(mark):
            return decode_as(body[len(mark) :], marked)
    for encoding in (wide_encoding(body), document_charset(declared), "utf-8"):
        text = try_decode(body, encoding)
        if text is not None and encoding is not None:
            return Decoded(text, encoding)
    return decode_damaged_utf8(body) or decode_detected(body)


def decode_as(body: bytes, encoding: str) -> Decoded:
    """Text whose encoding is certain; bytes that are no characters show as U+FFFD, with a note."""
    text = body.decode(encoding, "replace")
    replaced = text.count("\ufffd") - body.count("\ufffd".encode(encoding))
    return Decoded(text, encoding, broken_note(replaced, encoding))


def try_decode(body: bytes, encoding: str | None) -> str | None:
    """The text, None where `body` is not in that encoding."""
    if encoding is None:
        return None
    try:
        return body.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def document_charset(declared: str | None) -> str | None:
    """Python's name for a declared character set, None for one that documents do not have.

    A declaration of UTF-16 that we could read as ASCII is wrong by being readable; real UTF-16 is known by
    its mark or its NUL bytes.
    """
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, UnicodeError, ValueError):
        return None
    if name in NO_CHARSETS or name.startswith(("utf-16", "utf-32")):
        return None
    return "cp1252" if name in READ_AS_WINDOWS else name


def wide_encoding(body: bytes) -> str | None:
    """UTF-16 without a mark, known by NUL in every second byte; mostly Latin text only."""
    sample = body[:4096]
    half = len(sample) // 2
    if half < 2 or len(body) % 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def decode_damaged_utf8(body: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, shown as U+FFFD; None where it is another encoding altogether."""
    decoded = decode_as(body, "utf-8")
    broken = decoded.text.count("\ufffd")
    beyond_ascii = len(decoded.text) - len(decoded.text.encode("ascii", "ignore"))
    return decoded if broken <= FEW_BROKEN * beyond_ascii else None


def decode_detected(body: bytes) -> Decoded:
    """The text in the encoding that it looks most like; windows-1252 where nothing is clear."""
    best = from_bytes(body[:SAMPLE]).best()
    guesses = () if best is None else (best.encoding, *best.could_be_from_charset)
    order = ("cp1252", *guesses) if "cp1252" in guesses else (*guesses[:1], "cp1252")
    for encoding in order:
        text = try_decode(body, encoding)
        if text is not None:
            return Decoded(text, encoding, guessed_note(encoding))
    return Decoded(body.decode("latin-1"), "latin-1", guessed_note("latin-1"))


def guessed_note(encoding: str) -> tuple[str, ...]:
    """The note that says that nobody stated the encoding."""
    return (f"The encoding is not stated; it was read as {encoding}.",)


def broken_note(count: int, encoding: str) -> tuple[str, ...]:
    """The note that says how many places could not be read."""
    if count <= 0:
        return ()
    return (f"In {count:,} places the bytes are no {encoding} characters; they show as U+FFFD.",)
