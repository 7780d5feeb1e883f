"""Same claim by shared words: the first linker, within an article and against the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.link.resolver import assign
from reportedly.link.words import Bag, overlap, shared_words, stems, weigh_rows
from reportedly.types.attribution import Attribution, Stance
from reportedly.types.claim import Link, Linking, LinkKind
from reportedly.types.doc import Doc, Run
from reportedly.types.entry import Entry, entries_of
from reportedly.types.ports import View

# A score is the overlap of two rows' words (cosine of inverse document frequencies) and so much more for
# each person, organisation or place that both name, two at most: in a field of news everybody names the same
# few. With the resolver's rule this puts 28 % of the sample story's 388 pairs of hand-made rows together, and
# 83 % of what it puts together is right (2026-11).
ENOUGH_WORDS = 0.15
SHARED_NAME = 0.1
MOST_NAMES = 2
SAME_CLAIM = 0.4
# How many rows of the ledger are compared with one new row.
ALIKE_ROWS = 12
# A word in more of an article's rows than this is no reason to compare two of them: it keeps the number
# of comparisons in a long article near the number of its rows.
COMMON_WORD_ROWS = 40
# With fewer stems a content names what it speaks of and does not say it ("the visit", "to comment"): alone
# such words are no reason to link two articles.
STATEMENT_STEMS = 2
BARE_ANSWER_SCORE = 0.5
STATING = frozenset({Stance.ASSERTS, Stance.INTENDS})


class WordOverlapLinker:
    """Links rows that share rare words; refusals and bare answers go to the claim that they answer."""

    run = Run("link", "1")

    def link(self, doc: Doc, view: View) -> Linking:
        """Links of the rows of `doc` to one another and to the ledger's, and the claim of each row."""
        inside = _children(doc.rows)
        rows = [row for row in entries_of(doc) if has_own_content(row.attribution, inside[row.id], doc.text)]
        stating = [row for row in rows if states_something(row)]
        alike = view.alike(stating, ALIKE_ROWS)
        known = {other.id: other for others in alike.values() for other in others}
        bags = weigh_rows([*stating, *(row for row in known.values() if states_something(row))])
        links = [*_links_within(stating, bags), *_links_to_ledger(stating, alike, bags)]
        answers = _links_of_answers(rows)
        return Linking((*links, *answers), assign(rows, links, answers, known))


def _children(rows: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    """For each row the rows that stand directly inside its content, its own clauses aside."""
    by_id = {row.id: row for row in rows}
    inside: dict[str, list[Attribution]] = defaultdict(list)
    for row in rows:
        outer = by_id.get(row.parent or "")
        if outer is not None and (row.source, row.cue) != (outer.source, outer.cue):
            inside[outer.id].append(row)
    return inside


def has_own_content(row: Attribution, inside: Sequence[Attribution], text: str) -> bool:
    """Whether anything is left of a row's content outside the rows that stand inside it."""
    if not inside:
        return True
    covered = {
        position
        for child in inside
        for span in child.source + child.cue + child.content
        for position in range(span.start, span.end)
    }
    left = "".join(
        text[position] if position not in covered else " "
        for span in row.content
        for position in range(span.start, span.end)
    )
    return bool(stems(left))


def _links_within(rows: Sequence[Entry], bags: dict[str, Bag]) -> Iterator[Link]:
    """Links between rows of one article; only rows that share a word not common there are compared."""
    rows_with: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        compared: set[int] = set()
        for word in bags[row.id]:
            if len(rows_with[word]) <= COMMON_WORD_ROWS:
                compared.update(rows_with[word])
            rows_with[word].append(number)
        for other in sorted(compared):
            yield from _link(rows[other], row, bags)


def _links_to_ledger(
    rows: Sequence[Entry], alike: Mapping[str, Sequence[Entry]], bags: dict[str, Bag]
) -> Iterator[Link]:
    """Links from new rows to rows of other articles."""
    for row in rows:
        for other in alike[row.id]:
            if other.id in bags:
                yield from _link(other, row, bags)


def _link(earlier: Entry, later: Entry, bags: dict[str, Bag]) -> Iterator[Link]:
    """One link where two rows are alike enough and neither stands inside the other."""
    if later.attribution.parent == earlier.id or earlier.attribution.parent == later.id:
        return
    a, b = bags[earlier.id], bags[later.id]
    shared = names_of(earlier) & names_of(later)
    words_alike = overlap(a, b)
    score = words_alike + SHARED_NAME * min(len(shared), MOST_NAMES)
    if words_alike >= ENOUGH_WORDS and score >= SAME_CLAIM:
        words = ", ".join(f"“{word}”" for word in shared_words(a, b, later.content_text))
        why = f"both speak of {words}" + "".join(f" and name {name.title()}" for name in sorted(shared))
        yield Link(LinkKind.SAME_CLAIM, earlier.id, later.id, round(min(score, 1.0), 3), why)


def names_of(row: Entry) -> frozenset[str]:
    """The last words of the names in a row's content: one name may be given with or without a first name."""
    names = row.about.participants + row.about.places
    return frozenset(name.split()[-1].casefold() for name in names if name.split())


def _links_of_answers(rows: Sequence[Entry]) -> list[Link]:
    """Ties each answer that states nothing itself to the report that the article opens with."""
    found: list[Link] = []
    report: Entry | None = None
    for row in rows:
        if report is not None and is_bare_answer(row):
            why = "an answer without a statement of its own, after the report that it answers"
            found.append(Link(LinkKind.SAME_CLAIM, report.id, row.id, BARE_ANSWER_SCORE, why))
        elif report is None and row.position.stance is Stance.ASSERTS and states_something(row):
            report = row
    return found


def states_something(row: Entry) -> bool:
    """Whether a row's content says something of what it names."""
    return row.position.stance is not Stance.DECLINES and len(stems(row.content_text)) >= STATEMENT_STEMS


def is_bare_answer(row: Entry) -> bool:
    """Whether a row confirms, denies, refuses or cannot answer without saying what."""
    return row.position.stance not in STATING and not states_something(row)
