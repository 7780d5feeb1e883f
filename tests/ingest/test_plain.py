"""Plain text is kept exactly as it is; a front matter before it fills the article's fields."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.config import Config
from reportedly.ingest.plain import read_plain
from reportedly.ingest.received import Received
from reportedly.types.article import Article
from reportedly.types.limits import Limits

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")  # NUL has its own test


def plain(raw, **known):
    return read_plain(Received("story.txt", raw, "0" * 64, "2021-03-14", **known), Limits())


@settings(max_examples=200, deadline=None)
@given(text=st.text(CHARACTERS, max_size=80))
def test_any_text_comes_back_exactly(text):
    assert plain(f"x{text}".encode()).text == f"x{text}"


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\nTwo.\rThree.\n\nFour.\n",
        "  “He’s here” – she said…\u00a0‘no’\t\n\n\n",
        "nul\0byte\0in the text, said the man",
        "e\u0301 and \u00e9, a\u200bb, \u202eabc",
        "---\nA rule above the text, not a front matter.\n",
        "--- dashes\n---\ntext",
    ],
)
def test_text_is_kept_exactly(article, text):
    assert article(text.encode(), name="a.txt").text == text


def test_front_matter_fills_the_fields(article):
    found = article(
        b'---\ntitle: "A: ferry"\noutlet: Kivu Post\ndate: 12 May 2020\nurl: https://kivu.example/a\n'
        b"author: Amina Noor\nlanguage: en-GB\ntags:\n  - ports\n---\n\nThe text.\r\n",
        name="a.md",
    )
    assert found.text == "\nThe text.\r\n"
    assert (found.title, found.outlet, found.author) == ("A: ferry", "Kivu Post", "Amina Noor")
    assert (found.published, found.url, found.language) == ("2020-05-12", "https://kivu.example/a", "en")


def test_front_matter_with_windows_line_ends_is_found(article):
    found = article(b"---\r\noutlet: Kivu Post\r\n---\r\nText\r\n")
    assert (found.outlet, found.text) == ("Kivu Post", "Text\r\n")


def test_settings_fill_what_the_input_does_not_say(article):
    found = article(
        b"---\noutlet: Kivu Post\n---\nText", outlet="Other", published="2020-05-12", language="en"
    )
    assert (found.outlet, found.published, found.language) == ("Kivu Post", "2020-05-12", "en")


def test_what_nobody_says_stays_unknown(article):
    found = article(b"A short text.")
    assert (found.outlet, found.title, found.author, found.url) == (None, None, None, None)
    assert (found.published, found.language, found.ref) == (None, None, None)


def test_date_that_is_none_is_left_out_with_a_note(article):
    found = article(b"---\ndate: last Tuesday\n---\nText", published="2020-05-12")
    assert found.published is None
    assert "last Tuesday" in found.provenance.notes[0]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_byte_order_mark_is_no_part_of_the_text(article, mark, encoding):
    assert article(mark + "“Ja”, said Zoë.".encode(encoding)).text == "“Ja”, said Zoë."


def test_utf16_without_a_mark_is_read(article):
    assert article("The bridge is closed, he said.\r\n".encode("utf-16-le")).text.startswith("The bridge")


def test_windows_text_without_a_declaration_is_read_with_a_note(article):
    text = "“Nobody was hurt,” said Zoë Müller of the fire service – the café was empty. “Lucky,” she said."
    found = article(text.encode("cp1252"))
    assert found.text == text
    assert "cp1252" in found.provenance.notes[0]


def test_few_broken_bytes_in_utf8_are_shown_and_noted(article):
    found = article("“ä” ".encode() * 50 + b"\xff end")
    assert found.text.endswith("\ufffd end")
    assert "In 1 places" in found.provenance.notes[0]


def test_declared_encoding_of_the_server_is_used():
    found = plain("жук сказал".encode("koi8-r"), content_type="text/plain; charset=koi8-r")
    assert isinstance(found, Article)
    assert found.text == "жук сказал"


def test_default_config_is_usable():
    assert Config().limits == Limits()
