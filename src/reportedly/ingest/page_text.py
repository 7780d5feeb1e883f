"""Writes a tree of text elements as lines: a paragraph, heading, list item or table row each on its own."""

import re

from lxml import etree

# trafilatura's names and HTML's own.
BLOCKS = frozenset(
    {"p", "head", "quote", "item", "list", "row", "table", "code", "lb", "body", "main", "div", "section"}
    | {"article", "header", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "tr", "br", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "caption"}
)
CELLS = frozenset({"cell", "td", "th"})
SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "figure", "svg", "button", "form"})
# The white space that HTML itself folds into one space; a no-break space is a character of the text.
FOLDED = re.compile(r"[ \t\n\r\f]+")
AROUND_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")


def lines_of(root: etree._Element) -> str:
    """The text of `root`, one line for each block, cells of a table parted by tabs, nothing else added."""
    pieces: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in SILENT
            pieces.append(break_before(tag))
            pieces.append("" if silent else FOLDED.sub(" ", element.text or ""))
        else:
            silent -= tag in SILENT
            pieces.append("\n" if tag in BLOCKS else "")
            pieces.append("" if silent or element is root else FOLDED.sub(" ", element.tail or ""))
    text = re.sub(r"  +", " ", "".join(pieces))
    return AROUND_LINE_END.sub("\n", text).strip(" \t\n")


def break_before(tag: str) -> str:
    """What parts an element from the text before it."""
    if tag in BLOCKS:
        return "\n"
    return "\t" if tag in CELLS else ""
