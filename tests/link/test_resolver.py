"""From links to claims."""

from dataclasses import replace

from reportedly.link.resolver import assign, new_claim_id
from reportedly.types.claim import Assignment, Link, LinkKind
from reportedly.types.entry import Entry
from tests.builders import an_entry

ONE, TWO, THREE = (an_entry(f"The {word} sank") for word in ("ferry", "tug", "barge"))


def link(a: Entry, b: Entry, score: float) -> Link:
    return Link(LinkKind.SAME_CLAIM, a.id, b.id, score, "both sank")


def claims(*assignments: Assignment) -> list[str]:
    return [one.claim for one in assignments]


def test_a_row_without_links_opens_a_claim() -> None:
    assert claims(*assign([ONE], [], [], {})) == [new_claim_id(ONE.id)]


def test_a_chain_of_small_likenesses_does_not_join_its_ends() -> None:
    found = assign([ONE, TWO, THREE], [link(ONE, TWO, 0.5), link(TWO, THREE, 0.5)], [], {})
    assert claims(*found) == [new_claim_id(ONE.id), new_claim_id(ONE.id), new_claim_id(THREE.id)]


def test_a_strong_link_joins_through_any_row() -> None:
    found = assign([ONE, TWO, THREE], [link(ONE, TWO, 0.5), link(TWO, THREE, 0.9)], [], {})
    assert set(claims(*found)) == {new_claim_id(ONE.id)}


def test_the_best_link_decides() -> None:
    links = [link(ONE, THREE, 0.5), link(TWO, THREE, 0.6)]
    assert claims(*assign([ONE, TWO, THREE], links, [], {}))[2] == new_claim_id(TWO.id)


def test_two_claims_of_the_ledger_become_one_where_a_row_is_strongly_both() -> None:
    known = {ONE.id: replace(ONE, claims=("c-one",)), TWO.id: replace(TWO, claims=("c-two",))}
    (found,) = assign([THREE], [link(ONE, THREE, 0.9), link(TWO, THREE, 0.8)], [], known)
    assert found == Assignment(THREE.id, "c-one", merged=("c-two",))


def test_an_answer_joins_the_claim_of_the_row_that_it_answers() -> None:
    found = assign([ONE, TWO, THREE], [link(ONE, TWO, 0.5)], [link(TWO, THREE, 0.5)], {})
    assert set(claims(*found)) == {new_claim_id(ONE.id)}
