"""Reads JSON Lines, one article a line, and a file that is one JSON object; texts are kept exactly."""

import json
from collections.abc import Iterator

from reportedly.ingest.drafts import Draft, finish
from reportedly.ingest.received import Received
from reportedly.types.article import Article, Rejection
from reportedly.types.limits import Limits

BOM = b"\xef\xbb\xbf"
FIELDS = ("outlet", "title", "author", "url", "published", "language")
SHAPE = 'Write one JSON object a line, with at least "text": "…".'


def read_jsonl(received: Received, limits: Limits) -> Iterator[Article | Rejection]:
    """One article or rejection for each line that is not blank."""
    if received.body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in received.body[:2]:
        yield received.reject(
            "This JSON Lines file is not in UTF-8.", "Save it in UTF-8, as JSON Lines must be."
        )
        return
    number, start, body = 0, len(BOM) if received.body.startswith(BOM) else 0, received.body
    while start < len(body):
        end = body.find(b"\n", start)
        end = len(body) if end < 0 else end
        line = body[start:end].removesuffix(b"\r")
        number, start = number + 1, end + 1
        if line.strip():
            yield read_object(received.part(f"line {number}", line), "jsonl", limits)
    if number == 0:
        yield received.reject("It holds no line.", SHAPE)


def read_json(received: Received, limits: Limits) -> Article | Rejection:
    """The article of a file that is one JSON object over several lines."""
    return read_object(received, "json", limits)


def read_object(received: Received, format_name: str, limits: Limits) -> Article | Rejection:
    """One JSON object: an article of the interchange format, bare or under "article"."""
    try:
        record = json.loads(received.body.removeprefix(BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        return received.reject(f"Byte {error.start:,} is not UTF-8.", "Save the file in UTF-8.")
    except RecursionError:
        return received.reject("Its JSON is nested too deep.", SHAPE)
    except ValueError as error:
        return received.reject(f"It is not valid JSON: {error}.", SHAPE)
    if isinstance(record, dict) and isinstance(record.get("article"), dict):
        record = record["article"]
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return received.reject('It is not a JSON object with a string under "text".', SHAPE)
    return finish(to_draft(record), received, format_name, limits)


def to_draft(record: dict[str, object]) -> Draft:
    """The fields of one object; a field that is no string is left out with a note."""
    stated = {name: value for name in FIELDS if isinstance(value := record.get(name), str)}
    wrong = [name for name in FIELDS if record.get(name) is not None and name not in stated]
    ref = record.get("ref") if record.get("ref") is not None else record.get("id")
    return Draft(
        text=str(record["text"]),
        outlet=stated.get("outlet"),
        title=stated.get("title"),
        author=stated.get("author"),
        url=stated.get("url"),
        published=stated.get("published"),
        language=stated.get("language"),
        ref=None if ref is None else str(ref),
        notes=tuple(f"The field {name!r} is no string and was left out." for name in wrong),
    )
