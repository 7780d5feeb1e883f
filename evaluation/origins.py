"""Measures origins and standing alone, on gold rows and gold claims: `python -m evaluation.origins STORY…`.

A story is a folder with `expected.jsonl`, or that file. The rows of each claim, with the sides that the gold
gives them, go through `evidence/`; what comes out stands beside the gold's numbers and beside the simplest
count, an origin an outlet. `--predicted FOLDER` takes the program's own rows instead, `FOLDER/NAME.jsonl` for
the story NAME: each row that stands for a gold row is given that row's claims; claims of which no row is
found are left away.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly.evidence.weigh import SUPPORT, weigh
from reportedly.score.gold import read_gold, read_predictions
from reportedly.score.marked import oppose
from reportedly.score.row_pairs import match_rows
from reportedly.types.attribution import Stance
from reportedly.types.claim import Claim, Evidence, Surroundings
from reportedly.types.entry import Entry

LABELS = "expected.jsonl"

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as the gold has it: its numbers, and the rows of each supporting origin."""

    id: str
    text: str
    standing: str
    count: int
    low: int
    high: int
    sides: Mapping[str, Stance]
    partition: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out for one claim beside what should have."""

    gold: GoldClaim
    evidence: Evidence
    rows: tuple[Entry, ...]

    @property
    def articles(self) -> int:
        """In how many articles the claim is told."""
        return len({row.article.id for row in self.rows})

    @property
    def outlets(self) -> int:
        """How many outlets support it: the baseline."""
        return len({row.article.outlet for row in self.rows if self.gold.sides[row.id] in SUPPORT})


@dataclass(slots=True)
class Figures:
    """Right ones out of all, by name, in the order in which they were first counted."""

    counts: dict[str, list[int]] = field(default_factory=dict)

    def add(self, name: str, right: int, of: int) -> None:
        """Count on."""
        tally = self.counts.setdefault(name, [0, 0])
        tally[0] += right
        tally[1] += of

    def lines(self) -> Iterator[str]:
        """One figure a line."""
        for name, (right, of) in self.counts.items():
            yield f"{name:<58}{right:>6} of {of:<6}{right / of if of else 0:7.1%}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge every claim of the stories and print the totals; with --wrong, each claim counted wrongly."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.origins", description=__doc__)
    parser.add_argument("stories", nargs="+", type=Path, help="folders with expected.jsonl")
    parser.add_argument("--predicted", type=Path, help="a folder with the program's rows of each story")
    parser.add_argument("--wrong", action="store_true", help="print the claims that are counted wrongly")
    chosen = parser.parse_args(arguments)
    judged = [one for story in chosen.stories for one in judge_story(story, chosen.predicted)]
    for one in judged if chosen.wrong else ():
        for line in explain(one):
            print(line)
    print("\n".join(figures_of(judged).lines()))
    return 0


def judge_story(story: Path, predicted: Path | None = None) -> list[Judged]:
    """Every claim of one story through `evidence/`."""
    path = story / LABELS if story.is_dir() else story
    claims = read_claims(path)
    if predicted is None:
        entries = [entry for one in read_gold(path) for entry in one.entries or ()]
        return [judge(claim, entries) for claim in claims]
    entries = read_matched(path, predicted / f"{path.parent.name}.jsonl")
    return [one for one in (judge(claim, entries) for claim in claims) if one.rows]


def judge(gold: GoldClaim, entries: Sequence[Entry]) -> Judged:
    """One claim: its rows by the gold, weighed with everything else of their articles as surroundings."""
    sides = gold.sides
    rows = tuple(entry for entry in entries if entry.id in sides)
    here = {row.article.id for row in rows}
    others = [entry for entry in entries if entry.article.id in here and entry.id not in sides]
    evidence = weigh(Claim(gold.id, gold.text), rows, Surroundings(sides=sides, others=others))
    return Judged(gold, evidence, rows)


def read_claims(path: Path) -> list[GoldClaim]:
    """The claims of a story, each once."""
    claims: dict[str, GoldClaim] = {}
    for line in path.read_text("utf-8").splitlines():
        for claim in json.loads(line)["claims"]:
            claims.setdefault(claim["id"], to_claim(claim))
    return list(claims.values())


def to_claim(claim: Mapping[str, Any]) -> GoldClaim:
    """One claim of the interchange format."""
    supporting = {stance.value for stance in SUPPORT}
    return GoldClaim(
        id=claim["id"],
        text=claim["text"],
        standing=claim["standing"],
        count=claim["independent_origins"],
        low=claim["min"],
        high=claim["max"],
        sides={row: stance for stance in Stance for row in claim[stance.value]},
        partition=tuple(
            tuple(origin["attributions"]) for origin in claim["origins"] if origin["side"] in supporting
        ),
    )


def read_matched(gold: Path, predicted: Path) -> list[Entry]:
    """The program's rows of a story; those that stand for a gold row under that row's id."""
    marked = read_gold(gold)
    pairs = [match_rows(one) for one in oppose(marked, read_predictions(predicted, marked))]
    stands_for = {pair.predicted.id: pair.gold.id for one in pairs for pair in one.pairs}
    entries = (entry for one in pairs for entry in one.predicted)
    return [
        replace(entry, attribution=replace(entry.attribution, id=stands_for.get(entry.id, f"?{entry.id}")))
        for entry in entries
    ]


def figures_of(judged: Sequence[Judged]) -> Figures:
    """The figures over all claims together."""
    figures = Figures()
    several_rows = [one for one in judged if len(one.gold.sides) > 1]
    several_articles = [one for one in judged if one.articles > 1]
    groups = {"all": judged, "of two or more rows": several_rows, "in two or more articles": several_articles}
    for name, claims in groups.items():
        for one in claims:
            figures.add(
                f"origins right, claims {name}", one.evidence.independent_origins == one.gold.count, 1
            )
        for one in claims:
            figures.add(f"  baseline, one an outlet, claims {name}", one.outlets == one.gold.count, 1)
    for name, claims in groups.items():
        for one in claims:
            found = (one.evidence.independent_origins, one.evidence.low, one.evidence.high)
            figures.add(
                f"with min and max, claims {name}", found == (one.gold.count, one.gold.low, one.gold.high), 1
            )
    add_pairs(figures, judged)
    for name, claims in groups.items():
        for one in claims:
            figures.add(f"standing right, claims {name}", one.evidence.standing == one.gold.standing, 1)
    return figures


def add_pairs(figures: Figures, judged: Iterable[Judged]) -> None:
    """Pairs of supporting rows in one origin: precision, recall, F1 (twice the hits by the sum)."""
    hits = found = there = 0
    for one in judged:
        ours = pairs_of(origin.attributions for origin in one.evidence.origins if origin.side in SUPPORT)
        theirs = pairs_of(one.gold.partition)
        hits, found, there = hits + len(ours & theirs), found + len(ours), there + len(theirs)
    figures.add("pairs of rows in one origin, precision", hits, found)
    figures.add("pairs of rows in one origin, recall", hits, there)
    figures.add("pairs of rows in one origin, F1", 2 * hits, found + there)


def pairs_of(groups: Iterable[Sequence[str]]) -> Pairs:
    """The pairs of rows that share a group, each in rising order."""
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def explain(one: Judged) -> Iterator[str]:
    """What is wrong with one claim; nothing where all is right."""
    gold, evidence = one.gold, one.evidence
    found = (evidence.standing.value, evidence.independent_origins, evidence.low, evidence.high)
    expected = (gold.standing, gold.count, gold.low, gold.high)
    ours = pairs_of(origin.attributions for origin in evidence.origins if origin.side in SUPPORT)
    if found == expected and ours == pairs_of(gold.partition):
        return
    yield f"{gold.id}: {gold.text}\n  gold {expected} {gold.partition}\n  ours {found}"
    for origin in evidence.origins:
        yield f"    {origin.side.value}: {origin.name} {origin.attributions} {origin.why}"


if __name__ == "__main__":
    sys.exit(main())
