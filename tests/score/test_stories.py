"""A folder of stories is read as one gold, with ids that stay apart."""

import json
from pathlib import Path

from reportedly.score.gold import read_gold
from tests.score.test_gold import FULL, TEXT


def story(folder: Path, text: str) -> None:
    folder.mkdir()
    record = {**FULL, "article": {**FULL["article"], "id": folder.name, "text": text}}
    (folder / "expected.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")


def test_rows_and_claims_of_two_stories_keep_apart(tmp_path: Path) -> None:
    story(tmp_path / "flood", TEXT)
    story(tmp_path / "strike", TEXT + " ")
    flood, strike = read_gold(tmp_path)
    assert [entry.id for one in (flood, strike) for entry in one.entries or ()] == ["flood/a1", "strike/a1"]
    assert [entry.claims for entry in strike.entries or ()] == [("strike/c1",)]
    assert (flood.origins, strike.origins) == ({"flood/c1": 2}, {"strike/c1": 2})


def test_one_story_is_read_by_its_own_folder(tmp_path: Path) -> None:
    story(tmp_path / "flood", TEXT)
    assert [one.key for one in read_gold(tmp_path / "flood")] == ["flood"]
