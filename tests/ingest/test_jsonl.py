"""JSON Lines: one article a line, texts exact, a bad line is one rejection."""

import gzip
import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ingest.jsonl import read_jsonl
from reportedly.ingest.received import Received
from reportedly.types.article import Article, Rejection, article_id
from reportedly.types.limits import Limits


def line(**fields):
    return json.dumps(fields).encode() + b"\n"


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60), escaped=st.booleans())
def test_any_text_comes_back_exactly(text, escaped):
    raw = json.dumps({"text": f"x{text}"}, ensure_ascii=escaped).encode()
    (found,) = read_jsonl(Received("a.jsonl", raw, "0" * 64, "2021-03-14"), Limits())
    assert found.text == f"x{text}"


def test_fields_are_taken_over(article):
    found = article(
        line(
            id=7,
            outlet="Kivu Post",
            title="T",
            author="A",
            url="u",
            published="2020-05",
            language="en",
            text="x ",
        )
    )
    assert (found.ref, found.outlet, found.title, found.author) == ("7", "Kivu Post", "T", "A")
    assert (found.url, found.published, found.language, found.text) == ("u", "2020-05", "en", "x ")
    assert found.id == article_id("Kivu Post", "u", "x ")


def test_stated_language_outranks_the_text(article):
    german = "Der Bürgermeister hat am Dienstag bestritten, dass die Fähre verkauft worden sei. " * 4
    assert article(line(text=german, language="en")).language == "en"
    assert article(line(text=german)).language == "de"


def test_interchange_line_is_read_back(article):
    found = article(
        line(article={"id": "abc", "ref": "r1", "text": "x"}, attributions=[], claims=[], links=[])
    )
    assert (found.ref, found.text) == ("r1", "x")


def test_broken_line_in_the_middle_is_one_rejection(read):
    first, second, third = read(line(text="one") + b'{"text": "tw\n' + line(text="three"), name="a.jsonl")
    assert (first.text, third.text) == ("one", "three")
    assert isinstance(second, Rejection)
    assert second.source.endswith("#line 2")
    assert third.provenance.source.endswith("#line 3")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"[1, 2]", '"text"'),
        (b'{"text": 5}', '"text"'),
        (b'{"title": "no text"}', '"text"'),
        (b'{"text": "  "}', "no text"),
        (b'{"text": "\xff"}', "Byte 10 is not UTF-8"),
        (b'{"text": "half \\ud83d"}', "U+D83D"),
        (b'{"text": ' + b"[" * 100_000, "nested too deep"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_bad_line_says_what_is_wrong(read, bad, words):
    good, wrong, rest = read(line(text="one") + bad + b"\n" + line(text="three"), name="a.jsonl")
    assert isinstance(wrong, Rejection)
    assert words in wrong.reason
    assert (good.text, rest.text) == ("one", "three")


def test_blank_lines_are_passed_over_and_counted(read):
    first, second = read(b"\r\n" + line(text="one") + b"\n \n" + line(text="two"), name="a.jsonl")
    assert [one.provenance.source[-7:] for one in (first, second)] == ["#line 2", "#line 5"]


def test_digest_is_that_of_the_line(article):
    found = article(line(text="one"), keep_pages=True)
    assert found.provenance.page == line(text="one").strip()
    assert found.provenance.digest == hashlib.sha256(line(text="one").strip()).hexdigest()


def test_field_that_is_no_string_is_left_out_with_a_note(article):
    found = article(line(text="one", title=["a"]))
    assert found.title is None
    assert "'title'" in found.provenance.notes[0]


def test_gzip_is_unpacked(read):
    found = read(gzip.compress(line(text="one") + line(text="two")), name="a.jsonl.gz")
    assert [one.text for one in found] == ["one", "two"]


def test_format_is_recognised_without_a_name(read):
    found = read("-", stdin=line(text="one") + line(text="two"))
    assert [one.provenance.source for one in found] == ["-#line 1", "-#line 2"]


def test_object_over_several_lines_is_one_article(article):
    found = article(json.dumps({"id": "a", "text": "one\n"}, indent=1).encode(), name="a.json")
    assert (found.text, found.provenance.format) == ("one\n", "json")


def test_utf16_lines_are_refused(rejection):
    assert "UTF-8" in rejection(json.dumps({"text": "x"}).encode("utf-16"), name="a.jsonl").reason


def test_one_very_long_line_does_not_stop_the_rest(read):
    long = b'{"text": "' + b"x" * 50_000_000 + b'"}\n'
    refused, kept = read(long + line(text="two"), name="a.jsonl")
    assert "50,000,000 characters" in refused.reason
    assert isinstance(kept, Article)
