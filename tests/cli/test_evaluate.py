"""`evaluate` compares predictions, or the program itself, with gold of every shape."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.stories import run

TEXT = (
    "The bridge over the Ilse was shut on Monday, Mayor Ana Brook said.\n"
    "“We had no choice,” Ms Brook told reporters. It rained all day."
)


def span(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


FIRST = {
    "source": span("Mayor Ana Brook"),
    "cue": span("said"),
    "content": span("The bridge over the Ilse was shut on Monday"),
}
SECOND = {"source": span("Ms Brook"), "cue": span("told"), "content": span("“We had no choice,”")}
PLAIN = {"doc": "d1", "publisher": "harbour-gazette", "text": TEXT, "attributions": [FIRST, SECOND]}
CHAIN = [{"kind": "outlet", "name": "Harbour Gazette"}, {"kind": "person", "name": "Ana Brook"}]
ROW = {"chain": CHAIN, "stance": "asserts", "certainty": "CT+", "quoted": "indirect"}
FULL = {
    "article": {"id": "x1", "ref": "d1", "outlet": "Harbour Gazette", "language": "en", "text": TEXT},
    "attributions": [
        {**ROW, **FIRST, "id": "a1", "claims": ["shut"]},
        {**ROW, **SECOND, "id": "a2", "quoted": "direct", "claims": ["choice"]},
    ],
    "claims": [{"id": "shut", "independent_origins": 1}, {"id": "choice", "independent_origins": 1}],
}


def write(path: Path, *records: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.jsonl", PLAIN)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    return write(tmp_path / "full.jsonl", FULL)


def figure(kind: str, gold: Path, *rest: str | Path) -> dict[tuple[str, str], dict]:
    result = run("evaluate", kind, gold, *rest, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines()]
    return {(record["group"], record["name"]): record for record in records}


def test_predictions_are_compared_with_gold(plain: Path, tmp_path: Path) -> None:
    predicted = write(tmp_path / "predicted.jsonl", {"doc": "d1", "attributions": [FIRST]})
    found = figure("attributions", plain, predicted)["attribution", "all"]
    assert (found["precision"]["value"], found["recall"]["value"]) == (1.0, 0.5)
    assert (found["predicted"], found["gold"]) == (1, 2)


def test_predictions_in_the_interchange_format_fit_plain_gold(plain: Path, full: Path) -> None:
    assert figure("attributions", plain, full)["attribution", "with cue"]["f1"]["value"] == 1.0


@pytest.mark.parametrize("kind", ["entries", "claims"])
def test_full_gold_against_itself_is_right(full: Path, kind: str) -> None:
    records = figure(kind, full, full)
    assert {one["share"]["value"] for one in records.values() if one.get("of")} == {1.0}


def test_brat_folder_is_gold(tmp_path: Path, full: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "d1.txt").write_text(TEXT, encoding="utf-8", newline="")
    entities = [
        f"T{at}\t{role.title()} {FIRST[role][0][0]} {FIRST[role][0][1]}\t…"
        for at, role in enumerate(("source", "cue", "content"), start=1)
    ]
    (folder / "d1.ann").write_text("\n".join([*entities, "E1\tCue:T2 Source:T1 Content:T3"]))
    assert figure("attributions", folder, full)["attribution", "all"]["recall"]["value"] == 1.0


def test_table_names_every_criterion(full: Path) -> None:
    table = run("evaluate", "attributions", full, full).stdout
    for words in (
        "1 article, 2 gold and 2 predicted rows",
        "token: macro",
        "content: exact",
        "class: direct",
    ):
        assert words in table


def test_json_is_one_object(full: Path) -> None:
    record = json.loads(run("evaluate", "entries", full, full, "--format", "json").stdout)
    assert (record["kind"], record["articles"], record["gold"], record["predicted"]) == ("entries", 1, 2, 2)
    assert record["figures"]


def test_without_predictions_the_program_reads_the_texts(plain: Path) -> None:
    found = figure("attributions", plain)["attribution", "content only"]
    assert found["recall"]["value"] > 0


def test_without_predictions_claims_come_from_a_ledger_that_is_thrown_away(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ("same claim", "BCubed of matched") in figure("claims", full)
    assert [path.name for path in tmp_path.iterdir()] == ["full.jsonl"]


def test_predicted_articles_that_the_gold_lacks_are_named(plain: Path, tmp_path: Path) -> None:
    predicted = write(tmp_path / "p.jsonl", PLAIN, {"doc": "other", "attributions": []})
    result = run("evaluate", "attributions", plain, predicted)
    assert result.exit_code == 0
    assert "1 article (other)" in result.stderr


MISTAKES = [
    ("attributions", "none.jsonl", None, "none.jsonl does not exist"),
    ("attributions", "empty.jsonl", "", "holds no article"),
    ("attributions", "broken.jsonl", json.dumps(PLAIN) + "\n{", "broken.jsonl, line 2"),
    ("entries", "plain.jsonl", json.dumps(PLAIN), "evaluate attributions"),
    (
        "claims",
        "plain.jsonl",
        json.dumps({**FULL, "attributions": [{**ROW, **FIRST, "id": "a1"}]}),
        "no claim",
    ),
]


@pytest.mark.parametrize(("kind", "name", "body", "words"), MISTAKES, ids=[case[3] for case in MISTAKES])
def test_gold_that_does_not_fit_is_one_sentence(
    tmp_path: Path, kind: str, name: str, body: str | None, words: str
) -> None:
    if body is not None:
        (tmp_path / name).write_text(body, encoding="utf-8")
    result = run("evaluate", kind, tmp_path / name)
    assert result.exit_code == 1
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_predictions_of_other_articles_are_refused(plain: Path, tmp_path: Path) -> None:
    predicted = write(tmp_path / "p.jsonl", {"doc": "other", "attributions": []})
    result = run("evaluate", "attributions", plain, predicted)
    assert result.exit_code == 1
    assert "No predicted article is in the gold" in result.stderr


def test_unknown_kind_is_a_usage_error(plain: Path) -> None:
    assert run("evaluate", "verdicts", plain).exit_code == 2
