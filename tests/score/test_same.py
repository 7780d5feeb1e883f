"""When links and wordings are the same."""

from dataclasses import replace

import pytest

from reportedly.lang.lexicon import load_words
from reportedly.score.same import same_anonymity, same_chain, same_link, same_words
from reportedly.types.attribution import ChainLink, SourceChain, SourceKind
from tests.score.made import AGENCY, ANA, CLERK, OUTLET

WORDINGS = [
    ("senior official", "Senior  official", True),
    ("the clerk’s aide", "clerk's aide", True),
    ("two officials", "officials", False),
    ("The", None, False),
    (None, None, True),
    (2, "2", True),
    ("", None, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), WORDINGS)
def test_wordings(one: str | int | None, other: str | int | None, expected: bool) -> None:
    assert same_words(one, other) is expected


@pytest.mark.parametrize("word", load_words("scoring")["article"].words)
def test_leading_article_is_forgiven(word: str) -> None:
    sentence = load_words("scoring")["article"].example.replace("{word}", word)
    assert same_words(sentence, sentence.removeprefix(word + " "))


LINKS = [
    (ANA, ANA, True),
    (ANA, replace(ANA, name="Ana"), False),
    (ANA, replace(ANA, kind=SourceKind.ORGANISATION), False),
    (CLERK, replace(CLERK, count=None), True),
    (CLERK, replace(CLERK, described_as="two clerks"), False),
    (ChainLink(SourceKind.UNSPECIFIED), ChainLink(SourceKind.UNSPECIFIED), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), LINKS)
def test_links_have_the_same_kind_and_name_or_description(
    one: ChainLink, other: ChainLink, expected: bool
) -> None:
    assert same_link(one, other) is expected


CHAINS = [
    ((OUTLET, AGENCY, CLERK), (OUTLET, AGENCY, CLERK), True),
    ((OUTLET, AGENCY, CLERK), (OUTLET, CLERK), False),
    ((OUTLET, AGENCY, CLERK), (OUTLET, CLERK, AGENCY), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CHAINS)
def test_chains_have_the_same_links_in_order(one: tuple, other: tuple, expected: bool) -> None:
    assert same_chain(SourceChain(one), SourceChain(other)) is expected


def test_outlet_may_be_left_out_of_the_comparison() -> None:
    agency_first = SourceChain((replace(OUTLET, kind=SourceKind.WIRE_AGENCY), ANA))
    assert same_chain(SourceChain((OUTLET, ANA)), agency_first, after=1)


ANONYMITIES = [
    (CLERK, CLERK, True),
    (CLERK, replace(CLERK, count="several"), False),
    (CLERK, replace(CLERK, reason="because she was not authorised"), False),
    (CLERK, ANA, False),
    (ANA, AGENCY, True),
]


@pytest.mark.parametrize(("one", "other", "expected"), ANONYMITIES)
def test_anonymity_with_all_that_the_text_says_of_it(
    one: ChainLink, other: ChainLink, expected: bool
) -> None:
    assert same_anonymity(one, other) is expected
