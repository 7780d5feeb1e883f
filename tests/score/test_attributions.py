"""Attributions are scored as in the figures published for PolNeAR."""

import os
import time
from pathlib import Path

import pytest

from reportedly.lang.lexicon import load_words
from reportedly.score.attributions import Comparison, cue_type, score_attributions
from reportedly.score.figures import Detection, Scores
from reportedly.score.gold import read_gold
from reportedly.score.roles import ArticleWords
from tests.score.made import roles

FERRY = (
    "“The ferry sank at noon,” Captain Ilo Marr said. According to the harbour office, two people were hurt, "
    "and the office believes that the captain “was asleep” at the wheel.\n"
    "It is feared that the pier will fall. Marr, who lives in Dunmarrow, said: ''I was awake.''"
)
COUNCIL = (
    'The council has the view that rents are too high; tenants, the mayor added, are "leaving. '
    "Nobody asked the tenants.\nA letter seen on Friday warned of strikes."
)
DOCS = [
    Comparison(
        FERRY,
        gold=[
            roles(FERRY, "Captain Ilo Marr", "said", "“The ferry sank at noon,”"),
            roles(FERRY, "the harbour office", "According to", "two people were hurt"),
            roles(FERRY, "the office", "believes", "that the captain “was asleep” at the wheel"),
            roles(FERRY, "", "is feared", "that the pier will fall"),
            roles(FERRY, "Marr, who lives in Dunmarrow,", ", said:", "''I was awake.''"),
        ],
        predicted=[
            roles(FERRY, "Ilo Marr", "said", "The ferry sank at noon"),
            roles(FERRY, "the office", "According", "people were hurt"),
            roles(FERRY, "the office", "believes", "captain “was asleep"),
            roles(FERRY, "It", "is feared", "that the pier will fall"),
            roles(FERRY, "", ":", "I was awake."),
            roles(FERRY, "", "", "''"),
            roles(FERRY, "Dunmarrow", "lives in", "noon"),
        ],
        outlet="The Dunmarrow Post",
    ),
    Comparison(
        COUNCIL,
        gold=[
            roles(COUNCIL, "The council", "has the view", "that rents are too high"),
            roles(COUNCIL, "the mayor", "added", "tenants", 'are "leaving'),
            roles(COUNCIL, "A letter", "warned of", "strikes"),
        ],
        predicted=[
            roles(COUNCIL, "The council", "view", "that rents are too high"),
            roles(COUNCIL, "The council", "view", "that rents are too high"),
            roles(COUNCIL, "the mayor", "added", "tenants", 'are "leaving'),
            roles(COUNCIL, "", "", "Nobody asked the tenants"),
        ],
        outlet="The Brackmoor Gazette",
    ),
    Comparison("Nothing was said.", gold=[], predicted=[]),
]
# Computed by the scorer that the published figures were measured with: P, R, F1, predicted, gold.
EXPECTED = [
    ("token source", 0.9, 0.47368421052631576, 0.6206896551724138, 10, 19),
    ("token cue", 0.7777777777777778, 0.5384615384615384, 0.6363636363636364, 9, 13),
    ("token content", 0.8709677419354839, 0.7941176470588235, 0.8307692307692308, 31, 34),
    ("content exact", 0.5, 0.625, 0.5555555555555556, 10, 8),
    ("content exact with marks", 0.3, 0.375, 0.33333333333333326, 10, 8),
    ("content overlap", 0.9, 0.875, 0.8873239436619719, 10, 8),
    ("attribution all", 0.3, 0.375, 0.33333333333333326, 10, 8),
    ("attribution content only", 0.6, 0.75, 0.6666666666666665, 10, 8),
    ("attribution with cue", 0.3, 0.375, 0.33333333333333326, 10, 8),
    ("class direct", 0.25, 0.5, 0.3333333333333333, 4, 2),
    ("class indirect", 0.25, 0.25, 0.25, 4, 4),
    ("class mixed", 0.5, 0.5, 0.5, 2, 2),
]
MACRO, SOURCES_RIGHT = 0.695940840768427, 0.5
SCORES = score_attributions(DOCS)


def found(name: str, scores: Scores = SCORES) -> Detection:
    return next(one for one in scores.detections if " ".join(one.name) == name)


@pytest.mark.parametrize(("name", "precision", "recall", "f1", "predicted", "gold"), EXPECTED)
def test_figures_agree_with_the_published_scorer_to_the_last_digit(
    name: str, precision: float, recall: float, f1: float, predicted: int, gold: int
) -> None:
    one = found(name)
    assert (one.precision.value, one.recall.value, one.f1.value) == (precision, recall, f1)
    assert (one.predicted, one.gold) == (predicted, gold)


def test_mean_over_the_roles_and_share_of_right_sources_agree_with_it_too() -> None:
    assert [mean.mean.value for mean in SCORES.means] == [MACRO]
    assert [share.share.value for share in SCORES.shares] == [SOURCES_RIGHT]


def test_totals_leave_out_contents_without_a_word() -> None:
    assert (SCORES.articles, SCORES.gold, SCORES.predicted) == (3, 8, 10)


def test_attributions_without_a_source_have_a_figure_of_their_own() -> None:
    assert found("source none").gold == 1
    assert found("source none").recall.value == 0.0
    assert found("source given").gold == 7


def test_every_outlet_has_a_figure_without_an_interval_where_it_has_one_article() -> None:
    post = found("outlet The Dunmarrow Post")
    assert (post.gold, post.f1.low) == (5, None)
    assert found("outlet The Brackmoor Gazette").gold == 3


CUES = [
    ("he said on Monday that", "said", "say"),
    ("he said in a statement that", "said in a statement", "say"),
    ("their view is that", "view", "noun"),
    ("he was balking at it", "was balking at", "other"),
    ("MARR: it fell", ":", "none"),
    ("it fell", "", "none"),
]


@pytest.mark.parametrize(("text", "cue", "expected"), CUES)
def test_cue_types(text: str, cue: str, expected: str) -> None:
    words = ArticleWords(text)
    assert cue_type(words.touch(roles(text, "", cue, "")), words) == expected


@pytest.mark.parametrize(
    ("kind", "word"), [(kind, word) for kind in ("say", "noun") for word in load_words("scoring")[kind].words]
)
def test_every_word_of_the_cue_lists_gives_its_type_in_its_example(kind: str, word: str) -> None:
    text = load_words("scoring")[kind].example.replace("{word}", word)
    words = ArticleWords(text)
    assert cue_type(words.touch(roles(text, "", word, "")), words) == kind


@pytest.mark.skipif("REPORTEDLY_DATA" not in os.environ, reason="REPORTEDLY_DATA names no folder of corpora")
def test_a_whole_corpus_against_itself_is_right() -> None:
    gold = read_gold(Path(os.environ["REPORTEDLY_DATA"], "polnear", "dev.jsonl.gz"))
    scores = score_attributions(Comparison(one.article.text, one.roles, one.roles) for one in gold)
    assert {one.f1.value for one in scores.detections if one.gold} == {1.0}


def test_no_article_at_all_gives_no_figure() -> None:
    assert score_attributions([]).detections == ()


def test_eighty_articles_with_their_intervals_take_less_than_two_seconds() -> None:
    start = time.monotonic()
    scores = score_attributions(DOCS[:2] * 40)
    assert scores.articles == 80
    assert time.monotonic() - start < 2
