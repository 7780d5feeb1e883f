"""Counts over the whole ledger."""

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.migrate import migrations
from reportedly.types.attribution import About, SourceKind
from reportedly.types.claim import Linking
from reportedly.types.place import PlaceTally
from reportedly.types.reading import SourceTally
from tests.builders import Row, a_doc


def test_sources_are_counted_by_name_description_and_own_voice(ledger: Ledger) -> None:
    text = "He left, Ana Brook said. He stays, an aide said. It rained."
    rows = [
        Row("He left", "Ana Brook", "said", name="Ana Brook"),
        Row("He stays", "an aide", "said"),
        Row("It rained."),
    ]
    for day in ("2021-03-05", None, "2021-03-04"):
        with ledger.writing() as writer:
            writer.add(a_doc(f"{text} {day}", rows, published=day), Linking())
    days = (3, 3, "2021-03-04", "2021-03-05")
    assert set(ledger.sources()) == {
        SourceTally("Ana Brook", None, SourceKind.PERSON, False, *days),
        SourceTally(None, "an aide", SourceKind.UNNAMED, False, *days),
        SourceTally("Harbour Gazette", None, SourceKind.OUTLET, True, *days),
    }


def test_outlet_that_is_cited_is_counted_apart_from_its_own_voice(ledger: Ledger) -> None:
    cited = Row("He left", "Harbour Gazette", "said", name="Harbour Gazette", kind=SourceKind.OUTLET)
    with ledger.writing() as writer:
        writer.add(a_doc("He left, Harbour Gazette said. It rained.", [cited, Row("It rained.")]), Linking())
    assert sorted(tally.is_own_voice for tally in ledger.sources()) == [False, True]


def test_most_frequent_source_comes_first(ledger: Ledger) -> None:
    rows = [Row("He left", "Cem Orr", "said", name="Cem Orr"), Row("It rained."), Row("It snowed.")]
    with ledger.writing() as writer:
        writer.add(a_doc("He left, Cem Orr said. It rained. It snowed.", rows), Linking())
    assert [tally.rows for tally in ledger.sources()] == [2, 1]


def test_health_tells_schema_log_soundness_and_counts(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        writer.add(a_doc("It rained.", [Row("It rained.")]), Linking())
    health = ledger.health()
    assert health.schema_version == migrations()[-1].version
    assert health.is_wal
    assert health.is_sound
    assert health.size_bytes > 0
    assert health.counts == {
        "articles": 1,
        "attributions": 1,
        "claims": 0,
        "links": 0,
        "rejections": 0,
        "failures": 0,
    }


def test_damage_is_told_by_health(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        for number in range(40):
            writer.add(
                a_doc(f"It rained. {number}", [Row("It rained.")], url=f"https://a.example/{number}"),
                Linking(),
            )
    ledger.close()
    content = bytearray(ledger.path.read_bytes())
    page = content.index(b"It rained. 20") // 4096 * 4096
    content[page : page + 4096] = b"\xee" * 4096
    ledger.path.write_bytes(content)
    with Ledger.open(ledger.path) as damaged:
        health = damaged.health()
    assert not health.is_sound
    assert health.counts == {}


def test_places_are_counted_by_row_and_article_with_those_beside_them(ledger: Ledger) -> None:
    text = "He left, Ana Brook said. He stays, an aide said."
    rows = [
        Row("He left", "Ana Brook", "said", about=About(places=("Tarvo", "Lorrow"))),
        Row("He stays", "an aide", "said", about=About(places=("Tarvo",))),
    ]
    with ledger.writing() as writer:
        writer.add(a_doc(text, rows), Linking())
    assert ledger.places() == (PlaceTally("Tarvo", 2, 1, ("Lorrow",)), PlaceTally("Lorrow", 1, 1, ("Tarvo",)))
