"""`reportedly.read(…)`: articles in, annotated docs out, without a ledger."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from reportedly.assemble import make_pipeline, make_reader
from reportedly.config import Config
from reportedly.types.article import Article, Rejection
from reportedly.types.doc import Doc


class RejectionWarning(UserWarning):
    """Something could not be read; the message says why and what to do."""


def warn(rejection: Rejection) -> None:
    """What `read` does with a rejection where it is not told otherwise."""
    warnings.warn(f"{rejection.reason} {rejection.advice}", RejectionWarning, stacklevel=3)


def read(
    *sources: str,
    outlet: str | None = None,
    published: str | None = None,
    on_rejection: Callable[[Rejection], None] = warn,
    config: Config | None = None,
) -> Iterator[Doc]:
    """Read files, folders, addresses or `-`, and yield an annotated doc for each article.

    `outlet` and `published` (ISO 8601) fill what an input does not say. Whatever cannot be read goes to
    `on_rejection`, a warning by default, and the rest is read on. Nothing is written anywhere.
    """
    settings = config or Config()
    settings = replace(settings, outlet=outlet or settings.outlet, published=published or settings.published)
    pipeline = make_pipeline(settings)
    items = make_reader(settings).read(sources)
    while batch := list(islice(items, settings.batch_size)):
        for item in batch:
            if isinstance(item, Rejection):
                on_rejection(item)
        yield from pipeline.annotate([item for item in batch if isinstance(item, Article)])
