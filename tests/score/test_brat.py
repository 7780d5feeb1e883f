"""Brat standoff is read as attributions."""

from pathlib import Path

import pytest

from reportedly.score.brat import read_attributions, read_brat
from reportedly.score.marked import GoldError
from tests.score.made import roles

TEXT = "Ana Brook said the bridge, now old, was shut. “Yes,” she added."
SOURCE, CUE, CONTENT = (
    "T1\tSource 0 9\tAna Brook",
    "T2\tCue 10 14\tsaid",
    "T3\tContent 15 25;36 44\tthe bridge was shut",
)
SHE, ADDED, YES = "T4\tSource 53 56\tshe", "T5\tCue 57 62\tadded", "T6\tContent 46 52\t“Yes,”"
FIRST = roles(TEXT, "Ana Brook", "said", "the bridge", "was shut")
SECOND = roles(TEXT, "she", "added", "“Yes,”")
ENTITIES = [SOURCE, CUE, CONTENT, SHE, ADDED, YES]

CASES = [
    (
        "an event with a trigger of its own",
        ["T7\tAttribution 10 14\tsaid", "E1\tAttribution:T7 Source:T1 Cue:T2 Content:T3"],
        [FIRST],
    ),
    ("a cue as the trigger", ["E1\tCue:T2 Source:T1 Content:T3"], [FIRST]),
    (
        "relations of the cue",
        ["R1\tSource-of Arg1:T2 Arg2:T1\t", "R2\tContent-of Arg1:T2 Arg2:T3\t"],
        [FIRST],
    ),
    ("relations from source to content", ["R1\tSays Arg1:T4 Arg2:T6", "R2\tBy Arg1:T5 Arg2:T6"], [SECOND]),
    (
        "events and relations together",
        ["E1\tCue:T2 Source:T1 Content:T3", "R1\tSays Arg1:T5 Arg2:T4", "R2\tSays Arg1:T5 Arg2:T6"],
        [FIRST, SECOND],
    ),
    (
        "numbered arguments, notes and attributes",
        ["A1\tNested T3", "#1\tAnnotatorNotes T3\told?", "", "E1\tCue:T2 Source1:T1 Content2:T3"],
        [FIRST],
    ),
    ("an attribution without content is none", ["E1\tCue:T2 Source:T1"], []),
]


@pytest.mark.parametrize(("name", "lines", "expected"), CASES, ids=[case[0] for case in CASES])
def test_attributions_of_an_ann_file(name: str, lines: list[str], expected: list) -> None:
    assert read_attributions([*ENTITIES, *lines], TEXT, "a.ann") == expected


BROKEN = [
    ("T1\tSource 0 999\tAna", "a.ann, line 1"),
    ("T1 Source 0 9", "a.ann, line 1"),
    ("T1\tSource nine\tAna", "a.ann, line 1"),
    ("E1\tCue:T9", "T9"),
    ("E1\tCue", "no colon"),
]


@pytest.mark.parametrize(("line", "words"), BROKEN)
def test_broken_line_is_named(line: str, words: str) -> None:
    with pytest.raises(GoldError, match=words):
        read_attributions([line], TEXT, "a.ann")


def test_folder_gives_an_article_for_each_ann_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b", "deep/a"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.replace(". ", ".\r\n").encode())
        (tmp_path / f"{name}.ann").write_text(
            "\n".join([SOURCE, CUE, CONTENT, "E1\tCue:T2 Source:T1 Content:T3"])
        )
    first, second = read_brat(tmp_path)
    assert (first.article.ref, second.article.ref) == ("b", "deep/a")
    assert "\r\n" in first.article.text
    assert first.roles == (FIRST,)


def test_missing_text_and_empty_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.ann file"):
        read_brat(tmp_path)
    (tmp_path / "a.ann").write_text("")
    with pytest.raises(GoldError, match=r"a\.txt does not exist"):
        read_brat(tmp_path)
