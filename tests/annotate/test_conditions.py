"""Tests of questions, orders and conditions."""

import pytest

from reportedly.annotate.clauses import find_clauses
from reportedly.annotate.conditions import is_conditional, is_mere_condition, is_order, is_question
from reportedly.annotate.doc_index import DocIndex
from tests.annotate.marked import read_marked


def first_clause(content: str):
    doc = read_marked(f"<He> [said] {{{content}}}.")
    index = DocIndex(doc)
    found = find_clauses(index, (doc.attributions or ())[0].content)
    return index, next(one for one in found if not is_mere_condition(index, one))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the bank would close if it lost", True),
        ("if the bank lost, it would close", True),
        ("the bank must close unless it pays", True),
        ("should it fail, the bank would close", True),
        ("the bank would close even if it won", False),
        ("the bank would close as if nothing had happened", False),
        ("the bank closed if it lost", False),
        ("the bank asked if it would close", False),
        ("the bank would close", False),
    ],
)
def test_a_condition_is_found_on_the_main_verb(content, expected) -> None:
    index, clause = first_clause(content)
    assert is_conditional(index, clause, is_own_act=False) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("we will close the mine if it loses", False),
        ("we would close the mine if it were losing", True),
        ("we would have closed the mine if it had lost", True),
    ],
)
def test_an_open_condition_on_ones_own_act_is_a_promise(content, expected) -> None:
    index, clause = first_clause(content)
    assert is_conditional(index, clause, is_own_act=True) is expected


def test_a_question_ends_with_its_mark() -> None:
    assert is_question(*first_clause("“Is the dam safe?”"))
    assert not is_question(*first_clause("“The dam is safe.”"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [("“Close the dam now”", True), ("“Do not close the dam”", True), ("“The dam is safe”", False)],
)
def test_an_order_is_a_bare_verb_without_a_subject(content, expected) -> None:
    assert is_order(*first_clause(content)) is expected
