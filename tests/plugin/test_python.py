"""`reportedly.read(…)` and the public names."""

from pathlib import Path

import pytest

import reportedly
from reportedly.plugin.python import RejectionWarning
from reportedly.types.article import Rejection


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text("The pier is closed, the harbour master said.", "utf-8")
    return str(path)


def test_a_file_becomes_a_doc_with_entries(story: str) -> None:
    (doc,) = reportedly.read(story, outlet="Harbour Gazette", published="2021-03-04")
    (entry,) = doc.entries
    assert (entry.source_text, entry.content_text) == ("the harbour master", "The pier is closed")
    assert (entry.article.outlet, entry.article.published) == ("Harbour Gazette", "2021-03-04")


def test_what_cannot_be_read_is_a_warning_and_the_rest_is_read(story: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.warns(RejectionWarning, match="empty"):
        docs = list(reportedly.read(str(empty), story))
    assert len(docs) == 1


def test_rejections_can_be_collected(tmp_path: Path) -> None:
    rejections: list[Rejection] = []
    assert list(reportedly.read(str(tmp_path / "missing.txt"), on_rejection=rejections.append)) == []
    assert len(rejections) == 1


@pytest.mark.parametrize("name", reportedly.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(reportedly, name).__name__ == name
    assert name in dir(reportedly)


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'Quote'.*Attribution"):
        reportedly.Quote  # noqa: B018
