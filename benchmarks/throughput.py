"""Articles and words a second and peak memory, stage by stage, over a JSONL file.

usage: python -m benchmarks.throughput FILE [--json] [--limit N]

Everything runs in this one process, in the batches that `reportedly read` uses, into a new ledger in a
temporary folder. A stage's seconds are its own; its memory is the highest resident size while it ran
(Linux; elsewhere the process's highest so far). Loading the models is shown apart.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from reportedly.annotate.pipeline import Pipeline
from reportedly.assemble import assemble, make_pipeline
from reportedly.config import Config
from reportedly.process import keep
from reportedly.types.article import Article, article_id
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.ports import Component, Parts

WARM_UP = "The harbour master said on Monday that the pier was closed."
CLEAR_REFS, STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
RESET_PEAK = "5"  # proc(5): resets the peak resident set size of this process


@dataclass(slots=True)
class Stage:
    """What one stage has cost so far."""

    name: str
    seconds: float = 0.0
    peak_mib: float = 0.0

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Count the time and the highest memory of what happens inside."""
        reset_peak()
        started = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - started
        self.peak_mib = max(self.peak_mib, peak_mib())


@dataclass(slots=True)
class MeasuredComponent:
    """A component whose cost is counted."""

    component: Component
    stage: Stage = field(init=False)

    def __post_init__(self) -> None:
        self.stage = Stage(self.component.run.component)

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
        with self.stage.measured():
            self.component.annotate(docs)


def main(arguments: Sequence[str]) -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, help="JSON lines, gzipped or not, with the field 'text'")
    parser.add_argument("--limit", type=int, default=None, help="only so many articles")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args(arguments)
    if not chosen.file.is_file():
        parser.error(f"{chosen.file} is not a file. Name a JSON lines file with one article a line.")
    with tempfile.TemporaryDirectory() as folder:
        result = measure(chosen.file, Config(ledger=Path(folder) / "bench.db"), chosen.limit)
    if chosen.json:
        print(json.dumps(result, indent=1))
    else:
        print_table(result)


def measure(file: Path, config: Config, limit: int | None) -> dict[str, object]:
    """Read `file` into a new ledger, stage by stage."""
    load, read, keeping = Stage("load models"), Stage("ingest"), Stage("link and ledger")
    with load.measured():
        pipeline = make_pipeline(config)
        pipeline.annotate([Article(article_id(None, None, WARM_UP), WARM_UP)])
    components = [MeasuredComponent(component) for component in pipeline.components]
    parts = replace(assemble(config), pipeline=Pipeline(components))
    articles = words = 0
    items = islice(parts.reader.read([str(file)]), limit)
    while True:
        with read.measured():
            batch = [item for item in islice(items, config.batch_size) if isinstance(item, Article)]
        if not batch:
            break
        carry(batch, parts, keeping)
        articles += len(batch)
        words += sum(len(article.text.split()) for article in batch)
    stages = [load, read, *(component.stage for component in components), keeping]
    return summary(file, stages, articles, words)


def carry(batch: Sequence[Article], parts: Parts, keeping: Stage) -> None:
    """Annotate and keep one batch, as `process()` does."""
    docs = {doc.article.id: doc for doc in parts.pipeline.annotate(batch)}
    with keeping.measured():
        for article in batch:
            keep(article, docs, parts)


def summary(file: Path, stages: Sequence[Stage], articles: int, words: int) -> dict[str, object]:
    """The figures as plain values."""
    total = sum(stage.seconds for stage in stages[1:])
    rows = [
        {
            "stage": stage.name,
            "seconds": round(stage.seconds, 3),
            "share": round(stage.seconds / total, 4) if total and number else None,
            "articles_per_second": round(articles / stage.seconds, 1) if stage.seconds and number else None,
            "words_per_second": round(words / stage.seconds) if stage.seconds and number else None,
            "peak_mib": round(stage.peak_mib),
        }
        for number, stage in enumerate([*stages, Stage("all", total, max(s.peak_mib for s in stages))])
    ]
    return {"file": file.name, "articles": articles, "words": words, "stages": rows}


def print_table(result: dict[str, object]) -> None:
    """The figures for a person."""
    table = Table(title=f"{result['file']}: {result['articles']} articles, {result['words']} words")
    table.add_column("stage")
    for column in ("seconds", "share", "articles/s", "words/s", "peak MiB"):
        table.add_column(column, justify="right")
    stages = result["stages"]
    for row in stages if isinstance(stages, list) else []:
        share = f"{100 * row['share']:.0f} %" if row["share"] is not None else ""
        speed, words = row["articles_per_second"], row["words_per_second"]
        table.add_row(
            row["stage"],
            f"{row['seconds']:.2f}",
            share,
            f"{speed:.1f}" if speed else "",
            f"{words:,}" if words else "",
            str(row["peak_mib"]),
        )
    Console().print(table)


def reset_peak() -> None:
    """Begin to count the highest resident size anew, where the system can."""
    try:
        CLEAR_REFS.write_text(RESET_PEAK)
    except OSError:
        return


def peak_mib() -> float:
    """The highest resident size since `reset_peak`, in MiB."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
