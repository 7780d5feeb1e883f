"""Tests of chains: links in order, addressees, carried links, children, datelines."""

import time

import pytest

from reportedly.annotate.chains import Chains
from reportedly.annotate.quotations import Quotations
from reportedly.types.article import Article
from reportedly.types.attribution import Attribution, Quoted, SourceKind
from reportedly.types.doc import Doc
from reportedly.types.span import Span
from tests.annotate.marked import chains_of, crumbs, own_voice_doc, read_marked, syntax

CASES = [
    (
        "Channel Nine opened.\n<An insider> [told] Channel Nine's breakfast show {it closed}.",
        ["Channel Nine", "insider"],
    ),
    ("<Jornal da Foz> [reported] {it closed}.", ["Jornal da Foz"]),
    ("The Daily Lantern came.\n<The Lantern> [reported] {it closed}.", ["Daily Lantern"]),
    ("<The Selby daily Kompas> [says] {it closed}.", ["Kompas"]),
    ("<The operator, Harlow Foods Corporation,> [says] {it closed}.", ["Harlow Foods Corporation"]),
    ("<A crane operator>, who was there, [said] {it closed}.", ["crane operator"]),
    ("<A senior party figure> [said] {it closed}.", ["senior party figure"]),
    ("The hospital in <Selby> [called] {it a lie}.", ["hospital in Selby"]),
    ("<The harbour master>, Filipe Orlander, [said] {it closed}.", ["Filipe Orlander"]),
    ("<Its author> [said] {it closed}.", ["author"]),
    ("<Pensioner Lucia Orlander> [said] {it closed}.", ["Lucia Orlander"]),
    ("<A port official> [told] Reuters {that the pier had closed}.", ["Reuters", "port official"]),
    ("Citing anonymous sources, <Reuters> [reports that] {the pier has closed}.", ["Reuters", "sources"]),
    (
        "<Reuters> [reported], citing two port officials, {that the pier had closed}.",
        ["Reuters", "two port officials"],
    ),
    (
        "<Reuters> [has learned] from various sources {that the pier has closed}.",
        ["Reuters", "various sources"],
    ),
    ("{The pier has closed}, [according to] <a memo seen by the BBC>.", ["BBC", "memo"]),
    ("{The pier has closed}, <the mayor> [said] in an interview with the BBC.", ["BBC", "mayor"]),
    ("<A fisherman> [told] CNN's Ana Brook {that the pier had closed}.", ["CNN", "fisherman"]),
    (
        "The agency is Reuters.\nThe agency [quoted] <him> {as saying the pier had closed}.",
        ["Reuters", "unspecified"],
    ),
    ("{The pier has closed}, [according to] <a CNN poll>.", ["CNN", "CNN poll"]),
    ("<The Kremlin> [has reportedly claimed] {that the pier is safe}.", ["unspecified", "Kremlin"]),
    ("[It is feared] {that the pier will fall}.", ["unspecified"]),
    ("<A spokesman for the Transport Ministry> [said] {the pier had closed}.", ["Transport Ministry"]),
    ("<A spokesman for the Transport Ministry, Ivan Petrov,> [said] {the pier had closed}.", ["Ivan Petrov"]),
    ("<Maj. Gen. Peter Hallworth> [said] {the pier had closed}.", ["Peter Hallworth"]),
    ("<A Reuters report> [said] {the pier had closed}.", ["Reuters"]),
    ("<Iranian media> [reported] {that the pier had closed}.", ["Iranian media"]),
    ("<The Iranian embassy in Moscow> [said] {the pier had closed}.", ["Iranian embassy in Moscow"]),
    ("<A columnist for Yahoo> [wrote] {that the pier had closed}.", ["columnist for Yahoo"]),
    ("<The firm> [cited] {falling demand}.", ["firm"]),
    ("<Three people briefed on the sale> [said] {it closed}.", ["Three people briefed on the sale"]),
    ("<A memo that the Port Ministry released> [says] {it closed}.", ["Port Ministry", "memo"]),
    (
        "<A report published by the Kolber Institute> [says] {it closed}.",
        ["Kolber Institute", "report"],
    ),
    ("CNN opened.\n<An aide> [told] the network {that it closed}.", ["CNN", "aide"]),
    ("Reuters opened.\n<An aide> [told] the agency {that it closed}.", ["Reuters", "aide"]),
    ("<The spokeswoman, Ana Brook,> [said] {it closed}.", ["Ana Brook"]),
    ("<A spokeswoman> [said] {it closed}.\nThe spokeswoman, Ana Brook, left.", ["Ana Brook"]),
    ("{It closed}, <the mayor> [was quoted as saying] by Reuters.", ["Reuters", "mayor"]),
    ("{It closed}, <the mayor> [said], as quoted by Reuters.", ["Reuters", "mayor"]),
    ("{It closed}, <the mayor> [said] on the latest edition of Radio Polder.", ["Radio Polder", "mayor"]),
    ("<Ana Brook> [told] state radio {it closed}.", ["state radio", "Ana Brook"]),
    (
        "{It closed}, <Reuters> [reported], quoting a diplomat who was there.",
        ["Reuters", "diplomat who was there"],
    ),
    ("<CNN> [quoted] one of the guards {as saying it closed}.", ["CNN", "one of the guards"]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0] for case in CASES])
def test_chain_has_these_links_after_the_outlet(marked, expected) -> None:
    assert crumbs(chains_of(marked)[-1]) == expected


@pytest.mark.parametrize(
    ("marked", "addressee"),
    [
        ("<A port official> [told] reporters {that the pier had closed}.", "reporters"),
        ("<A port official> [told] a Senate panel {that the pier had closed}.", "Senate panel"),
        ("{The pier has closed}, <Ana Brook> [said] to reporters.", "reporters"),
        ("<A port official> [told] Reuters {that the pier had closed}.", None),
        ("<Ana Brook> [told] us {that the pier had closed}.", None),
    ],
)
def test_an_audience_is_the_addressee_and_an_outlet_is_not(marked, addressee) -> None:
    assert chains_of(marked)[0].addressee == addressee


@pytest.mark.parametrize(
    ("marked", "medium"),
    [
        ("{The pier has closed}, <Ana Brook> [said] in a statement.", "statement"),
        ("{The pier has closed}, <Ana Brook> [wrote] on Twitter.", "Twitter"),
        ("{The pier has closed}, <Ana Brook> [said].", None),
    ],
)
def test_the_means_is_the_medium_and_no_link(marked, medium) -> None:
    chain = chains_of(marked)[0]
    assert (chain.medium, crumbs(chain)) == (medium, ["Ana Brook"])


def test_the_outlet_that_was_told_is_carried_over_to_what_the_official_added() -> None:
    told = "<A port official> [told] Reuters {that the pier had closed}.\n"
    chains = chains_of(told + "{It will stay shut}, [added] <the official>.")
    assert crumbs(chains[1]) == ["Reuters", "port official"]
    assert chains[1].links[-1].spans == chains[0].links[-1].spans


def test_it_is_the_agency_that_reported_before() -> None:
    chains = chains_of(
        "{The pier has closed}, [reports] <Reuters>.\n<It> later [adds]: {the ferry has sunk}."
    )
    assert crumbs(chains[1]) == ["Reuters"]
    assert chains[1].links[1].spans == chains[0].links[1].spans


def test_two_unnamed_sources_stay_two_links() -> None:
    chains = chains_of("<An official> [said] {it closed}.\n<Another official> [said] {it did not}.")
    assert chains[0].innermost.spans != chains[1].innermost.spans


def test_the_official_of_another_country_is_another_source() -> None:
    chains = chains_of("<An Iranian official> [said] {it closed}.\n<The U.S. official> [said] {it did not}.")
    assert chains[1].innermost.described_as == "U.S. official"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<Ana Brook> [said] {it closed}.\n<She> [said] {it was old}.", "Ana Brook"),
        ("Mayor Ana Brook met Peter Hallworth.\n<Brook> [said] {it closed}.", "Ana Brook"),
        ("<Brook> [said] {it closed}. Mayor Ana Brook spoke on Monday.", "Ana Brook"),
        ("Sen. Peter Hallworth spoke on Monday.\n<The senator> [said] {it closed}.", "Peter Hallworth"),
        ("John Brook met Mary Brook.\n<Mrs. Brook> [said] {it closed}.", "Mary Brook"),
        ("Ana Brook, a spokeswoman for the port, spoke.\n<The spokeswoman> [said] {it closed}.", "Ana Brook"),
    ],
)
def test_a_source_gets_the_fullest_name_in_the_article(marked, name) -> None:
    assert chains_of(marked)[-1].innermost.name == name


def test_a_child_begins_with_its_parents_chain() -> None:
    assert crumbs(_parent_and_child("<Ana Brook>", "<the union>")[1]) == ["Ana Brook", "union"]


def test_a_source_that_speaks_of_itself_is_one_link() -> None:
    assert crumbs(_parent_and_child("<Ana Brook>", "<she>")[1]) == ["Ana Brook"]


def test_a_spokesman_and_the_body_spoken_for_are_one_link() -> None:
    chains = _parent_and_child("<Ana Brook, a State Department spokeswoman,>", "<the State Department>")
    assert crumbs(chains[1]) == ["Ana Brook"]


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("MOSCOW (Reuters) - The pier has closed.", "Harbour Gazette", ["Reuters"]),
        ("PARIS, April 3 (AP) — The pier has closed.", "Harbour Gazette", ["AP"]),
        ("MOSCOW (Reuters) - The pier has closed.", "Reuters", []),
        ("The pier (built in 1901) - has closed.", "Harbour Gazette", []),
    ],
)
def test_a_dateline_puts_the_agency_into_the_chain(text, outlet, expected) -> None:
    doc = own_voice_doc(text, outlet=outlet)
    Chains().annotate([doc])
    assert crumbs(doc.chains[-1]) == expected


def test_an_article_whose_outlet_is_an_agency_begins_with_one() -> None:
    doc = own_voice_doc("The pier has closed.", outlet="Reuters")
    Chains().annotate([doc])
    assert doc.chains[0].links[0].kind is SourceKind.WIRE_AGENCY


def test_an_article_without_outlet_begins_with_a_link_without_name() -> None:
    assert chains_of("<Ana Brook> [said] {it closed}.", outlet=None)[0].links[0].name is None


def test_a_row_that_only_cites_somebody_hides_no_link_of_its_neighbour() -> None:
    doc = read_marked("Citing two officials, <Reuters> [reported] {that the pier had closed}.")
    row = doc.attributions[0]
    citing = Attribution("c", row.source, (Span(0, 6),), (Span(7, 20),), Quoted.INDIRECT)
    doc.attributions = (citing, row)
    Chains().annotate([doc])
    assert crumbs(doc.chains[1]) == ["Reuters", "two officials"]


def test_a_spokeswoman_of_nobody_speaks_for_the_body_that_cannot_confirm() -> None:
    chains = _parent_and_child("<the spokeswoman, Ana Brook,>", "<Norway>")
    assert crumbs(chains[1]) == ["Ana Brook"]


def test_a_condition_in_somebody_elses_words_is_not_the_sources() -> None:
    doc = read_marked("<An aide> [said] {it closed}.\n“He came,” a guard told us on condition of anonymity.")
    Quotations().annotate([doc])
    Chains().annotate([doc])
    assert doc.chains[0].innermost.condition is None


def test_rows_that_are_one_anothers_parents_still_get_chains() -> None:
    doc = read_marked("<Ana Brook> [said] {it closed}.\n<The union> [said] {it did not}.")
    first, second = doc.attributions
    doc.attributions = (_with_parent(first, second.id), _with_parent(second, first.id))
    Chains().annotate([doc])
    assert len(doc.chains) == 2


@pytest.mark.parametrize("text", ["", "   \n ", "!!!", "no verb here", "“”"])
def test_rows_without_words_get_a_chain(text) -> None:
    doc = Doc(Article("x", text))
    syntax().annotate([doc])
    span = Span(0, len(text))
    doc.attributions = (
        Attribution("a1", (), (), (), Quoted.INDIRECT),
        Attribution("a2", (span,), (span,), (span,), Quoted.DIRECT),
    )
    doc.own_voice = ()
    Chains().annotate([doc])
    assert len(doc.chains) == 2


def test_spans_that_cut_tokens_in_two_are_read() -> None:
    doc = read_marked("<Ana Bro>ok [sa]id {it clos}ed.")
    Chains().annotate([doc])
    assert doc.chains[0].innermost.name == "Ana Brook"


def test_time_grows_no_faster_than_the_text() -> None:
    marked = "<A port official> [told] Reuters {that the pier had closed}.\n<He> [said] {it was old}.\n"
    small, large = read_marked(marked * 40), read_marked(marked * 400)
    assert _seconds(large) < 25 * max(_seconds(small), 0.01)


def _seconds(doc: Doc) -> float:
    start = time.perf_counter()
    Chains().annotate([doc])
    return time.perf_counter() - start


def _with_parent(row: Attribution, parent: str) -> Attribution:
    return Attribution(row.id, row.source, row.cue, row.content, row.quoted, parent, row.confidence)


def _parent_and_child(source: str, inner: str) -> list:
    words = inner.strip("<>")
    doc = read_marked(f"{source} [said] {{that {words} could not confirm the visit}}.")
    outer = doc.attributions[0]
    start = doc.text.index(words, outer.content[0].start)
    after = start + len(words) + 1
    child = Attribution(
        "c1",
        (Span(start, after - 1),),
        (Span(after, after + len("could not confirm")),),
        (Span(after + len("could not confirm "), outer.content[0].end),),
        Quoted.INDIRECT,
        outer.id,
    )
    doc.attributions = (outer, child)
    Chains().annotate([doc])
    return list(doc.chains)


def test_a_spokeswoman_of_a_body_is_she_in_the_next_sentence() -> None:
    marked = "<Ana Brook> [spoke].\n<A Transport Ministry spokeswoman> [said] {it fell}.\n<She> [said] {no}."
    assert crumbs(chains_of(marked)[2]) == ["Transport Ministry"]


def test_he_added_is_whoever_spoke_last() -> None:
    marked = (
        "<Peter Hallworth> [said] {it closed}.\n<Ivan Petrov> [said] {it fell}.\n{Nobody fell}, <he> [added]."
    )
    assert crumbs(chains_of(marked)[2]) == ["Ivan Petrov"]


def test_whoever_published_the_report_that_is_denied_does_not_stand_between() -> None:
    marked = "<The board> [denied] {the report}, first published by Reuters on Tuesday."
    assert crumbs(chains_of(marked)[0]) == crumbs(chains_of("<The board> [denied] {the report}.")[0])
