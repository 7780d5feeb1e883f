"""The interchange format, one article a line."""

import json

import pytest

from reportedly.export.jsonl import jsonl_lines
from reportedly.types.claim import Claim, Evidence, Link, LinkKind, Standing
from reportedly.types.entry import entries_of
from reportedly.types.interchange import document_to_json
from reportedly.types.reading import Document
from tests.builders import Row, a_doc


def a_document(text: str = "The minister resigned, Ana Brook said.") -> Document:
    doc = a_doc(text, [Row("The minister resigned", "Ana Brook", "said", name="Ana Brook")])
    entries = entries_of(doc)
    evidence = Evidence(Claim("c1", "The minister resigned"), Standing.REPORTED, {}, (), 1, 1, 1)
    return Document(
        doc.article, entries, [evidence], [Link(LinkKind.SAME_CLAIM, "a1", "a2", 0.9, "same words")]
    )


def test_line_holds_the_interchange_object() -> None:
    document = a_document()
    (line,) = jsonl_lines([document])
    assert json.loads(line) == document_to_json(
        document.article, document.entries, document.evidence, document.links
    )


def test_each_article_has_its_own_line() -> None:
    assert (
        len(list(jsonl_lines([a_document(), a_document("The minister resigned, Ana Brook said again.")])))
        == 2
    )


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c"])
def test_line_end_inside_a_text_does_not_break_the_line(mark: str) -> None:
    text = f"The minister resigned,{mark}Ana Brook said."
    (line,) = jsonl_lines([a_document(text)])
    assert len(line.splitlines()) == 1
    assert json.loads(line)["article"]["text"] == text


def test_half_a_surrogate_pair_can_still_be_written_as_utf_8() -> None:
    text = "The minister resigned, Ana Brook said \ud800."
    (line,) = jsonl_lines([a_document(text)])
    assert json.loads(line.encode("utf-8"))["article"]["text"] == text


def test_letters_of_any_script_are_kept_readable() -> None:
    (line,) = jsonl_lines([a_document("The minister resigned, Ana Brook said. Здравствуйте")])
    assert "Здравствуйте" in line
