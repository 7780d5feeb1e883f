"""Writes the model's card from what the run measured."""

import json
from pathlib import Path
from textwrap import wrap

from training.attributions.calibrate import expected_error, held_out_confidence, reliability
from training.attributions.evaluate import Measured

PATHS = ("train", "dev", "out", "start")
ERRORS = Path(__file__).with_name("errors.md")


def write_card(out: Path, version: str, measured: Measured) -> Path:
    """`card.md` beside the model."""
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    paths = {name: plan.pop(name) for name in PATHS}
    size = (out / "model.onnx").stat().st_size / 1e6
    parts = [
        f"# Attribution model, version {version}",
        "",
        _about(size, _corpus(str(paths["train"]))),
        "",
        f"## Figures on {_corpus(str(paths['dev']))} ({measured.articles} articles)",
        "",
        "Definitions are those of the project's scorer; F1 in per cent unless it says recall or precision.",
        "Confidence by folds of the articles; intervals: 95 per cent of 1,000 draws of articles.",
        "",
        *_figures(measured),
        "",
        f"Reading speed of the outermost pass on one core: {measured.words_per_second:,.0f} words a second.",
        "",
        "## Confidence",
        "",
        *_reliability(measured),
        "",
        "## Training",
        "",
        "`python -m training.attributions --data FOLDER` with",
        *wrap(", ".join(f"{name} {value}" for name, value in plan.items()) + ",", 100),
        "and the mean of the runs that went on from there; all are in `training/attributions/README.md`.",
        "",
        ERRORS.read_text(encoding="utf-8").strip() if ERRORS.exists() else "",
    ]
    path = out / "card.md"
    path.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")
    return path


def _corpus(path: str) -> str:
    """What a card may say of where articles lie: the corpus and its part, no folder of the machine."""
    part = Path(path).name.split(".")[0]
    return f"PolNeAR {part}" if Path(path).parent.name == "polnear" else part


def _about(size: float, corpus: str) -> str:
    return (
        "Finds who is credited with what in English news: source, cue and content. A MiniLM encoder of 22.6\n"
        "million parameters (all-MiniLM-L6-v2, Apache-2.0) that also sees the shapes of words and the parse\n"
        "of their sentence, a tag head, and two pointers: from a content to its cue, and from a cue to its\n"
        'source or to "no source".\n'
        f"Trained on {corpus}; {size:.1f} MB in unsigned 8-bit weights. No text of the\n"
        "corpus is part of the model's files."
    )


def _figures(measured: Measured) -> list[str]:
    lines = ["| figure | dev | interval |", "|---|---|---|"]
    for name, one in measured.figures.items():
        lines.append(f"| {name} | {one.value:.1f} | {one.low:.1f} to {one.high:.1f} |")
    return lines


def _reliability(measured: Measured) -> list[str]:
    confidence = held_out_confidence(measured.evidence)
    bins = reliability(confidence, measured.evidence.right)
    error = 100 * expected_error(bins)
    lines = [
        "A logistic regression on the probabilities of tags, link and source, fitted on dev; the table is",
        "of five folds, each with weights fitted on the other four. Expected calibration error "
        f"{error:.1f} points.",
        "",
        "| confidence | attributions | promised | right |",
        "|---|---|---|---|",
    ]
    for one in bins:
        promised, right = 100 * one.promised, 100 * one.right
        lines.append(f"| {one.low:.1f} to {one.high:.1f} | {one.count} | {promised:.1f} | {right:.1f} |")
    return lines
