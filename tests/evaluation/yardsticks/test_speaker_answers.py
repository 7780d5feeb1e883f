"""Tests of the yardstick for speakers: kinds of sources, and what counts as right."""

import pytest
from evaluation.yardsticks.gum_gold import GoldDocument, GoldMention, read_document
from evaluation.yardsticks.speaker_answers import Answers

from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.span import Span

# "Mayor Ana Brook spoke. She said it closed. Brook left. A guard slept. He said so."
ROWS = [
    ("Mayor", "NOUN", "Entity=(1-person-new-x-cf1-1,2,3-coref"),
    ("Ana", "PROPN", ""),
    ("Brook", "PROPN", "Entity=1)"),
    ("spoke", "VERB", "SpaceAfter=No"),
    (".", "PUNCT", ""),
    (
        "She",
        "PRON",
        "Discourse=attribution-positive:1->2:0:sem-atsrc-6-_+lex-indwd-7-_|Entity=(1-person-giv-x-cf1-1-ana)",
    ),
    ("said", "VERB", ""),
    ("it", "PRON", "Discourse=root:2"),
    ("closed", "VERB", "SpaceAfter=No"),
    (".", "PUNCT", ""),
    ("Brook", "PROPN", "Entity=(1-person-giv-x-cf1-1-coref)"),
    ("left", "VERB", "SpaceAfter=No"),
    (".", "PUNCT", ""),
    ("A", "DET", "Entity=(2-person-new-x-cf1-2-ana"),
    ("guard", "NOUN", "Entity=2)"),
    ("slept", "VERB", "SpaceAfter=No"),
    (".", "PUNCT", ""),
    ("He", "PRON", "Entity=(2-person-giv-x-cf1-1-ana)"),
    ("said", "VERB", ""),
]


@pytest.fixture(scope="module")
def document() -> GoldDocument:
    head = ["# newdoc id = GUM_news_pier", "# meta::genre = news", "# newpar", "# sent_id = 1"]
    rows = [
        "\t".join((str(n), word, word, pos, "_", "_", "0", "_", "_", misc or "_"))
        for n, (word, pos, misc) in enumerate(ROWS, start=1)
    ]
    return read_document([*head, *rows])


def _mention(document: GoldDocument, words: str) -> GoldMention:
    return next(one for one in document.mentions if document.words(one) == words)


def _link(document: GoldDocument, name: str | None, words: str) -> ChainLink:
    start = document.text.index(words)
    return ChainLink(SourceKind.PERSON, name, (Span(start, start + len(words)),))


def test_the_text_and_its_attribution_are_read(document) -> None:
    assert document.text.startswith("Mayor Ana Brook spoke. She said it closed.")
    attribution = document.attributions[0]
    assert (document.words(attribution.source), attribution.cue) == ("She", (6,))


@pytest.mark.parametrize(
    ("words", "kind"),
    [("She", "pronoun"), ("Brook", "surname"), ("A guard", "nominal"), ("Mayor Ana Brook", "name")],
)
def test_sources_are_of_a_kind(document, words, kind) -> None:
    assert Answers(document).type_of(_mention(document, words)) == kind


@pytest.mark.parametrize(
    ("source", "name", "words", "is_right"),
    [
        ("She", "Ana Brook", "Ana Brook", True),
        ("She", "Brook", "Brook", False),
        ("She", None, "She", False),
        ("She", "Peter Hallworth", "Ana", False),
        ("Brook", "Ana Brook", "Ana Brook", True),
        ("Brook", "Brook", "Brook", False),
        ("He", None, "A guard", True),
        ("He", None, "He", False),
        ("He", "Ana Brook", "Ana Brook", False),
        ("A guard", None, "A guard", True),
    ],
)
def test_an_answer_is_right_by_the_entity_that_it_names_or_describes(
    document, source, name, words, is_right
) -> None:
    link = _link(document, name, words)
    assert Answers(document).is_right(link, _mention(document, source)) is is_right


def test_no_answer_is_wrong(document) -> None:
    assert not Answers(document).is_right(None, _mention(document, "She"))
