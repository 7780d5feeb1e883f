"""Tests of the outlets: the data is sound, and names are recognised with the care that they need."""

from collections import Counter

import pytest

from reportedly.facts.outlets import LONGEST_NAME, load_outlets, read_outlets
from reportedly.types.attribution import SourceKind


def test_no_name_or_alias_means_two_outlets() -> None:
    names = Counter(name for outlet in read_outlets() for name in {outlet.name, *outlet.aliases})
    assert [name for name, count in names.items() if count > 1] == []


def test_no_website_belongs_to_two_outlets() -> None:
    domains = Counter(outlet.domain for outlet in read_outlets() if outlet.domain)
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_no_short_form_is_a_certain_name_of_another() -> None:
    book = load_outlets()
    assert sorted(set(book.in_context) & set(book.certain)) == []


def test_every_outlet_can_be_found() -> None:
    assert [o.name for o in read_outlets() if not (o.certain_names or o.requires_article)] == []


def test_every_country_is_two_capitals_and_every_domain_has_a_dot() -> None:
    wrong = [o.name for o in read_outlets() if not (len(o.country) == 2 and o.country.isupper())]
    assert wrong + [o.name for o in read_outlets() if o.domain and "." not in o.domain] == []


def test_no_name_carries_an_article_or_is_longer_than_read() -> None:
    names = [name for o in read_outlets() for name in (o.name, *o.aliases, *o.context_aliases)]
    assert [name for name in names if name.startswith("The ") or len(name.split()) > LONGEST_NAME] == []


@pytest.mark.parametrize(
    ("words", "named", "name"),
    [
        ("the BBC", (), "BBC"),
        ("BBC’s", (), "BBC"),
        ("AP", (), "Associated Press"),
        ("The Hill", (), "Hill"),
        ("Hill", (), None),
        ("Time", (), None),
        ("Time magazine", (), "Time"),
        ("The Times", (), None),
        ("The Times", ("New York Times",), "New York Times"),
        ("The Times", ("New York Times", "Irish Times"), None),
        ("Harbour Gazette", (), None),
    ],
)
def test_a_short_form_counts_only_where_one_such_outlet_is_named(words, named, name) -> None:
    found = load_outlets().find(words, named)
    assert (found.name if found else None) == name


def test_agencies_and_outlets_are_told_apart() -> None:
    kinds = {name: load_outlets().certain[name].kind for name in ("Reuters", "CNN")}
    assert kinds == {"Reuters": SourceKind.WIRE_AGENCY, "CNN": SourceKind.OUTLET}


def test_a_publisher_is_known_by_its_bare_name() -> None:
    assert load_outlets().find_publisher("Hill").domain == "thehill.com"
