"""Tests of the clauses that are found in a content."""

import pytest

from reportedly.annotate.clauses import find_clause, find_clauses, subject_of
from reportedly.annotate.doc_index import DocIndex
from tests.annotate.marked import read_marked


def verbs(marked: str) -> list[str]:
    doc = read_marked(marked)
    index = DocIndex(doc)
    return [index.word(one.root) for one in find_clauses(index, (doc.attributions or ())[0].content)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<He> [said] {the mine was closed}.", ["was"]),
        ("<He> [said] {the mine was old, but the road was new}.", ["was", "was"]),
        ("<He> [said] {the mine was old; the road was new}.", ["was", "was"]),
        ("<He> [said] {the firm closed the mine and will sell the road}.", ["closed", "sell"]),
        ("<He> [said] {the firm will close the mine and sell the road}.", ["close"]),
        ("<He> [said] {nobody closed the mine or sold the road}.", ["closed"]),
        ("{“The mine is old,”} <he> [said]. {“The road will be closed.”}", ["is", "closed"]),
        ("<Police> [reported] {no arrests}.", []),
        ("<The bank> [wanted] {the mine to close}.", ["close"]),
    ],
)
def test_clauses_with_a_say_of_their_own_are_found(marked, expected) -> None:
    assert verbs(marked) == expected


def test_the_first_clause_is_the_main_one() -> None:
    doc = read_marked("<He> [said] {that the mine, which he sold, has closed}.")
    index = DocIndex(doc)
    clause = find_clause(index, (doc.attributions or ())[0].content)
    assert clause is not None
    assert index.word(clause.root) == "closed"


def test_a_joined_clause_without_a_subject_takes_its_leaders() -> None:
    doc = read_marked("<He> [said] {the firm closed the mine and will sell the road}.")
    index = DocIndex(doc)
    subjects = [subject_of(index, one) for one in find_clauses(index, (doc.attributions or ())[0].content)]
    assert [index.word(one) for one in subjects if one is not None] == ["firm", "firm"]


@pytest.mark.parametrize("text", ["", "if if if", "…", "No. 2", "and and; but"])
def test_odd_contents_raise_nothing(text) -> None:
    assert isinstance(verbs(f"<He> [said] {{{text} x}}."), list)
