"""Scores whole rows on 200 labelled sentences of PolNeAR's train part: `python -m evaluation.sentences`.

The labels (`evaluation/cases/polnear/`) hold offsets only, so the corpus must be at hand: `--data FOLDER`,
or REPORTEDLY_DATA, names the folder that holds polnear/. The program reads each article whole, since chains
carry over from earlier sentences; of what it finds, rows whose content begins in a labelled sentence count.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportedly.cli.figures import print_scores
from reportedly.cli.gold_runs import mark
from reportedly.config import Config
from reportedly.score.figures import Scores
from reportedly.score.gold import read_record
from reportedly.score.marked import GoldError, MarkedArticle, Opposed, oppose
from reportedly.score.rows import score_rows
from reportedly.types.entry import Entry
from reportedly.types.errors import ReportedlyError
from reportedly.types.span import Span

CASES = Path(__file__).parent / "cases" / "polnear"
CORPUS = Path("polnear") / "train.jsonl.gz"
DATA = "REPORTEDLY_DATA"
# The times of these rows are not labelled: other gold has them.
UNLABELLED = frozenset({"said at", "event at"})
# A row's words, each as the spans of the article that say it; a name may stand in several pieces.
ROW_WORDS = ("addressee", "medium", "reporter_hedge")
ROW_LISTS = ("participants", "places")
LINK_WORDS = ("name", "described_as", "condition", "reason")

Record = Mapping[str, Any]
Marker = Callable[[Sequence[MarkedArticle], Config], list[MarkedArticle]]


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article of the corpus, the sentences that are labelled in it, and their rows."""

    gold: MarkedArticle
    sentences: tuple[Span, ...]

    def holds(self, entry: Entry) -> bool:
        """Whether a row belongs to a labelled sentence: its content begins there."""
        start = min((span.start for span in entry.attribution.content), default=-1)
        return any(sentence.start <= start < sentence.end for sentence in self.sentences)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, compare and print the table; 1 where the corpus or the labels cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.sentences", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get(DATA), help="folder that holds polnear/")
    chosen = parser.parse_args(arguments)
    if chosen.data is None:
        parser.error(f"give the folder that holds polnear/ with --data or {DATA}")
    try:
        print_scores(score(read_cases(CASES, Path(chosen.data) / CORPUS), mark))
    except ReportedlyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def score(cases: Sequence[LabelledArticle], marker: Marker) -> Scores:
    """The figures of the labelled sentences; `marker` finds the rows of whole articles."""
    pairs = oppose([case.gold for case in cases], marker([case.gold for case in cases], Config()))
    scores = score_rows(only_labelled(case, pair) for case, pair in zip(cases, pairs, strict=True))
    shares = tuple(share for share in scores.shares if share.name[1] not in UNLABELLED)
    return replace(scores, shares=shares)


def only_labelled(case: LabelledArticle, pair: Opposed) -> Opposed:
    """The pair without the rows that were found in other sentences."""
    entries = tuple(entry for entry in pair.predicted.entries or () if case.holds(entry))
    return Opposed(pair.gold, replace(pair.predicted, entries=entries))


def read_cases(folder: Path, corpus: Path) -> list[LabelledArticle]:
    """The labelled articles, with the words that the labels point at."""
    labels: dict[str, list[Record]] = {}
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["doc"], []).append(label)
    outlets = tomllib.loads((folder / "outlets.toml").read_text("utf-8"))
    documents = read_documents(corpus, labels)
    return [make_case(documents[name], labels[name], outlets) for name in labels]


def read_documents(corpus: Path, names: Iterable[str]) -> dict[str, Record]:
    """The documents of the corpus that are labelled; each must be there."""
    if not corpus.exists():
        raise GoldError(f"{corpus} is missing. Name the folder that holds polnear/ with --data or {DATA}.")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        documents = {record["doc"]: record for record in map(json.loads, lines)}
    for name in names:
        if name not in documents:
            raise GoldError(
                f"{corpus} lacks the document {name}, which is labelled. Use PolNeAR's train part."
            )
    return {name: documents[name] for name in names}


def make_case(document: Record, labels: Sequence[Record], outlets: Mapping[str, str]) -> LabelledArticle:
    """One article with its gold rows."""
    text = document["text"]
    outlet = outlets[document["publisher"]]
    for label in labels:
        refuse_changed(label, text)
    rows = [make_row(row, label, text, outlet) for label in labels for row in label["rows"]]
    article = {"ref": document["doc"], "outlet": outlet, "title": document["title"], "language": "en"}
    article |= {"published": document["date"], "text": text}
    gold = read_record({"article": article, "attributions": rows}, {})
    return LabelledArticle(gold, tuple(Span(*label["sentence"]) for label in labels))


def refuse_changed(label: Record, text: str) -> None:
    """Offsets into another text would mean other words."""
    start, end = label["sentence"]
    if hashlib.sha256(text[start:end].encode()).hexdigest() != label["sha256"]:
        raise GoldError(
            f"The sentence [{start}, {end}] of {label['doc']} is not the one that was labelled. "
            "Use the same edition of the corpus, or label the sentence again."
        )


def make_row(row: Record, label: Record, text: str, outlet: str) -> dict[str, Any]:
    """One row of the interchange format, its words taken from the text."""
    prefix = f"{label['doc']}:{label['sentence'][0]}"
    made = {"cue": [], "source": [], **row, "id": f"{prefix}.{row['id']}"}
    made["parent"] = f"{prefix}.{row['parent']}" if "parent" in row else None
    made |= {key: words(row[key], text) for key in ROW_WORDS if key in row}
    made |= {key: [words(spans, text) for spans in row[key]] for key in ROW_LISTS if key in row}
    links = [make_link(link, text) for link in row.get("chain", ())]
    made["chain"] = [{"kind": "outlet", "name": outlet, "spans": []}, *links]
    return made


def make_link(link: Record, text: str) -> dict[str, Any]:
    """One link, its spans those of its name or description."""
    spans = link.get("name") or link.get("described_as") or []
    return {**link, **{key: words(link[key], text) for key in LINK_WORDS if key in link}, "spans": spans}


def words(spans: Sequence[Sequence[int]], text: str) -> str:
    """The words of one value, its pieces joined."""
    return " ".join(text[start:end] for start, end in spans)


if __name__ == "__main__":
    sys.exit(main())
