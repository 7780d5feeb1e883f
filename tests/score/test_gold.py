"""Gold and predictions are read in every shape, and what does not fit is named with its line."""

import gzip
import json
from pathlib import Path

import pytest

from reportedly.score.gold import read_gold, read_predictions
from reportedly.score.marked import GoldError, oppose, unknown_keys
from tests.score.made import roles

TEXT = "Ana Brook said the bridge was shut."
ROW = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 34]]}
LINE = {
    "doc": "d1",
    "text": TEXT,
    "publisher": "harbour-gazette",
    "date": "2031-03-04",
    "attributions": [ROW],
}
FULL_ROW = {
    **ROW,
    "id": "a1",
    "chain": [{"kind": "outlet", "name": "Harbour Gazette"}, {"kind": "person", "name": "Ana Brook"}],
    "stance": "asserts",
    "certainty": "CT+",
    "quoted": "indirect",
    "claims": ["c1"],
}
FULL = {
    "article": {"id": "x1", "ref": None, "outlet": "Harbour Gazette", "text": TEXT},
    "attributions": [FULL_ROW],
    "claims": [{"id": "c1", "independent_origins": 2}],
}


def write(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(record) for record in records) + "\n", encoding="utf-8")
    return path


def test_line_with_doc_and_text_gives_roles_under_the_name_and_publisher(tmp_path: Path) -> None:
    (one,) = read_gold(write(tmp_path / "gold.jsonl", LINE))
    assert one.key == "d1"
    assert (one.article.outlet, one.article.published) == ("harbour-gazette", "2031-03-04")
    assert one.entries is None
    assert one.roles == (roles(TEXT, "Ana Brook", "said", "the bridge was shut"),)


def test_interchange_line_gives_full_rows_and_the_origins_of_claims(tmp_path: Path) -> None:
    (one,) = read_gold(write(tmp_path / "gold.jsonl", FULL))
    assert one.key == "x1"
    assert one.entries is not None and one.entries[0].chain.innermost.name == "Ana Brook"
    assert one.origins == {"c1": 2}


def test_gzip_is_unpacked_whatever_the_name(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(gzip.compress(json.dumps(LINE).encode()))
    assert len(read_gold(path)) == 1


def test_predictions_without_texts_take_the_golds(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", LINE))
    bare = {"doc": "d1", "attributions": [ROW]}
    predicted = read_predictions(write(tmp_path / "predicted.jsonl", bare), gold)
    assert oppose(gold, predicted)[0].predicted.roles == gold[0].roles


def test_full_predictions_meet_their_gold_by_ref(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", LINE))
    article = {**FULL["article"], "ref": "d1"}
    predicted = read_predictions(write(tmp_path / "predicted.jsonl", {**FULL, "article": article}), gold)
    (pair,) = oppose(gold, predicted)
    assert pair.predicted.attributions(outermost=True) == gold[0].roles


def test_own_voice_and_children_are_kept_from_gold_of_outermost_attributions(tmp_path: Path) -> None:
    own = {**FULL_ROW, "id": "a2", "source": [], "cue": [], "quoted": "own_voice"}
    child = {**FULL_ROW, "id": "a3", "parent": "a1"}
    (one,) = read_gold(write(tmp_path / "gold.jsonl", {**FULL, "attributions": [FULL_ROW, own, child]}))
    assert len(one.attributions(outermost=True)) == 1
    assert len(one.attributions(outermost=False)) == 2


def test_article_that_was_not_predicted_counts_as_empty_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", LINE))
    other = read_predictions(write(tmp_path / "predicted.jsonl", {"doc": "d2", "attributions": []}), gold)
    assert oppose(gold, other)[0].predicted.attributions(outermost=True) == ()
    assert unknown_keys(gold, other) == ["d2"]


def test_predictions_on_another_text_are_refused(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", LINE))
    other = read_predictions(write(tmp_path / "predicted.jsonl", {**LINE, "text": TEXT + " Later."}), gold)
    with pytest.raises(GoldError, match="another text"):
        oppose(gold, other)


def changed(**fields: object) -> dict[str, object]:
    return {**LINE, **fields}


BROKEN = [
    ("[1]", "It is no JSON object"),
    ("{", "not valid JSON"),
    ("[" * 100_000, "nested too deep"),
    (json.dumps({"doc": "d2", "text": TEXT}), "attributions"),
    (json.dumps({"text": TEXT, "attributions": []}), 'no name under "doc"'),
    (json.dumps(changed(doc="d2", attributions=[3])), "no JSON object"),
    (json.dumps(changed(doc="d2", attributions=[{**ROW, "cue": [[10]]}])), r"\[10\]"),
    (json.dumps(changed(doc="d2", attributions=[{**ROW, "cue": "said"}])), "said"),
    (json.dumps(changed(doc="d2", attributions=[{**ROW, "content": [[15, 999]]}])), r"\[15, 999\]"),
    (json.dumps(changed(doc="d2", attributions=[{**ROW, "content": [[9, 3]]}])), r"\[9, 3\]"),
    (json.dumps(changed(doc="d2", text=7)), '"text" is 7'),
    (json.dumps({**FULL, "attributions": [{**FULL_ROW, "stance": "shouts"}]}), "shouts"),
    (json.dumps({**FULL, "attributions": [{**FULL_ROW, "chain": []}]}), "no link"),
    (json.dumps({**FULL, "attributions": [{**FULL_ROW, "chain": ["Ana"]}]}), "line 2"),
    (json.dumps({**FULL, "attributions": [{k: v for k, v in FULL_ROW.items() if k != "quoted"}]}), "quoted"),
    (json.dumps({**FULL, "claims": [{"id": "c1"}]}), "independent_origins"),
    (json.dumps({**FULL, "attributions": [{**FULL_ROW, "claims": [["c1"]]}]}), '"claims" holds'),
    (json.dumps({**FULL, "attributions": [{**FULL_ROW, "medium": 3}]}), '"medium" is 3'),
    (json.dumps({**FULL, "article": None}), '"article" is no JSON object'),
]


@pytest.mark.parametrize(("line", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_broken_line_is_named_with_its_number_and_reason(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE) + "\n" + line + "\n")
    with pytest.raises(GoldError, match=words) as refused:
        read_gold(path)
    assert "gold.jsonl, line 2" in str(refused.value)


FILES = [
    (b"", "holds no article"),
    (b"\n\n", "holds no article"),
    (b"\xff\xfe", "not in UTF-8"),
    (b"\x1f\x8bnothing", "damaged"),
    (gzip.compress(b"{}" * 99)[:-9], "damaged"),
]


@pytest.mark.parametrize(("body", "words"), FILES)
def test_file_that_is_no_gold_is_said(tmp_path: Path, body: bytes, words: str) -> None:
    (tmp_path / "gold.jsonl").write_bytes(body)
    with pytest.raises(GoldError, match=words):
        read_gold(tmp_path / "gold.jsonl")


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="does not exist"):
        read_gold(tmp_path / "gold.jsonl")


def test_gold_without_text_and_two_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no text"):
        read_gold(write(tmp_path / "a.jsonl", {"doc": "d1", "attributions": []}))
    with pytest.raises(GoldError, match="d1 is there twice"):
        read_gold(write(tmp_path / "b.jsonl", LINE, LINE))
