"""Certainty is compared with both corpora's marks, where a marked event is the main verb of a row."""

import gzip
import json
from pathlib import Path

import pytest
from evaluation.yardsticks.certainty import MEANTIME, UDS, main

WORDS = ["Bridge", "shut", "Ana", "Brook", "said", "the", "bridge", "might", "have", "collapsed", "."]


def event(number: int, certainty: str, polarity: str = "POS", time: str = "NON_FUTURE") -> dict[str, object]:
    return {
        "id": str(number),
        "tok": [number],
        "certainty": certainty,
        "polarity": polarity,
        "time": time,
    }


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    article = {
        "doc": "d1",
        "tok": WORDS,
        "sent": [0, 0, *[1] * 9],
        "last_annotated_sent": 1,
        "events": [event(4, "CERTAIN"), event(9, "POSSIBLE")],
        "slink": [["4", "9"]],
    }
    sentence = {"text": "Ana Brook did not resign on Monday .", "targets": [[[4, 5], -3.0]]}
    for path, record in ((MEANTIME, article), (UDS, sentence)):
        (tmp_path / path).parent.mkdir()
        with gzip.open(tmp_path / path, "wt", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n" + json.dumps(record) + "\n")
    return tmp_path


def test_program_stands_beside_the_baseline(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.warns(RuntimeWarning):  # two equal sentences correlate with nothing
        main([str(corpora)])
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    shares = {line.rsplit(" ", 4)[0]: line.split()[-2:] for line in lines if ": " in line}
    assert shares["certainty: program"] == ["2", "2"]
    assert shares["certainty: baseline"] == ["0", "2"]
    assert shares["reports (SLINK): cue and content found"] == ["2", "2"]
    assert any(line.startswith("mean distance: program 0.00, baseline 6.00") for line in lines)
