"""Runs the program on the texts of gold articles, as `reportedly read` would, and gives what it marked."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from reportedly import assemble
from reportedly.cli.output import messages, say
from reportedly.cli.progress import Tally, follow
from reportedly.config import Config
from reportedly.process import process
from reportedly.score.marked import MarkedArticle, of_doc, of_document
from reportedly.types.article import Article, Rejection
from reportedly.types.doc import Doc
from reportedly.types.interchange import article_to_json

TEXTS = "texts.jsonl"


def mark(gold: Sequence[MarkedArticle], config: Config) -> list[MarkedArticle]:
    """The rows of each article, without a ledger; what could not be read is said and left out."""
    with TemporaryDirectory(prefix="reportedly-") as folder:
        docs = annotated(write_texts(gold, Path(folder)), config)
        is_shown = sys.stderr.isatty()
        with Progress(console=messages(), disable=not is_shown, transient=True) as progress:
            return [of_doc(doc) for doc in progress.track(docs, total=len(gold), description="reading")]


def annotated(texts: Path, config: Config) -> Iterator[Doc]:
    """The docs of a file of articles, in batches."""
    pipeline = assemble.make_pipeline(config)
    items = assemble.make_reader(config).read([str(texts)])
    while batch := list(islice(items, config.batch_size)):
        for item in batch:
            if isinstance(item, Rejection):
                say(f"Not read, so it counts as empty: {item.source}: {item.reason} {item.advice}")
        for doc in pipeline.annotate([item for item in batch if isinstance(item, Article)]):
            for failure in doc.failures:
                say(f"{doc.article.ref}: the component {failure.component} failed: {failure.reason}")
            yield doc


def link(gold: Sequence[MarkedArticle], config: Config) -> list[MarkedArticle]:
    """The rows of each article with their claims, from a ledger of their own that is thrown away."""
    with TemporaryDirectory(prefix="reportedly-") as folder:
        texts = write_texts(gold, Path(folder))
        config = replace(config, ledger=Path(folder) / "ledger.db")
        tally = Tally()
        follow(process([str(texts)], assemble.assemble(config)), tally, with_lines=False)
        with assemble.open_ledger(config, read_only=True) as ledger:
            return [of_document(one) for one in assemble.documents(ledger, list(tally.articles))]


def write_texts(gold: Sequence[MarkedArticle], folder: Path) -> Path:
    """The bare articles, each under the name by which its gold is found again."""
    file = folder / TEXTS
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for one in gold:
            lines.write(json.dumps(article_to_json(replace(one.article, ref=one.key))) + "\n")
    return file
