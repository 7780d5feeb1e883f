"""What the grammar adds to the rows of the trained model."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.annotate.furniture import Furniture
from reportedly.annotate.grammar import mend
from reportedly.annotate.syntax import Syntax
from reportedly.lang.lexicon import load_rows, load_words
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.doc import Doc
from reportedly.types.span import Span, Spans
from tests.builders import an_article

SURE = 0.35


@pytest.fixture(scope="module")
def syntax() -> Syntax:
    return Syntax()


def parsed(syntax: Syntax, text: str) -> Doc:
    doc = Doc(an_article(text))
    syntax.annotate([doc])
    Furniture().annotate([doc])
    return doc


def spans(text: str, *words: str) -> Spans:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


def row(text: str, source: Sequence[str], cue: str, content: Sequence[str], confidence: float) -> Attribution:
    return Attribution(
        f"a{cue}", spans(text, *source), spans(text, cue), spans(text, *content), Quoted.INDIRECT,
        confidence=confidence,
    )  # fmt: skip


def words(rows: Sequence[Attribution], text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Source, cue and content of each row."""
    return [
        tuple([span.words(text) for span in spans] for spans in (one.source, one.cue, one.content))  # type: ignore[misc]
        for one in rows
    ]


@pytest.mark.parametrize("entry", load_rows("answers"), ids=lambda entry: entry["cue"])
def test_a_refusal_to_answer_is_a_row(syntax: Syntax, entry: dict[str, str]) -> None:
    text = entry["example"]
    (found,) = mend([], parsed(syntax, text), SURE)
    subject = text[: text.index(entry["cue"])].strip()
    assert words([found], text) == [([subject], [entry["cue"]], [entry["content"]])]


def test_a_refusal_that_has_a_row_gets_no_second_one(syntax: Syntax) -> None:
    text = "The embassy declined to comment."
    known = row(text, ["The embassy"], "declined", ["to comment"], 0.9)
    assert mend([known], parsed(syntax, text), SURE) == [known]


def test_a_refusal_inside_a_content_is_its_child(syntax: Syntax) -> None:
    text = "Ims noted that the ministry was unable to confirm the visit."
    outer = row(text, ["Ims"], "noted", ["that the ministry was unable to confirm the visit"], 0.9)
    _, child = mend([outer], parsed(syntax, text), SURE)
    assert child.parent == outer.id
    assert words([child], text) == [(["the ministry"], ["was unable to confirm"], ["the visit"])]


@pytest.mark.parametrize("verb", sorted({"said", "told", "added", "claimed", "reported", "warned"}))
def test_the_subject_of_a_verb_of_speech_is_its_source(syntax: Syntax, verb: str) -> None:
    text = f"The harbour is closed, two people at the port {verb}."
    lost = row(text, [], verb, ["The harbour is closed, two people at the port"], 0.9)
    assert words(mend([lost], parsed(syntax, text), SURE), text) == [
        (["two people at the port"], [verb], ["The harbour is closed"])
    ]


def test_every_verb_of_speech_is_a_lemma(syntax: Syntax) -> None:
    for verb in load_words("speech")["speech"].words:
        doc = parsed(syntax, f"They will {verb} that it rained.")
        assert verb in {token.lemma for token in doc.tokens or ()}, verb


def test_a_doubtful_row_is_kept_only_where_the_grammar_shows_its_source(syntax: Syntax) -> None:
    text = "The harbour is closed, the mayor said. Her plan for the bridge would help them."
    shown = row(text, ["the mayor"], "said", ["The harbour is closed"], 0.2)
    other = row(text, ["Her plan"], "would help", ["them"], 0.2)
    assert mend([shown, other], parsed(syntax, text), SURE) == [shown]


def test_what_stands_inside_a_row_that_is_left_out_goes_with_it(syntax: Syntax) -> None:
    text = "Her plan would show that Ims said that it rained."
    outer = row(text, ["Her plan"], "would show", ["that Ims said that it rained"], 0.2)
    child = Attribution(
        "a1",
        spans(text, "Ims"),
        spans(text, "said"),
        spans(text, "that it rained"),
        Quoted.INDIRECT,
        outer.id,
        0.9,
    )
    assert mend([outer, child], parsed(syntax, text), SURE) == []


def test_page_furniture_yields_no_rows(syntax: Syntax) -> None:
    text = "It rained.\nPlease let us know if you're having trouble with comments."
    wrong = row(text, ["us"], "know", ["if you're having trouble with comments"], 0.9)
    assert mend([wrong], parsed(syntax, text), SURE) == []


def test_pieces_of_a_content_with_nothing_between_them_are_one(syntax: Syntax) -> None:
    text = "The mayor said the harbour, in spite of the ban, is open."
    pieces = row(text, ["The mayor"], "said", ["the harbour", "is open"], 0.9)
    assert words(mend([pieces], parsed(syntax, text), SURE), text)[0][2] == [
        "the harbour, in spite of the ban, is open"
    ]


def test_pieces_around_their_cue_stay_apart(syntax: Syntax) -> None:
    text = "“The harbour,” the mayor said, “is open.”"
    pieces = row(text, ["the mayor"], "said", ["“The harbour,”", "“is open.”"], 0.9)
    assert mend([pieces], parsed(syntax, text), SURE) == [pieces]


def test_no_space_of_any_kind_stays_at_the_edge_of_a_span(syntax: Syntax) -> None:
    text = "The ministry was unable to confirm the visit\u00a0"
    (found,) = mend([], parsed(syntax, text), SURE)
    assert words([found], text)[0][2] == ["the visit"]


@pytest.mark.parametrize(
    ("cited", "is_row"), [("two anonymous officials", False), ("the strength of the new bridge", True)]
)
def test_whoever_is_cited_is_no_content(syntax: Syntax, cited: str, is_row: bool) -> None:
    text = f"Citing {cited}, the gazette reports that the harbour is closed."
    citing = row(text, ["the gazette"], "Citing", [cited], 0.9)
    assert bool(mend([citing], parsed(syntax, text), SURE)) is is_row


@pytest.mark.parametrize("source", ["three people", "three"])
def test_what_hangs_on_a_source_is_no_content(syntax: Syntax, source: str) -> None:
    text = "The general flew to Paris in May, three people with knowledge of the trip said."
    rest = text[text.index(source) + len(source) + 1 : text.index(" said")]
    known = row(text, [source], "said", ["The general flew to Paris in May", rest], 0.9)
    ((found_source, _, content),) = words(mend([known], parsed(syntax, text), SURE), text)
    assert found_source == ["three people with knowledge of the trip"]
    assert content == ["The general flew to Paris in May"]


def test_a_content_behind_its_source_stays(syntax: Syntax) -> None:
    text = "The minister left, aides said, and Ann Smith the road would open."
    known = row(text, ["aides"], "said", ["The minister left", "the road would open"], 0.9)
    ((source, _, content),) = words(mend([known], parsed(syntax, text), SURE), text)
    assert (source, content) == (["aides"], ["The minister left", "the road would open"])


@pytest.mark.parametrize("verb", load_words("speech")["talking"].words)
def test_what_people_meet_for_is_no_row_inside_another(syntax: Syntax, verb: str) -> None:
    text = load_words("speech")["talking"].example.replace("{word}", verb)
    outer = row(text, ["An aide"], "said", [f"that the ministers had met to {verb} the harbour"], SURE)
    inner = replace(row(text, ["the ministers"], f"to {verb}", ["the harbour."], 0.9), parent=outer.id)
    assert mend([outer, inner], parsed(syntax, text), SURE) == [outer]
