"""Writes the model's card from what the run measured."""

import json
from pathlib import Path

from training.attributions.calibrate import expected_error, held_out_confidence, reliability
from training.attributions.evaluate import Measured

ERRORS = Path(__file__).with_name("errors.md")
WITH_INTERVAL = ("attribution", "direct", "indirect", "mixed", "exact", "macro tokens", "sourceless recall")


def write_card(out: Path, version: str, measured: Measured) -> Path:
    """`card.md` beside the model."""
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    plan = {name: value for name, value in plan.items() if name not in ("data", "out")}
    size = (out / "model.onnx").stat().st_size / 1e6
    parts = [
        f"# Attribution model, version {version}",
        "",
        _about(size),
        "",
        "## Figures on PolNeAR dev (84 articles)",
        "",
        "Definitions are those of the project's scorer; F1 in per cent unless it says recall or precision.",
        "The decoder's settings were chosen on this part; intervals: 95 per cent of 1,000 draws of articles.",
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
        ", ".join(f"{name} {value}" for name, value in plan.items()) + ".",
        "",
        ERRORS.read_text(encoding="utf-8").strip() if ERRORS.exists() else "",
    ]
    path = out / "card.md"
    path.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")
    return path


def _about(size: float) -> str:
    return (
        "Finds who is credited with what in English news: source, cue and content. A MiniLM encoder of 22.6\n"
        "million parameters (all-MiniLM-L6-v2, Apache-2.0) that also sees the shapes of words, a tag head,\n"
        'and two pointers: from a content to its cue, and from a cue to its source or to "no source".\n'
        f"Trained on the train part of PolNeAR 1.0; {size:.1f} MB in unsigned 8-bit weights. No text of the\n"
        "corpus is part of the model's files."
    )


def _figures(measured: Measured) -> list[str]:
    lines = ["| figure | dev | interval |", "|---|---|---|"]
    for name, value in measured.rows.items():
        interval = "{} to {}".format(*measured.interval(name)) if name in WITH_INTERVAL else ""
        lines.append(f"| {name} | {value:.1f} | {interval} |")
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
