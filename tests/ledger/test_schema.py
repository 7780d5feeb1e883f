"""The tables in Python and those that the migrations make."""

import pytest
from sqlalchemy import inspect

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.schema import metadata
from reportedly.types.claim import Linking
from tests.builders import a_doc


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_table_has_the_columns_that_the_migrations_made(ledger: Ledger, name: str) -> None:
    made = {column["name"] for column in inspect(ledger.engine).get_columns(name)}
    assert made == set(metadata.tables[name].columns.keys())


def test_migrations_make_no_table_that_python_does_not_know(ledger: Ledger) -> None:
    made = set(inspect(ledger.engine).get_table_names())
    assert {name for name in made if not name.startswith("entry_words")} == set(metadata.tables)


@pytest.mark.parametrize("text", ["half a pair \ud800 here", "a NUL \x00 here", "📰 whole pair", ""])
def test_any_text_comes_back_as_it_was(ledger: Ledger, text: str) -> None:
    doc = a_doc(text, title=text)
    with ledger.writing() as writer:
        writer.add(doc, Linking())
    assert ledger.article(doc.article.id) == doc.article
