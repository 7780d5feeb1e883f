"""The sample story's expected ledger fits its articles, the vocabulary and itself."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from evaluation.compile_cases import compile_story, read_articles

from reportedly.types.article import article_id
from reportedly.types.attribution import Quoted, SourceKind, Stance
from reportedly.types.claim import Standing
from reportedly.types.entry import ArticleHead, Entry
from reportedly.types.interchange import ARTICLE_KEYS, entry_from_json, entry_to_json
from reportedly.types.span import Span

Json = dict[str, Any]

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS: list[Json] = [
    json.loads(line) for line in (SAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
]
ROWS: dict[str, tuple[Json, Json]] = {
    row["id"]: (document["article"], row) for document in DOCUMENTS for row in document["attributions"]
}
CLAIMS: dict[str, Json] = {claim["id"]: claim for document in DOCUMENTS for claim in document["claims"]}
SUPPORT = ("asserts", "confirms", "intends")
WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What each article's text says of a day outside its contents, and the day that the labels make of it.
DAYS_OF_UTTERANCES = (
    ("n1.a1", "said on Friday", "2025-03-14"),
    ("n2.a1", "said on Friday", "2025-03-14"),
    ("n3.a1", "told the Tarnwire news agency on Friday", "2025-03-14"),
    ("n4.a1", "reported on Saturday", "2025-03-15"),
    ("n6.a1", "on Monday denied", "2025-03-17"),
    ("n6.a2", "at a briefing on Monday", "2025-03-17"),
    ("n6.a6", "Tarnwire reported on Friday", "2025-03-14"),
    ("n7.a1", "said on Tuesday", "2025-03-18"),
    ("n7.a2", "counterpart on Monday", "2025-03-17"),
    ("n7.a10", "reported by Tarnwire on Friday", "2025-03-14"),
    ("n9.a1", "confirmed on Tuesday", "2025-03-25"),
    ("n9.a2", "the Observer on Tuesday", "2025-03-25"),
    ("n9.a7", "published on Tuesday", "2025-03-25"),
)


def entry(row_id: str) -> Entry:
    article, row = ROWS[row_id]
    head = ArticleHead(
        article["id"], article["outlet"], article["title"], article["url"], article["published"]
    )
    return entry_from_json(row, head, article["text"])


def spans_of(one: Entry) -> list[Span]:
    row = one.attribution
    links = [span for link in one.chain.links for span in link.spans]
    return [*row.source, *row.cue, *row.content, *links]


def articles_behind(rows: list[str]) -> set[str]:
    return {ROWS[row_id][0]["id"] for row_id in rows}


def test_compiling_the_labels_gives_the_expected_file():
    assert compile_story(SAMPLES) == (SAMPLES / "expected.jsonl").read_text(encoding="utf-8")


def test_articles_are_what_the_readers_yield():
    read = {article.id: article for article in read_articles(SAMPLES / "story")}
    assert len(read) == len(DOCUMENTS)
    for document in DOCUMENTS:
        expected = document["article"]
        assert {key: getattr(read[expected["id"]], key) for key in ARTICLE_KEYS} == expected


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["article"]["outlet"])
def test_an_article_says_who_published_it_when_and_where(document: Json):
    article = document["article"]
    assert article["id"] == article_id(article["outlet"], article["url"], article["text"])
    assert article["title"] and article["language"] == "en"
    assert re.match(r"https://[a-z]+\.example/", article["url"])
    assert FULL_DAY.match(article["published"])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["article"]["outlet"])
def test_no_furniture_of_a_page_is_in_a_text(document: Json):
    for words in ("cookies", "Sign up", "Read next", "More in Politics", "All rights", "©", "<p>"):
        assert words not in document["article"]["text"]


def test_ids_are_unique():
    counts = Counter(row["id"] for document in DOCUMENTS for row in document["attributions"])
    assert counts.most_common(1)[0][1] == 1
    assert len({document["article"]["id"] for document in DOCUMENTS}) == len(DOCUMENTS)


@pytest.mark.parametrize("row_id", ROWS)
def test_a_row_reads_and_writes_unchanged(row_id: str):
    assert entry_to_json(entry(row_id)) == ROWS[row_id][1]


@pytest.mark.parametrize("row_id", ROWS)
def test_spans_are_in_range_and_begin_and_end_on_words(row_id: str):
    text = ROWS[row_id][0]["text"]
    for span in spans_of(entry(row_id)):
        assert 0 <= span.start < span.end <= len(text)
        words = span.words(text)
        assert words == words.strip()
        assert not (words[0].isalnum() and text[span.start - 1 : span.start].isalnum())
        assert not (words[-1].isalnum() and text[span.end : span.end + 1].isalnum())


@pytest.mark.parametrize("row_id", ROWS)
def test_a_chain_starts_with_the_outlet(row_id: str):
    first = entry(row_id).chain.links[0]
    assert first.name == ROWS[row_id][0]["outlet"]
    assert first.kind in (SourceKind.OUTLET, SourceKind.WIRE_AGENCY)


@pytest.mark.parametrize("row_id", ROWS)
def test_a_link_has_a_name_or_a_description_unless_it_is_unspecified(row_id: str):
    for link in entry(row_id).chain.links:
        if link.kind is SourceKind.UNSPECIFIED:
            assert link.name is None and link.described_as is None
        elif link.kind is SourceKind.UNNAMED:
            assert link.name is None and link.described_as
        else:
            assert link.name and link.count is None


@pytest.mark.parametrize("row_id", ROWS)
def test_own_voice_has_no_source_and_no_cue(row_id: str):
    one = entry(row_id)
    if one.attribution.quoted is Quoted.OWN_VOICE:
        assert not one.attribution.source and not one.attribution.cue and len(one.chain.links) == 1
    else:
        assert one.attribution.cue and one.chain.links
    assert one.attribution.confidence is None


@pytest.mark.parametrize("row_id", [row_id for row_id, (_, row) in ROWS.items() if row["parent"]])
def test_a_child_stands_inside_its_parents_content(row_id: str):
    child = entry(row_id)
    parent = entry(str(child.attribution.parent))
    assert parent.article.id == child.article.id
    for span in child.attribution.content:
        assert any(piece.holds(span) for piece in parent.attribution.content)
    assert child.chain.links[: len(parent.chain.links)] == parent.chain.links


@pytest.mark.parametrize("row_id", ROWS)
def test_certainty_fits_the_stance(row_id: str):
    position = entry(row_id).position
    allowed = {
        "denies": {"CT-", "PR-", "PS-"},
        "intends": {"PR+", "PS+"},
        "conditional": {"Uu"},
        "cannot_confirm": {"Uu"},
        "no_knowledge": {"Uu"},
        "declines": {"Uu"},
        "other": {"Uu"},
    }
    assert position.certainty.value in allowed.get(position.stance.value, {"CT+", "PR+", "PS+"})


@pytest.mark.parametrize("row_id", ROWS)
def test_an_unknown_time_has_a_reason_and_a_known_one_has_none(row_id: str):
    row = ROWS[row_id][1]
    assert set(row["why_null"]) == {key for key in ("said_at", "event_at") if row[key] is None}


@pytest.mark.parametrize("row_id", ROWS)
def test_the_weekday_of_a_content_is_that_of_its_date(row_id: str):
    one = entry(row_id)
    days = {match[0] for match in WEEKDAY.finditer(one.content_text)}
    if days and one.times.event_at and FULL_DAY.fullmatch(one.times.event_at):
        assert days == {date.fromisoformat(one.times.event_at).strftime("%A")}


@pytest.mark.parametrize(("row_id", "words", "day"), DAYS_OF_UTTERANCES)
def test_the_weekday_of_an_utterance_is_that_of_its_date(row_id: str, words: str, day: str):
    article, row = ROWS[row_id]
    assert words in article["text"]
    assert row["said_at"] == day
    assert date.fromisoformat(day).strftime("%A") in words


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_claim_is_the_same_in_every_article_that_mentions_it(claim_id: str):
    mentioning = [one for one in DOCUMENTS if any(claim_id in row["claims"] for row in one["attributions"])]
    for document in mentioning:
        assert [claim for claim in document["claims"] if claim["id"] == claim_id] == [CLAIMS[claim_id]]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_the_sides_of_a_claim_are_the_rows_that_name_it_each_once(claim_id: str):
    listed = [row_id for stance in Stance for row_id in CLAIMS[claim_id][stance.value]]
    assert len(listed) == len(set(listed))
    assert set(listed) == {row_id for row_id, (_, row) in ROWS.items() if claim_id in row["claims"]}


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_the_origins_of_a_claim_hold_each_of_its_rows_once(claim_id: str):
    claim = CLAIMS[claim_id]
    held = [row_id for origin in claim["origins"] for row_id in origin["attributions"]]
    assert sorted(held) == sorted(row_id for stance in Stance for row_id in claim[stance.value])
    assert len({origin["id"] for origin in claim["origins"]}) == len(claim["origins"])
    assert all(origin["why"] for origin in claim["origins"])


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_independent_origins_are_those_that_support(claim_id: str):
    claim = CLAIMS[claim_id]
    supporting = [origin for origin in claim["origins"] if origin["side"] in SUPPORT]
    assert claim["min"] <= claim["independent_origins"] == len(supporting) <= claim["max"]


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_a_claim_with_support_and_denial_is_disputed(claim_id: str):
    claim = CLAIMS[claim_id]
    is_disputed = bool(claim["denies"]) and any(claim[side] for side in SUPPORT)
    assert (Standing(claim["standing"]) is Standing.DISPUTED) == is_disputed


def test_the_story_is_nine_articles_three_origins_one_denier_and_one_who_cannot_confirm():
    journey = CLAIMS["journey"]
    counts = Counter("supports" if one["side"] in SUPPORT else one["side"] for one in journey["origins"])
    assert len(DOCUMENTS) == 9
    assert all(any("journey" in row["claims"] for row in one["attributions"]) for one in DOCUMENTS)
    assert (counts["supports"], counts["denies"], counts["cannot_confirm"]) == (3, 1, 1)


def test_the_first_five_articles_support_the_journey_by_the_dispatch_alone():
    dispatch, *others = [one for one in CLAIMS["journey"]["origins"] if one["side"] in SUPPORT]
    first_five = {document["article"]["id"] for document in DOCUMENTS[:5]}
    assert dispatch["name"] == "Tarnwire dispatch"
    assert first_five <= articles_behind(dispatch["attributions"])
    assert not first_five & articles_behind([row for one in others for row in one["attributions"]])


def test_the_update_has_the_dispatchs_address_and_another_text():
    dispatch, update = DOCUMENTS[0]["article"], DOCUMENTS[1]["article"]
    assert dispatch["url"] == update["url"]
    assert "late on Tuesday" in dispatch["text"] and "late on Wednesday" in update["text"]
