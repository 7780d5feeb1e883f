"""A table for spreadsheets."""

import csv
import io
from dataclasses import replace

import pytest

from reportedly.export.csv import COLUMNS, csv_lines
from reportedly.types.attribution import About
from reportedly.types.entry import Entry
from tests.builders import an_entry


def read_back(entries: list[Entry]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("\r\n".join(csv_lines(entries)), newline="")))


def test_heading_stands_alone_where_there_is_nothing_to_export() -> None:
    assert list(csv_lines([])) == [",".join(COLUMNS)]


def test_row_says_who_says_what_in_which_words() -> None:
    entry = replace(an_entry("The minister resigned", title="A letter"), claims=("c1", "c2"))
    (row,) = read_back([entry])
    shown = {
        "outlet": "Harbour Gazette",
        "published": "2021-03-04",
        "title": "A letter",
        "url": "",
        "attribution": entry.id,
        "source": "Ana Brook",
        "cue": "said",
        "content": "The minister resigned",
        "content_start": "0",
        "content_end": "21",
        "chain": "Harbour Gazette › Ana Brook",
        "stance": "asserts",
        "certainty": "CT+",
        "quoted": "indirect",
        "claims": "c1; c2",
        "confidence": "0.9",
    }
    assert {name: row[name] for name in shown} == shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_cell_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    (row,) = read_back([an_entry(title=f"{start}SUM(A1:A9)")])
    assert row["title"] == f"'{start}SUM(A1:A9)"


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", '"', ",", ";"])
def test_line_breaks_and_marks_inside_a_cell_come_back_unchanged(mark: str) -> None:
    words = f"The minister{mark}resigned"
    (row,) = read_back([an_entry(words)])
    assert row["content"] == words


def test_list_of_names_that_begins_with_a_formula_is_made_text() -> None:
    entry = replace(an_entry(), about=About(participants=("=cmd", "Ana Brook")))
    (row,) = read_back([entry])
    assert row["participants"] == "'=cmd; Ana Brook"


def test_half_a_surrogate_pair_can_be_written_as_utf_8() -> None:
    lines = list(csv_lines([an_entry(title="A letter \ud800")]))
    assert "A letter ?" in lines[1].encode("utf-8").decode()
