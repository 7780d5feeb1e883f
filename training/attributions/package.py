"""Puts an exported model into the package: weights, vocabulary, manifest and card."""

import hashlib
import json
import shutil
from pathlib import Path

from training.attributions.card import write_card
from training.attributions.encoder import weights_folder
from training.attributions.evaluate import Measured

NAME = "attributions"
LICENCE = "Apache-2.0 (weights derived from all-MiniLM-L6-v2, Apache-2.0)"


def write_vocabulary(out: Path) -> Path:
    """The encoder's tokenizer without the truncation and padding that it comes with."""
    content = json.loads((weights_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    content["truncation"] = content["padding"] = None
    path = out / "tokenizer.json"
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return path


def write_manifest(out: Path, version: str, scores: dict[str, float], calibration: list[float]) -> Path:
    """The manifest beside `model.onnx` and `tokenizer.json` in `out`."""
    lines = [
        "# Written by `python -m training.attributions`; the digests are checked when the model is loaded.",
        f'name = "{NAME}"',
        f'version = "{version}"',
        f'licence = "{LICENCE}"',
        'recipe = "training/attributions"',
        "# Weights of the evidence in a confidence, the constant last; see the card's reliability table.",
        f"calibration = [{', '.join(f'{weight:.4f}' for weight in calibration)}]",
        "",
        "[digests]",
    ]
    for name in ("model.onnx", "tokenizer.json"):
        lines.append(f'"{name}" = "{hashlib.sha256((out / name).read_bytes()).hexdigest()}"')
    lines += ["", "[scores] # per cent, on PolNeAR dev"]
    lines += [f'"{name}" = {value}' for name, value in scores.items()]
    path = out / "manifest.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def finish(out: Path, version: str, measured: Measured) -> None:
    """Write manifest and card of the measured model in `out`."""
    scores = {name: one.value for name, one in measured.figures.items()}
    write_manifest(out, version, scores, measured.calibration)
    write_card(out, version, measured)


def install(out: Path, folder: Path) -> None:
    """Copy the finished model into the package."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("model.onnx", "tokenizer.json", "manifest.toml", "card.md"):
        shutil.copyfile(out / name, folder / name)
