"""Measures how often a pronoun or noun that is a source is tied to the right entity, on GUM.

python -m evaluation.yardsticks.speakers DATA [--errors 30]
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.speakers.corpora import GUM_GENRES, to_marked
from training.speakers.examples import read_choices
from training.speakers.fit import fit_kinds

from evaluation.yardsticks.gum_gold import GoldAttribution, GoldDocument, GoldMention, read_gum
from evaluation.yardsticks.speaker_answers import RESOLVED, SPEAKING, Answers
from reportedly.annotate.chains import Chains
from reportedly.annotate.doc_index import DocIndex
from reportedly.assemble import make_pipeline
from reportedly.cli.figures import print_scores
from reportedly.config import Config
from reportedly.score.counts import ArticleCounts
from reportedly.score.estimates import estimate
from reportedly.score.figures import Scores
from reportedly.types.article import Article, article_id
from reportedly.types.attribution import (
    Attribution,
    ChainLink,
    Quoted,
    SourceChain,
    SourceKind,
    attribution_id,
)
from reportedly.types.doc import Doc
from reportedly.types.span import Span, Spans

GENRES = ("news", "interview", "court")
GOLD = "gold sources"
FOLDS = 5
NEAR_NAMES = frozenset(("PERSON", "ORG"))
Answer = Callable[[GoldAttribution], ChainLink | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One attributed source with what one way of resolving made of it."""

    document: GoldDocument
    attribution: GoldAttribution
    way: str
    kind: str
    is_nameable: bool
    is_right: bool
    link: ChainLink | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many errors with gold sources")
    parser.add_argument("--of", default="", help="print only errors of this type, such as 'pronoun'")
    options = parser.parse_args(arguments)
    cases = resolve(options.data)
    print_scores(score(cases))
    wrong = [one for one in cases if one.way == GOLD and not one.is_right and options.of in one.kind]
    for one in wrong[:: max(1, len(wrong) // max(1, options.errors))][: options.errors]:
        print(error_line(one))


def resolve(data: Path) -> list[Case]:
    """Every source of GUM in `data`, by each way of resolving it."""
    documents = read_gum(data, GUM_GENRES)
    docs = make_pipeline(Config()).annotate([to_article(document) for document in documents])
    return list(measure(documents, docs))


def measure(documents: Sequence[GoldDocument], docs: Sequence[Doc]) -> Iterator[Case]:
    """Every source of the measured genres, by each way of resolving it.

    The weights of the pronoun reader are fitted anew for each fold, on the documents outside it.
    """
    choices = read_choices(zip(map(to_marked, documents), docs, strict=True))
    measured = [pair for pair in zip(documents, docs, strict=True) if pair[0].genre in GENRES]
    for fold in range(FOLDS):
        held = measured[fold::FOLDS]
        names = {document.name for document, _ in held}
        outside = [one for one in choices if one.text not in names]
        chains = Chains(weights=fit_kinds(outside))
        for document, doc in held:
            yield from measure_one(document, doc, chains)


def measure_one(document: GoldDocument, doc: Doc, chains: Chains) -> Iterator[Case]:
    """Every source of one document."""
    answers = Answers(document)
    ways = {
        GOLD: from_gold(document, doc, chains),
        "end to end": end_to_end(document, doc, chains),
        "nearest name": nearest_name(document, doc),
    }
    for attribution in document.attributions:
        kind = answers.type_of(attribution.source)
        if kind not in RESOLVED:
            continue
        is_nameable = answers.is_nameable(attribution.source)
        for way, answer in ways.items():
            link = answer(attribution)
            is_right = answers.is_right(link, attribution.source)
            yield Case(document, attribution, way, kind, is_nameable, is_right, link)


def to_article(document: GoldDocument) -> Article:
    """The document as the pipeline reads it; GUM's news and interviews are Wikinews's."""
    outlet = None if document.genre == "court" else "Wikinews"
    identity = article_id(outlet, document.name, document.text)
    return Article(identity, document.text, outlet, language="en", ref=document.name)


def from_gold(document: GoldDocument, doc: Doc, builder: Chains) -> Answer:
    """The chains that are built on the gold attributions."""
    made = {attribution: to_row(document, doc, attribution) for attribution in document.attributions}
    rows = {attribution: within(row, list(made.values())) for attribution, row in made.items()}
    given = replace(doc, attributions=tuple(rows.values()), own_voice=())
    builder.annotate([given])
    chains = dict(zip((row.id for row in given.rows), given.chains or (), strict=True))
    return lambda attribution: own_link(chains[rows[attribution].id], rows[attribution].source)


def to_row(document: GoldDocument, doc: Doc, attribution: GoldAttribution) -> Attribution:
    """A gold attribution as a row; a content that a quotation holds is the whole quotation."""
    tokens = document.tokens
    source = (source_span(document, attribution.source),)
    cue = tuple(tokens[n].span for n in attribution.cue)
    content = to_spans(document, attribution.content)
    holding = [one for one in doc.quotations or () if any(one.outer.holds(span) for span in content)]
    around = [one for one in holding if not one.outer.overlaps(source[0])]
    if around:
        content = (around[0].outer,)
    quoted = Quoted.DIRECT if around else Quoted.INDIRECT
    identity = attribution_id(doc.article.id, source, cue, content)
    return Attribution(identity, source, cue, content, quoted, confidence=1.0)


def within(row: Attribution, rows: Sequence[Attribution]) -> Attribution:
    """The row as a child of the row in whose content it stands, the nearest where there are several."""
    own = (*row.source, *row.cue)
    outer = [
        other
        for other in rows
        if other is not row and all(any(held.holds(span) for held in other.content) for span in own)
    ]
    nearest = min(outer, key=lambda one: one.content[0].end - one.content[0].start, default=None)
    return replace(row, parent=nearest.id) if nearest else row


def source_span(document: GoldDocument, mention: GoldMention) -> Span:
    """The characters of a source, with the name in apposition that GUM keeps apart ("the coach, Ana")."""
    tokens = document.tokens
    last = mention.last
    for other in document.mentions:
        words = document.text[tokens[last].span.end : tokens[other.first].span.start]
        if other.entity == mention.entity and other.first > last and words.strip() in {"", ","}:
            last = other.last
    return Span(tokens[mention.first].span.start, tokens[last].span.end)


def to_spans(document: GoldDocument, numbers: Sequence[int]) -> Spans:
    """From the first to the last of these tokens."""
    if not numbers:
        return ()
    return (Span(document.tokens[numbers[0]].span.start, document.tokens[numbers[-1]].span.end),)


def end_to_end(document: GoldDocument, doc: Doc, builder: Chains) -> Answer:
    """The chain of the row that the program found with a source at the same words."""
    found = replace(doc)
    builder.annotate([found])
    rows = list(zip(found.rows, found.chains or (), strict=True))

    def answer(attribution: GoldAttribution) -> ChainLink | None:
        core = [document.tokens[n].span for n in attribution.source.core]
        for row, chain in rows:
            if any(span.overlaps(one) for span in row.source for one in core):
                return own_link(chain, row.source)
        return None

    return answer


def own_link(chain: SourceChain, source: Spans) -> ChainLink:
    """The link of the source itself, which need not be the innermost: "citing two aides, they said"."""
    own = [link for link in chain.links if any(a.overlaps(b) for a in link.spans for b in source)]
    return own[-1] if own else chain.innermost


def nearest_name(document: GoldDocument, doc: Doc) -> Answer:
    """The simplest baseline: the nearest name of a person or organisation before, agreeing in nothing."""
    index = DocIndex(doc)

    def answer(attribution: GoldAttribution) -> ChainLink | None:
        start = document.tokens[attribution.source.first].span.start
        for mention in index.mentions_before(start, len(index.mentions)):
            if mention.kind in NEAR_NAMES:
                span = Span(mention.start, mention.end)
                return ChainLink(SourceKind.PERSON, span.words(doc.text), (span,))
        return None

    return answer


def score(cases: Sequence[Case]) -> Scores:
    """One share for each way and group of sources, with its interval over documents."""
    counts: dict[str, ArticleCounts] = {}
    for one in cases:
        article = counts.setdefault(one.document.name, ArticleCounts())
        for group in groups_of(one):
            article.add_right((one.way, group), one.is_right, 1)
    total = sum(one.way == cases[0].way for one in cases)
    return estimate("speakers", list(counts.values()), (total, total))


def groups_of(case: Case) -> list[str]:
    """The lines of the table in which a case counts."""
    reach = "named in the article" if case.is_nameable else "not named in the article"
    own = [] if case.kind in SPEAKING.values() else ["all but I, you and we"]
    genre = [f"{case.document.genre}, {one}" for one in own]
    return ["all", *own, case.document.genre, *genre, case.kind, f"{case.kind}, {reach}"]


def error_line(case: Case) -> str:
    """One error with the words around the source."""
    document, mention = case.document, case.attribution.source
    start = document.tokens[mention.first].span.start
    before = document.text[max(0, start - 300) : start].replace("\n", " / ")
    after = document.text[start : start + 80].replace("\n", " / ")
    names = dict.fromkeys(document.words(one) for one in Answers(document).chain(mention))
    found = (case.link.name or case.link.described_as or case.link.kind.value) if case.link else None
    return (
        f"\n{document.name} [{case.kind}] …{before}>>>{after}\n   gold: {list(names)[:6]}\n   found: {found}"
    )


if __name__ == "__main__":
    main()
