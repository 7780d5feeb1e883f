"""Measures the copy detector on 150 labelled pairs of articles: `python -m evaluation.copies --data FOLDER`.

The pairs are bodies of the Fake News Challenge's training set, kept as ids and labels (`cases/copies`). The
thresholds of the detector and of the baseline are chosen on four fifths of the stories and judged on the
fifth; both see the same folds. The baseline is the Jaccard similarity of the articles' 5-word shingles.
`--time` also times 1,000 and 10,000 articles.
"""

import argparse
import gzip
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TypeVar

from evaluation.copies_timing import print_times
from reportedly.annotate.furniture import find_furniture
from reportedly.link.copies import CopyRule, Overlap, Reading, compare_read, find_overlap, label_of, read
from reportedly.link.copy_sketch import candidates, sketch
from reportedly.link.copy_words import read_words
from reportedly.types.article import Article
from reportedly.types.copying import CopyLabel

CASES = Path(__file__).parent / "cases" / "copies" / "labels.jsonl"
CORPUS = Path("fnc1/train_bodies.jsonl.gz")
DATA = "REPORTEDLY_DATA"
FOLDS = 5
SHINGLE = 5
RESAMPLES = 2_000
# What the folds choose from.
OWN_WORDS, IN_ALL = range(8, 25), range(16, 61, 3)
SHARES = [part / 20 for part in range(6, 18)]
SIMILARITIES = [part / 200 for part in range(1, 200)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bodies with their label; `credited` is the earlier or credited one where a reader can say."""

    a: str
    b: str
    story: str
    label: CopyLabel
    credited: str | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A pair with what the detector and the baseline measured."""

    pair: Pair
    overlap: Overlap
    similarity: float


Labeller = Callable[[Seen], CopyLabel]
Learner = Callable[[Sequence[Seen]], Labeller]
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 where the corpus is missing."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.copies", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get(DATA), help="folder that holds fnc1/")
    parser.add_argument("--time", action="store_true", help="also time 1,000 and 10,000 articles")
    chosen = parser.parse_args(arguments)
    if chosen.data is None:
        parser.error(f"give the folder that holds fnc1/ with --data or {DATA}")
    corpus = Path(chosen.data) / CORPUS
    if not corpus.exists():
        print(f"{corpus} is missing: --data takes the folder that holds fnc1/.", file=sys.stderr)
        return 1
    bodies, pairs = read_bodies(corpus), read_pairs(CASES)
    readings = {
        name: read(Article(name, bodies[name]), find_furniture(bodies[name]))
        for pair in pairs
        for name in (pair.a, pair.b)
    }
    seen = [see(pair, readings) for pair in pairs]
    print_figures(seen)
    print_directions(pairs, readings)
    print_candidates(pairs, bodies)
    if chosen.time:
        print_times(list(bodies.values()))
    return 0


def read_pairs(path: Path) -> list[Pair]:
    """The labelled pairs; pairs over two stories are a story of their own."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Pair(
            row["a"],
            row["b"],
            str(row["story"]) if row["story"] >= 0 else f"{row['a']}+{row['b']}",
            CopyLabel(row["label"]),
            row["credited"],
        )
        for row in rows
    ]


def read_bodies(path: Path) -> dict[str, str]:
    """The bodies of the corpus by their ids."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return {str(record["id"]): record["body"] for record in records}


def see(pair: Pair, readings: Mapping[str, Reading]) -> Seen:
    """What the detector and the baseline measure of one pair."""
    a, b = readings[pair.a], readings[pair.b]
    return Seen(pair, find_overlap(a, b), jaccard(a.article.text, b.article.text))


def jaccard(a: str, b: str) -> float:
    """The part of the two texts' shingles that both have."""
    of_a, of_b = ({*_shingles(read_words(text).forms)} for text in (a, b))
    return len(of_a & of_b) / len(of_a | of_b) if of_a | of_b else 0.0


def _shingles(forms: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(forms[start : start + SHINGLE]) for start in range(len(forms) - SHINGLE + 1))


def learn_rule(seen: Sequence[Seen]) -> Labeller:
    """The detector with the thresholds that do best on `seen`."""
    copied = best(
        [CopyRule(own_words=own, own_words_in_all=in_all) for own, in_all in product(OWN_WORDS, IN_ALL)],
        lambda rule: f1(seen, [label_of(one.overlap, rule) for one in seen]),
    )
    rule = best(
        [
            CopyRule(copied.own_words, copied.own_words_in_all, share, own_share)
            for share, own_share in product(SHARES, SHARES)
        ],
        lambda rule: accuracy(seen, [label_of(one.overlap, rule) for one in seen]),
    )
    return lambda one: label_of(one.overlap, rule)


def learn_baseline(seen: Sequence[Seen]) -> Labeller:
    """The baseline with the two thresholds that do best on `seen`."""
    shared = best(SIMILARITIES, lambda least: f1(seen, [judge(one, least, 1.0) for one in seen]))
    copied = best(SIMILARITIES, lambda most: accuracy(seen, [judge(one, shared, most) for one in seen]))
    return lambda one: judge(one, shared, copied)


def judge(one: Seen, shared: float, copied: float) -> CopyLabel:
    """The baseline's label."""
    if one.similarity < shared:
        return CopyLabel.INDEPENDENT
    return CopyLabel.COPY if one.similarity >= copied else CopyLabel.PARTIAL


def best(choices: Sequence[T], score: Callable[[T], float]) -> T:
    """The choice with the highest score; of several, the middle one."""
    scores = [score(choice) for choice in choices]
    highest = [choice for choice, one in zip(choices, scores, strict=True) if one == max(scores)]
    return highest[len(highest) // 2]


def f1(seen: Sequence[Seen], labels: Sequence[CopyLabel], only: CopyLabel | None = None) -> float:
    """F1 of `only`, or of copy and partial together against independent."""
    wanted = {only} if only else {CopyLabel.COPY, CopyLabel.PARTIAL}
    gold = [one.pair.label in wanted for one in seen]
    found = [label in wanted for label in labels]
    right = sum(a and b for a, b in zip(gold, found, strict=True))
    return 2 * right / (sum(gold) + sum(found)) if right else 0.0


def accuracy(seen: Sequence[Seen], labels: Sequence[CopyLabel]) -> float:
    """The part of the labels that are right."""
    return sum(one.pair.label is label for one, label in zip(seen, labels, strict=True)) / len(seen)


def held_back(seen: Sequence[Seen], learn: Learner) -> list[CopyLabel]:
    """The label of each pair by what was learned on the folds that its story is not in."""
    stories = sorted({one.pair.story for one in seen})
    random.Random(0).shuffle(stories)
    fold_of = {story: number % FOLDS for number, story in enumerate(stories)}
    folds = [fold_of[one.pair.story] for one in seen]
    learned = [
        learn([one for one, other in zip(seen, folds, strict=True) if other != fold]) for fold in range(FOLDS)
    ]
    return [learned[fold](one) for one, fold in zip(seen, folds, strict=True)]


def print_figures(seen: Sequence[Seen]) -> None:
    """The table, the detector beside the baseline, and the detector's confusions."""
    gold = Counter(one.pair.label.value for one in seen)
    print(
        f"{len(seen)} pairs ({', '.join(f'{count} {label}' for label, count in sorted(gold.items()))}), "
        f"{FOLDS} folds by story"
    )
    print(f"{'':22}{'copies F1':>22}{'copy F1':>10}{'accuracy':>10}")
    for name, learn in (("detector", learn_rule), ("Jaccard of 5-shingles", learn_baseline)):
        labels = held_back(seen, learn)
        low, high = interval(seen, labels)
        copies = f"{f1(seen, labels):.3f} [{low:.3f}, {high:.3f}]"
        print(f"{name:22}{copies:>22}{f1(seen, labels, CopyLabel.COPY):10.3f}{accuracy(seen, labels):10.3f}")
        if learn is learn_rule:
            confusions = Counter(
                (one.pair.label.value, label.value) for one, label in zip(seen, labels, strict=True)
            )
    for (label, found), count in sorted(confusions.items()):
        if label != found:
            print(f"  {label} called {found}: {count}")
    shipped = [label_of(one.overlap) for one in seen]
    print(
        f"shipped thresholds, on the pairs they were chosen on: copies F1 {f1(seen, shipped):.3f}, "
        f"accuracy {accuracy(seen, shipped):.3f}"
    )


def interval(seen: Sequence[Seen], labels: Sequence[CopyLabel]) -> tuple[float, float]:
    """95 % of the copies F1 of stories drawn again with replacement."""
    chance = random.Random(0)
    stories: dict[str, list[int]] = {}
    for number, one in enumerate(seen):
        stories.setdefault(one.pair.story, []).append(number)
    groups = list(stories.values())
    drawn = []
    for _ in range(RESAMPLES):
        numbers = [number for _ in groups for number in chance.choice(groups)]
        drawn.append(f1([seen[number] for number in numbers], [labels[number] for number in numbers]))
    drawn.sort()
    return drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40]


def print_directions(pairs: Sequence[Pair], readings: Mapping[str, Reading]) -> None:
    """How often the text alone tells which article leads (the corpus has no outlets, addresses or dates)."""
    shared = [pair for pair in pairs if pair.label is not CopyLabel.INDEPENDENT]
    outcomes: Counter[str] = Counter()
    for pair in shared:
        leader = compare_read(readings[pair.a], readings[pair.b]).direction.leader
        if leader is None:
            outcomes["unknown"] += 1
        elif pair.credited is None:
            outcomes["given, reader cannot say"] += 1
        else:
            outcomes["right" if leader == pair.credited else "wrong"] += 1
    told = sum(pair.credited is not None for pair in shared)
    print(f"direction from the text alone, {len(shared)} pairs, reader can say for {told}: {dict(outcomes)}")


def print_candidates(pairs: Sequence[Pair], bodies: Mapping[str, str]) -> None:
    """How many of the pairs that share text are candidates among all bodies of the corpus."""
    found = candidates({name: sketch(body, find_furniture(body)) for name, body in bodies.items()})
    known = {frozenset((one.a, one.b)) for one in found}
    shared = [pair for pair in pairs if pair.label is not CopyLabel.INDEPENDENT]
    hit = sum(frozenset((pair.a, pair.b)) in known for pair in shared)
    print(
        f"candidates: {len(found)} pairs of {len(bodies)} bodies; "
        f"{hit} of {len(shared)} labelled pairs that share text"
    )


if __name__ == "__main__":
    sys.exit(main())
