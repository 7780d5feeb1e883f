"""Maps the parse of an article to the words that the attribution model reads.

The model sees of each word: its part of speech, its grammatical function, how far off its head stands, the
functions of the two clauses around it, and the words that govern it and these clauses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.types.doc import Token

IntArray = npt.NDArray[np.int32]

# The labels of spaCy's English models (OntoNotes), by number; 0 stands for any other, and for no parse.
POS = (
    "", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",
    "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
    "XX", "_SP", "``",
)  # fmt: skip
LABELS = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case",
    "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj",
    "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp",
    "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ROOT = LABELS.index("ROOT")
CLAUSES = np.array(
    [label in {"ROOT", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis", "pcomp", "relcl", "xcomp"}
     for label in LABELS]
)  # fmt: skip
DISTANCES = (1, 2, 3, 5, 9, 17)  # words to the head from which the next bucket begins
DEEPEST = 60  # steps to a clause's root; a longer way is a parse gone wrong
MARKS = (len(POS), len(LABELS), 2 * len(DISTANCES) + 1, len(LABELS), len(LABELS))  # how many values each has
GOVERNORS = 3
NONE = -1


@dataclass(frozen=True, slots=True)
class WordParse:
    """Part of speech, function and head (a word's number; a root's is its own) of each word."""

    pos: IntArray
    labels: IntArray
    heads: IntArray


def no_parse(count: int) -> WordParse:
    """The parse of `count` words of which nothing is known."""
    zeros = np.zeros(count, dtype=np.int32)
    return WordParse(zeros, zeros, np.arange(count, dtype=np.int32))


def parse_words(starts: IntArray, tokens: Sequence[Token]) -> WordParse:
    """The parse of words that begin at `starts`; a word is what the token at its first character is."""
    if not len(tokens) or not len(starts):
        return no_parse(len(starts))
    firsts = np.array([token.start for token in tokens], dtype=np.int32)
    ends = np.array([token.end for token in tokens], dtype=np.int32)
    pos = np.array([POS_NUMBER.get(token.tag, 0) for token in tokens], dtype=np.int32)
    labels = np.array([LABEL_NUMBER.get(token.dep, 0) for token in tokens], dtype=np.int32)
    token_heads = np.array([token.head for token in tokens], dtype=np.int32)
    own = np.maximum(firsts.searchsorted(starts, "right") - 1, 0)
    known = (starts >= firsts[own]) & (starts < ends[own])
    # The word in which a token begins, to turn heads among tokens into heads among words.
    word_of = np.maximum(starts.searchsorted(firsts, "right") - 1, 0).astype(np.int32)
    heads = word_of[token_heads[own]]
    everyone = np.arange(len(starts), dtype=np.int32)
    return WordParse(
        np.where(known, pos[own], 0).astype(np.int32),
        np.where(known, labels[own], 0).astype(np.int32),
        np.where(known, heads, everyone).astype(np.int32),
    )


def select_parse(parse: WordParse, chosen: IntArray) -> WordParse:
    """The parse of the `chosen` words alone: one whose head is left out becomes a root."""
    place = np.full(len(parse.heads), NONE, dtype=np.int32)
    place[chosen] = np.arange(len(chosen), dtype=np.int32)
    heads = place[parse.heads[chosen]]
    lost = heads == NONE
    labels = np.where(lost, ROOT, parse.labels[chosen]).astype(np.int32)
    heads = np.where(lost, np.arange(len(chosen)), heads).astype(np.int32)
    return WordParse(parse.pos[chosen], labels, heads)


def clause_roots(parse: WordParse, start: IntArray) -> IntArray:
    """For each word of `start` the nearest word at or above it that is the root of a clause."""
    place = start.copy()
    for _ in range(DEEPEST):
        rises = ~CLAUSES[parse.labels[place]] & (parse.heads[place] != place)
        if not rises.any():
            break
        place = np.where(rises, parse.heads[place], place)
    return place


def read_parse(parse: WordParse) -> tuple[IntArray, IntArray]:
    """The marks of each word, a column for each of `MARKS`, and its governors (`NONE` where there is none).

    The governors are the head of the word, that of its clause's root, and that of the next clause's root.
    """
    everyone = np.arange(len(parse.heads), dtype=np.int32)
    clause = clause_roots(parse, everyone)
    above = parse.heads[clause]
    outer = clause_roots(parse, above)
    is_root, is_outermost = parse.heads == everyone, above == clause
    outer_label = np.where(is_outermost, 0, parse.labels[outer])
    marks = (parse.pos, parse.labels, _distance(parse.heads - everyone), parse.labels[clause], outer_label)
    furthest = parse.heads[outer]
    governors = (
        np.where(is_root, NONE, parse.heads),
        np.where(is_outermost, NONE, above),
        np.where(is_outermost | (furthest == outer), NONE, furthest),
    )
    return np.stack(marks, 1).astype(np.int32), np.stack(governors, 1).astype(np.int32)


def _distance(steps: IntArray) -> IntArray:
    """How far off the head stands and on which side, in buckets; 0 for none."""
    bucket = np.searchsorted(np.array(DISTANCES), np.abs(steps), "right")
    return np.where(steps < 0, bucket + len(DISTANCES), bucket).astype(np.int32)


POS_NUMBER = {name: number for number, name in enumerate(POS)}
LABEL_NUMBER = {name: number for number, name in enumerate(LABELS)}
