"""Two articles by their words: copy, partial, independent, and the passages that show it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.copies import CopyRule, compare, compare_read, read
from reportedly.types.article import Article
from reportedly.types.copying import CopyFinding, CopyLabel, Ground
from reportedly.types.span import Span

FERRY = (
    "The ferry to Senmara ran aground on the northern sandbank shortly before dawn on Tuesday.\n"
    "Harbour crews brought all forty passengers ashore in small boats within two hours.\n"
    "Nobody was hurt, although the ship lost one of its two propellers in the shallow water."
)
INQUIRY = (
    "An inquiry into the pilot's decision will open next week in the provincial capital.\n"
    "The company that owns the vessel has hired a salvage tug from the island of Orro."
)
MARKET = (
    "Wheat prices fell again on the Tarvo exchange as rain returned to the eastern plains.\n"
    "Traders expect a larger harvest than last year and have begun to sell their stores."
)
SPEECH = (
    "we will not leave the islands without a bridge because every family that lives there has waited for it "
    "longer than any of us has been alive and they deserve an answer before the winter storms come back"
)


def found(a: str, b: str) -> CopyFinding:
    return compare(Article("a", a), Article("b", b))


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        (FERRY, FERRY, CopyLabel.COPY),
        (FERRY, FERRY.replace("shortly", "just").replace("Tuesday", "2 May"), CopyLabel.COPY),
        (FERRY, FERRY.upper(), CopyLabel.COPY),
        (FERRY + "\n" + INQUIRY, INQUIRY + "\n" + FERRY, CopyLabel.COPY),
        (FERRY, FERRY + "\n" + INQUIRY + "\n" + MARKET, CopyLabel.COPY),
        (
            FERRY + "\n" + INQUIRY,
            MARKET + "\n" + INQUIRY + "\n" + SPEECH,
            CopyLabel.PARTIAL,
        ),
        (FERRY, MARKET, CopyLabel.INDEPENDENT),
        (FERRY, "A ship was stranded near Senmara. Its passengers were saved.", CopyLabel.INDEPENDENT),
        ("", FERRY, CopyLabel.INDEPENDENT),
        ("", "", CopyLabel.INDEPENDENT),
    ],
    ids=["same", "edited", "case", "order", "cut", "paragraph", "other", "same facts", "empty", "both empty"],
)
def test_articles_are_told_apart_by_what_they_share(a, b, label) -> None:
    assert found(a, b).label is label


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»")],
    ids=["straight", "curly", "single", "angle"],
)
def test_a_long_quotation_that_both_give_is_no_copying(opening, closing) -> None:
    a = f"{MARKET}\nThe governor said: {opening}{SPEECH}{closing}."
    b = f"{FERRY}\nSpeaking in Tarvo she promised, {opening}{SPEECH},{closing} and left."
    finding = found(a, b)
    assert (finding.label, finding.passages[0].own) == (CopyLabel.INDEPENDENT, 0)
    assert finding.passages[0].quoted == len(SPEECH.split())


def test_a_quotation_set_as_a_block_by_both_is_no_copying() -> None:
    a, b = f"{MARKET}\nThe statement reads:\n{SPEECH}", f"{FERRY}\nHere is what she wrote:\n{SPEECH}"
    assert found(a, b).label is CopyLabel.INDEPENDENT


def test_a_block_that_is_the_other_articles_own_text_is_copied() -> None:
    assert found(f"{MARKET}\nThe Gazette reports:\n{INQUIRY}", INQUIRY).label is CopyLabel.COPY


def test_quotation_marks_dashes_and_spaces_of_another_kind_are_no_difference() -> None:
    other = FERRY.replace(" ", "\u00a0").replace("small boats", "small-boats").replace("ferry", "fer\u00adry")
    finding = found(FERRY, other)
    assert (finding.share_a, finding.share_b) == (1.0, 1.0)


def test_passages_are_spans_in_both_articles() -> None:
    finding = found(MARKET + "\n" + INQUIRY, INQUIRY + "\n" + FERRY)
    passage = max(finding.passages, key=lambda one: one.words)
    assert passage.a.words(MARKET + "\n" + INQUIRY) == INQUIRY.removesuffix(".")
    assert passage.b.words(INQUIRY + "\n" + FERRY) == INQUIRY.removesuffix(".")


def test_the_shares_are_those_of_each_article() -> None:
    finding = found(FERRY, FERRY + "\n" + MARKET)
    words = len(FERRY.split()), len((FERRY + " " + MARKET).split())
    assert finding.share_a == 1.0
    assert finding.share_b == pytest.approx(words[0] / words[1], abs=0.01)


def test_the_reason_names_the_words_outside_quotations() -> None:
    assert found(FERRY, FERRY).why.startswith(f"{len(FERRY.split())} equal words outside quotations")


def test_articles_that_share_nothing_have_no_leader() -> None:
    finding = compare(
        Article("a", FERRY, published="2016-04-01"), Article("b", MARKET, published="2016-04-02")
    )
    assert (finding.direction.leader, finding.direction.ground) == (None, Ground.UNKNOWN)


def test_the_earlier_of_two_copies_leads() -> None:
    finding = compare(
        Article("a", FERRY, published="2016-04-02"), Article("b", FERRY, published="2016-04-01")
    )
    assert (finding.direction.leader, finding.direction.ground) == ("b", Ground.DATE)


def test_page_furniture_is_no_shared_text() -> None:
    notice = "It may not be published or broadcast or sold or sent to us again. Ask our office in Tarvo."
    a, b = Article("a", f"{FERRY}\n{notice}"), Article("b", f"{MARKET}\n{notice}")
    assert compare(a, b).label is CopyLabel.PARTIAL
    furniture = [(Span(len(one.text) - len(notice), len(one.text)),) for one in (a, b)]
    assert compare_read(read(a, furniture[0]), read(b, furniture[1])).label is CopyLabel.INDEPENDENT


def test_a_stricter_rule_finds_fewer_copies() -> None:
    a, b = read(Article("a", FERRY)), read(Article("b", FERRY))
    assert compare_read(a, b).label is CopyLabel.COPY
    assert compare_read(a, b, CopyRule(own_words=99, own_words_in_all=99)).label is CopyLabel.INDEPENDENT


TEXTS = st.lists(
    st.sampled_from(["the", "bridge", "is", "shut", '"', "\n", "said:", "“", "”", "Tarvo", "."]), max_size=60
)


@given(TEXTS, TEXTS)
def test_the_finding_is_the_same_from_both_sides(first, second) -> None:
    a, b = Article("a", " ".join(first)), Article("b", " ".join(second))
    one, other = compare(a, b), compare(b, a)
    assert (one.label, one.share_a, one.share_b) == (other.label, other.share_b, other.share_a)
    assert [(p.a, p.b, p.words, p.quoted) for p in one.passages] == sorted(
        (p.b, p.a, p.words, p.quoted) for p in other.passages
    )


@given(TEXTS, TEXTS)
def test_passages_stay_inside_their_texts(first, second) -> None:
    a, b = " ".join(first), " ".join(second)
    for passage in found(a, b).passages:
        assert 0 <= passage.a.start < passage.a.end <= len(a)
        assert 0 <= passage.b.start < passage.b.end <= len(b)
        assert 0 <= passage.quoted <= passage.words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("spam " * 40_000, "spam " * 39_000),
        ((FERRY + " xx ") * 300, (FERRY + " yy ") * 300),
        ("a b " * 40_000, "b a " * 30_000),
        ("x" * 200_000, "x" * 200_000),
        ("a:\n" * 50_000, "A. " * 50_000),
    ],
    ids=["one word", "repeated text", "two words", "no spaces", "colons"],
)
def test_a_hostile_text_takes_seconds(a, b) -> None:
    start = time.perf_counter()
    found(a, b)
    assert time.perf_counter() - start < 20
