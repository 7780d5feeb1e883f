"""The one command: measure by folds, fit on everything, write the weights into the package.

python -m training.speakers --data FOLDER [--out FILE]
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportedly.annotate.pronouns import heaviest
from reportedly.assemble import make_pipeline
from reportedly.config import Config
from reportedly.models import pronoun_weights
from reportedly.models.pronoun_weights import Weights
from reportedly.types.article import Article
from reportedly.types.doc import Doc
from training.speakers.corpora import read_marked_texts, read_polnear
from training.speakers.examples import Choice, read_choices
from training.speakers.fit import KINDS, fit, fit_kinds, is_right
from training.speakers.silver import read_silver

MEASURED = frozenset(("gum news", "gum interview", "gum court"))
PACKAGED = Path(pronoun_weights.__file__).parent / pronoun_weights.FILE
FOLDS = 5
BATCH = 16
HEAD = """\
# Weights of the pronoun reader (annotate/pronouns.py): what each feature of a thing that a pronoun may mean
# adds. The heaviest wins; where all weigh less than 0, none. Made by `python -m training.speakers`: do not
# edit. Trained on GUM and ECB+ (CC BY), and on what gender decides in PolNeAR's train part. By folds over
# GUM's news, interview and court texts:
"""


def main() -> None:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--out", type=Path, default=Path(pronoun_weights.__file__).parent / pronoun_weights.FILE
    )
    options = parser.parse_args()
    marked = list(read_marked_texts(options.data))
    docs = annotate([Article(one.name, one.text, language="en") for one in marked])
    pairs = zip(marked, docs, strict=True)
    choices = read_choices((one, doc) for one, doc in pairs if doc.attributions is not None)
    unmarked = annotate(read_polnear(options.data))
    silver = read_silver(
        (doc for doc in unmarked if doc.attributions is not None), heaviest(fit_kinds(choices))
    )
    lines = [line for kind in KINDS for line in figures(kind, choices, silver)]
    print("\n".join(lines))
    options.out.write_text(as_toml(lines, fit_kinds([*choices, *silver])), encoding="utf-8")


def annotate(articles: Sequence[Article]) -> list[Doc]:
    """The articles with the program's own attributions."""
    pipeline = make_pipeline(Config())
    return [
        doc
        for start in range(0, len(articles), BATCH)
        for doc in pipeline.annotate(articles[start : start + BATCH])
    ]


def figures(kind: str, choices: Sequence[Choice], silver: Sequence[Choice]) -> Iterator[str]:
    """How many choices are right in documents that the weights were not fitted on."""
    choices, silver = ([one for one in some if one.kind == kind] for some in (choices, silver))
    measured = [one for one in choices if one.corpus in MEASURED]
    names = sorted({one.text for one in measured})
    answers: list[tuple[bool, bool, bool]] = []
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = fit([*(one for one in choices if one.text not in held), *silver])
        answers += [
            (one.is_source, is_right(weights, one), one.right[0]) for one in measured if one.text in held
        ]
    for label, chosen in (("all", answers), ("sources", [one for one in answers if one[0]])):
        right, nearest = (sum(one[place] for one in chosen) for place in (1, 2))
        yield f"{kind}, {label}: {right} of {len(chosen)} right; the nearest that fits: {nearest}"


def as_toml(lines: Sequence[str], weights: Mapping[str, Weights]) -> str:
    """The file of weights, with the figures above them."""
    text = HEAD + "".join(f"#   {line}\n" for line in lines)
    for kind, values in weights.items():
        text += f"\n[weights.{kind}]\n" + "".join(f'"{name}" = {value}\n' for name, value in values.items())
    return text


if __name__ == "__main__":
    main()
