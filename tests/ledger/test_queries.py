"""Lists and single things by the beginning of their ids."""

import pytest

from reportedly.ledger.ledger import Ledger
from reportedly.types.claim import Assignment, Claim, Link, Linking, LinkKind
from reportedly.types.doc import Doc
from reportedly.types.errors import AmbiguousIdError, LedgerError
from tests.builders import Row, a_doc


def add(ledger: Ledger, doc: Doc, *claims: str, links: tuple[Link, ...] = ()) -> Doc:
    """Write a doc; its first rows join these claims, one each."""
    pairs = zip(doc.rows, claims, strict=False)
    with ledger.writing() as writer:
        writer.add(doc, Linking(links, tuple(Assignment(row.id, claim) for row, claim in pairs)))
    return doc


def story(words: str = "The minister resigned", **fields: object) -> Doc:
    rows = [Row(words, "Ana Brook", "said", name="Ana Brook"), Row("It rained.")]
    return a_doc(f"{words}, Ana Brook said. It rained.", rows, **fields)


def test_articles_come_newest_first_and_undated_last(ledger: Ledger) -> None:
    for day in ("2021-03", None, "2021-03-04", "2020"):
        add(ledger, story(f"The minister resigned in {day}", published=day))
    assert [one.head.published for one in ledger.articles()] == ["2021-03-04", "2021-03", "2020", None]
    assert [one.head.published for one in ledger.articles(limit=2, offset=1)] == ["2021-03", "2020"]


def test_articles_of_one_outlet_are_listed_whatever_its_capitals(ledger: Ledger) -> None:
    add(ledger, story())
    courier = add(ledger, story(outlet="Hill Courier"))
    assert [one.head.id for one in ledger.articles(outlet="hill courier")] == [courier.article.id]


def test_list_counts_own_voice_apart(ledger: Ledger) -> None:
    add(ledger, story())
    (one,) = ledger.articles()
    assert (one.attributions, one.own_voice, one.failures) == (1, 1, 0)


@pytest.mark.parametrize("length", [4, 15, 16])
def test_beginning_of_an_id_is_enough(ledger: Ledger, length: int) -> None:
    doc = add(ledger, story(), "c1")
    start = doc.article.id[:length]
    assert ledger.article(start) == doc.article
    assert len(ledger.entries(start)) == 2
    assert ledger.entry(f"a{start}{doc.article.id[length:]}.1").content_text == "The minister resigned"


@pytest.mark.parametrize("wrong", ["", "zzz", "%", "_", "\ud800", "'"])
def test_unknown_id_is_said_to_be_unknown(ledger: Ledger, wrong: str) -> None:
    add(ledger, story(), "c1")
    for ask in (
        ledger.article,
        ledger.entries,
        ledger.entry,
        ledger.claim,
        ledger.entries_of_claim,
        ledger.versions,
    ):
        with pytest.raises(LedgerError, match="The ledger has no"):
            ask(wrong)


def test_beginning_of_several_ids_is_refused_with_some_of_them(ledger: Ledger) -> None:
    add(ledger, story(), "c10", "c11")
    with pytest.raises(AmbiguousIdError, match=r"More than one claim begins with “c1” \(c10, c11\)"):
        ledger.claim("c1")


def test_whole_id_wins_over_a_longer_one_that_begins_alike(ledger: Ledger) -> None:
    add(ledger, story(), "c1", "c11")
    assert ledger.claim("c1") == Claim("c1", "The minister resigned")


def test_entries_stand_in_the_order_of_the_text(ledger: Ledger) -> None:
    doc = add(
        ledger,
        a_doc(
            "It rained. He left, Ana Brook said.", [Row("He left", "Ana Brook", "said"), Row("It rained.")]
        ),
    )
    assert [entry.content_text for entry in ledger.entries(doc.article.id)] == ["It rained.", "He left"]


def test_rows_of_a_claim_come_from_the_first_published_on(ledger: Ledger) -> None:
    for day in ("2021-03-05", None, "2021-03-04"):
        add(ledger, story(f"The minister resigned in {day}", published=day), "c1")
    days = [entry.article.published for entry in ledger.entries_of_claim("c1")]
    assert days == ["2021-03-04", "2021-03-05", None]


def test_claims_of_an_article_stand_in_the_order_of_the_text(ledger: Ledger) -> None:
    doc = add(ledger, story(), "c2", "c1")
    assert ledger.claims_of(doc.article.id) == (
        Claim("c2", "The minister resigned"),
        Claim("c1", "It rained"),
    )


def test_claims_of_most_articles_come_first_then_those_of_most_rows(ledger: Ledger) -> None:
    add(ledger, story(), "once", "twice")
    add(ledger, story("The minister left"), "often", "often")
    add(ledger, story("The minister slept"), "twice")
    assert ledger.claim_ids() == ("twice", "often", "once")
    assert ledger.claim_ids(limit=1, offset=1) == ("often",)


def test_links_are_found_from_either_end_once(ledger: Ledger) -> None:
    mine = Link(LinkKind.SAME_CLAIM, "a1", "a2", 0.9, "same words")
    copied = Link(LinkKind.COPIED_TEXT, "x1", "a1", 0.4, "a shared passage")
    add(ledger, story(), links=(mine, copied, Link(LinkKind.SAME_CLAIM, "a8", "a9", 0.9, "same words")))
    assert ledger.links_of(["a1", "a2"]) == (mine, copied)
    assert ledger.links_of([]) == ()
    assert ledger.links_of([f"z{number}" for number in range(3_000)]) == ()


def test_ids_of_all_articles_come_in_the_order_of_reading(ledger: Ledger) -> None:
    docs = [
        add(ledger, story(f"The minister resigned in {year}", published=year)) for year in ("2021", "2020")
    ]
    assert ledger.article_ids() == tuple(doc.article.id for doc in docs)
