"""Tests of names that the words beside them show to be firms and bodies."""

import pytest

from reportedly.annotate.named_bodies import relabel_bodies
from reportedly.types.article import Article
from reportedly.types.doc import Doc, Mention


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The shipping company Orlin Sark sailed.", "ORG"),
        ("Orlin Sark, the Norland firm that runs it, sailed.", "ORG"),
        ("Orlin Sark, which runs it, sailed.", "ORG"),
        ("Orlin Sark's shareholders sailed.", "ORG"),
        ("Shares in Orlin Sark fell.", "ORG"),
        ("Orlin Sark, who runs it, sailed.", "PERSON"),
        ("Orlin Sark's daughter sailed.", "PERSON"),
        ("Orlin Sark, a teacher, sailed.", "PERSON"),
    ],
)
def test_the_words_beside_a_name_show_a_body(text, kind) -> None:
    start = text.index("Orlin")
    mention = Mention(start, start + len("Orlin Sark"), "PERSON")
    assert [one.kind for one in relabel_bodies(Doc(Article("x", text)), [mention])] == [kind]


def test_a_name_is_a_body_wherever_it_stands_once_it_is_one() -> None:
    text = "The charity Orlin came. Orlin left."
    mentions = [Mention(12, 17, "PERSON"), Mention(24, 29, "PERSON")]
    assert [one.kind for one in relabel_bodies(Doc(Article("x", text)), mentions)] == ["ORG", "ORG"]
