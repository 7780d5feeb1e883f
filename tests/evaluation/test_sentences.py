"""Labels without text become gold rows; what the program finds elsewhere in the article does not count."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from evaluation import sentences
from reportedly.config import Config
from reportedly.score.gold import read_record
from reportedly.score.marked import GoldError, MarkedArticle
from reportedly.types.attribution import Certainty, Quoted, SourceKind, Stance

SENTENCE = "A clerk, speaking on condition of anonymity, told Tarnwire that Ada Brook would resign."
TEXT = f"The ferry was late.\n\n{SENTENCE}\n\nThe port said it had closed."
START = TEXT.index(SENTENCE)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


ROW: dict[str, Any] = {
    "id": "r1",
    "content": [at("that Ada Brook would resign")],
    "cue": [at("told")],
    "source": [at("A clerk, speaking on condition of anonymity,")],
    "chain": [
        {"kind": "wire_agency", "name": [at("Tarnwire")]},
        {
            "kind": "unnamed",
            "described_as": [at("clerk")],
            "count": "one",
            "condition": [at("on condition"), at("of anonymity")],
        },
    ],
    "stance": "intends",
    "certainty": "PR+",
    "quoted": "indirect",
    "participants": [[at("Ada Brook")]],
}
CHILD: dict[str, Any] = {
    "id": "r2",
    "parent": "r1",
    "content": [at("would resign")],
    "chain": [],
    "stance": "other",
    "certainty": "Uu",
    "quoted": "indirect",
}
# Everything that a label may say beside numbers, ids of documents and digests.
VALUES = {kind.value for group in (SourceKind, Stance, Certainty, Quoted) for kind in group} | {
    "one",
    "several",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_corpus(tmp_path, TEXT)
    write_labels(tmp_path, [ROW, CHILD])
    (tmp_path / "outlets.toml").write_text('harbour-post = "Harbour Post"\n', "utf-8")
    return tmp_path


def write_corpus(folder: Path, text: str) -> None:
    record = {"doc": "d1", "publisher": "harbour-post", "date": "2025-03-14", "title": "Port", "text": text}
    (folder / "polnear").mkdir(exist_ok=True)
    with gzip.open(folder / sentences.CORPUS, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({**record, "attributions": []}) + "\n")


def write_labels(folder: Path, rows: list[dict[str, Any]], doc: str = "d1") -> None:
    digest = hashlib.sha256(SENTENCE.encode()).hexdigest()
    label = {"doc": doc, "sha256": digest, "sentence": [START, START + len(SENTENCE)], "rows": rows}
    (folder / "labels.jsonl").write_text(json.dumps(label) + "\n", "utf-8")


def cases(folder: Path) -> list[sentences.LabelledArticle]:
    return sentences.read_cases(folder, folder / sentences.CORPUS)


def test_labels_become_rows_in_the_words_of_the_text(folder: Path) -> None:
    [case] = cases(folder)
    row, _ = case.gold.entries or ()
    assert row.content_text == "that Ada Brook would resign"
    assert [link.name or link.described_as for link in row.chain.links] == [
        "Harbour Post",
        "Tarnwire",
        "clerk",
    ]
    assert row.chain.innermost.condition == "on condition of anonymity"
    assert row.about.participants == ("Ada Brook",)


def test_child_names_its_parent_and_has_the_outlet_alone(folder: Path) -> None:
    [case] = cases(folder)
    parent, child = case.gold.entries or ()
    assert child.attribution.parent == parent.id
    assert [link.name for link in child.chain.links] == ["Harbour Post"]
    assert child.attribution.source == ()


def test_changed_sentence_is_refused(folder: Path) -> None:
    write_corpus(folder, TEXT.replace("clerk", "guard"))
    with pytest.raises(GoldError, match="is not the one that was labelled"):
        cases(folder)


def test_document_that_the_corpus_lacks_is_refused(folder: Path) -> None:
    write_labels(folder, [ROW], doc="d2")
    with pytest.raises(GoldError, match="lacks the document d2"):
        cases(folder)


def test_missing_corpus_is_said_plainly(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert sentences.main(["--data", str(tmp_path)]) == 1
    assert "is missing. Name the folder" in capsys.readouterr().err


def marker(*rows: dict[str, Any]) -> sentences.Marker:
    """A program that finds the same rows in every article."""

    def mark(gold: Sequence[MarkedArticle], config: Config) -> list[MarkedArticle]:
        made = [
            sentences.make_row(row, {"doc": "d1", "sentence": [0, 0]}, TEXT, "Harbour Post") for row in rows
        ]
        return [
            read_record({"article": {"ref": one.key}, "attributions": made}, {one.key: TEXT}) for one in gold
        ]

    return mark


def test_rows_found_in_other_sentences_do_not_count(folder: Path) -> None:
    elsewhere = {**CHILD, "content": [at("it had closed")], "cue": [at("said")], "source": [at("The port")]}
    del elsewhere["parent"]
    scores = sentences.score(cases(folder), marker(ROW, elsewhere))
    assert (scores.gold, scores.predicted) == (2, 1)
    assert dict(scores.values())["rows citing precision"] == 1.0


def test_times_are_not_scored_since_they_are_not_labelled(folder: Path) -> None:
    scores = sentences.score(cases(folder), marker(ROW, CHILD))
    assert dict(scores.values())["matched whole chain share"] == 1.0
    assert not sentences.UNLABELLED & {share.name[1] for share in scores.shares}


def committed() -> list[dict[str, Any]]:
    lines = (sentences.CASES / "labels.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("id", "parent"):
                yield from texts(one)


def test_committed_labels_hold_no_words_of_the_corpus() -> None:
    assert {text for label in committed() for text in texts(label["rows"])} <= VALUES


def test_committed_labels_are_two_hundred_sentences_with_rows_that_fit() -> None:
    labels = committed()
    assert len(labels) == 200
    for label in labels:
        ids = [row["id"] for row in label["rows"]]
        assert len(set(ids)) == len(ids)
        assert {row["parent"] for row in label["rows"] if "parent" in row} <= set(ids)
        start, end = label["sentence"]
        assert all(start <= min(row["content"])[0] < end for row in label["rows"])
