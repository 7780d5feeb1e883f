"""The outlet's own voice."""

import pytest

from reportedly.annotate.own_voice import OwnVoice
from reportedly.text.paragraphs import find_paragraphs
from reportedly.text.quotations import find_quotations
from reportedly.types.attribution import Attribution, Quoted
from reportedly.types.doc import Doc
from reportedly.types.span import Span
from tests.annotate.marked import own_voice_doc
from tests.builders import an_article

TEXT = "The pier is closed.\nIt later adds:\nBrook said it was safe.\n“None asked us.”\nCOMMENTS\n—\nRain..."


def own_voice(text: str, said: str, furniture: str) -> list[str]:
    """The own-voice contents where the line `said` is attributed and the line `furniture` is furniture."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    doc = Doc(an_article(text), sentences=find_paragraphs(text), quotations=find_quotations(text))
    doc.attributions = (Attribution("a1", (span("Brook"),), (span("said"),), (span(said),), Quoted.INDIRECT),)
    doc.furniture = (span(furniture),)
    OwnVoice().annotate([doc])
    return [row.content[0].words(text) for row in doc.own_voice or ()]


def test_sentences_under_no_attribution_are_the_outlets() -> None:
    assert own_voice(TEXT, "it was safe", "COMMENTS") == ["The pier is closed", "Rain"]


def test_own_voice_rows_have_no_source_no_cue_and_no_confidence() -> None:
    doc = Doc(
        an_article("It rained."), sentences=(Span(0, 10),), quotations=(), furniture=(), attributions=()
    )
    OwnVoice().annotate([doc])
    (row,) = doc.own_voice or ()
    assert (row.source, row.cue, row.quoted, row.confidence) == ((), (), Quoted.OWN_VOICE, None)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The pier is closed. (Facebook)", ["The pier is closed"]),
        ("The pier is closed. Read more here.", ["The pier is closed"]),
        ("LETTERS.\nThe pier is closed.\nChris Orrel.", ["The pier is closed"]),
        ("Taxes? The pier?", ["Taxes?", "The pier?"]),
    ],
)
def test_credits_and_labels_between_sentences_are_nobodys(text: str, kept: list[str]) -> None:
    doc = own_voice_doc(text)
    doc.furniture = ()
    OwnVoice().annotate([doc])
    assert [row.content[0].words(text) for row in doc.own_voice or ()] == kept
