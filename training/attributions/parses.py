"""Parses the articles of a corpus once, with the program's own parser, and keeps the parses in a file."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from reportedly.annotate.syntax import Syntax
from reportedly.annotate.word_parse import WordParse
from reportedly.annotate.words import Words, split_words
from reportedly.types.article import Article
from reportedly.types.doc import Doc

COLUMNS = ("pos", "labels", "heads")


def parsed_words(texts: Sequence[str], cache: Path) -> list[Words]:
    """The words of each text with their parse; `cache` is a folder for what took minutes to parse.

    A file there is taken for the same texts again: after a change to the parser, delete it.
    """
    path = cache / f"parses-{_digest(texts)}.npz"
    if not path.exists():
        _parse(texts, path)
    with np.load(path) as stored:
        columns = [stored[name] for name in COLUMNS]
    words = [split_words(text) for text in texts]
    ends = np.cumsum([len(one) for one in words])[:-1]
    parts = zip(*(np.split(column, ends) for column in columns), strict=True)
    return [one.with_parse(WordParse(*part)) for one, part in zip(words, parts, strict=True)]


def _parse(texts: Sequence[str], path: Path) -> None:
    parses = [words.parse for words in _read(texts)]
    columns = {name: np.concatenate([getattr(parse, name) for parse in parses]) for name in COLUMNS}
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **columns)


def _read(texts: Sequence[str]) -> Iterator[Words]:
    parser = Syntax()
    for text in texts:
        doc = Doc(Article("", text))
        parser.annotate([doc])
        yield split_words(text, doc.tokens or ())


def _digest(texts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:16]
