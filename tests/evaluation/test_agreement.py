"""Two readers of the same sentences are compared row by row, and by kappa."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import agreement, sentences
from reportedly.score.marked import GoldError, Opposed
from reportedly.types.attribution import Certainty, Quoted, SourceKind, Stance

SENTENCES = ("The clerk said that Ada Brook would resign.", "The port denied that it had closed.")
TEXT = "\n\n".join(SENTENCES)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


ROWS: list[dict[str, Any]] = [
    {
        "id": "r1",
        "content": [at("that Ada Brook would resign")],
        "cue": [at("said")],
        "source": [at("The clerk")],
        "chain": [{"kind": "unnamed", "described_as": [at("clerk")], "count": "one"}],
        "stance": "intends",
        "certainty": "PR+",
        "quoted": "indirect",
    },
    {
        "id": "r1",
        "content": [at("that it had closed")],
        "cue": [at("denied")],
        "source": [at("The port")],
        "chain": [{"kind": "organisation", "name": [at("port")]}],
        "stance": "denies",
        "certainty": "CT-",
        "quoted": "indirect",
    },
]
# Everything that a label may say beside numbers, ids of documents and digests.
VALUES = {kind.value for group in (SourceKind, Stance, Certainty, Quoted) for kind in group} | {
    "one",
    "several",
}


def label(number: int, **changed: object) -> dict[str, Any]:
    sentence = SENTENCES[number]
    digest = hashlib.sha256(sentence.encode()).hexdigest()
    return {"doc": "d1", "sentence": at(sentence), "sha256": digest, "rows": [{**ROWS[number], **changed}]}


def passes(folder: Path, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> list[Opposed]:
    record = {"doc": "d1", "publisher": "harbour-post", "date": "2025-03-14", "title": "Port", "text": TEXT}
    with gzip.open(folder / "train.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")
    for name, labels in ((agreement.FIRST, first), (agreement.SECOND, second)):
        (folder / name).write_text("".join(json.dumps(one) + "\n" for one in labels), "utf-8")
    (folder / "outlets.toml").write_text('harbour-post = "Harbour Post"\n', "utf-8")
    return agreement.read_passes(folder, folder / "train.jsonl.gz")


def test_sentences_labelled_once_are_left_out(tmp_path: Path) -> None:
    [one] = passes(tmp_path, [label(0), label(1)], [label(1)])
    assert [entry.content_text for entry in one.gold.entries or ()] == ["that it had closed"]
    assert [entry.content_text for entry in one.predicted.entries or ()] == ["that it had closed"]


def test_first_pass_is_the_gold(tmp_path: Path) -> None:
    [one] = passes(tmp_path, [label(0)], [label(0, stance="asserts")])
    assert [entry.position.stance for entry in one.gold.entries or ()] == [Stance.INTENDS]
    assert [entry.position.stance for entry in one.predicted.entries or ()] == [Stance.ASSERTS]


def test_sentence_that_the_first_pass_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"labelled in second\.jsonl but not in labels\.jsonl"):
        passes(tmp_path, [label(0)], [label(1)])


def test_printed_agreement_names_shares_and_kappas(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    agreement.print_agreement(passes(tmp_path, [label(0), label(1)], [label(0, stance="asserts"), label(1)]))
    shown = capsys.readouterr().out
    assert "matched: stance" in shown and "said at" not in shown
    assert "kappa of stance: 0.33 over 2 matched rows" in shown
    assert "kappa of certainty: 1.00 over 2 matched rows" in shown


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        # 35 of 50 agree, and 25 would by chance.
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),
        ([("a", "a")], 1.0),
        ([], 0.0),
    ],
)
def test_kappa_takes_out_what_chance_agrees_on(values: list[tuple[str, str]], expected: float) -> None:
    assert agreement.kappa(values) == pytest.approx(expected)


def test_missing_corpus_is_said_plainly(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert agreement.main(["--data", str(tmp_path)]) == 1
    assert "is missing. Name the folder" in capsys.readouterr().err


def committed(name: str) -> agreement.Labels:
    return agreement.read_labels(sentences.CASES / name)


def test_committed_second_pass_is_sixty_sentences_of_the_first() -> None:
    second = committed(agreement.SECOND)
    assert len(second) == 60
    agreement.refuse_unmet(committed(agreement.FIRST), second)


def test_committed_second_pass_holds_no_words_of_the_corpus() -> None:
    for labelled in committed(agreement.SECOND).values():
        ids = {row["id"] for row in labelled["rows"]}
        for row in labelled["rows"]:
            assert row.get("parent", row["id"]) in ids
            assert set(strings({key: row[key] for key in row if key not in ("id", "parent")})) <= VALUES


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []
