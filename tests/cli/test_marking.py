"""The marks around source, cue and content can be read without colours."""

import pytest

from reportedly.cli.marking import CONTEXT, marked
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.span import Span, Spans

SENTENCE = "However, the Palace has claimed that “no meeting was held.”"


def spans(text: str, *words: str) -> Spans:
    starts = [text.index(word) for word in words]
    return tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))


def a_row(text: str, source: str = "the Palace", cue: str = "has claimed", *content: str) -> Attribution:
    content = content or ("that “no meeting was held.”",)
    return Attribution("a1", spans(text, source), spans(text, cue), spans(text, *content), Quoted.MIXED)


def test_each_role_has_its_label() -> None:
    assert marked(a_row(SENTENCE), SENTENCE).plain == (
        "However, [source: the Palace] [cue: has claimed] [content: that “no meeting was held.”]"
    )


def test_only_the_paragraph_of_the_row_is_shown() -> None:
    text = f"Before.\n{SENTENCE}\nAfter."
    line = marked(a_row(text), text).plain
    assert line.startswith("However")
    assert "After" not in line


def test_interrupted_content_is_marked_in_pieces() -> None:
    text = "“We won,” she said, “at last.”"
    assert marked(a_row(text, "she", "said", "“We won,”", "“at last.”"), text).plain == (
        "[content: “We won,”] [source: she] [cue: said], [content: “at last.”]"
    )


def test_span_inside_another_is_marked_inside() -> None:
    text = "They believe he said so."
    assert marked(a_row(text, "They", "believe", "he said so", "said"), text).plain == (
        "[source: They] [cue: believe] [content: he [content: said] so]."
    )


def test_empty_source_and_cue_leave_no_mark() -> None:
    row = Attribution("a1", (), (), (Span(0, 11),), Quoted.OWN_VOICE)
    assert marked(row, "It rained. Then not.").plain == "[content: It rained. ]Then not."


@pytest.mark.parametrize("filler", ["word " * 500, "x" * 3000])
def test_long_surroundings_are_cut_and_say_so(filler: str) -> None:
    text = f"{filler}{SENTENCE}{filler}"
    line = marked(a_row(text), text).plain
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert len(line) < len(SENTENCE) + 2 * CONTEXT + 100


def test_escape_sequence_in_the_article_is_shown_not_obeyed() -> None:
    text = SENTENCE.replace("However", "\x1b[2JHowever[/bold]")
    line = marked(a_row(text), text).plain
    assert "\x1b" not in line
    assert "\\x1b[2JHowever[/bold]" in line
