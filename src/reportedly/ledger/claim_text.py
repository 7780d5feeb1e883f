"""Makes one readable line of a claim from the content that opened it."""

import unicodedata

LONGEST = 300
DOUBLE_MARKS = '"“”„«»'
SINGLE_MARKS = "'‘’‚"
AROUND = ".,;:–—-… "
# The complementizer belongs to the reporting clause ("said that …"), not to what is claimed. Inside
# quotation marks, or with a capital, the word is a pronoun ("That is a lie") and stays.
COMPLEMENTIZER = "that "


def claim_text(content: str) -> str:
    """The content without outer quotation marks, leading "that" and trailing punctuation, on one line."""
    text = " ".join(_printable(content).split()).removeprefix(COMPLEMENTIZER)
    before = None
    while text != before:
        before = text
        text = _without_marks(text.lstrip().rstrip(AROUND))
    text = _shorten(text)
    return text[:1].upper() + text[1:]


def _printable(content: str) -> str:
    """Control characters become spaces."""
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in content)


def _without_marks(text: str) -> str:
    """Without the quotation marks around all of it, or the one whose partner is missing."""
    inside = text[1:-1]
    if any(mark in DOUBLE_MARKS for mark in inside):
        return text
    if text[:1] in SINGLE_MARKS and text[-1:] in SINGLE_MARKS and len(text) > 1:
        return inside
    return text.strip(DOUBLE_MARKS)


def _shorten(text: str) -> str:
    """At most `LONGEST` characters, cut between words where there is a space."""
    if len(text) <= LONGEST:
        return text
    kept, space, _ = text[:LONGEST].rpartition(" ")
    return (kept if space else text[: LONGEST - 1]) + "…"
