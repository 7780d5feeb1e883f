"""Finds which predicted row is which gold row, the outlet's own voice included."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.score.marked import Opposed
from reportedly.score.matching import pair_up
from reportedly.score.roles import ArticleWords, Touched
from reportedly.types.attribution import Quoted
from reportedly.types.entry import Entry


@dataclass(frozen=True, slots=True)
class RowPair:
    """A predicted row and the gold row that it stands for."""

    predicted: Entry
    gold: Entry

    @property
    def is_cited(self) -> bool:
        """Whether the gold row cites somebody."""
        return is_cited(self.gold)


@dataclass(frozen=True, slots=True)
class MatchedArticle:
    """The rows of one article on both sides, and the pairs among them."""

    gold: Sequence[Entry]
    predicted: Sequence[Entry]
    pairs: Sequence[RowPair]


def is_cited(entry: Entry) -> bool:
    """Whether a row cites somebody: it is not in the outlet's own voice."""
    return entry.attribution.quoted is not Quoted.OWN_VOICE


def match_rows(opposed: Opposed) -> MatchedArticle:
    """One to one, where the contents share half of their words (Jaccard) and both rows cite, or neither does.

    Rows that cite must agree in the source or in the cue besides; of rows with contents equally alike,
    those that agree in more come first, so that a denial and the report denied keep apart.
    """
    gold, predicted = opposed.gold.entries or (), opposed.predicted.entries or ()
    words = ArticleWords(opposed.gold.article.text)
    ours = [touched(entry, words) for entry in predicted]
    theirs = [touched(entry, words) for entry in gold]

    def allowed(one: int, other: int) -> bool:
        if is_cited(predicted[one]) != is_cited(gold[other]):
            return False
        return not is_cited(gold[other]) or agreement(ours[one], theirs[other]) > 0

    def preference(one: int, other: int) -> int:
        return agreement(ours[one], theirs[other])

    pairs = pair_up([one.content for one in ours], [one.content for one in theirs], allowed, preference)
    return MatchedArticle(gold, predicted, [RowPair(predicted[one], gold[other]) for one, other in pairs])


def touched(entry: Entry, words: ArticleWords) -> Touched:
    """A row in words; one without any keeps its place and meets nobody."""
    return words.touch(entry.attribution)


def agreement(one: Touched, other: Touched) -> int:
    """How many of source and cue agree: they share a word (a cue: a character), or neither has one."""
    sources = bool(one.source & other.source) or not (one.source or other.source)
    cues = bool(one.cue_characters & other.cue_characters) or not (one.cue_characters or other.cue_characters)
    return sources + cues
