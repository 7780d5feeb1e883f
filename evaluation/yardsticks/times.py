"""Measures times against GUM and MEANTIME: `python -m evaluation.yardsticks.times DATA`.

With given spans (what is this expression worth?) and end to end (found, and worth the same), beside plain
dateparser in the same run. `--wrong GROUP` lists what is wrong with the spans of one group given.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluation.yardsticks.times_equal import is_calendar, is_equal
from evaluation.yardsticks.times_gold import GUM, MEANTIME, GoldText, GoldTime, read_gum, read_meantime
from evaluation.yardsticks.times_plain import plain_times, plain_value
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.syntax import Syntax
from reportedly.annotate.time_calendar import Setting, Tense
from reportedly.annotate.time_chained import earlier_times
from reportedly.annotate.time_edition import edition_day
from reportedly.annotate.time_grammar import TimeExpression, find_expressions, read_words
from reportedly.annotate.time_rules import resolve
from reportedly.annotate.time_tense import hang, tense_of
from reportedly.cli.figures import print_scores
from reportedly.score.counts import ArticleCounts, Tally
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores
from reportedly.types.article import Article
from reportedly.types.doc import Doc
from reportedly.types.span import Span

Found = tuple[Span, str]
Told = tuple[TimeExpression, str | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """One way to read times: the value of marked words, and everything in a text."""

    name: str
    value: Callable[[Span], str | None]
    times: Callable[[], Sequence[Found]]


def main() -> None:
    """Print the figures of every group of texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", metavar="GROUP")
    arguments = parser.parse_args()
    for name in (GUM, MEANTIME):
        if not (arguments.data / name).exists():
            parser.error(f"{arguments.data / name} is missing. Name the folder that holds the corpora.")
    golds = [*read_gum(arguments.data), *read_meantime(arguments.data)]
    parsed = parse(golds)
    if arguments.wrong:
        for gold, doc in zip(golds, parsed, strict=True):
            if gold.group.startswith(arguments.wrong):
                print_wrong(gold, doc)
        return
    print_scores(score_texts(golds, parsed))


def score(data: Path) -> Scores:
    """The figures of every group of texts in the corpora below `data`."""
    golds = [*read_gum(data), *read_meantime(data)]
    return score_texts(golds, parse(golds))


def score_texts(golds: Sequence[GoldText], parsed: Sequence[Doc]) -> Scores:
    """The figures of texts that are parsed."""
    counts = [count(gold, doc) for gold, doc in zip(golds, parsed, strict=True)]
    found = sum(len(gold.times) for gold in golds)
    return estimate("times", counts, (found, found))


def parse(golds: Sequence[GoldText]) -> list[Doc]:
    """The texts with their parse, from which the tense of each expression is read."""
    docs = [Doc(Article(gold.name, gold.text)) for gold in golds]
    Syntax().annotate(docs)
    return docs


def readers(gold: GoldText, doc: Doc) -> list[Reader]:
    """This package, and plain dateparser."""
    index = DocIndex(doc)
    told = tell(gold, index)
    return [
        Reader("ours", lambda span: our_value(span, gold, told, index), lambda: our_times(gold, told)),
        Reader(
            "dateparser",
            lambda span: plain_value(span.words(gold.text), gold.created),
            lambda: plain_times(gold.text[: gold.end], gold.created),
        ),
    ]


def our_value(span: Span, gold: GoldText, told: Sequence[Told], index: DocIndex) -> str | None:
    """What marked words are worth."""
    around = [value for one, value in told if reads_more(one, span)]
    if around:
        return around[0]
    expression = read_words(span.words(gold.text))
    if expression is None:
        return None
    before = ((one, value) for one, value in reversed(told) if one.end <= span.start)
    earlier = earlier_times(span.start, before)
    return resolve(expression, Setting(day_of_text(gold), tense_at(span, index), earlier))


def reads_more(expression: TimeExpression, span: Span) -> bool:
    """Whether the words before a span tell how it is read: "the next [Tuesday]", "by [the end of May]"."""
    holds = expression.start <= span.start and span.end <= expression.end
    return holds and expression.rule in {"next_weekday", "edge_of"}


def tell(gold: GoldText, index: DocIndex) -> list[Told]:
    """Every expression with its value; those told from another time come after it."""
    told: list[Told] = []
    anchor = day_of_text(gold)
    for one in find_expressions(gold.text[: gold.end]):
        setting = Setting(
            anchor, tense_at(Span(one.start, one.end), index), earlier_times(one.start, reversed(told))
        )
        told.append((one, resolve(one, setting)))
    return told


def day_of_text(gold: GoldText) -> date | None:
    """The day from which a text is told, as the package reads it."""
    day = edition_day(gold.text, gold.created.isoformat() if gold.created else None)
    return date.fromisoformat(day) if day else None


def our_times(gold: GoldText, told: Sequence[Told]) -> list[Found]:
    """Every expression that has a value."""
    return [
        (Span(one.start, one.end), value)
        for one, value in told
        if value is not None and counts_end_to_end(gold, one)
    ]


def counts_end_to_end(gold: GoldText, expression: TimeExpression) -> bool:
    """GUM marks times but hardly any durations, MEANTIME marks both."""
    return expression.rule != "duration" or not gold.group.startswith("GUM")


def tense_at(span: Span, index: DocIndex) -> Tense:
    """The tense of the verb above a span."""
    return tense_of(index, hang(index, list(index.numbers(span))))


def count(gold: GoldText, doc: Doc) -> ArticleCounts:
    """The counts of one text, for its group and for its whole corpus."""
    counts = ArticleCounts()
    for reader in readers(gold, doc):
        is_right = [is_equal(reader.value(one.span), one.values) for one in gold.times]
        of_calendar = [
            good for good, one in zip(is_right, gold.times, strict=True) if is_calendar(one.values)
        ]
        times = [found for found in reader.times() if found[0].start < gold.end]
        tally = Tally(
            predicted_hits=sum(is_met(one, gold.times) for one in times),
            predicted=len(times),
            gold_hits=sum(any(is_met(found, [one]) for found in times) for one in gold.times),
            gold=len(gold.times),
        )
        for group in (gold.group, gold.group.rpartition(" ")[0]):
            counts.add_right((f"{group}, all", reader.name), sum(is_right), len(is_right))
            counts.add_right((f"{group}, dates", reader.name), sum(of_calendar), len(of_calendar))
            counts.add_tally((f"{group}, end to end", reader.name), tally)
    return counts


def is_met(found: Found, times: Iterable[GoldTime]) -> bool:
    """Whether a time overlaps a marked one that it, or one of its ends, is worth."""
    span, value = found
    return any(
        one.span.overlaps(span) and any(is_equal(part, one.values) for part in {value, *ends_of(value)})
        for one in times
    )


def ends_of(value: str) -> list[str]:
    """Both ends of an interval: GUM marks "from 20 November to 11 December" as two dates."""
    return value.split("/") if "/" in value else []


def print_wrong(gold: GoldText, doc: Doc) -> None:
    """The spans of one text whose value is wrong, with their surroundings."""
    ours = readers(gold, doc)[0]
    for one in gold.times:
        value = ours.value(one.span)
        if not is_equal(value, one.values):
            before = gold.text[max(0, one.span.start - 60) : one.span.start].replace("\n", " ")
            print(f"{gold.created} …{before}[[{one.span.words(gold.text)}]] {dict(one.values)} {value}")
    met = [found for found in ours.times() if not is_met(found, gold.times)]
    for span, value in met:
        print(f"  extra: {gold.text[max(0, span.start - 50) : span.end + 20]!r} {value}")


if __name__ == "__main__":
    main()
