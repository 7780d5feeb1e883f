"""The interchange format: one JSON object a line for each article."""

import json
from collections.abc import Iterable, Iterator

from reportedly.types.interchange import document_to_json
from reportedly.types.reading import Document

# JSON allows these inside a string, but many programs take them for the end of a line.
LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def jsonl_lines(documents: Iterable[Document]) -> Iterator[str]:
    """One line for each document, without its line end; read lazily."""
    for document in documents:
        yield to_line(document_to_json(document.article, document.entries, document.evidence, document.links))


def to_line(record: object) -> str:
    """A JSON value as one line that any encoding of Unicode can carry."""
    line = json.dumps(record, ensure_ascii=False)
    for character, escape in LINE_ENDS.items():
        line = line.replace(character, escape)
    return line if _is_encodable(line) else json.dumps(record)


def _is_encodable(line: str) -> bool:
    """Whether no half surrogate pair stands in the line."""
    return not any("\ud800" <= character <= "\udfff" for character in line)
