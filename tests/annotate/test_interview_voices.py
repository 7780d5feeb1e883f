"""Tests of printed interviews: the interviewer's words and the report after the last answer."""

from tests.annotate.marked import chains_of, crumbs

INTERVIEW = """Ana Brook opened the fair.
Ivan Petrov: Will you sue?
Ana Brook: I will file on Monday.
Petrov: Did you sell the pier?
Ana Brook: I never did. {}
"""


def test_whoever_is_told_of_in_an_answer_stands_after_who_answers() -> None:
    chain = chains_of(INTERVIEW.format("<The union> [said] {it fell}."))[0]
    assert crumbs(chain) == ["Ana Brook", "union"]


def test_the_interviewer_is_no_link() -> None:
    chain = chains_of(INTERVIEW.format("") + "Petrov: <The union> [said] {it fell}.")[0]
    assert crumbs(chain) == ["union"]


def test_the_report_after_the_last_answer_is_not_the_interviewees() -> None:
    chain = chains_of(INTERVIEW.format("") + "<The union> [said] {the pier fell}.")[0]
    assert crumbs(chain) == ["union"]


def test_an_answer_that_goes_on_in_a_new_paragraph_is_still_the_interviewees() -> None:
    chain = chains_of(INTERVIEW.format("") + "I was there. <The union> [said] {the pier fell}.")[0]
    assert crumbs(chain) == ["Ana Brook", "union"]
