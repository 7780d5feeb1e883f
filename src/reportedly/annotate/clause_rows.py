"""Splits a content whose clauses differ in stance or certainty: each clause becomes a row inside the row."""

from collections.abc import Iterator, Sequence

from reportedly.annotate.clauses import SUBJECTS, Clause, find_clauses
from reportedly.annotate.conditions import is_mere_condition
from reportedly.annotate.content_reading import differ, read_clause
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.self_reports import Setting
from reportedly.annotate.source_phrase import read_phrase
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution, Quoted, attribution_id
from reportedly.types.doc import Doc
from reportedly.types.span import Span, Spans

SHORTEST = 3  # words of a clause that is worth a row
EDGES = frozenset((",", ";", ":", "and", "“", "”", '"', "''", "``", "‘", "’", "--", "–", "—", ".", "that"))


def split_clause_rows(rows: Sequence[Attribution], doc: Doc) -> tuple[Attribution, ...]:
    """The rows, each followed by a child for every clause of its content where these differ.

    A clause in which another row speaks already ("…, and she fears a strike") gets none.
    """
    index = DocIndex(doc)
    cues = {n for row in rows for n in index.numbers_of(row.cue)}
    found: list[Attribution] = []
    for row in rows:
        found.append(row)
        clauses = differing_clauses(index, row) if row.quoted is not Quoted.OWN_VOICE and row.cue else []
        found += [
            _child(doc, row, content)
            for clause, content in _contents(index, row, clauses)
            if clause.root not in cues
        ]
    return tuple(found)


def differing_clauses(index: DocIndex, row: Attribution) -> list[Clause]:
    """The clauses of a row's content, where they differ in stance or certainty."""
    clauses = [one for one in find_clauses(index, row.content) if not is_mere_condition(index, one)]
    setting = _setting(index, row)
    return clauses if differ([read_clause(index, clause, setting) for clause in clauses]) else []


def _setting(index: DocIndex, row: Attribution) -> Setting:
    """By which pronouns a source may speak of itself, before anybody knows who it is."""
    lists = load_words("nouns")
    phrase = read_phrase(index, row.source)
    is_direct = row.quoted is Quoted.DIRECT
    own = lists["pronouns_self"].words
    if not is_direct:
        keys = ("pronouns_person", "pronouns_several", "pronouns_thing")
        own = own.union(*(lists[key].words for key in keys))
    return Setting(is_direct, phrase.lemma if phrase else None, own)


def _contents(index: DocIndex, row: Attribution, clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Spans]]:
    """Each clause with the words of the content that are its own, and with the subject that it shares."""
    roots = {clause.root for clause in clauses}
    ordered = sorted(clauses, key=lambda one: _start(index, one, roots))
    starts = [_start(index, clause, roots) for clause in ordered]
    numbers = index.numbers_of(row.content)
    for place, clause in enumerate(ordered):
        end = starts[place + 1] if place + 1 < len(ordered) else len(index.tokens)
        begin = starts[place] if place else 0
        own = [n for n in numbers if begin <= n < end]
        spans = _spans(index, _trimmed(index, own), row.content)
        if len(own) >= SHORTEST and spans:
            shared = _shared_subject(index, clause, own)
            yield clause, (*(one for one in shared if _is_before(one, spans, row)), *spans)


def _is_before(subject: Span, spans: Sequence[Span], row: Attribution) -> bool:
    """Whether a shared subject stands in the content, before the clause's own words."""
    return subject.end <= spans[0].start and any(span.holds(subject) for span in row.content)


def _start(index: DocIndex, clause: Clause, roots: set[int]) -> int:
    """The first token of a clause, those of other clauses aside."""
    own = [n for n in clause.below if index.tokens[n].head == clause.root and n < clause.root]
    below = [n for n in own if n not in roots]
    first = min([clause.root, *(min(index.subtree(n)) for n in below)])
    others = [one for one in roots if first <= one < clause.root]
    return (
        first
        if not others
        else min([clause.root, *(min(index.subtree(n)) for n in below if n > max(others))])
    )


def _shared_subject(index: DocIndex, clause: Clause, own: Sequence[int]) -> Spans:
    for n in clause.below:
        if index.tokens[n].dep in SUBJECTS and n not in own:
            words = index.subtree(n)
            return (index.span(words[0], words[-1]),)
    return ()


def _trimmed(index: DocIndex, numbers: Sequence[int]) -> list[int]:
    rest = list(numbers)
    while rest and (index.lower(rest[0]) in EDGES or index.tokens[rest[0]].pos == "SPACE"):
        rest.pop(0)
    while rest and (index.lower(rest[-1]) in EDGES or index.tokens[rest[-1]].pos in {"SPACE", "CCONJ"}):
        rest.pop()
    return rest


def _spans(index: DocIndex, numbers: Sequence[int], content: Spans) -> list[Span]:
    """The tokens as pieces of the content."""
    if not numbers:
        return []
    whole = index.span(numbers[0], numbers[-1])
    cut = [Span(max(whole.start, one.start), min(whole.end, one.end)) for one in content]
    return [one for one in cut if one.start < one.end]


def _child(doc: Doc, row: Attribution, content: Spans) -> Attribution:
    """A clause as a row of the same source and cue."""
    identity = attribution_id(doc.article.id, row.source, row.cue, content)
    quoted = _quoted(doc, content) if row.quoted is Quoted.MIXED else row.quoted
    return Attribution(identity, row.source, row.cue, content, quoted, row.id, row.confidence)


def _quoted(doc: Doc, content: Spans) -> Quoted:
    """Whether all, some or none of a clause stands in quotation marks."""
    marked = [one.inner for one in doc.quotations or () if any(one.inner.overlaps(span) for span in content)]
    if not marked:
        return Quoted.INDIRECT
    is_whole = all(any(one.holds(span) for one in marked) for span in content)
    return Quoted.DIRECT if is_whole else Quoted.MIXED
