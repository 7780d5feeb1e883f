"""Quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.text.quotations import find_quotations


def outers(text: str) -> list[tuple[str, int, bool]]:
    """What was found: the words with their marks, the depth, whether closed."""
    return [(one.outer.words(text), one.depth, one.is_closed) for one in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no" twice.', [('"no"', 0, True)]),
        ("He said “no” and “yes”.", [("“no”", 0, True), ("“yes”", 0, True)]),
        ("She said «no».", [("«no»", 0, True)]),
        ("He said ''no'' twice.", [("''no''", 0, True)]),
        (
            "“He told me ‘go home’ and left,” she said.",
            [("“He told me ‘go home’ and left,”", 0, True), ("‘go home’", 1, True)],
        ),
        (
            "\"He told me 'go home',\" she said.",
            [("\"He told me 'go home',\"", 0, True), ("'go home'", 1, True)],
        ),
        ("Orrel calls plan ‘a disgrace’ again", [("‘a disgrace’", 0, True)]),
        ("The men’s dog wasn’t there in the ’90s.", []),
        ("The dogs' owners said it's theirs.", []),
        (
            "It is in place,”so such a trip would be a breach,” he said.",
            [("”so such a trip would be a breach,”", 0, True)],
        ),
        ("A stray mark” here.", []),
        ("“One.\n“Two.”", [("“One.", 0, False), ("“Two.”", 0, True)]),
        ('An odd "mark here.\nAnd "one" there.', [('"mark here.', 0, False), ('"one"', 0, True)]),
        ("“", []),
    ],
)
def test_quotations_of(text: str, found: list[tuple[str, int, bool]]) -> None:
    assert outers(text) == found


def test_inner_span_leaves_the_marks_out() -> None:
    text = "He said ''no''."
    (quotation,) = find_quotations(text)
    assert quotation.inner.words(text) == "no"


@given(st.text(alphabet="ab \n\"'“”‘’«».,", max_size=200))
def test_quotations_stay_in_the_text_and_nest_properly(text: str) -> None:
    found = find_quotations(text)
    for one in found:
        assert 0 <= one.outer.start <= one.inner.start <= one.inner.end <= one.outer.end <= len(text)
    for a in found:
        for b in found:
            assert not a.outer.overlaps(b.outer) or a.outer.holds(b.outer) or b.outer.holds(a.outer)


@pytest.mark.parametrize("mark", ["'", "‘", "“", '"', "''", "’", "«"])
def test_a_line_of_marks_takes_linear_time(mark: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        find_quotations(f" {mark}a" * times)
        return time.process_time() - started

    seconds(500)
    assert seconds(12_000) < 12 * seconds(3_000) + 0.2
