"""Shows the figures of an evaluation: tables for people, records for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from reportedly.cli.output import Record, results, table
from reportedly.cli.safe import plain
from reportedly.cli.words import UNKNOWN, counted
from reportedly.score.figures import Detection, Estimate, Mean, Scores, Share

FOUND_HEADINGS = ("found", "P", "R", "F1", "95 %", "predicted", "gold")
RIGHT_HEADINGS = ("right", "share", "95 %", "right", "of")


def print_scores(scores: Scores) -> None:
    """What was compared, then what was found, then what was right; percentages."""
    console = results()
    console.print(
        f"{counted(scores.articles, 'article')}, {scores.gold} gold and {scores.predicted} predicted rows"
    )
    console.print()
    console.print(table(FOUND_HEADINGS, found_rows(scores)))
    if scores.shares:
        console.print()
        console.print(table(RIGHT_HEADINGS, [share_row(share) for share in scores.shares if share.of]))


def found_rows(scores: Scores) -> Iterator[Sequence[Text | str | int]]:
    """The detections group by group, each group's mean at its end; what occurs nowhere is left out."""
    means = {mean.name[0]: mean for mean in scores.means}
    for group, detections in groupby(scores.detections, key=lambda found: found.name[0]):
        yield from (found_row(found) for found in detections if found.predicted or found.gold)
        if group in means:
            yield mean_row(means[group])


def found_row(found: Detection) -> Sequence[Text | str | int]:
    """One detection."""
    return (
        label(found.name),
        percent(found.precision.value) if found.predicted else UNKNOWN,
        percent(found.recall.value) if found.gold else UNKNOWN,
        percent(found.f1.value),
        interval(found.f1),
        found.predicted,
        found.gold,
    )


def mean_row(mean: Mean) -> Sequence[Text | str | int]:
    """One mean of F1."""
    return (label(mean.name), "", "", percent(mean.mean.value), interval(mean.mean), "", "")


def share_row(share: Share) -> Sequence[Text | str | int]:
    """One share."""
    return (label(share.name), percent(share.share.value), interval(share.share), share.right, share.of)


def label(name: tuple[str, str]) -> Text:
    """Group and name; an outlet's name comes from the gold file."""
    return plain(": ".join(name))


def percent(value: float) -> str:
    """A figure as it is published."""
    return f"{100 * value:.1f}"


def interval(estimate: Estimate) -> str:
    """The bounds, where there are articles enough."""
    if estimate.low is None or estimate.high is None:
        return UNKNOWN
    return f"{percent(estimate.low)}–{percent(estimate.high)}"


def figure_records(scores: Scores) -> Iterator[Record]:
    """One record a figure, values from 0 to 1 and unrounded."""
    for found in scores.detections:
        yield {
            **named("found", found.name),
            "precision": estimate_record(found.precision),
            "recall": estimate_record(found.recall),
            "f1": estimate_record(found.f1),
            "hits": found.hits,
            "predicted": found.predicted,
            "gold": found.gold,
        }
    for mean in scores.means:
        yield {**named("mean", mean.name), "f1": estimate_record(mean.mean), "parts": mean.parts}
    for share in scores.shares:
        record = {**named("right", share.name), "share": estimate_record(share.share)}
        yield {**record, "right": share.right, "of": share.of}


def named(measure: str, name: tuple[str, str]) -> dict[str, object]:
    """What a record is of."""
    return {"measure": measure, "group": name[0], "name": name[1]}


def estimate_record(estimate: Estimate) -> Record:
    """A value with its interval; null where one article cannot give it."""
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}
