"""Says how far two readers of the same sentences agree: `python -m evaluation.agreement`.

`evaluation/cases/polnear/second.jsonl` labels 60 of the 200 sentences of `labels.jsonl` again, by the
same vocabulary and without a look at the first labels. The first pass stands as gold and the second as
prediction, so the figures are those of `reportedly evaluate entries`. Cohen's kappa takes out of the stance
and the certainty what chance alone would agree on.
"""

import argparse
import json
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evaluation.sentences import CASES, CORPUS, DATA, UNLABELLED, Record, make_case, read_documents
from reportedly.cli.figures import print_scores
from reportedly.cli.output import results
from reportedly.score.marked import GoldError, Opposed
from reportedly.score.row_pairs import RowPair, match_rows
from reportedly.score.rows import score_rows
from reportedly.types.errors import ReportedlyError

FIRST, SECOND = "labels.jsonl", "second.jsonl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read both passes, compare and print; 1 where the corpus or the labels cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.agreement", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get(DATA), help="folder that holds polnear/")
    chosen = parser.parse_args(arguments)
    if chosen.data is None:
        parser.error(f"give the folder that holds polnear/ with --data or {DATA}")
    try:
        opposed = read_passes(CASES, Path(chosen.data) / CORPUS)
    except ReportedlyError as error:
        print(error, file=sys.stderr)
        return 1
    print_agreement(opposed)
    return 0


def print_agreement(opposed: Sequence[Opposed]) -> None:
    """The table of `reportedly evaluate entries`, without the times, then the kappas."""
    scores = score_rows(opposed)
    shares = tuple(share for share in scores.shares if share.name[1] not in UNLABELLED)
    print_scores(replace(scores, shares=shares))
    pairs = [pair for one in opposed for pair in match_rows(one).pairs if pair.is_cited]
    for name, values in values_of(pairs).items():
        results().print(f"kappa of {name}: {kappa(values):.2f} over {len(values)} matched rows")


def read_passes(folder: Path, corpus: Path) -> list[Opposed]:
    """The articles of the second pass: the first pass as gold, the second as prediction."""
    first, second = read_labels(folder / FIRST), read_labels(folder / SECOND)
    refuse_unmet(first, second)
    outlets = tomllib.loads((folder / "outlets.toml").read_text("utf-8"))
    opposed = []
    for name, document in read_documents(corpus, dict.fromkeys(doc for doc, _ in second)).items():
        keys = [key for key in second if key[0] == name]
        gold = make_case(document, [first[key] for key in keys], outlets).gold
        predicted = make_case(document, [second[key] for key in keys], outlets).gold
        opposed.append(Opposed(gold, predicted))
    return opposed


Labels = Mapping[tuple[str, int], Record]  # by document and start of the sentence


def read_labels(path: Path) -> Labels:
    """The labels of one pass."""
    labels = map(json.loads, path.read_text("utf-8").splitlines())
    return {(label["doc"], label["sentence"][0]): label for label in labels}


def refuse_unmet(first: Labels, second: Labels) -> None:
    """A sentence of the second pass that the first does not have, or has otherwise, cannot be compared."""
    for key, label in second.items():
        if key not in first or first[key]["sha256"] != label["sha256"]:
            raise GoldError(
                f"The sentence of {key[0]} that starts at {key[1]} is labelled in {SECOND} "
                f"but not in {FIRST}. Remove it from {SECOND}, or label it again."
            )


Values = Sequence[tuple[str, str]]  # what the first reader and what the second said of each row


def values_of(pairs: Sequence[RowPair]) -> dict[str, Values]:
    """What both readers said of the stance and the certainty of the rows that both have."""
    positions = [(pair.gold.position, pair.predicted.position) for pair in pairs]
    return {
        "stance": [(one.stance.value, other.stance.value) for one, other in positions],
        "certainty": [(one.certainty.value, other.certainty.value) for one, other in positions],
    }


def kappa(values: Values) -> float:
    """Cohen's kappa: 1 where all agree, 0 where no more do than by chance; 1 where nobody could differ."""
    if not values:
        return 0.0
    agreed = sum(one == other for one, other in values) / len(values)
    ones, others = Counter(one for one, _ in values), Counter(other for _, other in values)
    chance = sum(ones[value] * others[value] for value in ones) / len(values) ** 2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


if __name__ == "__main__":
    sys.exit(main())
