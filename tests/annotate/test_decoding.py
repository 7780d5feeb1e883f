"""Decoding on scores made by hand: tags, links, shared and missing sources, rescues."""

import numpy as np
import pytest

from reportedly.annotate.decoding import TAGS, Found, Settings, WindowScores, best_tags, decode, segments_of
from reportedly.annotate.windows import Window
from reportedly.models.attribution_model import ModelOutput

SURE = 20.0


def board(tags: str, cue_of: dict[int, int], source_of: dict[int, int | None]) -> WindowScores:
    """Scores of one window. `tags`: a letter a word (S, C, T, -), capital where a segment begins.

    `cue_of` and `source_of`: word -> the word it points at; None points at "no source".
    """
    count = len(tags)
    scores = np.zeros((count, len(TAGS)), dtype=np.float32)
    for i, letter in enumerate(tags):
        name = "O" if letter == "-" else ("B-" if letter.isupper() else "I-") + letter.upper()
        scores[i, TAGS.index(name)] = SURE
    keys = np.eye(count + 1, dtype=np.float32)
    cue_query, source_query = (np.zeros((count, count + 1), dtype=np.float32) for _ in range(2))
    for word, target in cue_of.items():
        cue_query[word, target + 1] = SURE
    for word, source in source_of.items():
        source_query[word, 0 if source is None else source + 1] = SURE
    inner = np.zeros(count, dtype=np.float32)
    return WindowScores(Window(0, count), ModelOutput(scores, inner, cue_query, keys, source_query, keys))


def words_of(found: Found) -> tuple[list[int], list[int], list[int]]:
    def numbers(segments: object) -> list[int]:
        return [i for one in segments for i in range(one.start, one.end)]  # type: ignore[attr-defined]

    return numbers(found.source), numbers((found.cue,)), numbers(found.content)


def found_in(
    tags: str, cue_of: dict[int, int], source_of: dict[int, int | None]
) -> list[tuple[list[int], ...]]:
    return [words_of(one) for one in decode(len(tags), [board(tags, cue_of, source_of)], Settings())]


def test_source_cue_and_content_are_tied() -> None:
    assert found_in("SsCTtt-", {0: 2, 1: 2, 3: 2, 4: 2, 5: 2}, {2: 1}) == [([0, 1], [2], [3, 4, 5])]


def test_content_in_pieces_is_one_attribution() -> None:
    assert found_in("Tt-SC-Tt", {0: 4, 1: 4, 6: 4, 7: 4, 3: 4}, {4: 3}) == [([3], [4], [0, 1, 6, 7])]


@pytest.mark.parametrize(("probability", "content"), [(0.75, [0, 1, 2]), (0.97, [0, 1, 2, 6])])
def test_a_short_piece_must_be_surer_of_its_cue(probability: float, content: list[int]) -> None:
    scores = board("TttSC-T", {0: 4, 1: 4, 2: 4, 3: 4}, {4: 3})
    others = len(scores.output.cue_key) - 1
    scores.output.cue_query[6, 5] = np.log(others * probability / (1 - probability))
    (found,) = decode(7, [scores], Settings())
    assert words_of(found) == ([3], [4], content)


def test_one_source_serves_two_cues() -> None:
    found = found_in("SCT-CT", {0: 1, 2: 1, 5: 4}, {1: 0, 4: 0})
    assert found == [([0], [1], [2]), ([0], [4], [5])]


def test_no_source_is_an_answer() -> None:
    assert found_in("S-CTt", {0: 2, 3: 2, 4: 2}, {2: None}) == [([], [2], [3, 4])]


def test_a_source_that_was_not_tagged_is_rescued() -> None:
    assert found_in("-CTt", {2: 1, 3: 1}, {1: 0}) == [([0], [1], [2, 3])]


def test_a_cue_that_was_not_tagged_is_rescued() -> None:
    assert found_in("S-Tt", {0: 1, 2: 1, 3: 1}, {1: 0}) == [([0], [1], [2, 3])]


def test_a_cue_rescued_beside_another_becomes_part_of_it() -> None:
    assert found_in("-CcTt", {3: 0, 4: 0}, {1: None, 2: None}) == [([], [0, 1, 2], [3, 4])]


def test_a_content_without_cue_is_left_out() -> None:
    assert found_in("-Tt-", {1: -1, 2: -1}, {}) == []


def test_a_cue_without_content_is_left_out() -> None:
    assert found_in("SC--", {0: 1}, {1: 0}) == []


def test_nothing_in_nothing() -> None:
    assert decode(0, [], Settings()) == []


@pytest.mark.parametrize("seed", range(5))
def test_an_inside_tag_always_follows_its_own_role(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(60, len(TAGS))).astype(np.float32)
    names = [TAGS[tag] for tag in best_tags(scores)]
    for before, here in zip(["O", *names], names, strict=False):
        assert here[0] != "I" or before[1:] == here[1:]


def test_segments_end_where_another_begins() -> None:
    tags = np.array([TAGS.index(name) for name in ("B-T", "I-T", "B-T", "O", "B-S")], dtype=np.int32)
    assert [(one.role, one.start, one.end) for one in segments_of(tags)] == [
        ("T", 0, 2),
        ("T", 2, 3),
        ("S", 4, 5),
    ]
