"""Tests of clauses that differ in stance or certainty: each becomes a row inside the row."""

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.clause_rows import split_clause_rows
from reportedly.annotate.positions import Positions
from reportedly.types.attribution import Quoted
from reportedly.types.doc import Doc
from tests.annotate.marked import read_marked


def split(marked: str) -> Doc:
    doc = read_marked(marked)
    doc.attributions = split_clause_rows(doc.attributions or (), doc)
    Chains().annotate([doc])
    Positions().annotate([doc])
    return doc


def contents(doc: Doc) -> list[str]:
    rows = (doc.attributions or ())[1:]
    return [" … ".join(span.words(doc.text) for span in row.content) for row in rows]


@pytest.mark.parametrize(
    ("marked", "children", "stances"),
    [
        (
            "{“The ban has no force in law, and it will be ignored again,”} <the lawyer> [said].",
            ["The ban has no force in law", "it will be ignored again"],
            ["asserts", "denies", "intends"],
        ),
        (
            "<She> [said] {the captain never left; the mate may have sold the cargo}.",
            ["the captain never left", "the mate may have sold the cargo"],
            ["asserts", "denies", "asserts"],
        ),
        (
            "{“Not a single crate was on board,”} <he> [said]. {“The ship brought bread.”}",
            ["Not a single crate was on board", "The ship brought bread"],
            ["asserts", "denies", "asserts"],
        ),
        (
            "<She> [warned] {that the two firms had yet to agree and that the talks might still collapse}.",
            ["the two firms had yet to agree", "the talks might still collapse"],
            ["asserts", "denies", "intends"],
        ),
    ],
)
def test_clauses_that_differ_become_children(marked, children, stances) -> None:
    doc = split(marked)
    assert contents(doc) == children
    assert [str(position.stance) for position in doc.positions or ()] == stances


def test_a_verb_that_shares_its_subject_takes_it_along() -> None:
    doc = split("<The paper> [reported] {the campaign is losing money and may be hiding it}.")
    assert contents(doc) == ["the campaign is losing money", "the campaign … may be hiding it"]


@pytest.mark.parametrize(
    "marked",
    [
        "<She> [said] {the envoy did not come and the talks were not held}.",
        "<She> [said] {the envoy came and the talks were held}.",
        "<She> [said] {it has not considered, is not considering and will not be considering an offer}.",
        "<She> [said] {that if it fails, the firm will close and the men will leave}.",
        "<She> [said] {nothing but this}.",
    ],
)
def test_clauses_that_agree_stay_one_row(marked) -> None:
    assert contents(split(marked)) == []


def test_a_clause_in_which_another_row_speaks_gets_no_second_row() -> None:
    doc = read_marked(
        "<She> [said] {the mine was not closed, and the mayor said the road was}.\n"
        "The rest of the day was quiet."
    )
    row = (doc.attributions or ())[0]
    start = doc.text.index("said the road")
    inner = type(row)("b", (), (type(row.cue[0])(start, start + 4),), (), Quoted.INDIRECT, row.id)
    rows = split_clause_rows((row, inner), doc)
    assert [one.parent for one in rows] == [None, row.id, row.id]


def test_children_have_the_chain_of_their_row() -> None:
    doc = split("{“The ban has no force, and it will be ignored,”} <a lawyer> [told] CNN.")
    assert len({chain.links for chain in doc.chains or ()}) == 1
