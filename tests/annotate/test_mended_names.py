"""Tests of names that the name finder cut short, mislabelled or missed."""

import pytest

from reportedly.annotate.mended_names import mend_mentions
from reportedly.types.article import Article
from reportedly.types.attribution import SourceKind
from reportedly.types.doc import Doc, Mention
from tests.annotate.marked import chains_of, syntax


def _mended(text: str, *labels: tuple[str, str]) -> list[tuple[str, str]]:
    """The names of `text` where the name finder had found `labels`, in the order of the text."""
    doc = Doc(Article("x", text))
    syntax().annotate([doc])
    found, end = [], 0
    for name, kind in labels:
        start = text.index(name, end)
        end = start + len(name)
        found.append(Mention(start, end, kind))
    doc.mentions = tuple(found)
    return [(text[one.start : one.end], one.kind) for one in mend_mentions(doc)]


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("The spokesman, Tor Eliassen, left.", [("Tor Eliassen", "ORG")], ("Tor Eliassen", "PERSON")),
        ("The spokesman Tor Eliassen left.", [], ("Tor Eliassen", "PERSON")),
        ("Amra Dizdar, a teacher in Vell, left.", [("Amra Dizdar", "ORG")], ("Amra Dizdar", "PERSON")),
        ("Amra Dizdar is a teacher in Vell.", [("Amra Dizdar", "ORG")], ("Amra Dizdar", "PERSON")),
        ("Jonas Vik, who heads the union, left.", [], ("Jonas Vik", "PERSON")),
        ("Iben Rask, 61, left.", [("Iben Rask", "ORG")], ("Iben Rask", "PERSON")),
        ("Norlandic Maj. Gen. Aro Venn left.", [("Norlandic Maj", "PERSON")], ("Norlandic", "NORP")),
        ("Meridian’s Ana Brook left.", [("Meridian’s Ana Brook", "PERSON")], ("Ana Brook", "PERSON")),
        ("A man in Vell left.", [("Vell", "PERSON")], ("Vell", "GPE")),
        ("Dravia’s foreign secretary left.", [("Dravia", "PERSON")], ("Dravia", "GPE")),
        ("Dravia’s foreign minister left.", [("Dravia", "PERSON")], ("Dravia", "GPE")),
        ("Ines Valdorn left.", [("Ines Valdorn", "PRODUCT")], ("Ines Valdorn", "PERSON")),
        ("Amra Dizdar, who leads the Greens, left.", [("Amra Dizdar", "NORP")], ("Amra Dizdar", "PERSON")),
        ("The agent in Selby, Ana Brook, left.", [("Selby, Ana Brook", "ORG")], ("Ana Brook", "PERSON")),
        ("Pensioner Ana Brook left.", [("Pensioner Ana Brook", "PERSON")], ("Ana Brook", "PERSON")),
        ("Ana Brook Holdings left.", [("Ana Brook Holdings", "ORG")], ("Ana Brook Holdings", "ORG")),
        ("Olga Vik, the party’s secretary, left.", [("Olga Vik", "ORG")], ("Olga Vik", "PERSON")),
        ("The maker, Carrier Corp., left.", [("Carrier Corp.", "ORG")], ("Carrier Corp.", "ORG")),
    ],
)
def test_a_name_gets_the_label_that_its_surroundings_show(text, labels, expected) -> None:
    assert expected in _mended(text, *labels)


def test_a_name_after_in_is_a_place_everywhere() -> None:
    found = _mended("Vell was quiet. A man in Vell left.", ("Vell", "PERSON"), ("Vell", "PERSON"))
    assert [kind for _, kind in found] == ["GPE", "GPE"]


def test_a_person_named_in_full_is_no_place() -> None:
    found = _mended("Ana Brook left. He trusts in Brook.", ("Ana Brook", "PERSON"), ("Brook", "PERSON"))
    assert [kind for _, kind in found] == ["PERSON", "PERSON"]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Two of the workers", SourceKind.UNNAMED),
        ("One of the workers", SourceKind.UNNAMED),
        ("The workers", SourceKind.COLLECTIVE),
        ("Three people", SourceKind.UNNAMED),
        ("People familiar with the sale", SourceKind.UNNAMED),
        ("The people", SourceKind.COLLECTIVE),
        ("Rights groups", SourceKind.COLLECTIVE),
        ("30 percent of voters", SourceKind.COLLECTIVE),
        ("A 21-year-old", SourceKind.UNNAMED),
        ("A self-described farmer", SourceKind.UNNAMED),
        ("By several people", SourceKind.UNNAMED),
    ],
)
def test_a_source_phrase_has_this_kind(source, kind) -> None:
    assert chains_of(f"<{source}> [said] {{that it closed}}.")[0].innermost.kind is kind


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Bill de Vries spoke.\n<De Vries> [said] {it closed}.", "Bill de Vries"),
        ("James O’Neill spoke.\n<O'Neill> [said] {it closed}.", "James O’Neill"),
        ("The guard Ivo Talmar spoke.\n{It closed}, [according to] <Talmar>.", "Ivo Talmar"),
    ],
)
def test_a_surname_takes_the_full_name_in_spite_of_its_spelling(marked, name) -> None:
    assert chains_of(marked)[-1].innermost.name == name
