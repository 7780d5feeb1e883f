"""Rows that name nobody: what they lean on, by day, by wording, by copied passages."""

from collections.abc import Sequence

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.claim import CopiedText, Surroundings
from reportedly.types.entry import Entry
from tests.evidence.made import CLAIM, LEFT_OUT, OFFICIAL, SPOKESMAN, WIRE, row, unnamed

WORDS = "the general flew to Tarvo late on Tuesday to look at missiles"


@pytest.mark.parametrize(
    ("rows", "count", "low"),
    [
        ([row("Gazette", WIRE, OFFICIAL), row("Courier")], 1, 1),
        ([row("Gazette", WIRE, OFFICIAL), row("Courier", published="2021-03-01")], 2, 2),
        ([row("Gazette", WIRE, OFFICIAL), row("Courier", published=None)], 1, 1),
        ([row("Gazette", SPOKESMAN), row("Courier", published="2021-03-09")], 1, 1),
        ([row("Courier"), row("Gazette", published="2021-03-09")], 1, 1),
        ([row("Courier"), row("Courier", place=9)], 1, 1),
        ([row("Courier"), row("Gazette")], 2, 1),
        ([row("Gazette", WIRE, OFFICIAL), row("Post", LEFT_OUT, published="2021-03-09")], 1, 1),
        ([row("Gazette", WIRE, OFFICIAL), row("Post", LEFT_OUT)], 2, 1),
        ([row("Gazette", SPOKESMAN), row("Post", LEFT_OUT)], 2, 2),
        ([row("Post", LEFT_OUT), row("Gazette", WIRE, OFFICIAL, published="2021-03-09")], 2, 1),
        ([row("Post", LEFT_OUT, content=WORDS), row("Gazette", LEFT_OUT, content=WORDS)], 1, 1),
        ([row("Post", OFFICIAL, content=WORDS), row("Gazette", OFFICIAL, content=f"{WORDS} again")], 1, 1),
        ([row("Post", OFFICIAL, content=WORDS), row("Gazette", unnamed("banker"), content=WORDS)], 2, 2),
    ],
)
def test_rows_that_name_nobody_lean_on_what_was_known(rows: Sequence[Entry], count: int, low: int) -> None:
    evidence = weigh(CLAIM, rows)
    assert (evidence.independent_origins, evidence.low) == (count, low)


def test_the_hour_of_publication_decides_between_articles_of_one_day() -> None:
    early = row("Gazette", WIRE, OFFICIAL, published="2021-03-04T06:00:00+00:00")
    late = row("Post", LEFT_OUT, published="2021-03-04T09:00:00+02:00")
    assert weigh(CLAIM, [early, late]).independent_origins == 1


def test_own_voice_alone_is_an_origin() -> None:
    (origin,) = weigh(CLAIM, [row("Courier")]).origins
    assert "nothing earlier is known" in origin.why[0]


def test_a_source_left_out_is_not_filled_in() -> None:
    (origin,) = weigh(CLAIM, [row("Post", LEFT_OUT)]).origins
    assert origin.name == "Source left out by Post"


def test_own_voice_joins_the_source_that_its_own_article_names() -> None:
    rows = [
        row("Gazette", SPOKESMAN, published="2021-03-01"),
        row("Courier", OFFICIAL),
        row("Courier", place=9),
    ]
    groups = [len(origin.attributions) for origin in weigh(CLAIM, rows).origins]
    assert groups == [1, 2]


def test_own_voice_joins_the_earlier_row_that_it_resembles_most() -> None:
    flight = row("Post", OFFICIAL, content="a grey jet took him to Tarvo at midnight")
    train = row("Gazette", unnamed("conductor"), content="he left by train")
    echo = row("Courier", content="a jet took the general away at midnight", published="2021-03-09")
    groups = [set(origin.attributions) for origin in weigh(CLAIM, [train, flight, echo]).origins]
    assert {flight.id, echo.id} in groups


def test_copied_text_joins_an_unnamed_source_that_both_describe() -> None:
    rows = [row("Post", OFFICIAL), row("Gazette", unnamed("official"), published="2021-03-05")]
    copies = [CopiedText("Gazette", "Post", 0.4, 0.5, "Gazette copies 12 sentences of Post")]
    evidence = weigh(CLAIM, rows, Surroundings(copies=copies))
    assert weigh(CLAIM, rows).independent_origins == 2
    assert evidence.independent_origins == 1
    assert "Gazette copies 12 sentences of Post" in evidence.origins[0].why


def test_copied_text_does_not_swallow_a_source_of_the_copying_outlets_own() -> None:
    rows = [row("Post", OFFICIAL), row("Gazette", SPOKESMAN), row("Gazette", unnamed("banker"), place=9)]
    copies = [CopiedText("Gazette", "Post", 0.4, 0.5, "copied")]
    assert weigh(CLAIM, rows, Surroundings(copies=copies)).independent_origins == 3


def test_articles_that_copy_one_another_are_joined_once() -> None:
    copies = [
        CopiedText("Gazette", "Post", 0.9, 0.9, "copied"),
        CopiedText("Post", "Gazette", 0.9, 0.9, "copied"),
    ]
    assert weigh(CLAIM, [row("Post"), row("Gazette")], Surroundings(copies=copies)).independent_origins == 1


def test_one_statement_quoted_under_two_names_is_one_origin() -> None:
    words = "“a convoy carrying fuel to armed gangs”"
    rows = [
        row("Post", SPOKESMAN, content=f"it was {words}"),
        row("Gazette", WIRE, content=f"hitting {words}"),
    ]
    evidence = weigh(CLAIM, rows)
    assert evidence.independent_origins == 1
    assert any(why.startswith("the same words in quotation marks") for why in evidence.origins[0].why)
