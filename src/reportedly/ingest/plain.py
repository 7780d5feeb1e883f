"""Reads plain text and Markdown, kept exactly as they are, with an optional front matter before the text."""

import re
from dataclasses import dataclass

from reportedly.ingest.decode import decode
from reportedly.ingest.drafts import Draft, finish
from reportedly.ingest.received import Received
from reportedly.types.article import Article, Rejection
from reportedly.types.limits import Limits

# Between two lines of three dashes at the very beginning; every line is a field, a list item or a remark.
FRONT_MATTER = re.compile(
    r"---[ \t]*(?:\r\n|\n|\r)(?P<fields>.{0,8000}?)^---[ \t]*(?:\r\n|\n|\r|\Z)", re.S | re.M
)
FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*")
OTHER_LINE = re.compile(r"[ \t]+\S.*|-[ \t].*|#.*|[ \t]*")
KEYS = {"date": "published", "lang": "language", "byline": "author", "source": "outlet"}
QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields before the text, and where the text begins."""

    fields: dict[str, str]
    end: int


def read_plain(received: Received, limits: Limits) -> Article | Rejection:
    """The article of a text file: everything after the front matter, to the last line end."""
    declared = charset_of(received.content_type)
    decoded = decode(received.body, declared)
    front = find_front_matter(decoded.text)
    fields = front.fields
    draft = Draft(
        text=decoded.text[front.end :],
        outlet=fields.get("outlet"),
        title=fields.get("title"),
        author=fields.get("author"),
        url=fields.get("url") or received.url,
        published=fields.get("published"),
        language=fields.get("language"),
        notes=decoded.notes,
    )
    return finish(draft, received, "text", limits)


def charset_of(content_type: str | None) -> str | None:
    """The character set that a Content-Type header names."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type or "", re.IGNORECASE)
    return match[1] if match else None


def find_front_matter(text: str) -> FrontMatter:
    """The fields at the beginning; none where the dashes are but a rule above some text."""
    match = FRONT_MATTER.match(text)
    if match is None:
        return FrontMatter({}, 0)
    fields: dict[str, str] = {}
    for line in match["fields"].splitlines():
        field = FIELD.fullmatch(line)
        if field is not None:
            key = field["key"].lower()
            fields[KEYS.get(key, key)] = unquote(field["value"] or "")
        elif not OTHER_LINE.fullmatch(line):
            return FrontMatter({}, 0)
    return FrontMatter(fields, match.end()) if fields else FrontMatter({}, 0)


def unquote(value: str) -> str:
    """A value without the pair of quotation marks that YAML allows around it."""
    is_quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in QUOTES
    return value[1:-1] if is_quoted else value
