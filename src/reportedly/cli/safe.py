"""Makes text that somebody else wrote safe to print: nothing in it can steer a terminal or hide words."""

import json
import re
from collections.abc import Mapping

from rich.text import Text

# C0 and C1 controls, line and paragraph separators, marks that reorder what follows, lone surrogates.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# JSON escapes the C0 controls by itself; of the rest it escapes none.
UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WHITESPACE = str.maketrans("\n\r\t", "   ")


def printable(text: str) -> str:
    """The text on one line, each control character shown as its escape."""
    return UNSAFE.sub(lambda match: escape(match.group()), text.translate(WHITESPACE))


def plain(text: str, style: str = "") -> Text:
    """The printable text for a table cell; square brackets in it are no markup."""
    return Text(printable(text), style=style)


def as_json(record: Mapping[str, object] | list[Mapping[str, object]], ascii_only: bool) -> str:
    """The record as JSON on one line, readable but for characters that a terminal would obey."""
    line = json.dumps(record, ensure_ascii=ascii_only)
    return UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def escape(character: str) -> str:
    """How a character that cannot be printed is shown: \\x1b, \\u202e."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
