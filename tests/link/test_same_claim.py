"""Same claim by shared words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from reportedly.link.same_claim import WordOverlapLinker
from reportedly.types.attribution import Certainty, Stance
from reportedly.types.claim import Linking
from reportedly.types.doc import Doc
from reportedly.types.entry import Entry, entries_of
from tests.builders import Row, a_doc, an_entry

TEXT = (
    "General Orlo Vasht flew to Tarvo last night to discuss missiles, a senior official said. "
    "Orlo Vasht arrived in Tarvo to discuss missiles with the minister, Dana Ims said. "
    "Wheat prices rose for the third week, Lena Maric said. "
    "The embassy declined to comment."
)
ROWS = [
    Row("General Orlo Vasht flew to Tarvo last night to discuss missiles", "a senior official", "said"),
    Row(
        "Orlo Vasht arrived in Tarvo to discuss missiles with the minister",
        "Dana Ims",
        "said",
        name="Dana Ims",
    ),
    Row("Wheat prices rose for the third week", "Lena Maric", "said", name="Lena Maric"),
    Row(
        "to comment",
        "The embassy",
        "declined",
        name="embassy",
        stance=Stance.DECLINES,
        certainty=Certainty.UU,
    ),
]

FLIGHT = "General Vasht flew to Tarvo to discuss missiles"


class Known:
    """A view that finds the same rows alike whatever it is asked."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries

    def alike(self, rows: Sequence[Entry], limit: int) -> Mapping[str, Sequence[Entry]]:
        return {row.id: self.entries[:limit] for row in rows}


def claims_by_content(doc: Doc, linking: Linking) -> dict[str, str]:
    """The claim of each row, by the first word of its content."""
    claim_of = {one.attribution: one.claim for one in linking.assignments}
    return {entry.content_text.split()[0]: claim_of[entry.id] for entry in entries_of(doc)}


def test_rows_that_share_rare_words_are_one_claim() -> None:
    doc = a_doc(TEXT, ROWS)
    claims = claims_by_content(doc, WordOverlapLinker().link(doc, Known()))
    assert claims["General"] == claims["Orlo"] != claims["Wheat"]


def test_a_link_says_which_words_are_shared() -> None:
    doc = a_doc(TEXT, ROWS)
    link = WordOverlapLinker().link(doc, Known()).links[0]
    assert "“Tarvo”" in link.why
    assert "“missiles”" in link.why
    assert 0 < link.score <= 1


def test_a_refusal_answers_the_report_before_it() -> None:
    doc = a_doc(TEXT, ROWS)
    claims = claims_by_content(doc, WordOverlapLinker().link(doc, Known()))
    assert claims["to"] == claims["General"]


def test_a_row_joins_the_claim_of_a_row_in_the_ledger() -> None:
    earlier = a_doc(TEXT, ROWS, outlet="Northern Wire")
    known = replace(entries_of(earlier)[0], claims=("c-known",))
    doc = a_doc(TEXT, ROWS)
    claims = claims_by_content(doc, WordOverlapLinker().link(doc, Known(known)))
    assert claims["General"] == "c-known"
    assert claims["Wheat"] != "c-known"


def test_an_outer_row_with_nothing_left_has_no_claim() -> None:
    text = "The gazette reports that Dana Ims said the pier had sunk."
    doc = a_doc(
        text,
        [
            Row("that Dana Ims said the pier had sunk", "The gazette", "reports", name="gazette"),
            Row("the pier had sunk", "Dana Ims", "said", name="Dana Ims"),
        ],
    )
    outer, child = doc.attributions or ()
    doc.attributions = (outer, replace(child, parent=outer.id))
    assert [one.attribution for one in WordOverlapLinker().link(doc, Known()).assignments] == [child.id]


def test_reading_order_within_an_article_is_the_texts() -> None:
    doc = a_doc(TEXT, ROWS)
    linking = WordOverlapLinker().link(doc, Known())
    assert [one.attribution for one in linking.assignments] == [entry.id for entry in entries_of(doc)]


def test_an_article_without_rows_has_no_links() -> None:
    assert WordOverlapLinker().link(a_doc("Nothing."), Known()) == Linking()


def test_the_visit_alone_links_no_two_articles_but_answers_its_own_report() -> None:
    text = "General Vasht flew to Tarvo, an official said. The embassy could not confirm the visit."
    rows = [
        Row("General Vasht flew to Tarvo", "an official", "said"),
        Row("the visit", "The embassy", "could not confirm", name="embassy", stance=Stance.CANNOT_CONFIRM),
    ]
    other = replace(entries_of(a_doc(text, rows, outlet="Northern Wire"))[1], claims=("c-other",))
    doc = a_doc(text, rows)
    claims = claims_by_content(doc, WordOverlapLinker().link(doc, Known(other)))
    assert claims["the"] == claims["General"] != "c-other"


@pytest.mark.parametrize(
    ("first", "second", "linked"),
    [
        (
            "General Vasht flew to Tarvo to discuss missiles",
            "Vasht had flown to Tarvo for talks on missiles",
            True,
        ),
        ("General Vasht flew to Tarvo to discuss missiles", "Tarvo raised the price of wheat", False),
        ("the visit", "the visit", False),
        ("Vasht flew to Tarvo", "Vasht slipped into the Kelvarian capital", False),
    ],
)
def test_the_examples_of_the_docs_hold(first: str, second: str, linked: bool) -> None:
    earlier = replace(an_entry(first, outlet="Northern Wire"), claims=("c-known",))
    doc = a_doc(f"{second}, Dana Ims said.", [Row(second, "Dana Ims", "said", name="Dana Ims")])
    assert bool(WordOverlapLinker().link(doc, Known(earlier)).links) is linked
