"""Quotation marks: straight and curly, single inside double, over paragraphs, with marks missing."""

import re
from dataclasses import dataclass, field

from reportedly.text.paragraphs import find_paragraphs
from reportedly.types.doc import Quotation
from reportedly.types.span import Span

# Two apostrophes stand for a double mark in old wire texts (116 of PolNeAR's 840 training articles).
MARK = re.compile("''|``|[\"“”„«»‘’']")
DOUBLE_OPEN, DOUBLE_CLOSE = "“„", "”"
# Beyond this many open marks a paragraph is noise, not nested speech.
DEEPEST = 16
# A single mark looks this far (code points) for its closing one; without a limit a line of a million
# apostrophes would take time quadratic in its length.
FARTHEST_SINGLE = 1_000


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    family: str
    start: int
    end: int


@dataclass(slots=True)
class _Scan:
    """What has been found so far in one paragraph."""

    text: str
    paragraph: Span
    waiting: list[_Open] = field(default_factory=list)
    found: list[Quotation] = field(default_factory=list)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text` in order of their start.

    A quotation left open ends with its paragraph and is not closed; that is also how each paragraph but
    the last of a long quotation is set. A closing mark without an opening one, directly before a word,
    is read as the opening mark that it was meant to be.
    """
    found: list[Quotation] = []
    for paragraph in find_paragraphs(text):
        scan = _Scan(text, paragraph)
        for mark in MARK.finditer(text, paragraph.start, paragraph.end):
            _read_mark(scan, mark.group(), mark.start(), mark.end())
        while scan.waiting:
            _leave_open(scan)
        found.extend(scan.found)
    return tuple(sorted(found, key=lambda quotation: (quotation.outer.start, -quotation.outer.end)))


def _read_mark(scan: _Scan, mark: str, start: int, end: int) -> None:
    """Open or close a quotation at one mark, or pass over an apostrophe."""
    if mark in "‘’'":
        _read_single(scan, mark, start, end)
        return
    family = {"«": "«", "»": "«", '"': '"', "''": "''", "``": "''"}.get(mark, "“")
    if mark in DOUBLE_OPEN or mark in ("«", "``"):
        _open(scan, family, start, end)
    elif mark in ('"', "''"):
        if not _close(scan, family, start, end):
            _open(scan, family, start, end)
    elif not _close(scan, family, start, end) and _before_word(scan, end):
        _open(scan, family, start, end)


def _read_single(scan: _Scan, mark: str, start: int, end: int) -> None:
    """Single marks open before a word and close after one; everything else is an apostrophe."""
    before = scan.text[start - 1] if start > scan.paragraph.start else " "
    after = scan.text[end] if end < scan.paragraph.end else " "
    family = "'" if mark == "'" else "‘"
    opens = not before.isalnum() and before not in ".,!?" and not after.isspace()
    if mark != "’" and opens and _has_closing_single(scan, family, end):
        _open(scan, family, start, end)
    elif mark != "‘" and not before.isspace() and not after.isalnum():
        _close(scan, family, start, end)


def _has_closing_single(scan: _Scan, family: str, start: int) -> bool:
    """Whether a single mark that can close follows before the paragraph, or the double quotation, ends."""
    closing = "'" if family == "'" else "’"
    doubles = '"' + DOUBLE_CLOSE if scan.waiting else ""
    for position in range(start, min(scan.paragraph.end, start + FARTHEST_SINGLE)):
        character = scan.text[position]
        if character in doubles:
            return False
        if character == closing and not scan.text[position - 1].isspace():
            after = scan.text[position + 1] if position + 1 < scan.paragraph.end else " "
            if not after.isalnum():
                return True
    return False


def _before_word(scan: _Scan, end: int) -> bool:
    """Whether a word follows directly: a closing mark there was meant to open."""
    return end < scan.paragraph.end and scan.text[end].isalnum()


def _open(scan: _Scan, family: str, start: int, end: int) -> None:
    """Begin a quotation at this mark."""
    if len(scan.waiting) < DEEPEST:
        scan.waiting.append(_Open(family, start, end))


def _close(scan: _Scan, family: str, start: int, end: int) -> bool:
    """End the innermost open quotation of this family; what was opened inside it stays unclosed there."""
    if family not in (opened.family for opened in scan.waiting):
        return False
    while scan.waiting[-1].family != family:
        scan.waiting.pop()
    opened = scan.waiting.pop()
    outer, inner = Span(opened.start, end), Span(opened.end, start)
    scan.found.append(Quotation(outer, inner, len(scan.waiting), is_closed=True))
    return True


def _leave_open(scan: _Scan) -> None:
    """End an unclosed double quotation with the paragraph; an unclosed single mark was an apostrophe."""
    opened = scan.waiting.pop()
    end = scan.paragraph.end
    if opened.family not in ("'", "‘") and opened.end < end:
        depth = sum(other.family not in ("'", "‘") for other in scan.waiting)
        scan.found.append(Quotation(Span(opened.start, end), Span(opened.end, end), depth, is_closed=False))
