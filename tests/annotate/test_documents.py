"""Tests of documents: who gave them out, what they are called, and which one "the letter" is."""

import pytest

from reportedly.types.attribution import SourceKind
from tests.annotate.marked import chains_of, crumbs

LETTER = "<Ana Brook> [said] in a letter to parliament {that it closed}.\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<A memo that the Port Ministry released> [says] {it closed}.", ["Port Ministry", "memo"]),
        (
            "<Data from the Kolber Institute> [show] {it closed}.",
            ["Kolber Institute", "Data from the Kolber Institute"],
        ),
        (
            "<Reuters>, quoting a letter that the harbour board issued, [said] {it closed}.",
            ["Reuters", "harbour board", "letter"],
        ),
        (
            "{It closed}, [according to] a report published by <the Kolber Institute>.",
            ["Kolber Institute", "report"],
        ),
        ("{It closed}, [according to] <a copy of the letter>.", ["letter"]),
        ("{It closed}, [according to] <a transcript of the debate>.", ["transcript of the debate"]),
    ],
)
def test_whoever_gave_a_document_out_stands_before_it(marked, expected) -> None:
    assert crumbs(chains_of(marked)[-1]) == expected


def test_the_letter_in_which_somebody_spoke_is_a_document_of_that_person() -> None:
    chain = chains_of(f"{LETTER}<The letter> [says] {{it rusted}}.")[-1]
    assert crumbs(chain) == ["Ana Brook", "letter to parliament"]
    assert chain.innermost.kind is SourceKind.DOCUMENT


def test_a_letter_that_nobody_wrote_before_stays_as_it_is() -> None:
    assert crumbs(chains_of(f"{LETTER}<The memo> [says] {{it rusted}}.")[-1]) == ["memo"]


def test_the_document_is_the_one_that_spoke_last_whatever_it_was_called() -> None:
    marked = "<A confidential study> [found] {it closed}.\n<The 20-page document> [said] {it rusted}."
    assert crumbs(chains_of(marked)[-1]) == ["confidential study"]


def test_whoever_is_quoted_in_a_report_stands_inside_it() -> None:
    marked = "In the report, <a guard> [is quoted as saying] {it closed}."
    assert crumbs(chains_of(marked)[0]) == ["report", "guard"]


def test_the_release_of_prisoners_is_no_document() -> None:
    marked = "<Ana Brook> [praised] {the change}, citing the release of prisoners."
    assert crumbs(chains_of(marked)[0]) == ["Ana Brook"]
