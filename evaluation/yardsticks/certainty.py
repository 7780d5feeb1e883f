"""Measures certainty and polarity on MEANTIME and UDS-IH2, and on MEANTIME which reports are found at all.

    python -m evaluation.yardsticks.certainty DATA

A gold event counts where it is the main verb of a row's content: the certainty of a row is that of its main
verb. The baseline calls everything certain and positive, as most of the news is. MEANTIME's events to
come are left out of its certainty: it calls a plan certain, the vocabulary probable. UDS-IH2 asks whether
something happened, so a plan, an order or a question counts against it there, whoever is how sure.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.annotate.clauses import find_clause
from reportedly.annotate.doc_index import DocIndex
from reportedly.assemble import make_pipeline
from reportedly.cli.figures import print_scores
from reportedly.config import Config
from reportedly.score.counts import ArticleCounts, Name
from reportedly.score.estimates import estimate
from reportedly.types.article import Article, article_id
from reportedly.types.attribution import Certainty, Quoted
from reportedly.types.doc import Doc
from reportedly.types.span import Span

MEANTIME, UDS = Path("meantime/dev.jsonl.gz"), Path("uds_ih2/dev.jsonl.gz")
SURE, UNSURE, POSITIVE, NEGATIVE, OPEN = "certain", "not certain", "positive", "negative", "open"
WAYS = ("program", "baseline")
BATCH = 64
# A predicate's mean score from -3 to 3: between these two its annotators did not commit themselves.
COMMITTED = 1.0
# The middle of what FactBank's values mean on that scale.
SCALE: Mapping[Certainty, float] = {
    Certainty.CT_PLUS: 3.0,
    Certainty.PR_PLUS: 2.0,
    Certainty.PS_PLUS: 1.0,
    Certainty.UU: 0.0,
    Certainty.PS_MINUS: -1.0,
    Certainty.PR_MINUS: -2.0,
    Certainty.CT_MINUS: -3.0,
}


@dataclass(frozen=True, slots=True)
class Text:
    """A corpus document put together from its words; `starts` is where each word begins."""

    name: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    record: Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of both corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args(arguments).data
    measure("MEANTIME", list(meantime(data / MEANTIME)), count_meantime)
    texts = list(uds(data / UDS))
    pairs = [pair for counts in measure("UDS-IH2", texts, count_uds) for pair in counts]
    ours, gold = np.array(pairs).T
    print(f"UDS-IH2, {len(pairs)} predicates: correlation with the mean of the annotators (Pearson)")
    print(f"  program {np.corrcoef(ours, gold)[0, 1]:.3f}; the baseline has no variance, so none")
    print(f"  mean distance: program {abs(ours - gold).mean():.2f}, baseline {abs(3.0 - gold).mean():.2f}")


def measure(name: str, texts: Sequence[Text], count: Callable[[ArticleCounts, Text, Doc], Any]) -> list[Any]:
    """Read every text, print the figures, and give what counting each text returned."""
    pipeline = make_pipeline(Config())
    counts, returned, rows = [], [], 0
    for first in range(0, len(texts), BATCH):
        batch = texts[first : first + BATCH]
        for text, doc in zip(batch, pipeline.annotate([to_article(one) for one in batch]), strict=True):
            counts.append(ArticleCounts())
            returned.append(count(counts[-1], text, doc))
            rows += len(doc.rows)
    print_scores(estimate(name, counts, (sum(map(size, counts)), rows)))
    return returned


def size(counts: ArticleCounts) -> int:
    """How many gold events of one text were compared."""
    return int(sum(tally.gold for name, tally in counts.right.items() if name == ("certainty", WAYS[0])))


def meantime(path: Path) -> Iterator[Text]:
    """The annotated sentences of each article; title and date are paragraphs of their own."""
    for record in lines(path):
        last = record["last_annotated_sent"]
        kept = [n for n, sentence in enumerate(record["sent"]) if sentence <= last]
        gaps = ["\n\n" if record["sent"][n] != record["sent"][n - 1] < 2 else " " for n in kept]
        yield put_together(record["doc"], [record["tok"][n] for n in kept], gaps, record)


def uds(path: Path) -> Iterator[Text]:
    """Every sentence as a text of its own."""
    for number, record in enumerate(lines(path)):
        words = record["text"].split(" ")
        yield put_together(f"sentence {number}", words, [" "] * len(words), record)


def lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The records of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def put_together(name: str, words: Sequence[str], gaps: Sequence[str], record: Mapping[str, Any]) -> Text:
    """Words and the white space before each as one text."""
    starts, ends, text = [], [], ""
    for word, gap in zip(words, gaps, strict=True):
        text += (gap if text else "") + word
        starts.append(len(text) - len(word))
        ends.append(len(text))
    return Text(name, text, starts, ends, record)


def to_article(text: Text) -> Article:
    """The text as the pipeline takes it."""
    return Article(article_id(None, text.name, text.text), text.text, language="en", ref=text.name)


def certainties(doc: Doc) -> dict[int, Certainty]:
    """For the character at which each row's main verb begins, the row's certainty; inner rows win."""
    index = DocIndex(doc)
    found: dict[int, Certainty] = {}
    for row, position in zip(doc.rows, doc.positions or (), strict=True):
        clause = find_clause(index, row.content)
        if clause is not None and (row.parent is not None or clause.root not in found):
            found[index.tokens[clause.root].start] = position.certainty
    return found


def count_meantime(counts: ArticleCounts, text: Text, doc: Doc) -> None:
    """Certainty and polarity of main verbs, and the reports of speech that a row holds."""
    certainty = certainties(doc)
    for event in text.record["events"]:
        place = event["tok"][0]
        if place < len(text.starts) and text.starts[place] in certainty and event["certainty"]:
            ours = certainty[text.starts[place]]
            if event["time"] != "FUTURE":
                is_sure = ours in {Certainty.CT_PLUS, Certainty.CT_MINUS}
                gold = SURE if event["certainty"] == "CERTAIN" else UNSURE
                compare(counts, "certainty", SURE if is_sure else UNSURE, gold, SURE)
            if event["polarity"] in {"POS", "NEG"}:
                gold = NEGATIVE if event["polarity"] == "NEG" else POSITIVE
                compare(counts, "polarity", NEGATIVE if SCALE[ours] < 0 else POSITIVE, gold, POSITIVE)
    count_links(counts, text, doc)


def compare(counts: ArticleCounts, group: str, ours: str, gold: str, baseline: str) -> None:
    """One answer and the baseline's, as a share and class by class."""
    for way, answer in zip(WAYS, (ours, baseline), strict=True):
        counts.add_right((group, way), int(answer == gold), 1)
        for value in {answer, gold}:
            name: Name = (f"{group} ({way})", value)
            counts.add_found(name, int(answer == gold == value), int(answer == value), int(gold == value))


def count_links(counts: ArticleCounts, text: Text, doc: Doc) -> None:
    """The speech events whose reported event stands in the content of a row with that event in its cue."""
    places = {event["id"]: event["tok"][0] for event in text.record["events"]}
    rows = [row for row in doc.rows if row.quoted is not Quoted.OWN_VOICE]
    for link in text.record["slink"]:
        speech, said = (places.get(link[0]), places.get(link[1]))
        if speech is None or said is None or max(speech, said) >= len(text.starts):
            continue
        cue, content = text.starts[speech], text.starts[said]
        is_found = any(holds(row.cue, cue) and holds(row.content, content) for row in rows)
        is_content = any(holds(row.content, content) for row in rows)
        counts.add_right(("reports (SLINK)", "cue and content found"), int(is_found), 1)
        counts.add_right(("reports (SLINK)", "content found"), int(is_content), 1)


def holds(spans: Sequence[Span], place: int) -> bool:
    """Whether one of the spans holds the character."""
    return any(span.start <= place < span.end for span in spans)


def count_uds(counts: ArticleCounts, text: Text, doc: Doc) -> list[tuple[float, float]]:
    """The predicates that are main verbs: three classes, and the pairs of numbers."""
    certainty = certainties(doc)
    pairs = []
    for (first, _), gold in text.record["targets"]:
        ours = certainty.get(text.starts[first])
        if ours is not None:
            pairs.append((SCALE[ours], float(gold)))
            compare(counts, "certainty", three(SCALE[ours]), three(gold), POSITIVE)
    return pairs


def three(value: float) -> str:
    """Happened, did not happen, or neither is said."""
    return POSITIVE if value >= COMMITTED else NEGATIVE if value <= -COMMITTED else OPEN


if __name__ == "__main__":
    main()
