"""Whose words an article says it carries."""

import pytest

from reportedly.lang.lexicon import load_patterns
from reportedly.link.copy_credits import host_of, known, means, outlet_of_address, read_standing
from reportedly.types.article import Article


@pytest.mark.parametrize("one", load_patterns("credits", "credits"), ids=lambda one: one.example)
def test_every_credit_is_found_in_its_example(one) -> None:
    credits = read_standing(Article("a", f"The bridge is shut.\n{one.example}\n")).credits
    assert any(means(credit.name, one.expected) for credit in credits)


@pytest.mark.parametrize("one", load_patterns("credits", "own"), ids=lambda one: one.example)
def test_every_dateline_and_copyright_names_whose_text_it_is(one) -> None:
    dispatch = read_standing(Article("a", one.example)).dispatch
    assert dispatch is not None
    assert means(dispatch.name, one.expected)


@pytest.mark.parametrize("author", ["Reuters", "By Dana Ims, Associated Press", "Dana Ims | AFP"])
def test_an_agency_in_the_by_line_is_whose_text_it_is(author) -> None:
    assert read_standing(Article("a", "The bridge is shut.", author=author)).dispatch is not None


@pytest.mark.parametrize("text", ["The bridge is shut.", "TARVO (Harbour) - The bridge is shut.", ""])
def test_a_text_without_an_agency_is_nobodys_dispatch(text) -> None:
    assert read_standing(Article("a", text)).dispatch is None


@pytest.mark.parametrize(
    ("name", "outlet", "expected"),
    [
        ("Reuters Monday", "Reuters", True),
        ("AP", "The Associated Press", True),
        ("Harbour Gazette", "The Harbour Gazette", True),
        ("Harbour", "The Harbour Gazette", False),
        ("Reuters' Dana Ims", "Reuters", False),
    ],
)
def test_a_credited_name_means_an_outlet(name, outlet, expected) -> None:
    assert means(name, outlet) is expected


def test_a_name_that_is_no_known_outlet_has_no_full_name() -> None:
    assert known("Dunmarrow Lamp") is None


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.reuters.com/article/1", "Reuters"),
        ("https://uk.reuters.com/article/1", "Reuters"),
        ("https://notreuters.com/article/1", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_tells_the_outlet_of_its_website(url, outlet) -> None:
    assert outlet_of_address(url) == outlet


def test_a_host_is_read_without_www() -> None:
    assert host_of("https://WWW.Example.org:8080/x") == "example.org"
