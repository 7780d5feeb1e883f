"""Tests of kinds and names: what a source's own words make of it."""

import pytest

from reportedly.types.attribution import SourceKind
from tests.annotate.marked import chains_of, crumbs

KINDS = [
    ("State television", "State television", SourceKind.OUTLET),
    ("The general staff", "general staff", SourceKind.ORGANISATION),
    ("One of them", "One of them", SourceKind.UNNAMED),
    ("None of them", "None of them", SourceKind.COLLECTIVE),
    ("Someone close to the family", "Someone close to the family", SourceKind.UNNAMED),
    ("The union federation Orlin-Sud", "Orlin-Sud", SourceKind.ORGANISATION),
    ("Her campaign", "campaign", SourceKind.ORGANISATION),
    ("The Fisheries Ministry’s press office", "Fisheries Ministry", SourceKind.ORGANISATION),
    ("The group itself, through its spokesman, Ivan Petrov,", "Ivan Petrov", SourceKind.PERSON),
    ("The commander of the Selby Front, Azar Tolek,", "Azar Tolek", SourceKind.PERSON),
    ("The ministry’s spokesman, Brig. Teo Sark,", "Teo Sark", SourceKind.PERSON),
    ("Brennick Maritime", "Brennick Maritime", SourceKind.ORGANISATION),
    ("A mechanic", "mechanic", SourceKind.UNNAMED),
    ("Several experts I met", "Several experts I met", SourceKind.UNNAMED),
]


@pytest.mark.parametrize(("source", "words", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_the_words_of_a_source_say_what_it_is(source, words, kind) -> None:
    chain = chains_of(f"<{source}> [said] {{the pier had closed}}.")[0]
    assert (crumbs(chain), chain.innermost.kind) == ([words], kind)


def test_a_ministry_spokesman_speaks_for_the_ministry_that_was_named() -> None:
    marked = "The Fisheries Ministry shut the pier.\n<A ministry spokesman> [said] {it closed}."
    assert crumbs(chains_of(marked)[0]) == ["Fisheries Ministry"]


def test_both_officials_are_two() -> None:
    assert chains_of("<Both officials> [said] {it closed}.")[0].innermost.count == 2


def test_the_same_official_keeps_the_outlet_that_was_told() -> None:
    marked = "<A senior official> [told] Reuters {it closed}.\n<The same official> [said] {it rusted}."
    assert crumbs(chains_of(marked)[-1]) == ["Reuters", "senior official"]


def test_somebody_named_again_who_adds_something_keeps_the_outlet_that_was_told() -> None:
    marked = "<Hanne Dorr> [told] Radio Polder {it closed}.\n<Dorr> [added] {it rusted}."
    assert crumbs(chains_of(marked)[-1]) == ["Radio Polder", "Hanne Dorr"]


def test_a_denied_report_is_no_link_of_whoever_denies_it() -> None:
    marked = "<The minister> [denied] a report in the weekly Kompas {that it closed}."
    assert crumbs(chains_of(marked)[0]) == ["minister"]


def test_a_reason_does_not_run_on_into_what_is_said() -> None:
    marked = "<A nurse who asked not to be named for fear of losing her job> [said] {it closed}."
    link = chains_of(marked)[0].innermost
    assert (link.condition, link.reason) == ("asked not to be named", "for fear of losing her job")
