"""Scores claims: rows about the same claim, and the number of independent origins of each.

A row may be about several claims. A pair of rows belongs to the later of its articles, the one whose reading
had to find the link; a claim belongs to the first article that mentions it. Own-voice rows count as well.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum

from reportedly.score.counts import ArticleCounts, Tally
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores
from reportedly.score.marked import Opposed
from reportedly.score.row_pairs import match_rows

KIND = "claims"

Pair = tuple[int, int]
Claims = frozenset[str]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The rows of all articles on one side: the claims of each, and the article that it stands in."""

    claims: Sequence[Claims]
    articles: Sequence[int]


@dataclass(frozen=True, slots=True)
class Story:
    """Both sides over all articles. `matches` ties positions of predicted rows to those of gold rows."""

    gold: Mentions
    predicted: Mentions
    matches: Mapping[int, int]
    gold_origins: Mapping[str, int]
    predicted_origins: Mapping[str, int]


def score_claims(articles: Sequence[Opposed]) -> Scores:
    """The figures over all articles together; the gold must give each claim's independent origins."""
    story = to_story(articles)
    counts = [ArticleCounts() for _ in articles]
    count_pairs(story, counts)
    count_bcubed(story, counts)
    count_origins(story, counts)
    return estimate(KIND, counts, (len(story.gold.claims), len(story.predicted.claims)))


def to_story(articles: Sequence[Opposed]) -> Story:
    """All rows in the order of the articles, and which is which."""
    matches: dict[int, int] = {}
    gold: list[tuple[Claims, int]] = []
    predicted: list[tuple[Claims, int]] = []
    for number, opposed in enumerate(articles):
        matched = match_rows(opposed)
        at_gold = {id(entry): len(gold) + place for place, entry in enumerate(matched.gold)}
        at_predicted = {id(entry): len(predicted) + place for place, entry in enumerate(matched.predicted)}
        matches.update((at_predicted[id(pair.predicted)], at_gold[id(pair.gold)]) for pair in matched.pairs)
        gold.extend((frozenset(entry.claims), number) for entry in matched.gold)
        predicted.extend((frozenset(entry.claims), number) for entry in matched.predicted)
    return Story(
        gold=to_mentions(gold),
        predicted=to_mentions(predicted),
        matches=matches,
        gold_origins={claim: count for one in articles for claim, count in one.gold.origins.items()},
        predicted_origins={
            claim: count for one in articles for claim, count in one.predicted.origins.items()
        },
    )


def to_mentions(rows: Sequence[tuple[Claims, int]]) -> Mentions:
    """Claims and articles side by side."""
    return Mentions([claims for claims, _ in rows], [article for _, article in rows])


def count_pairs(story: Story, counts: Sequence[ArticleCounts]) -> None:
    """Pairs of rows about one claim: among the matched rows, and end to end among all."""
    gold = pairs_within(story.gold.claims)
    reached = {pair: in_gold(pair, story.matches) for pair in pairs_within(story.predicted.claims)}
    found = frozenset(reached.values())
    matched = frozenset(story.matches.values())
    for pair in gold:
        tally = Tally(gold_hits=int(pair in found), gold=1)
        add_pair(counts[later(pair, story.gold)], tally, is_matched=matched.issuperset(pair))
    for pair, gold_pair in reached.items():
        tally = Tally(predicted_hits=int(gold_pair in gold), predicted=1)
        add_pair(counts[later(pair, story.predicted)], tally, is_matched=gold_pair is not None)


def pairs_within(claims: Sequence[Claims]) -> frozenset[Pair]:
    """The pairs of rows, each in rising order, that have a claim in common."""
    return frozenset(pair for held in holders_of(claims).values() for pair in combinations(held, 2))


def holders_of(claims: Sequence[Claims]) -> dict[str, list[int]]:
    """The rows about each claim, in rising order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for row, about in enumerate(claims):
        for claim in about:
            holders[claim].append(row)
    return holders


def in_gold(pair: Pair, matches: Mapping[int, int]) -> Pair | None:
    """The gold rows that two predicted rows stand for; None where one stands for none."""
    one, other = (matches.get(row) for row in pair)
    return None if one is None or other is None else (min(one, other), max(one, other))


def later(pair: Pair, mentions: Mentions) -> int:
    """The later of the articles of two rows."""
    return max(mentions.articles[row] for row in pair)


def add_pair(counts: ArticleCounts, tally: Tally, *, is_matched: bool) -> None:
    """Count one pair end to end, and among the matched rows where both of its rows are."""
    counts.add_tally(("same claim", "pairs end to end"), tally)
    if is_matched:
        counts.add_tally(("same claim", "pairs of matched"), tally)


def count_bcubed(story: Story, counts: Sequence[ArticleCounts]) -> None:
    """BCubed over the matched rows, extended to rows about several claims (Amigó et al. 2009).

    A row that is about no claim on one side stands there alone; one that is about none on either is left out.
    """
    matches = [
        (one, other)
        for one, other in story.matches.items()
        if story.predicted.claims[one] or story.gold.claims[other]
    ]
    ours = [own(story.predicted.claims[one], one) for one, _ in matches]
    theirs = [own(story.gold.claims[other], other) for _, other in matches]
    precisions, recalls = agreements(ours, theirs), agreements(theirs, ours)
    for (_, row), precision, recall in zip(matches, precisions, recalls, strict=True):
        counts[story.gold.articles[row]].add_tally(
            ("same claim", "BCubed of matched"), Tally(precision, 1, recall, 1)
        )


def own(claims: Claims, row: int) -> Claims:
    """The claims of a row, or one that no other row is about."""
    return claims or frozenset((f"\0{row}",))


def agreements(claims: Sequence[Claims], reference: Sequence[Claims]) -> list[float]:
    """For each row, over the rows that share claims with it: as many of those as the reference allows."""
    holders = holders_of(claims)
    means = []
    for row, mine in enumerate(claims):
        near = {other for claim in mine for other in holders[claim]}
        shares = (
            min(shared := len(mine & claims[other]), len(reference[row] & reference[other])) / shared
            for other in near
        )
        means.append(fsum(shares) / len(near))
    return means


def count_origins(story: Story, counts: Sequence[ArticleCounts]) -> None:
    """Gold claims whose number of independent origins is exactly right; a claim not found is wrong."""
    counterparts = claims_paired(story)
    first = first_articles(story.gold)
    for claim, origins in story.gold_origins.items():
        if claim not in first:
            continue
        found = counterparts.get(claim)
        is_right = found is not None and story.predicted_origins.get(found) == origins
        counts[first[claim]].add_right(("independent origins", "of all claims"), int(is_right), 1)
        if found is not None:
            counts[first[claim]].add_right(("independent origins", "of claims found"), int(is_right), 1)


def first_articles(mentions: Mentions) -> dict[str, int]:
    """The first article that mentions each claim."""
    first: dict[str, int] = {}
    for claims, article in zip(mentions.claims, mentions.articles, strict=True):
        for claim in claims:
            first.setdefault(claim, article)
    return first


def claims_paired(story: Story) -> dict[str, str]:
    """Gold claims and predicted ones that share most of their rows (Jaccard), one to one."""
    shared: Counter[tuple[str, str]] = Counter(
        (theirs, ours)
        for one, other in story.matches.items()
        for ours in story.predicted.claims[one]
        for theirs in story.gold.claims[other]
    )
    sizes = Counter(claim for claims in story.gold.claims for claim in claims)
    our_sizes = Counter(claim for claims in story.predicted.claims for claim in claims)
    ranked = sorted(
        shared,
        key=lambda pair: (-shared[pair] / (sizes[pair[0]] + our_sizes[pair[1]] - shared[pair]), pair),
    )
    paired: dict[str, str] = {}
    for theirs, ours in ranked:
        if theirs not in paired and ours not in paired.values():
            paired[theirs] = ours
    return paired
