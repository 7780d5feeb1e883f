"""Ranges: two unnamed sources that may be one person."""

from itertools import combinations

import pytest

from reportedly.evidence.doubts import fewest, may_be_one
from reportedly.evidence.weigh import weigh
from reportedly.types.claim import PossiblySame
from tests.evidence.made import CLAIM, OFFICIAL, SPOKESMAN, WIRE, document, row, unnamed


@pytest.mark.parametrize(
    ("one", "other", "is_open"),
    [
        ("diplomat", "Western diplomat", True),
        ("Western diplomat", "Belgian diplomat", True),
        ("Dutch diplomat", "Belgian diplomat", False),
        ("diplomat", "army officer", False),
        ("three people familiar with the matter", "banker who has advised one of the companies", True),
        ("City sources", "banker", True),
        ("intelligence officials from two countries", "senior intelligence official", True),
        ("two witnesses", "major in the drone brigade", False),
        ("US official", "Iranian official", False),
    ],
)
def test_descriptions_that_exclude_nobody_leave_it_open(one: str, other: str, is_open: bool) -> None:
    assert may_be_one(one, other) is is_open
    assert may_be_one(other, one) is is_open


def test_two_unnamed_sources_that_may_be_one_make_a_range_with_its_reason() -> None:
    evidence = weigh(CLAIM, [row("Post", unnamed("diplomat")), row("Courier", unnamed("Western diplomat"))])
    assert (evidence.low, evidence.independent_origins, evidence.high) == (1, 2, 2)
    assert "“Western diplomat” and “diplomat” may be one person" in evidence.possibly_same[0].why


def test_three_that_may_all_be_one_are_one_at_least() -> None:
    rows = [
        row("Post", WIRE, unnamed("people")),
        row("Courier", unnamed("banker")),
        row("Gazette", unnamed("source")),
    ]
    assert weigh(CLAIM, rows).low == 1


@pytest.mark.parametrize("other", [SPOKESMAN, document("report of the Council")])
def test_who_is_on_record_is_nobody_else(other) -> None:
    assert weigh(CLAIM, [row("Post", OFFICIAL), row("Courier", other)]).low == 2


def test_a_chain_of_doubts_is_not_taken_for_one() -> None:
    doubts = [PossiblySame("a", "b", ""), PossiblySame("b", "c", "")]
    assert fewest(["a", "b", "c"], doubts) == 2
    every = [PossiblySame(one, other, "") for one, other in combinations("abc", 2)]
    assert fewest(["a", "b", "c"], every) == 1


@pytest.mark.parametrize(
    ("one", "other", "low"),
    [("letter", "letter", 1), ("letter", "letter to the Council", 1), ("letter", "video", 2),
     ("letter to the Council", "letter to Orvane", 2)],
)  # fmt: skip
def test_two_documents_of_one_kind_may_be_one(one: str, other: str, low: int) -> None:
    evidence = weigh(CLAIM, [row("Post", document(one)), row("Courier", document(other))])
    assert (evidence.low, evidence.independent_origins) == (low, 2)
