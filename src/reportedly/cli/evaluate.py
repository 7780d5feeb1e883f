"""`reportedly evaluate`: compares what the program finds, or a file of predictions, with gold."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

import click

from reportedly.cli import gold_runs
from reportedly.cli.figures import figure_records, print_scores
from reportedly.cli.options import Format, format_option
from reportedly.cli.output import print_json, say
from reportedly.cli.safe import as_json
from reportedly.cli.settings import load_config
from reportedly.cli.words import counted
from reportedly.config import Config
from reportedly.score.attributions import Comparison, score_attributions
from reportedly.score.claims import score_claims
from reportedly.score.figures import Scores
from reportedly.score.gold import read_gold, read_predictions
from reportedly.score.marked import GoldError, MarkedArticle, Opposed, oppose, unknown_keys
from reportedly.score.rows import score_rows

NAMED = 3  # so many articles that the gold does not have are named in the message


class Kind(StrEnum):
    """What is compared."""

    ATTRIBUTIONS = "attributions"
    ENTRIES = "entries"
    CLAIMS = "claims"


@click.command("evaluate", epilog="Example: reportedly evaluate attributions samples/expected.jsonl")
@click.argument("kind", type=click.Choice(Kind, case_sensitive=False))
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predictions", type=click.Path(path_type=Path), required=False)
@format_option()
def command(kind: Kind, gold: Path, predictions: Path | None, shape: Format) -> None:
    """Compare predictions with gold, or the program's own reading of the gold's texts.

    KIND is attributions (source, cue and content), entries (whole rows: chain, anonymity, stance,
    certainty), or claims (same claim, independent origins). GOLD is a file in the interchange format, a
    folder of such files named expected.jsonl, a file with doc, text and attributions a line, or a folder
    of brat annotations; .gz is unpacked.
    """
    scores = evaluate(kind, gold, predictions, load_config({}))
    if shape is Format.TABLE:
        print_scores(scores)
    elif shape is Format.JSONL:
        print_json(figure_records(scores), shape)
    else:
        summary = {"kind": scores.kind, "articles": scores.articles, "gold": scores.gold}
        figures = list(figure_records(scores))
        record = {**summary, "predicted": scores.predicted, "figures": figures}
        click.echo(as_json(record, "utf" not in (sys.stdout.encoding or "").lower()))


def evaluate(kind: Kind, gold: Path, predictions: Path | None, config: Config) -> Scores:
    """The figures of one kind; without `predictions` the program reads the gold's texts."""
    marked = read_gold(gold)
    refuse_unfit(kind, gold, marked)
    if predictions is None:
        run = gold_runs.link if kind is Kind.CLAIMS else gold_runs.mark
        predicted = run(marked, config)
    else:
        predicted = read_predictions(predictions, marked)
        refuse_unfit(kind, predictions, predicted)
        tell_unknown(marked, predicted)
    return SCORERS[kind](oppose(marked, predicted))


def refuse_unfit(kind: Kind, path: Path, marked: Sequence[MarkedArticle]) -> None:
    """A file that lacks what this kind compares is an error, not a row of zeros."""
    if kind is not Kind.ATTRIBUTIONS and any(one.entries is None for one in marked):
        raise GoldError(
            f"{path} marks source, cue and content only. Use 'evaluate attributions', or give full rows."
        )
    if kind is Kind.CLAIMS and not any(entry.claims for one in marked for entry in one.entries or ()):
        raise GoldError(f"{path} names no claim. Give the rows their claims, or use 'evaluate entries'.")


def tell_unknown(gold: Sequence[MarkedArticle], predicted: Sequence[MarkedArticle]) -> None:
    """Say which predicted articles count for nothing because the gold lacks them."""
    unknown = unknown_keys(gold, predicted)
    if len(unknown) == len(predicted):
        raise GoldError("No predicted article is in the gold. Give both the same ref (or doc, or id).")
    if unknown:
        names = ", ".join(unknown[:NAMED]) + (", …" if len(unknown) > NAMED else "")
        say(f"Left out, since the gold does not have them: {counted(len(unknown), 'article')} ({names}).")


def compare_attributions(articles: Sequence[Opposed]) -> Scores:
    """Attributions; where the gold marks the outermost only, the others are not asked for."""
    return score_attributions(
        Comparison(
            one.gold.article.text,
            one.gold.attributions(outermost=False),
            one.predicted.attributions(outermost=one.gold.entries is None),
            one.gold.article.outlet,
        )
        for one in articles
    )


SCORERS: dict[Kind, Callable[[Sequence[Opposed]], Scores]] = {
    Kind.ATTRIBUTIONS: compare_attributions,
    Kind.ENTRIES: score_rows,
    Kind.CLAIMS: score_claims,
}
