"""Articles to learn from are read in every form that gold is read in, and become labels on words."""

import json
from pathlib import Path

import pytest
from training.attributions.corpus import Reading, label_words, read_articles

from reportedly.annotate.decoding import TAGS
from reportedly.annotate.words import split_words
from reportedly.score.roles import RoleSpans
from reportedly.types.span import Span

TEXT = "Ana Brook said the bridge, now old, was shut."
ROLES = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 25], [36, 44]]}
SPELT = "B-S I-S B-C B-T I-T O O O O B-T I-T O"


def lines_of_polnear(folder: Path) -> Path:
    path = folder / "lines.jsonl"
    path.write_text(json.dumps({"doc": "one", "publisher": "p", "text": TEXT, "attributions": [ROLES]}))
    return path


def interchange(folder: Path) -> Path:
    path = folder / "interchange.jsonl"
    rows = [{"id": "r1", **ROLES}]
    path.write_text(json.dumps({"article": {"ref": "one", "text": TEXT}, "attributions": rows}))
    return path


def brat(folder: Path) -> Path:
    (folder / "one.txt").write_text(TEXT)
    (folder / "one.ann").write_text(
        "T1\tSource 0 9\tAna Brook\nT2\tCue 10 14\tsaid\nT3\tContent 15 25;36 44\tthe bridge was shut\n"
        "E1\tCue:T2 Source:T1 Content:T3\n"
    )
    return folder


def tags_of(reading: Reading) -> str:
    return " ".join(TAGS[tag] for tag in reading.labels.tags)


@pytest.mark.parametrize("written", [lines_of_polnear, interchange, brat])
def test_annotations_of_ones_own_are_read(written, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (reading,) = read_articles(written(gold), tmp_path)
    assert (reading.name, reading.text) == ("one", TEXT)
    assert tags_of(reading) == SPELT


def test_parses_come_with_the_words_and_are_kept(tmp_path: Path) -> None:
    path = lines_of_polnear(tmp_path)
    (first,) = read_articles(path, tmp_path)
    assert len(list(tmp_path.glob("parses-*.npz"))) == 1
    (second,) = read_articles(path, tmp_path)
    assert first.words.parse.pos.tolist() == second.words.parse.pos.tolist()
    assert any(first.words.parse.pos)


def test_of_two_roles_the_first_keeps_a_word() -> None:
    words = split_words("she said no")
    gold = [RoleSpans((), (Span(0, 8),), (Span(9, 11),)), RoleSpans((Span(0, 3),), (), (Span(4, 11),))]
    labels = label_words(words, gold)
    assert [TAGS[tag] for tag in labels.tags] == ["B-C", "I-C", "B-T"]
    assert labels.roles[1] == {"source": [], "cue": [], "content": [2]}
