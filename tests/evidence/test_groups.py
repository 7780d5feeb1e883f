"""Groups of rows and the reasons that they keep."""

from reportedly.evidence.groups import Groups, Tie


def test_ties_join_and_keep_their_reasons() -> None:
    groups = Groups(5)
    groups.join([Tie(0, 3, "a"), Tie(3, 4, "b"), Tie(4, 0, "already one")])
    assert list(groups.members()) == [[0, 3, 4], [1], [2]]
    assert groups.reasons([0, 3, 4]) == ("a", "b")


def test_a_long_row_of_ties_is_one_group() -> None:
    groups = Groups(20_000)
    groups.join(Tie(row + 1, row, "next") for row in range(19_999))
    assert groups.find(19_999) == 0
