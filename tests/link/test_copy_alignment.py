"""Seeds and gaps, on invented words."""

import pytest

from reportedly.link.copy_alignment import GAP, SEED, align


def passages(a: str, b: str) -> list[tuple[int, int, int, int]]:
    return [(one.a.start, one.a.stop, one.b.start, one.b.stop) for one in align(a.split(), b.split())]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("a b c d e", "x a b c d y", [(0, 4, 1, 5)]),
        ("a b c", "a b c", []),
        ("a b c d x e f g h", "a b c d y e f g h", [(0, 9, 0, 9)]),
        ("a b c d e f g h", "e f g h a b c d", [(0, 4, 4, 8), (4, 8, 0, 4)]),
        ("a b c d a b c d", "a b c d", [(0, 4, 0, 4)]),
        ("", "a b c d", []),
    ],
    ids=["inside", "below a seed", "one word edited", "order changed", "twice in the longer", "empty"],
)
def test_shared_passages_are_found(a, b, expected) -> None:
    assert passages(a, b) == expected


def test_a_gap_that_is_too_wide_ends_the_passage() -> None:
    wide = " ".join(f"x{number}" for number in range(GAP + 1))
    narrow = " ".join(f"x{number}" for number in range(GAP))
    assert len(passages(f"a b c d {wide} e f g h", "a b c d e f g h")) == 2
    assert len(passages(f"a b c d {narrow} e f g h", "a b c d e f g h")) == 1


def test_the_same_passages_are_found_from_both_sides() -> None:
    a, b = "k l m n o a b c d e p q r s t", "p q r s t u v a b c d w k l m n"
    assert sorted((x, y, v, w) for v, w, x, y in passages(a, b)) == passages(b, a)


def test_repeated_text_is_followed_onward() -> None:
    text = " ".join(["a b c d e"] * 200)
    assert passages(text, text) == [(0, 1000, 0, 1000)]
    assert SEED < 5
