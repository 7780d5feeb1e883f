"""Words are found at one place, or not at all."""

import pytest
from evaluation.locate import GoldError, Scope

TEXT = "He said the talks failed.\nThen he said that he left the talks."
SECOND = Scope(TEXT, TEXT.index("Then"), len(TEXT))
WHOLE = Scope(TEXT, 0, len(TEXT))


@pytest.mark.parametrize(
    ("notation", "start"),
    [
        ("Then", TEXT.index("Then")),
        ("he #2", TEXT.index("he left")),
        ("said", TEXT.index("said that")),
        ("^He", 0),
        ("^said #1", TEXT.index("said the")),
        ("talks.", TEXT.rindex("talks.")),
    ],
)
def test_words_are_found_in_their_scope(notation: str, start: int):
    assert SECOND.find(notation).start == start


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("he", "'he' has 2 places"),
        ("failed", "'failed' has 0 places"),
        ("he #3", "there is no number 3"),
        ("he #0", "there is no number 0"),
        ("", "'' has 0 places"),
        ("^talks", "'talks' has 2 places"),
    ],
)
def test_words_without_one_place_are_refused(notation: str, message: str):
    with pytest.raises(GoldError, match=message):
        SECOND.find(notation)


def test_short_words_are_not_found_inside_longer_ones():
    assert [span.words(TEXT) for span in (WHOLE.find("he #1"), WHOLE.find("he #2"))] == ["he", "he"]
    with pytest.raises(GoldError):
        WHOLE.find("ail")


def test_a_link_named_earlier_is_found_where_the_article_first_has_it():
    assert SECOND.find_or_first("failed").start == TEXT.index("failed")


def test_a_link_with_two_places_in_the_row_is_refused():
    with pytest.raises(GoldError, match="2 places"):
        SECOND.find_or_first("he")


def test_a_paragraph_ends_at_the_line_end():
    paragraph = WHOLE.paragraph_of(WHOLE.find("talks #1"))
    assert TEXT[paragraph.start : paragraph.end] == "He said the talks failed."
