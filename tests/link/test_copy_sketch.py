"""Which articles are worth comparing, without comparing them all."""

import random
import time

import pytest

from reportedly.link.copy_sketch import (
    ARTICLES_OF_KEY,
    HEAD,
    MOST_CANDIDATES,
    Candidate,
    CopyIndex,
    Sketch,
    candidates,
    sketch,
)

KEYS_OF_THE_BRIDGE = (2352307418, 7930794233)


def invented(seed: int, words: int = 300) -> str:
    chance = random.Random(seed)
    return " ".join(f"w{chance.randrange(5_000)}" for _ in range(words))


def pairs(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.a, one.b) for one in candidates({name: sketch(text) for name, text in texts.items()})]


def test_copies_are_candidates_and_strangers_are_not() -> None:
    assert pairs({"b": invented(1), "a": invented(1), "c": invented(2)}) == [("a", "b")]


@pytest.mark.parametrize("seed", range(20))
def test_one_shared_paragraph_of_forty_words_makes_a_candidate(seed) -> None:
    shared = invented(1_000 + seed, 40)
    texts = {
        "a": f"{invented(seed, 700)} {shared} {invented(50 + seed, 90)}",
        "b": f"{invented(100 + seed, 500)} {shared}",
    }
    assert pairs(texts) == [("a", "b")]


def test_case_and_punctuation_make_no_difference() -> None:
    assert sketch("The bridge, in Tarvo: is shut again.") == sketch("the bridge in tarvo is shut again")


@pytest.mark.parametrize("text", ["", "four words are few", "\n\n"])
def test_a_text_below_one_shingle_has_no_keys(text) -> None:
    assert sketch(text) == Sketch(())


def test_a_sketch_comes_back_from_its_bytes() -> None:
    one = sketch(invented(3))
    assert Sketch.from_bytes(one.to_bytes()) == one


def test_a_key_fits_a_signed_integer_column() -> None:
    assert max(sketch(invented(3)).keys) < 2**63


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x09" + sketch(invented(3)).to_bytes()[1:],
        sketch(invented(3)).to_bytes()[:-1],
        HEAD.pack(1, 2, 9),
    ],
)
def test_bytes_of_another_scheme_are_no_sketch(data) -> None:
    assert Sketch.from_bytes(data) is None


def test_the_librarys_hash_has_not_changed() -> None:
    """Another hash would make old sketches meet new ones for nothing: raise the scheme's number with it."""
    assert sketch("the bridge in tarvo is shut").keys[:2] == KEYS_OF_THE_BRIDGE


def test_the_order_of_reading_makes_no_difference() -> None:
    texts = {f"{number:02d}": invented(number % 7) + invented(number, 30) for number in range(30)}
    names = list(texts)
    random.Random(0).shuffle(names)
    assert pairs({name: texts[name] for name in names}) == pairs(texts)


def test_an_index_gives_the_most_alike_first() -> None:
    index = CopyIndex()
    index.add("whole", sketch(invented(1)))
    index.add("half", sketch(invented(1, 150) + " " + invented(2, 150)))
    index.add("none", sketch(invented(3)))
    found = index.candidates("new", sketch(invented(1)))
    assert [(one.a, one.b) for one in found] == [("new", "whole"), ("half", "new")]
    assert found[0] == Candidate("new", "whole", len(sketch(invented(1)).keys))


def test_2000_identical_articles_are_tied_together_quickly() -> None:
    one = sketch(invented(5))
    start = time.perf_counter()
    found = candidates({f"{number:04d}": one for number in range(2_000)})
    assert time.perf_counter() - start < 60
    assert len(found) <= 2_000 * MOST_CANDIDATES
    assert connected(found) == 2_000
    assert ARTICLES_OF_KEY >= MOST_CANDIDATES


def connected(found: tuple[Candidate, ...]) -> int:
    """How many articles hang together with the first one."""
    beside: dict[str, set[str]] = {}
    for one in found:
        beside.setdefault(one.a, set()).add(one.b)
        beside.setdefault(one.b, set()).add(one.a)
    reached, waiting = {found[0].a}, [found[0].a]
    while waiting:
        new = beside[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return len(reached)
