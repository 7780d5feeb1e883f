"""The measure of origins: what is right, what is wrong, and the baseline beside it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.origins import figures_of, judge_story, main, pairs_of

SAMPLES = Path(__file__).parents[2] / "samples" / "expected.jsonl"


@pytest.fixture(scope="module")
def lines() -> list[dict]:
    return [json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines()]


def write(folder: Path, lines: list[dict]) -> Path:
    path = folder / "expected.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return path


def test_the_sample_story_has_its_three_origins() -> None:
    journey = next(one for one in judge_story(SAMPLES) if one.gold.id == "journey")
    assert journey.evidence.independent_origins == journey.gold.count == 3
    assert (journey.articles, journey.outlets) == (9, 8)


def test_a_wrong_count_is_counted_as_wrong_and_told(tmp_path, lines, capsys) -> None:
    for line in lines:
        for claim in line["claims"]:
            if claim["id"] == "journey":
                claim["independent_origins"] = 5
    path = write(tmp_path, lines)
    right, of = figures_of(judge_story(path)).counts["origins right, claims all"]
    assert of - right == 1
    assert main([str(path), "--wrong"]) == 0
    assert "journey: " in capsys.readouterr().out


def test_claims_of_one_row_are_left_out_of_the_harder_figures() -> None:
    judged = [one for one in judge_story(SAMPLES) if len(one.gold.sides) == 1]
    assert "origins right, claims of two or more rows" not in figures_of(judged).counts


def test_pairs_are_those_inside_one_group() -> None:
    assert pairs_of([("b", "a", "c"), ("d",)]) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_rows_of_the_program_are_judged_under_the_golds_ids(tmp_path, lines) -> None:
    for line in lines:
        names = {row["id"]: f"x{row['id']}" for row in line["attributions"]}
        for row in line["attributions"]:
            row.update(id=names[row["id"]], parent=row["parent"] and names[row["parent"]], claims=[])
    write(tmp_path, lines).rename(tmp_path / "samples.jsonl")
    with_gold, with_program = judge_story(SAMPLES), judge_story(SAMPLES, tmp_path)
    assert [replace(one, rows=()) for one in with_program] == [replace(one, rows=()) for one in with_gold]
