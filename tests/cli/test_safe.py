"""Text of strangers is printed, never obeyed."""

import json

import pytest

from reportedly.cli.safe import as_json, plain, printable

HOSTILE = [
    ("\x1b[31mred", "\\x1b[31mred"),
    ("\x9b2Jgone", "\\x9b2Jgone"),
    ("bell\x07", "bell\\x07"),
    ("a\x00b", "a\\x00b"),
    ("a\u202eb", "a\\u202eb"),
    ("a\u2066b", "a\\u2066b"),
    ("half \ud83d", "half \\ud83d"),
    ("two\nlines", "two lines"),
    ("one\r\ttab", "one  tab"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_control_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("text", ["“Curly” – dash", "Łódź", "نامه", "👩‍🚒", "[bold]no markup[/bold]"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_square_brackets_are_no_markup() -> None:
    assert plain("[red]word[/red]").plain == "[red]word[/red]"


@pytest.mark.parametrize("text", [text for text, _ in HOSTILE])
def test_json_holds_no_control_character_and_reads_back(text: str) -> None:
    line = as_json({"text": text}, ascii_only=False)
    assert printable(line) == line
    assert json.loads(line) == {"text": text}


def test_json_for_an_ascii_stream_is_ascii() -> None:
    assert as_json({"text": "“Łódź”"}, ascii_only=True).isascii()
