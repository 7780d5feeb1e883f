"""Other tools' outputs, made by hand, become spans of the article; nothing is installed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from benchmarks.peers.asking import collect
from benchmarks.peers.environments import PeerError, last_line
from benchmarks.peers.protocol import Answer, Asked, ask
from benchmarks.peers.read_ours import needed_for
from benchmarks.peers.rows import FIGURES, join_pieces, rows_of
from benchmarks.peers.spans import (
    Place,
    Rewritten,
    lines_with_words,
    rewrite_lines,
    shift_roles,
    spans_of_tokens,
)
from benchmarks.peers.tools import TOOLS, Tool

from reportedly.score.gold import GoldError
from reportedly.score.marked import MarkedArticle
from reportedly.score.roles import RoleSpans
from reportedly.types.article import Article
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span

TEXT = "“The bridge holds,” said Mara Quill, the engineer. “It was checked twice.”"
PEER = Tool("peer", "peer", "a tool made up for this test")


@dataclass(frozen=True)
class Step:
    """A component that only says what it needs and makes."""

    requires: frozenset[Layer]
    assigns: frozenset[Layer]

    @property
    def run(self) -> Run:
        return Run("step", "1")

    def annotate(self, docs: Sequence[Doc]) -> None:
        raise AssertionError("Nothing is annotated in this test.")


def spans_of(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


def pairs_of(*words: str) -> list[list[int]]:
    return [[span.start, span.end] for span in spans_of(*words)]


def article(roles: tuple[RoleSpans, ...] = (), key: str = "one") -> MarkedArticle:
    return MarkedArticle(Article(key, TEXT, ref=key), roles)


def lines_of(*answers: dict[str, object]) -> list[str]:
    return [json.dumps(one) for one in ({"versions": "peer 1.0"}, *answers)]


def answer(**fields: object) -> dict[str, object]:
    return {"id": "one", "attributions": [], "units": 1, "failures": [], "seconds": 2.0, **fields}


TOKENS = [
    ("one token", [Place(3, 10, 14)], [[10, 14]]),
    ("neighbours with a space between", [Place(3, 10, 14), Place(4, 15, 20)], [[10, 20]]),
    ("a gap of one token", [Place(3, 10, 14), Place(5, 21, 23)], [[10, 14], [21, 23]]),
    ("out of order", [Place(5, 21, 23), Place(4, 15, 20)], [[15, 23]]),
    ("one token twice", [Place(3, 10, 14), Place(3, 10, 14)], [[10, 14]]),
    ("none", [], []),
]


@pytest.mark.parametrize(("_case", "places", "spans"), TOKENS)
def test_tokens_become_characters(_case: str, places: list[Place], spans: list[list[int]]) -> None:
    assert spans_of_tokens(places) == spans


def test_roles_of_a_paragraph_are_shifted_to_the_text() -> None:
    assert shift_roles({"cue": [[0, 4]], "content": [[5, 9], [12, 15]]}, 100) == {
        "cue": [[100, 104]],
        "content": [[105, 109], [112, 115]],
    }


def test_blank_lines_are_left_out_and_the_others_keep_their_place() -> None:
    assert lines_with_words("One.\n\n \t\nTwo.\n") == [(0, "One."), (9, "Two.")]


def pad_marks(line: str) -> str:
    """Rewrites as sayswho does: two apostrophes become a mark, and a plural's apostrophe gets an x."""
    return line.strip().replace("''", '"').replace("s' ", "s'x ")


REWRITTEN = [
    ("an added letter", "The voters' list", "list"),
    ("two apostrophes as one mark", "''We won,'' Ann Lee said.", "Ann Lee"),
    ("a line after a blank one", "First.\n\n  ''Yes,'' said Ann.", "said Ann"),
    ("the same word twice", "said the crew\nsaid the crew's captain", "captain"),
    ("marks beyond the basic plane", "🚢🚢 ''We won,'' Ann Lee said.", "Ann Lee"),
]


@pytest.mark.parametrize(("_case", "original", "words"), REWRITTEN)
def test_span_of_rewritten_text_is_found_in_the_original(_case: str, original: str, words: str) -> None:
    rewritten = rewrite_lines(lines_with_words(original), pad_marks)
    at = rewritten.text.rindex(words)
    ((start, end),) = rewritten.restore({"cue": [[at, at + len(words)]]})["cue"]
    assert original[start:end] == words


def test_every_character_of_rewritten_text_has_its_own_origin() -> None:
    original = "''Yes,'' the voters' club said.\n \n''No.''"
    rewritten = rewrite_lines(lines_with_words(original), pad_marks)
    assert len(rewritten.origins) == len(rewritten.text)
    assert all(
        original[origin] == character
        for character, origin in zip(rewritten.text, rewritten.origins, strict=True)
        if origin is not None
    )


def test_span_that_the_tool_put_in_is_dropped() -> None:
    assert Rewritten("a”", [0, None]).restore({"content": [[1, 2]], "cue": [[0, 2]]}) == {
        "content": [],
        "cue": [[0, 1]],
    }


def test_pieces_with_one_source_and_cue_are_joined() -> None:
    source, cue = spans_of("Mara Quill"), spans_of("said")
    first, second = spans_of("“The bridge holds,”"), spans_of("“It was checked twice.”")
    rows = [RoleSpans(source, cue, first), RoleSpans(source, cue, second)]
    assert join_pieces(rows) == [RoleSpans(source, cue, first + second)]


OTHER = [("Mara Quill", "engineer"), ("engineer", "said")]


@pytest.mark.parametrize(("source", "cue"), OTHER)
def test_pieces_with_another_source_or_cue_stay_apart(source: str, cue: str) -> None:
    content = spans_of("“It was checked twice.”")
    rows = [
        RoleSpans(spans_of("Mara Quill"), spans_of("said"), content),
        RoleSpans(spans_of(source), spans_of(cue), content),
    ]
    assert join_pieces(rows) == rows


def test_text_on_which_a_tool_fails_is_counted_with_its_reason() -> None:
    def refuse(text: str) -> str:
        raise ValueError(f"{len(text)} characters\nare too many")

    given = ask(Asked(refuse, lambda text, raw: Answer(), "peer 1.0"), "abc")
    assert given["failures"] == ["ValueError: 3 characters are too many"]


def test_answers_are_put_beside_their_articles() -> None:
    row = {
        "source": pairs_of("Mara Quill"),
        "cue": pairs_of("said"),
        "content": pairs_of("“The bridge holds,”"),
    }
    lines = lines_of(answer(id="two", failures=["ValueError: odd"]), answer(attributions=[row]))
    asking = collect(lines, [article(), article(key="two")])
    assert asking.found == (
        (RoleSpans(spans_of("Mara Quill"), spans_of("said"), spans_of("“The bridge holds,”")),),
        (),
    )
    assert (asking.versions, asking.units, asking.seconds) == ("peer 1.0", 2, 4.0)
    assert asking.failures == ("ValueError: odd",)


def test_text_without_an_answer_is_an_error() -> None:
    with pytest.raises(PeerError, match="1 of 2 texts"):
        collect(lines_of(answer()), [article(), article(key="two")])


def test_span_outside_the_text_is_refused() -> None:
    row = {"source": [], "cue": [], "content": [[0, len(TEXT) + 1]]}
    with pytest.raises(GoldError, match="does not lie in the text"):
        collect(lines_of(answer(attributions=[row])), [article()])


def test_joined_row_is_scored_beside_the_row_in_pieces() -> None:
    source, cue = spans_of("Mara Quill"), spans_of("said")
    pieces = spans_of("“The bridge holds,”", "“It was checked twice.”")
    rows = [
        {"source": pairs_of("Mara Quill"), "cue": pairs_of("said"), "content": [[one.start, one.end]]}
        for one in pieces
    ]
    gold = [article((RoleSpans(source, cue, pieces),))]
    apart, joined = rows_of(PEER, collect(lines_of(answer(attributions=rows)), gold), gold)
    assert (apart.figures["attribution"], joined.figures["attribution"]) == (66.7, 100.0)
    assert list(joined.figures) == list(FIGURES)
    assert joined.words_per_second == round(len(TEXT.split()) / 2)


def test_attributions_alone_need_no_parse() -> None:
    parse = Step(frozenset(), frozenset({Layer.TOKENS}))
    marks = Step(frozenset(), frozenset({Layer.QUOTATIONS}))
    model = Step(frozenset({Layer.QUOTATIONS}), frozenset({Layer.ATTRIBUTIONS}))
    chains = Step(frozenset({Layer.TOKENS, Layer.ATTRIBUTIONS}), frozenset({Layer.CHAINS}))
    assert needed_for(Layer.ATTRIBUTIONS, [parse, marks, model, chains]) == [marks, model]


def test_failed_install_is_told_in_the_line_that_names_the_error() -> None:
    output = "Looking for versions\nERROR: No matching distribution found for peer==1.0\n[notice] try later\n"
    assert last_line(output) == "ERROR: No matching distribution found for peer==1.0"


def test_every_requirement_of_a_peer_is_pinned() -> None:
    assert all("==" in requirement for tool in TOOLS for requirement in tool.requirements)
