"""Compares two articles: which passages they share, how much of each, and whether that is copying.

Words in a quotation are counted apart: two reporters who quote one speech share them and have copied nothing.
`copy_sketch.py` says which articles are worth comparing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.link.copy_alignment import Run, align
from reportedly.link.copy_credits import Standing, read_standing
from reportedly.link.copy_direction import find_direction
from reportedly.link.copy_words import Quoted, Words, find_quoted, read_words
from reportedly.types.article import Article
from reportedly.types.copying import CopyDirection, CopyFinding, CopyLabel, CopyPassage, Ground
from reportedly.types.span import Spans


@dataclass(frozen=True, slots=True)
class CopyRule:
    """How much makes a copy.

    `own_words` is the least number of equal words, in one passage and outside quotations, that is no stock
    phrase; `own_words_in_all` the same over all passages with at least `SCRAP` such words. For a copy `share`
    of one article's words must lie in passages, and `own_share` of one article's words outside quotations.
    """

    own_words: int = 16
    own_words_in_all: int = 31
    share: float = 0.65
    own_share: float = 0.5


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles share, before it is judged; shares are parts of an article's words, from 0 to 1."""

    passages: tuple[CopyPassage, ...]
    share_a: float
    share_b: float
    own_share_a: float
    own_share_b: float

    @property
    def longest(self) -> int:
        """The most words outside quotations that one passage has."""
        return max((passage.own for passage in self.passages), default=0)

    @property
    def in_all(self) -> int:
        """The words outside quotations in all passages that are more than a scrap."""
        return sum(passage.own for passage in self.passages if passage.own >= SCRAP)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as comparing needs it; read once, it can be compared with many."""

    article: Article
    words: Words
    quoted: Quoted
    standing: Standing


# Chosen on all 150 labelled pairs (evaluation/copies.py); its five folds choose nearly the same.
RULE = CopyRule()
# A passage of fewer words of its own is chance or a name with its title.
SCRAP = 6
NO_DIRECTION = CopyDirection(None, Ground.UNKNOWN, "nothing is copied, so neither leads")


def compare(a: Article, b: Article, rule: CopyRule = RULE) -> CopyFinding:
    """What `a` and `b` share; the same finding with its sides exchanged for `b` and `a`."""
    return compare_read(read(a), read(b), rule)


def read(article: Article, furniture: Spans = ()) -> Reading:
    """The words of `article`, which of them are quoted, and whom it credits.

    Words in its page furniture (copyright lines, "Share on Facebook") count neither as shared nor as its own.
    """
    words = read_words(article.text, furniture)
    return Reading(article, words, find_quoted(article.text, words), read_standing(article))


def compare_read(a: Reading, b: Reading, rule: CopyRule = RULE) -> CopyFinding:
    """`compare` for articles that have been read; this is nine tenths faster where one meets many."""
    overlap = find_overlap(a, b)
    label = label_of(overlap, rule)
    is_copied = label is not CopyLabel.INDEPENDENT
    return CopyFinding(
        a=a.article.id,
        b=b.article.id,
        label=label,
        passages=overlap.passages,
        share_a=overlap.share_a,
        share_b=overlap.share_b,
        why=_why(overlap, label),
        direction=find_direction(a.article, a.standing, b.article, b.standing) if is_copied else NO_DIRECTION,
    )


def find_overlap(a: Reading, b: Reading) -> Overlap:
    """The passages that two articles share, in the order of the first, and how much of each they make up."""
    chains = align(a.words.forms, b.words.forms)
    passages = tuple(
        CopyPassage(
            a=a.words.stretch(chain.a.start, chain.a.stop),
            b=b.words.stretch(chain.b.start, chain.b.stop),
            words=sum(run.length for run in chain.runs),
            quoted=sum(_count_quoted(run, a.quoted, b.quoted) for run in chain.runs),
        )
        for chain in chains
    )
    shared_a, shared_b = (_covered([chain.a for chain in chains]), _covered([chain.b for chain in chains]))
    return Overlap(
        passages,
        share_a=_share(len(shared_a), len(a.words)),
        share_b=_share(len(shared_b), len(b.words)),
        own_share_a=_own_share(shared_a, a.quoted),
        own_share_b=_own_share(shared_b, b.quoted),
    )


def label_of(overlap: Overlap, rule: CopyRule = RULE) -> CopyLabel:
    """Whether an overlap is copying."""
    if overlap.longest < rule.own_words and overlap.in_all < rule.own_words_in_all:
        return CopyLabel.INDEPENDENT
    share = max(overlap.share_a, overlap.share_b)
    own_share = max(overlap.own_share_a, overlap.own_share_b)
    is_copy = share >= rule.share and own_share >= rule.own_share
    return CopyLabel.COPY if is_copy else CopyLabel.PARTIAL


def _count_quoted(run: Run, quoted_a: Quoted, quoted_b: Quoted) -> int:
    """How many words of a run are in marks in either article, or in a block in both."""
    return sum(
        quoted_a.in_marks[run.a + one]
        | quoted_b.in_marks[run.b + one]
        | quoted_a.in_block[run.a + one] & quoted_b.in_block[run.b + one]
        for one in range(run.length)
    )


def _covered(stretches: Sequence[range]) -> set[int]:
    """The words that lie in these stretches."""
    return {word for stretch in stretches for word in stretch}


def _own_share(shared: set[int], quoted: Quoted) -> float:
    """The part of the words outside quotation marks that is shared."""
    own = [word for word, is_quoted in enumerate(quoted.in_marks) if not is_quoted]
    return _share(sum(word in shared for word in own), len(own))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _why(overlap: Overlap, label: CopyLabel) -> str:
    """The label in words."""
    own = sum(passage.own for passage in overlap.passages)
    quoted = sum(passage.quoted for passage in overlap.passages)
    if label is CopyLabel.INDEPENDENT:
        return f"{own} equal words outside quotations, {quoted} inside: only stock phrases and quotations"
    return (
        f"{own} equal words outside quotations ({overlap.longest} in one passage), {quoted} inside; "
        f"passages make up {overlap.share_a:.0%} of the one and {overlap.share_b:.0%} of the other"
    )
