"""The labelled pairs and what is counted on them."""

import json
from collections import Counter

import pytest
from evaluation.copies import (
    CASES,
    Pair,
    Seen,
    accuracy,
    best,
    f1,
    held_back,
    jaccard,
    judge,
    main,
    read_pairs,
)
from evaluation.copies_timing import repeated

from reportedly.link.copies import Overlap
from reportedly.types.copying import CopyLabel

COPY, PARTIAL, INDEPENDENT = CopyLabel.COPY, CopyLabel.PARTIAL, CopyLabel.INDEPENDENT


def seen(label: CopyLabel, story: str = "s", similarity: float = 0.0) -> Seen:
    return Seen(Pair("a", "b", story, label, None), Overlap((), 0.0, 0.0, 0.0, 0.0), similarity)


def test_the_gold_has_150_pairs_of_every_label() -> None:
    pairs = read_pairs(CASES)
    counts = Counter(pair.label for pair in pairs)
    assert len({frozenset((pair.a, pair.b)) for pair in pairs}) == len(pairs) == 150
    assert min(counts.values()) >= 40


def test_the_credited_body_is_one_of_the_pair() -> None:
    assert all(pair.credited in (None, pair.a, pair.b) for pair in read_pairs(CASES))


def test_the_gold_holds_no_text() -> None:
    values = [value for line in CASES.read_text("utf-8").splitlines() for value in json.loads(line).values()]
    assert max(len(str(value)) for value in values) <= len("independent")


@pytest.mark.parametrize(
    ("labels", "only", "expected"),
    [
        ([COPY, PARTIAL, INDEPENDENT], None, 1.0),
        ([PARTIAL, COPY, INDEPENDENT], None, 1.0),
        ([PARTIAL, COPY, INDEPENDENT], COPY, 0.0),
        ([COPY, INDEPENDENT, INDEPENDENT], None, 2 / 3),
        ([INDEPENDENT, INDEPENDENT, INDEPENDENT], None, 0.0),
    ],
)
def test_f1_counts_copy_and_partial_together_or_copies_alone(labels, only, expected) -> None:
    assert f1([seen(COPY), seen(PARTIAL), seen(INDEPENDENT)], labels, only) == pytest.approx(expected)


def test_accuracy_counts_three_labels() -> None:
    assert accuracy([seen(COPY), seen(PARTIAL)], [COPY, COPY]) == 0.5


def test_the_middle_of_the_best_choices_is_taken() -> None:
    assert best(range(10), lambda choice: 3 <= choice <= 7) == 5


def test_no_story_is_judged_by_thresholds_chosen_on_it() -> None:
    pairs = [seen(COPY, story=str(number)) for number in range(10)]
    learned: list[set[str]] = []

    def learn(known):
        learned.append({one.pair.story for one in known})
        return lambda one: INDEPENDENT if one.pair.story in learned[-1] else COPY

    def learn_and_remember(known):
        stories = {one.pair.story for one in known}
        return lambda one: INDEPENDENT if one.pair.story in stories else COPY

    assert held_back(pairs, learn_and_remember) == [COPY] * 10
    held_back(pairs, learn)
    assert sorted(len(stories) for stories in learned) == [8] * 5


def test_jaccard_is_that_of_five_word_shingles() -> None:
    assert jaccard("a b c d e f", "a b c d e f") == 1.0
    assert jaccard("a b c d e f", "a b c d e g") == pytest.approx(1 / 3)
    assert jaccard("", "a") == 0.0


@pytest.mark.parametrize(("similarity", "label"), [(0.1, INDEPENDENT), (0.3, PARTIAL), (0.9, COPY)])
def test_the_baseline_has_two_thresholds(similarity, label) -> None:
    assert judge(seen(COPY, similarity=similarity), 0.2, 0.5) is label


def test_repetitions_are_edited_copies() -> None:
    bodies = [" ".join(f"w{number}" for number in range(300))]
    assert repeated(bodies, 0) == bodies[0]
    assert repeated(bodies, 1) not in (bodies[0], repeated(bodies, 2))
    assert 0.3 < jaccard(repeated(bodies, 1), bodies[0]) < 1.0


def test_a_missing_corpus_is_said_plainly(tmp_path, capsys) -> None:
    assert main(["--data", str(tmp_path)]) == 1
    assert "is missing" in capsys.readouterr().err
