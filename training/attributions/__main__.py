"""The one command: parse, train, export, measure, write the card; `--install` puts it into the package.

python -m training.attributions --data FOLDER --out FOLDER [--install]
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from reportedly.annotate.decoding import Settings
from reportedly.models.attribution_model import FOLDER, load_attribution_model
from reportedly.models.pieces import Pieces
from training.attributions.corpus import Reading, read_articles
from training.attributions.evaluate import Measured, measure
from training.attributions.export import export, load_trained
from training.attributions.inner import fit_inner
from training.attributions.mean import save_mean
from training.attributions.package import finish, install, write_manifest, write_vocabulary
from training.attributions.train import Plan, train

UNCALIBRATED = [0.0] * 11
# The runs that go on from the first one's weights, each in an order of its own, have seeds from 2.
FINER_RATE, FINER_HEAD_RATE, FINER_EPOCHS = 1.5e-4, 5e-4, 1.5


def main() -> None:
    """Run all steps; `--skip-training` starts from the weights that lie in `--out`."""
    arguments = _arguments()
    out = Path(arguments.out)
    plan = Plan(
        train=arguments.train or f"{arguments.data}/polnear/train.jsonl.gz",
        dev=arguments.dev or f"{arguments.data}/polnear/dev.jsonl.gz",
        out=arguments.out,
        start=arguments.start,
        epochs=arguments.epochs,
        minutes=arguments.minutes,
        processes=arguments.processes,
        seed=arguments.seed,
        fraction=arguments.fraction,
    )
    weights = out / "model.safetensors"
    if not arguments.skip_training:
        weights = train_finer(plan, train(plan), arguments.finer)
    model = load_trained(weights)
    fit_inner(model, read_articles(Path(plan.train), out), Pieces(write_vocabulary(out)))
    export(model, out)
    finish(
        out, arguments.version, measure_exported(out, read_articles(Path(plan.dev), out), arguments.version)
    )
    print((out / "card.md").read_text(encoding="utf-8"))
    if arguments.install:
        install(out, FOLDER)


def train_finer(plan: Plan, start: Path, runs: int) -> Path:
    """Go on from `start` several times, each in another order of the articles; the mean of the weights."""
    if not runs:
        return start
    ends = []
    for number in range(1, runs + 1):
        finer = replace(
            plan,
            out=f"{plan.out}/finer{number}",
            start=str(start),
            seed=plan.seed + number,
            rate=FINER_RATE,
            head_rate=FINER_HEAD_RATE,
            epochs=FINER_EPOCHS,
        )
        ends.append(train(finer))
    return save_mean(ends, Path(plan.out) / "mean.safetensors")


def measure_exported(out: Path, dev: list[Reading], version: str) -> Measured:
    """Figures of the exported model in `out` on dev, on one core."""
    write_manifest(out, version, {}, UNCALIBRATED)
    return measure(load_attribution_model(1, out), dev, Settings())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.attributions", description=__doc__)
    add = parser.add_argument
    add("--data", default=os.environ.get("REPORTEDLY_DATA"), help="folder that holds polnear/")
    add("--train", help="articles to learn from, in any form that `reportedly evaluate` reads as gold")
    add("--dev", help="articles to measure on, likewise")
    add("--out", required=True, help="folder for checkpoints, log, model and card")
    add("--start", default="", help="weights to go on from, instead of MiniLM's")
    add("--epochs", type=float, default=Plan.epochs)
    add("--finer", type=int, default=4, help="runs that go on from the first, whose weights are averaged")
    add("--minutes", type=float, default=Plan.minutes, help="ends each run early")
    add("--processes", type=int, default=Plan.processes, help="1 on a GPU")
    add("--seed", type=int, default=Plan.seed)
    add("--fraction", type=float, default=Plan.fraction, help="of the articles, for a trial")
    add("--version", default="2", help="goes into manifest and card")
    add("--skip-training", action="store_true")
    add("--install", action="store_true", help="copy the result into the package")
    arguments = parser.parse_args()
    if not arguments.data and not (arguments.train and arguments.dev):
        parser.error(
            "give the folder that holds polnear/ with --data or REPORTEDLY_DATA, or --train and --dev"
        )
    return arguments


if __name__ == "__main__":
    main()
