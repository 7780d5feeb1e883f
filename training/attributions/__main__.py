"""The one command: prepare, train, export, measure, write the card; `--install` puts it into the package.

python -m training.attributions --data FOLDER --out FOLDER [--install]
"""

import argparse
import os
from pathlib import Path

from reportedly.annotate.decoding import Settings
from reportedly.models.attribution_model import FOLDER, load_attribution_model
from reportedly.models.pieces import Pieces
from training.attributions.corpus import read_polnear
from training.attributions.evaluate import Measured, measure
from training.attributions.export import export, load_trained
from training.attributions.inner import fit_inner
from training.attributions.package import finish, install, write_manifest, write_vocabulary
from training.attributions.train import Plan, train

UNCALIBRATED = [0.0] * 11


def main() -> None:
    """Run all steps; `--skip-training` starts from the weights that lie in `--out`."""
    arguments = _arguments()
    out = Path(arguments.out)
    plan = Plan(
        data=arguments.data,
        out=arguments.out,
        epochs=arguments.epochs,
        minutes=arguments.minutes,
        processes=arguments.processes,
        seed=arguments.seed,
        fraction=arguments.fraction,
    )
    weights = out / "model.safetensors" if arguments.skip_training else train(plan)
    model = load_trained(weights)
    fit_inner(model, read_polnear(Path(arguments.data), "train"), Pieces(write_vocabulary(out)))
    export(model, out)
    measured = measure_exported(out, Path(arguments.data), arguments.version)
    finish(out, arguments.version, measured)
    print((out / "card.md").read_text(encoding="utf-8"))
    if arguments.install:
        install(out, FOLDER)


def measure_exported(out: Path, data: Path, version: str) -> Measured:
    """Figures of the exported model in `out` on dev, on one core."""
    write_manifest(out, version, {}, UNCALIBRATED)
    return measure(load_attribution_model(1, out), read_polnear(data, "dev"), Settings())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.attributions", description=__doc__)
    parser.add_argument(
        "--data", default=os.environ.get("REPORTEDLY_DATA"), help="folder that holds polnear/"
    )
    parser.add_argument("--out", required=True, help="folder for checkpoints, log, model and card")
    parser.add_argument("--epochs", type=float, default=Plan.epochs)
    parser.add_argument("--minutes", type=float, default=Plan.minutes, help="ends training early")
    parser.add_argument("--processes", type=int, default=Plan.processes, help="1 on a GPU")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--fraction", type=float, default=Plan.fraction, help="of the articles, for a trial")
    parser.add_argument("--version", default="1", help="goes into manifest and card")
    parser.add_argument("--skip-training", action="store_true")
    parser.add_argument("--install", action="store_true", help="copy the result into the package")
    arguments = parser.parse_args()
    if not arguments.data:
        parser.error("give the folder that holds polnear/ with --data or REPORTEDLY_DATA")
    return arguments


if __name__ == "__main__":
    main()
