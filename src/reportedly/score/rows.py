"""Scores whole rows: chains, anonymity, stance, certainty, quotation, times and the outlet's own voice.

Every figure but the own voice's is of rows that cite somebody. "matched" figures are of the rows that were
found; "end to end" figures are of all gold rows, so a row that was not found is wrong.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reportedly.score.counts import ArticleCounts, Name
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores
from reportedly.score.marked import Opposed
from reportedly.score.row_pairs import MatchedArticle, RowPair, is_cited, match_rows
from reportedly.score.same import anonymity, bare, same_anonymity, same_chain, same_link, same_words
from reportedly.types.attribution import SourceKind, Stance
from reportedly.types.entry import Entry

KIND = "entries"
MATCHED, END_TO_END = "matched", "end to end"
STANCE = {MATCHED: "stance of matched", END_TO_END: "stance end to end"}
LONG = 3  # links of a chain with two or more beyond the outlet

Test = Callable[[Entry, Entry], bool]
# What is right of a row: predicted beside gold.
FIELDS: Mapping[str, Test] = {
    "whole chain": lambda one, other: same_chain(one.chain, other.chain),
    "chain after the outlet": lambda one, other: same_chain(one.chain, other.chain, after=1),
    "innermost link": lambda one, other: same_link(one.chain.innermost, other.chain.innermost),
    "anonymity": lambda one, other: anonymity(one.chain.innermost) == anonymity(other.chain.innermost),
    "anonymity with details": lambda one, other: same_anonymity(one.chain.innermost, other.chain.innermost),
    "addressee": lambda one, other: same_words(one.chain.addressee, other.chain.addressee),
    "medium": lambda one, other: same_words(one.chain.medium, other.chain.medium),
    "stance": lambda one, other: one.position.stance is other.position.stance,
    "certainty": lambda one, other: one.position.certainty is other.position.certainty,
    "reporter's hedge": lambda one, other: same_words(
        one.position.reporter_hedge, other.position.reporter_hedge
    ),
    "quoted": lambda one, other: one.attribution.quoted is other.attribution.quoted,
    "said at": lambda one, other: one.times.said_at == other.times.said_at,
    "event at": lambda one, other: one.times.event_at == other.times.event_at,
}
# What is right of a row whose gold source is unnamed.
OF_UNNAMED: Mapping[str, Test] = {
    "described as": lambda one, other: same_words(
        one.chain.innermost.described_as, other.chain.innermost.described_as
    ),
    "count": lambda one, other: same_words(one.chain.innermost.count, other.chain.innermost.count),
    "condition": lambda one, other: same_words(
        one.chain.innermost.condition, other.chain.innermost.condition
    ),
    "reason": lambda one, other: same_words(one.chain.innermost.reason, other.chain.innermost.reason),
}


def score_rows(articles: Iterable[Opposed]) -> Scores:
    """The figures of all articles; both sides must have full rows."""
    matched = [match_rows(opposed) for opposed in articles]
    totals = sum(len(one.gold) for one in matched), sum(len(one.predicted) for one in matched)
    return estimate(KIND, [count(one) for one in matched], totals, means_of(matched))


def means_of(matched: Iterable[MatchedArticle]) -> dict[Name, list[Name]]:
    """The stances whose F1 the macro figures average: those of the gold rows in question."""
    means: dict[Name, list[Name]] = {}
    for article in matched:
        found = [pair.gold for pair in article.pairs if pair.is_cited]
        for group, rows in ((MATCHED, found), (END_TO_END, filter(is_cited, article.gold))):
            means.setdefault((STANCE[group], "macro"), []).extend(
                (STANCE[group], entry.position.stance.value) for entry in rows
            )
    return {name: sorted(set(parts)) for name, parts in means.items() if parts}


def count(article: MatchedArticle) -> ArticleCounts:
    """Every count of one article."""
    counts = ArticleCounts()
    pairs = [pair for pair in article.pairs if pair.is_cited]
    gold = [entry for entry in article.gold if is_cited(entry)]
    predicted = [entry for entry in article.predicted if is_cited(entry)]
    counts.add_found(("rows", "citing"), len(pairs), len(predicted), len(gold))
    own = len(article.pairs) - len(pairs)
    counts.add_found(
        ("rows", "own voice"), own, len(article.predicted) - len(predicted), len(article.gold) - len(gold)
    )
    count_fields(counts, pairs, gold)
    count_chains(counts, pairs, gold, predicted)
    count_names(counts, pairs)
    count_unnamed(counts, pairs, gold, predicted)
    count_stances(counts, MATCHED, pairs, ([pair.gold for pair in pairs], [pair.predicted for pair in pairs]))
    count_stances(counts, END_TO_END, pairs, (gold, predicted))
    return counts


def count_fields(counts: ArticleCounts, pairs: Sequence[RowPair], gold: Sequence[Entry]) -> None:
    """What is right of the rows found, and of all."""
    for group, of in ((MATCHED, len(pairs)), (END_TO_END, len(gold))):
        for name, test in FIELDS.items():
            counts.add_right((group, name), rights(test, pairs), of)


def count_names(counts: ArticleCounts, pairs: Iterable[RowPair]) -> None:
    """The people, organisations and places of the rows found, name by name."""
    for pair in pairs:
        predicted, gold = pair.predicted.about, pair.gold.about
        for name, ours, theirs in (
            ("participants", predicted.participants, gold.participants),
            ("places", predicted.places, gold.places),
        ):
            one, other = set(map(bare, ours)), set(map(bare, theirs))
            counts.add_found(("names of matched", name), len(one & other), len(one), len(other))


def rights(test: Test, pairs: Iterable[RowPair]) -> int:
    """How many pairs pass."""
    return sum(test(pair.predicted, pair.gold) for pair in pairs)


def count_chains(
    counts: ArticleCounts, pairs: Sequence[RowPair], gold: Sequence[Entry], predicted: Sequence[Entry]
) -> None:
    """Long chains, and the chains by their length and by the kind of the innermost source."""
    whole = FIELDS["whole chain"]
    long = [pair for pair in pairs if is_long(pair.gold)]
    counts.add_right((MATCHED, "chain of two or more links"), rights(whole, long), len(long))
    counts.add_found(
        ("chain", "of two or more links"),
        rights(whole, long),
        sum(map(is_long, predicted)),
        sum(map(is_long, gold)),
    )
    for pair in pairs:
        is_right = int(whole(pair.predicted, pair.gold))
        counts.add_right(("chain by innermost", pair.gold.chain.innermost.kind.value), is_right, 1)
        counts.add_right(("chain by links inside", str(len(pair.gold.chain.links) - 1)), is_right, 1)


def is_long(entry: Entry) -> bool:
    """Whether two or more links stand between the outlet and the content."""
    return len(entry.chain.links) >= LONG


def count_unnamed(
    counts: ArticleCounts, pairs: Sequence[RowPair], gold: Sequence[Entry], predicted: Sequence[Entry]
) -> None:
    """Unnamed sources found, and what is right of what the text says of them."""
    unnamed = [pair for pair in pairs if is_unnamed(pair.gold)]
    both = [pair for pair in unnamed if is_unnamed(pair.predicted)]
    counts.add_found(
        ("unnamed", "found"), len(both), sum(map(is_unnamed, predicted)), sum(map(is_unnamed, gold))
    )
    for name, test in OF_UNNAMED.items():
        counts.add_right(("unnamed", name), rights(test, both), len(unnamed))


def is_unnamed(entry: Entry) -> bool:
    """Whether the innermost source is unnamed."""
    return entry.chain.innermost.kind is SourceKind.UNNAMED


def count_stances(
    counts: ArticleCounts,
    group: str,
    pairs: Sequence[RowPair],
    sides: tuple[Sequence[Entry], Sequence[Entry]],
) -> None:
    """Each stance among these gold and predicted rows; denials are the stance "denies"."""
    gold, predicted = ([entry.position.stance for entry in side] for side in sides)
    both = [
        pair.gold.position.stance
        for pair in pairs
        if pair.gold.position.stance is pair.predicted.position.stance
    ]
    for stance in Stance:
        numbers = (both.count(stance), predicted.count(stance), gold.count(stance))
        counts.add_found((STANCE[group], stance.value), *numbers)
