"""The gate: nothing on the committed gold is below its floor, and floors only rise."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.measures import Kind

from evaluation import gate
from reportedly.cli import evaluate

CHECK = gate.Check(Kind.ATTRIBUTIONS, "gold.jsonl", True, "d" * 64, 0.02, {"attribution all f1": 0.5})


def written(path: Path, *checks: gate.Check) -> Path:
    records = [
        {
            "kind": check.kind.value,
            "gold": check.gold,
            "committed": check.is_committed,
            "digest": check.digest,
            "margin": check.margin,
            "floors": check.floors,
        }
        for check in checks
    ]
    path.write_text(json.dumps(records), "utf-8")
    return path


def measured(value: float) -> gate.Measured:
    return gate.Measured(CHECK.name, "attribution all f1", value, 0.5)


def test_committed_gold_is_above_its_floors(capsys: pytest.CaptureFixture[str]) -> None:
    status = gate.main(["--committed"])
    shown = capsys.readouterr()
    assert status == 0, shown.out + shown.err
    assert "samples/expected.jsonl" in shown.out


@pytest.mark.skipif("REPORTEDLY_DATA" not in os.environ, reason="REPORTEDLY_DATA names no folder of corpora")
def test_corpora_are_above_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    status = gate.main([])
    shown = capsys.readouterr()
    assert status == 0, shown.out + shown.err
    assert "polnear/dev.jsonl.gz" in shown.out


def test_every_kind_has_floors_on_committed_gold() -> None:
    committed = {check.kind for check in gate.read_floors(gate.FLOORS) if check.is_committed}
    assert {one.value for one in committed} == {one.value for one in evaluate.Kind}


def test_figure_below_its_floor_fails_and_is_marked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "measure", lambda checks, data: [measured(0.49)])
    assert gate.main(["--committed"]) == 1
    shown = capsys.readouterr()
    assert "BELOW" in shown.out
    assert "1 of 1 figures fell" in shown.err


def test_floor_rises_to_a_margin_below_the_figure() -> None:
    (check,) = gate.raised([CHECK], [measured(0.6)])
    assert check.floors == {"attribution all f1": 0.58}


@pytest.mark.parametrize("value", [0.51, 0.2])
def test_floor_stays_where_the_figure_is_not_a_margin_above_it(value: float) -> None:
    assert gate.raised([CHECK], [measured(value)]) == [CHECK]


def test_raised_floors_are_written_and_read_back(tmp_path: Path) -> None:
    path = written(tmp_path / "floors.json", CHECK)
    higher = replace(CHECK, floors={"attribution all f1": 0.7})
    gate.write_floors(path, [higher])
    assert gate.read_floors(path) == [higher]


@pytest.mark.parametrize("floors", [{"attribution all f1": 0.4}, {}])
def test_lower_floor_and_one_that_is_gone_are_refused(tmp_path: Path, floors: dict[str, float]) -> None:
    path = written(tmp_path / "floors.json", CHECK)
    with pytest.raises(gate.GateError, match="only rise"):
        gate.write_floors(path, [replace(CHECK, floors=floors)])
    assert gate.read_floors(path) == [CHECK]


def test_changed_gold_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}", "utf-8")
    with pytest.raises(gate.GateError, match="has changed"):
        list(gate.measure([replace(CHECK, is_committed=False)], tmp_path))


def test_corpus_that_is_not_here_is_left_out() -> None:
    assert list(gate.measure([replace(CHECK, is_committed=False)], None)) == []
