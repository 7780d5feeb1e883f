"""Words a second and memory of `reportedly read`, and what each of its stages takes, over a JSONL file.

usage: python -m benchmarks.throughput FILE [--json] [--limit N]

The file is read twice, into two new ledgers in a temporary folder. First as `reportedly read` does it, by
several processes: how long that takes, their start and the loading of models included. Then by this process
alone, stage after stage: the CPU time of each, which does not depend on what else the machine does.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.cost import Cost, Sampler
from reportedly.annotate.pipeline import Pipeline
from reportedly.assemble import assemble, make_pipeline
from reportedly.config import Config
from reportedly.process import keep, process
from reportedly.types.article import Article, Rejection, article_id
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.ports import Component, Parts, Reader

WARM_UP = "The harbour master said on Monday that the pier was closed."


@dataclass(frozen=True, slots=True)
class FirstOnly:
    """A reader that stops after `limit` articles."""

    reader: Reader
    limit: int | None

    def read(self, sources: Sequence[str]) -> Iterator[Article | Rejection]:
        """What the reader reads, up to the limit."""
        return islice(self.reader.read(sources), self.limit)


@dataclass(slots=True)
class MeasuredComponent:
    """A component whose cost is counted."""

    component: Component
    cost: Cost = field(init=False)

    def __post_init__(self) -> None:
        self.cost = Cost(self.component.run.component)

    @property
    def run(self) -> Run:
        return self.component.run

    @property
    def requires(self) -> frozenset[Layer]:
        return self.component.requires

    @property
    def assigns(self) -> frozenset[Layer]:
        return self.component.assigns

    def annotate(self, docs: Sequence[Doc]) -> None:
        with self.cost.measured():
            self.component.annotate(docs)


@dataclass(frozen=True, slots=True)
class Whole:
    """What reading all of the file took, from first to last."""

    processes: int
    articles: int
    words: int
    seconds: float
    cpu_seconds: float
    peak_mib: int

    @property
    def words_per_second(self) -> int:
        """By the clock."""
        return round(self.words / self.seconds)


def main(arguments: Sequence[str]) -> None:
    """Measure, and print tables or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, help="JSON lines, gzipped or not, with the field 'text'")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    chosen = parser.parse_args(arguments)
    if not chosen.file.is_file():
        parser.error(f"{chosen.file} is not a file. Name a JSON lines file with one article a line.")
    with tempfile.TemporaryDirectory() as folder:
        whole = measure_whole(chosen.file, Config(ledger=Path(folder) / "whole.db"), chosen.limit)
        stages = measure_stages(chosen.file, Config(ledger=Path(folder) / "stages.db"), chosen.limit)
    if chosen.json:
        print(json.dumps(as_json(chosen.file, whole, stages), indent=1))
    else:
        print_tables(chosen.file, whole, stages)


def measure_whole(file: Path, config: Config, limit: int | None) -> Whole:
    """Read `file` as `reportedly read` does, with all its processes."""
    cost = Cost("all")
    articles = words = 0
    with Sampler() as sampler, cost.measured():
        parts = assemble(config)
        parts = replace(parts, reader=FirstOnly(parts.reader, limit))
        for outcome in process([str(file)], parts):
            if outcome.article is not None:
                articles += 1
                words += len(outcome.article.text.split())
    return Whole(config.processes, articles, words, cost.seconds, cost.cpu_seconds, round(sampler.peak_mib))


def measure_stages(file: Path, config: Config, limit: int | None) -> list[Cost]:
    """Read `file` in this process alone, and count what each stage takes; loading the models comes first."""
    load, read, keeping = Cost("load models"), Cost("ingest"), Cost("link and ledger")
    with load.measured():
        pipeline = make_pipeline(replace(config, threads=1))
        pipeline.annotate([Article(article_id(None, None, WARM_UP), WARM_UP)])
    components = [MeasuredComponent(component) for component in pipeline.components]
    parts = assemble(config)
    measured = Pipeline(components)
    items = FirstOnly(parts.reader, limit).read([str(file)])
    while True:
        with read.measured():
            batch = [item for item in islice(items, config.batch_size) if isinstance(item, Article)]
        if not batch:
            return [load, read, *(component.cost for component in components), keeping]
        carry(batch, measured, parts, keeping)


def carry(batch: Sequence[Article], pipeline: Pipeline, parts: Parts, keeping: Cost) -> None:
    """Annotate and keep one batch, as `process()` does."""
    docs = {doc.article.id: doc for doc in pipeline.annotate(batch)}
    with keeping.measured():
        for article in batch:
            keep(article, docs, parts)


def as_json(file: Path, whole: Whole, stages: Sequence[Cost]) -> dict[str, object]:
    """The figures as plain values."""
    total = sum(cost.cpu_seconds for cost in stages[1:])
    rows = [
        {
            "stage": cost.name,
            "cpu_seconds": round(cost.cpu_seconds, 3),
            "cpu_seconds_per_1000_words": round(1000 * cost.cpu_seconds / whole.words, 4),
            "share": round(cost.cpu_seconds / total, 4) if number else None,
        }
        for number, cost in enumerate(stages)
    ]
    figures = asdict(whole) | {"words_per_second": whole.words_per_second}
    return {"file": file.name, "whole": figures, "stages": rows}


def print_tables(file: Path, whole: Whole, stages: Sequence[Cost]) -> None:
    """The figures for a person."""
    console = Console()
    table = Table(title=f"{file.name}: {whole.articles} articles, {whole.words:,} words")
    for column in ("processes", "seconds", "words/s", "articles/s", "CPU seconds", "peak MiB, all processes"):
        table.add_column(column, justify="right")
    table.add_row(
        str(whole.processes),
        f"{whole.seconds:.1f}",
        f"{whole.words_per_second:,}",
        f"{whole.articles / whole.seconds:.1f}",
        f"{whole.cpu_seconds:.1f}",
        str(whole.peak_mib),
    )
    console.print(table)
    table = Table(title="CPU time by stage, in one process")
    table.add_column("stage")
    for column in ("CPU s", "share", "CPU s / 1,000 words", "words / CPU s"):
        table.add_column(column, justify="right")
    total = Cost("all but loading", cpu_seconds=sum(cost.cpu_seconds for cost in stages[1:]))
    for number, cost in enumerate([*stages, total]):
        table.add_row(
            cost.name,
            f"{cost.cpu_seconds:.2f}",
            f"{100 * cost.cpu_seconds / total.cpu_seconds:.0f} %" if number else "",
            f"{1000 * cost.cpu_seconds / whole.words:.4f}" if number else "",
            f"{whole.words / cost.cpu_seconds:,.0f}" if number and cost.cpu_seconds else "",
        )
    console.print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
