"""One readable line for a claim."""

import pytest

from reportedly.ledger.claim_text import LONGEST, claim_text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the minister resigned", "The minister resigned"),
        ("“The minister resigned,”", "The minister resigned"),
        ('"the minister resigned."', "The minister resigned"),
        ("that “the minister resigned”", "The minister resigned"),
        ("“That is a lie”", "That is a lie"),
        ("the minister “resigned”", "The minister “resigned”"),
        ("“The minister resigned", "The minister resigned"),
        ("“The minister resigned,” … “and left”", "“The minister resigned,” … “and left”"),
        ("'the minister resigned'", "The minister resigned"),
        ("the ministers’", "The ministers’"),
        ("Did the minister resign?", "Did the minister resign?"),
        ("the minister\n  resigned;", "The minister resigned"),
        ("the minister\x00resigned\x1b[31m", "The minister resigned [31m"),
        ("", ""),
        ("“", ""),
        ("…", ""),
    ],
)
def test_content_becomes_a_line(content: str, expected: str) -> None:
    assert claim_text(content) == expected


def test_long_content_is_cut_between_words() -> None:
    text = claim_text("the minister resigned " * 40)
    assert len(text) <= LONGEST
    assert text.removesuffix("…").split(" ")[-1] in {"the", "minister", "resigned"}


def test_long_content_without_spaces_is_cut() -> None:
    assert claim_text("x" * 5_000_000) == "X" + "x" * (LONGEST - 2) + "…"
