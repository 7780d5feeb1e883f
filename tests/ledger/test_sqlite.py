"""Full-text search takes whatever a user types, and finds rows that share rare words."""

import pytest

from reportedly.ledger import sqlite
from reportedly.ledger.ledger import Ledger
from reportedly.types.claim import Linking
from reportedly.types.entry import entries_of
from tests.builders import Row, a_doc, alike, an_entry


def add(ledger: Ledger, content: str, source: str = "Ana Brook", **fields: object) -> str:
    doc = a_doc(f"{content}, {source} said.", [Row(content, source, "said", name=source)], **fields)
    with ledger.writing() as writer:
        writer.add(doc, Linking())
    return doc.rows[0].id


def found(ledger: Ledger, words: str) -> list[str]:
    return [entry.id for entry in ledger.search(words)]


@pytest.mark.parametrize(
    "words",
    [
        "", " ", '"', '""', '"minister', "AND", "OR NOT", "NEAR(", "*", "minister*", "^minister", "content:",
        "content : minister", "(", ")", "-minister", "'; DROP TABLE articles; --", "\x00", "\ud800", "{", "%",
        "a" * 100_000, "minister " * 200, "“minister”", "日本", "+", "minister + x", "\\", "?", ":name",
    ],
)  # fmt: skip
def test_odd_words_never_raise(ledger: Ledger, words: str) -> None:
    add(ledger, "The minister resigned")
    assert len(ledger.search(words)) <= 1


@pytest.mark.parametrize(
    "words",
    [
        "minister", "MINISTER", "ministers resign", '"minister resigned"', "Brook", "said", "Harbour",
        "letter minister", '"minister', "minister*", "résigned", "“minister resigned”",
    ],
)  # fmt: skip
def test_row_is_found_by_its_words_its_source_and_its_article(ledger: Ledger, words: str) -> None:
    row = add(ledger, "The minister resigned", title="A letter from the harbour")
    add(ledger, "It rained all day", source="Cem Orr", outlet="Hill Courier")
    assert row in found(ledger, words)


@pytest.mark.parametrize("words", ["minister rained", '"resigned minister"', "AND minister"])
def test_row_without_all_the_words_is_not_found(ledger: Ledger, words: str) -> None:
    add(ledger, "The minister resigned")
    add(ledger, "It rained all day")
    assert found(ledger, words) == []


def test_unnamed_source_is_found_by_its_description(ledger: Ledger) -> None:
    doc = a_doc(
        "It rained, a senior port official said.", [Row("It rained", "a senior port official", "said")]
    )
    with ledger.writing() as writer:
        writer.add(doc, Linking())
    assert found(ledger, "port official") == [doc.rows[0].id]


def test_hit_in_the_row_itself_comes_before_one_in_its_title(ledger: Ledger) -> None:
    in_title = add(ledger, "It rained all day long", title="Minister resigned")
    in_row = add(ledger, "The minister resigned when it rained", title="Weather")
    assert found(ledger, "minister resigned") == [in_row, in_title]


def test_row_with_the_rarer_shared_word_is_more_alike(ledger: Ledger) -> None:
    for day in range(5):
        add(ledger, f"The ship sailed on day {day}")
    rare = add(ledger, "The minister met Quillon")
    rows = alike(ledger, an_entry("Quillon saw a ship"), 10)
    assert rows[0].id == rare
    assert len(rows) == 6


def test_words_of_a_source_do_not_make_rows_alike(ledger: Ledger) -> None:
    add(ledger, "It rained", source="Quillon")
    assert alike(ledger, an_entry("Quillon resigned"), 10) == ()


def test_row_without_words_is_like_no_other(ledger: Ledger) -> None:
    add(ledger, "It rained")
    assert alike(ledger, an_entry("…"), 10) == ()


def test_words_in_most_rows_count_only_together(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "COMMON_FROM", 3)
    wanted = add(ledger, "the northern minister resigned")
    for number in range(4):
        add(ledger, f"the northern ship {number} sailed")
        add(ledger, f"the minister number {number} slept")
        add(ledger, f"the captain {number} resigned")
    rows = alike(ledger, an_entry("resigned has the northern minister"), 10)
    assert [entry.id for entry in rows] == [wanted]


def test_one_word_that_most_rows_hold_makes_nothing_alike(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "COMMON_FROM", 3)
    for number in range(4):
        add(ledger, f"ship {number}")
    assert alike(ledger, an_entry("ship"), 10) == ()


@pytest.mark.parametrize("word", ["Straße", "İstanbul", "ΣΊΣΥΦΟΣ", "Ångström", "Łódź"])
def test_letters_of_any_language_make_rows_alike(ledger: Ledger, word: str) -> None:
    row = add(ledger, f"{word} burns")
    assert [entry.id for entry in alike(ledger, an_entry(f"in {word} again"), 10)] == [row]


def test_number_of_words_asked_for_is_bounded(ledger: Ledger) -> None:
    content = " ".join(f"word{number}" for number in range(3_000))
    add(ledger, content)
    with ledger.engine.begin() as connection:
        query = sqlite.AlikeIndex(connection)._rare_words_query(content)
    assert query.count("OR") < sqlite.MOST_WORDS_ASKED
    assert len(alike(ledger, an_entry(content + " again"), 10)) == 1


def test_row_with_half_a_surrogate_pair_is_found(ledger: Ledger) -> None:
    row = add(ledger, "The minister \ud800 resigned")
    assert found(ledger, "minister") == [row]
    assert [entry.id for entry in alike(ledger, an_entry("minister \udfff"), 5)] == [row]


def test_rows_of_the_article_itself_are_never_alike(ledger: Ledger) -> None:
    doc = a_doc("The ship sailed. The ship sank.", [Row("The ship sailed"), Row("The ship sank")])
    with ledger.writing() as writer:
        writer.add(doc, Linking())
    assert alike(ledger, entries_of(doc)[0], 10) == ()
