"""Claims are opened, joined and merged; nothing is overwritten."""

import pytest
from sqlalchemy import select

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.schema import claim_members, claim_merges, claims
from reportedly.types.claim import Assignment, Claim, Linking
from reportedly.types.errors import LedgerError
from tests.builders import Row, a_doc


def add(ledger: Ledger, content: str, *choices: tuple[str, tuple[str, ...]]) -> str:
    """Write an article with one row and its claims; the row's id."""
    doc = a_doc(f"{content}, Ana Brook said.", [Row(content, "Ana Brook", "said", name="Ana Brook")])
    row = doc.rows[0].id
    with ledger.writing() as writer:
        writer.add(
            doc, Linking(assignments=tuple(Assignment(row, claim, merged) for claim, merged in choices))
        )
    return row


def members(ledger: Ledger, claim: str) -> list[str]:
    return [entry.id for entry in ledger.entries_of_claim(claim)]


def test_new_claim_takes_its_text_from_the_row_that_opens_it(ledger: Ledger) -> None:
    add(ledger, "that the minister resigned", ("c1", ()))
    add(ledger, "that the minister stepped down", ("c1", ()))
    assert ledger.claim("c1") == Claim("c1", "The minister resigned")


def test_row_may_be_about_several_claims(ledger: Ledger) -> None:
    row = add(ledger, "the minister resigned and left", ("c2", ()), ("c1", ()))
    assert ledger.entry(row).claims == ("c2", "c1")


def test_same_assignment_twice_counts_once(ledger: Ledger) -> None:
    row = add(ledger, "the minister resigned", ("c1", ()), ("c1", ()))
    assert ledger.entry(row).claims == ("c1",)


def test_row_of_an_earlier_article_can_join_a_claim(ledger: Ledger) -> None:
    earlier = add(ledger, "the minister resigned")
    doc = a_doc("The minister left.", [Row("The minister left")])
    with ledger.writing() as writer:
        writer.add(
            doc,
            Linking(
                assignments=(
                    Assignment(doc.rows[0].id, "c1"),
                    Assignment(earlier, "c1"),
                )
            ),
        )
    assert set(members(ledger, "c1")) == {earlier, doc.rows[0].id}
    assert ledger.claim("c1").text == "The minister left"


def test_merged_claim_gives_its_members_to_the_other(ledger: Ledger) -> None:
    first = add(ledger, "the minister resigned", ("c1", ()))
    second = add(ledger, "the minister stepped down", ("c2", ()))
    third = add(ledger, "the minister left office", ("c1", ("c2",)))
    assert set(members(ledger, "c1")) == {first, second, third}
    assert ledger.entry(second).claims == ("c1",)
    assert ledger.claim_ids() == ("c1",)


def test_merged_claim_is_found_under_its_old_id(ledger: Ledger) -> None:
    add(ledger, "the minister resigned", ("c1", ()))
    add(ledger, "the minister stepped down", ("c2", ()))
    add(ledger, "the minister left office", ("c1", ("c2",)))
    assert ledger.claim("c2").id == "c1"
    assert members(ledger, "c2") == members(ledger, "c1")


def test_merging_overwrites_nothing(ledger: Ledger) -> None:
    add(ledger, "the minister resigned", ("c1", ()))
    second = add(ledger, "the minister stepped down", ("c2", ()))
    add(ledger, "the minister left office", ("c1", ("c2",)))
    with ledger.engine.begin() as connection:
        assert connection.execute(select(claims.c.id)).scalars().all() == ["c1", "c2"]
        old = connection.execute(select(claim_members).where(claim_members.c.claim == "c2")).one()
        assert old.attribution == second
        assert old.withdrawn_at is not None
        merge = connection.execute(select(claim_merges)).one()
        assert (merge.claim, merge.merged_into, merge.withdrawn_at) == ("c2", "c1", None)


def test_assignment_to_a_claim_merged_before_goes_where_that_claim_went(ledger: Ledger) -> None:
    add(ledger, "the minister resigned", ("c1", ()))
    add(ledger, "the minister stepped down", ("c2", ()))
    add(ledger, "the minister left office", ("c1", ("c2",)))
    late = add(ledger, "the minister is gone", ("c2", ("c1", "c2", "unknown")))
    assert ledger.entry(late).claims == ("c1",)
    assert ledger.claim_ids() == ("c1",)


def test_chain_of_merges_is_followed_to_its_end(ledger: Ledger) -> None:
    for number in range(1, 5):
        add(ledger, f"the minister resigned, take {number}", (f"c{number}", ()))
    add(ledger, "the minister left", ("c2", ("c1",)))
    add(ledger, "the minister is gone", ("c3", ("c2",)))
    add(ledger, "the minister stepped down", ("c4", ("c3",)))
    assert ledger.claim("c1").id == "c4"
    assert len(members(ledger, "c4")) == 7


def test_row_in_both_claims_is_once_in_the_merged_one(ledger: Ledger) -> None:
    both = add(ledger, "the minister resigned", ("c1", ()), ("c2", ()))
    add(ledger, "the minister left office", ("c1", ("c2",)))
    assert ledger.entry(both).claims == ("c1",)


def test_assignment_of_an_unknown_row_is_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    doc = a_doc("The minister left.", [Row("The minister left")])
    with pytest.raises(LedgerError, match="a404, which is not in this article"), ledger.writing() as writer:
        writer.add(doc, Linking(assignments=(Assignment("a404", "c1"),)))
    assert ledger.articles() == ()
