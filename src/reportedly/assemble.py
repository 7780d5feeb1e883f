"""Config in, parts out: the only file that names implementations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportedly.annotate.about import Abouts
from reportedly.annotate.attributions import TrainedAttributions
from reportedly.annotate.chains import Chains
from reportedly.annotate.furniture import Furniture
from reportedly.annotate.own_voice import OwnVoice
from reportedly.annotate.pipeline import Pipeline
from reportedly.annotate.positions import Positions
from reportedly.annotate.quotations import Quotations
from reportedly.annotate.side_by_side import SideBySide
from reportedly.annotate.syntax import Syntax
from reportedly.annotate.times import TimesOfRows
from reportedly.config import Config
from reportedly.evidence.weigh import weigh
from reportedly.export.csv import csv_lines
from reportedly.export.jsonl import jsonl_lines
from reportedly.facts.gazetteer import load_gazetteer
from reportedly.fetch.fetcher import Fetcher
from reportedly.ingest.reader import SourceReader
from reportedly.ledger.ledger import Ledger
from reportedly.link.same_claim import WordOverlapLinker
from reportedly.types.claim import Evidence
from reportedly.types.place import PlaceTally
from reportedly.types.ports import Parts
from reportedly.types.reading import Document

__all__ = [
    "Ledger",
    "assemble",
    "documents",
    "evidence_of",
    "export_lines",
    "locate",
    "make_pipeline",
    "make_reader",
    "open_ledger",
]


def assemble(config: Config) -> Parts:
    """Everything that `process()` needs."""
    return Parts(
        reader=make_reader(config),
        pipeline=make_annotator(config),
        linker=WordOverlapLinker(),
        ledger=open_ledger(config, read_only=False),
        batch_size=config.batch_size,
    )


def make_reader(config: Config) -> SourceReader:
    """The readers of all formats, with the one way to the network."""
    return SourceReader(config, Fetcher(config.limits, allow_private=config.allow_private))


def make_annotator(config: Config) -> SideBySide:
    """The pipeline in as many processes as the configuration allows."""
    alone = config.processes == 1
    return SideBySide(
        partial(make_pipeline, config if alone else replace(config, threads=1)), config.processes
    )


def make_pipeline(config: Config) -> Pipeline:
    """The components in their order."""
    return Pipeline(
        [
            Syntax(config.spacy_model),
            Quotations(),
            Furniture(),
            TrainedAttributions(config.threads),
            OwnVoice(),
            Chains(),
            Positions(),
            TimesOfRows(),
            Abouts(),
        ]
    )


def open_ledger(config: Config, *, read_only: bool) -> Ledger:
    """The ledger that the configuration names; it is made where it may be written and is missing."""
    return Ledger.open(config.ledger, read_only=read_only)


def evidence_of(ledger: Ledger, claim_id: str) -> Evidence:
    """What the ledger holds for and against one claim."""
    return weigh(ledger.claim(claim_id), ledger.entries_of_claim(claim_id))


def documents(ledger: Ledger, article_ids: Sequence[str] | None = None) -> Iterator[Document]:
    """Articles with everything that is said in them, as the exports write them; all where none is named."""
    for article_id in ledger.article_ids() if article_ids is None else article_ids:
        entries = ledger.entries(article_id)
        claim_ids = dict.fromkeys(claim for entry in entries for claim in entry.claims)
        yield Document(
            article=ledger.article(article_id),
            entries=entries,
            evidence=[evidence_of(ledger, claim_id) for claim_id in claim_ids],
            links=ledger.links_of([entry.id for entry in entries]),
        )


def export_lines(ledger: Ledger, shape: str) -> Iterator[str]:
    """The whole ledger as lines of JSON, one an article, or of CSV, one an attribution."""
    if shape == "csv":
        return csv_lines(entry for article in ledger.article_ids() for entry in ledger.entries(article))
    return jsonl_lines(documents(ledger))


def locate(places: Sequence[PlaceTally]) -> list[PlaceTally]:
    """The same places with every entry of the gazetteer that they may be."""
    gazetteer = load_gazetteer()
    return [replace(one, candidates=gazetteer.find(one.name, one.beside)) for one in places]
