"""A model's files are the ones its manifest names, or nothing is loaded."""

import shutil
from pathlib import Path

import pytest

from reportedly.models.attribution_model import FOLDER, load_attribution_model
from reportedly.models.manifest import HERE, checked_file, read_manifest
from reportedly.types.errors import ModelError

MOST_MEGABYTES = 25


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "attributions"
    shutil.copytree(FOLDER, folder)
    return folder


def test_shipped_files_have_the_digests_of_the_manifest() -> None:
    manifest = read_manifest(FOLDER)
    assert {checked_file(FOLDER, manifest, name).name for name in manifest.digests} == {
        "model.onnx",
        "tokenizer.json",
    }


def test_changed_weights_are_refused(copy: Path) -> None:
    weights = copy / "model.onnx"
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match=r"model\.onnx .* was changed or damaged"):
        load_attribution_model(1, copy)


def test_changed_vocabulary_is_refused(copy: Path) -> None:
    (copy / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json .* was changed or damaged"):
        load_attribution_model(1, copy)


def test_missing_weights_are_named(copy: Path) -> None:
    (copy / "model.onnx").unlink()
    with pytest.raises(ModelError, match=r"model\.onnx .* is missing"):
        load_attribution_model(1, copy)


@pytest.mark.parametrize("content", ["", "name = ", 'name = "attributions"\n'])
def test_broken_manifest_is_an_error_with_advice(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.toml").write_text(content)
    with pytest.raises(ModelError, match="Install reportedly again"):
        read_manifest(tmp_path)


def test_weights_stay_below_their_size() -> None:
    assert (FOLDER / "model.onnx").stat().st_size <= MOST_MEGABYTES * 1e6


def test_no_pickle_ships() -> None:
    assert not [path for path in HERE.rglob("*") if path.suffix in {".pt", ".pth", ".pkl", ".bin"}]


def test_card_lies_beside_the_model() -> None:
    assert "PolNeAR dev" in (FOLDER / "card.md").read_text(encoding="utf-8")
