"""Whole rows are scored field by field, over the rows found and over all."""

from dataclasses import replace

from reportedly.score.figures import Detection, Scores, Share
from reportedly.score.row_pairs import match_rows
from reportedly.score.rows import score_rows
from reportedly.types.attribution import (
    About,
    Certainty,
    ChainLink,
    Position,
    SourceChain,
    SourceKind,
    Stance,
)
from reportedly.types.entry import Entry
from tests.score.made import AGENCY, ANA, CLERK, DENIAL, DENIES, OUTLET, RAIN, SAYS, gold_rows, opposed, row


def share(scores: Scores, group: str, name: str) -> Share:
    return next(one for one in scores.shares if one.name == (group, name))


def found(scores: Scores, group: str, name: str) -> Detection:
    return next(one for one in scores.detections if one.name == (group, name))


def score(predicted: list[Entry], gold: list[Entry] | None = None) -> Scores:
    return score_rows([opposed(gold or gold_rows(), predicted)])


def test_gold_against_itself_is_right_throughout() -> None:
    scores = score(gold_rows())
    assert {one.f1.value for one in scores.detections if one.gold} == {1.0}
    assert {one.share.value for one in scores.shares if one.of} == {1.0}
    assert {one.mean.value for one in scores.means} == {1.0}


def test_a_row_not_found_is_wrong_end_to_end_and_not_counted_among_the_matched() -> None:
    scores = score(gold_rows()[:1])
    assert (share(scores, "matched", "stance").right, share(scores, "matched", "stance").of) == (1, 1)
    assert (share(scores, "end to end", "stance").right, share(scores, "end to end", "stance").of) == (1, 2)


def test_own_voice_meets_own_voice_only() -> None:
    scores = score([row("p1", RAIN), row("p2", ("", "", DENIES[2]))])
    own = found(scores, "rows", "own voice")
    assert (own.hits, own.predicted, own.gold) == (1, 2, 1)
    assert found(scores, "rows", "citing").hits == 0


def test_missing_link_makes_the_chain_wrong_and_the_innermost_stays_right() -> None:
    gold = [row("g1", SAYS, AGENCY, ANA)]
    scores = score([row("p1", SAYS, ANA)], gold)
    assert share(scores, "matched", "whole chain").right == 0
    assert share(scores, "matched", "innermost link").right == 1
    long = found(scores, "chain", "of two or more links")
    assert (long.hits, long.predicted, long.gold) == (0, 0, 1)


def test_kind_of_the_outlet_counts_in_the_whole_chain_alone() -> None:
    predicted = row("p1", SAYS, ANA)
    agency_first = replace(predicted, chain=SourceChain((replace(OUTLET, kind=SourceKind.WIRE_AGENCY), ANA)))
    scores = score([agency_first], [row("g1", SAYS, ANA)])
    assert share(scores, "matched", "whole chain").right == 0
    assert share(scores, "matched", "chain after the outlet").right == 1


def test_unnamed_source_read_as_a_person_is_missed_and_its_details_are_wrong() -> None:
    scores = score([row("p1", DENIES, ChainLink(SourceKind.PERSON, "A clerk"), position=DENIAL)])
    assert found(scores, "unnamed", "found").recall.value == 0.0
    assert (share(scores, "unnamed", "condition").right, share(scores, "unnamed", "condition").of) == (0, 1)
    assert share(scores, "matched", "anonymity").right == 0


def test_denial_read_as_assertion_costs_recall_of_one_and_precision_of_the_other() -> None:
    scores = score([row("p1", SAYS, ANA), row("p2", DENIES, CLERK)])
    group = "stance of matched"
    assert found(scores, group, "denies").recall.value == 0.0
    assert found(scores, group, "asserts").precision.value == 0.5
    assert share(scores, "matched", "certainty").right == 2 - 1


def test_macro_averages_the_stances_that_the_gold_has() -> None:
    scores = score([row("p1", SAYS, ANA), row("p2", DENIES, CLERK)])
    macro = next(one for one in scores.means if one.name == ("stance of matched", "macro"))
    assert (macro.parts, macro.mean.value) == (2, (2 / 3 + 0.0) / 2)


def test_stance_of_a_row_that_the_gold_lacks_costs_precision_end_to_end() -> None:
    extra = row(
        "p9", ("Ana Brook", "said", "It rained"), ANA, position=Position(Stance.DENIES, Certainty.CT_MINUS)
    )
    scores = score([*gold_rows(), extra])
    assert found(scores, "stance end to end", "denies").precision.value == 0.5
    assert found(scores, "stance of matched", "denies").precision.value == 1.0


def test_rows_with_one_content_keep_apart_by_source_and_cue() -> None:
    content = DENIES[2]
    denial = row("g1", ("A clerk", "denied", content), CLERK, position=DENIAL)
    report = row("g2", ("Ana Brook", "said", content), ANA)
    pairs = match_rows(opposed([denial, report], [report, denial])).pairs
    assert [(pair.predicted.id, pair.gold.id) for pair in pairs] == [("g2", "g2"), ("g1", "g1")]


def test_rows_that_agree_in_neither_source_nor_cue_are_no_pair() -> None:
    other = row("p1", ("A clerk", "denied", SAYS[2]), CLERK)
    assert match_rows(opposed([row("g1", SAYS, ANA)], [other])).pairs == []


def test_rows_with_the_wrong_source_and_the_right_cue_are_a_pair() -> None:
    other = row("p1", ("A clerk", "said", SAYS[2]), CLERK)
    assert len(match_rows(opposed([row("g1", SAYS, ANA)], [other])).pairs) == 1


def test_article_without_any_citing_row_gives_no_macro() -> None:
    scores = score([row("p1", RAIN)], [row("g1", RAIN)])
    assert scores.means == ()


def test_names_are_compared_one_by_one_without_case_and_article() -> None:
    gold = replace(row("g1", SAYS, ANA), about=About(("Ana Brook", "the Council"), ("Tarvo",)))
    predicted = replace(row("p1", SAYS, ANA), about=About(("council", "Cem Orr"), ()))
    scores = score([predicted], [gold])
    people, places = (found(scores, "names of matched", name) for name in ("participants", "places"))
    assert (people.hits, people.predicted, people.gold) == (1, 2, 2)
    assert (places.hits, places.predicted, places.gold) == (0, 0, 1)
