"""Finds the clauses of a content: the main one, and those that stand beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import load_words
from reportedly.types.span import Spans

LONGEST = 120  # tokens read; the main clause of what somebody says stands at its beginning
MOST = 12  # clauses read of one content
VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj", "csubjpass"))
RESUMED = frozenset(
    ("ROOT", "conj", "ccomp", "parataxis")
)  # how the parser ties what follows "…," he said, "…"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its verb, the words below it inside the content, and all words of its sentence there.

    `leader` is the verb of the clause before, beside which this one stands: its condition holds here too.
    """

    root: int
    below: tuple[int, ...]
    words: tuple[int, ...]
    leader: int | None = None


def find_clause(index: DocIndex, content: Spans) -> Clause | None:
    """The first clause with a verb of a content."""
    numbers = index.numbers_of(content)[:LONGEST]
    chosen = set(numbers)
    governors: set[int] = (
        set()
    )  # of nouns at the top: what follows is no main clause, save "the bank to close"
    for n in numbers:
        head = index.tokens[n].head
        is_top = head == n or head not in chosen
        if is_top and index.tokens[n].pos in {"NOUN", "PROPN"}:
            governors.add(head)
        fits = not governors or (head in governors and index.tokens[n].dep in {"xcomp", "ccomp", "conj"})
        if is_top and fits and index.tokens[n].pos in VERBAL:
            return _clause(index, n, numbers)
    return None


def find_clauses(index: DocIndex, content: Spans) -> list[Clause]:
    """The main clause, the clauses joined to it, and those of the later sentences of a content."""
    first = find_clause(index, content)
    if first is None:
        return []
    numbers = index.numbers_of(content)[:LONGEST]
    roots = [first.root, *_later_roots(index, first, numbers)]
    found = []
    for root in roots:
        clause = first if root == first.root else _clause(index, root, numbers)
        found += [*_before(index, clause, numbers), clause, *_joined(index, clause, numbers)]
    return found[:MOST]


def complement_clause(index: DocIndex, clause: Clause) -> Clause | None:
    """The clause that a clause's verb governs: "he feared that the mine would close"."""
    for n in clause.below:
        if index.tokens[n].dep == "ccomp" and n > clause.root and index.tokens[n].pos in VERBAL:
            return _clause(index, n, clause.words)
    return None


def subject_of(index: DocIndex, clause: Clause) -> int | None:
    """The subject of a clause; of a joined one without its own, that of its leader."""
    return next((n for n in clause.below if index.tokens[n].dep in SUBJECTS), None)


def _clause(index: DocIndex, root: int, numbers: Sequence[int], leader: int | None = None) -> Clause:
    chosen = set(numbers)
    sentence = index.sentence_at(index.tokens[root].start)
    words = [n for n in numbers if sentence.start <= index.tokens[n].start < sentence.end]
    below = [n for n in index.children(root) if n in chosen]
    if leader is not None and not any(index.tokens[n].dep in SUBJECTS for n in below):
        below = [n for n in index.children(leader) if n in chosen and index.tokens[n].dep in SUBJECTS] + below
    return Clause(root, tuple(below), tuple(words), leader)


def _later_roots(index: DocIndex, first: Clause, numbers: Sequence[int]) -> Iterator[int]:
    """The main verbs of the sentences after the first clause's, and of the pieces after an interruption."""
    chosen = set(numbers)
    for n in numbers:
        token = index.tokens[n]
        is_top = token.head == n or token.head not in chosen
        if n <= first.root or not is_top or token.pos not in VERBAL:
            continue
        has_subject = any(index.tokens[one].dep in SUBJECTS and one in chosen for one in index.children(n))
        is_later = token.dep == "ROOT" and n not in first.words
        if is_later or (has_subject and token.dep in RESUMED):
            yield n


def _joined(index: DocIndex, clause: Clause, numbers: Sequence[int]) -> Iterator[Clause]:
    """The clauses joined to this one ("…, but it will be ignored"), not verbs that share its helpers."""
    below = [n for n in index.children(clause.root) if index.tokens[n].dep == "xcomp" and n > clause.root]
    hung = [n for one in below for n in index.children(one) if _is_whole(index, n)]  # on "had yet to agree"
    waiting = [n for n in index.children(clause.root) if index.tokens[n].dep == "conj"] + hung
    chosen, seen = set(numbers), 0
    while waiting and seen < MOST:
        n = waiting.pop(0)
        seen += 1
        if n in chosen and index.tokens[n].pos in VERBAL and _stands_alone(index, n, clause):
            yield _clause(index, n, numbers, clause.root)
            waiting += [one for one in index.children(n) if index.tokens[one].dep == "conj"]


def _is_whole(index: DocIndex, number: int) -> bool:
    """Whether a joined verb has a subject of its own."""
    is_joined = index.tokens[number].dep == "conj"
    return is_joined and any(index.tokens[n].dep in SUBJECTS for n in index.children(number))


def _stands_alone(index: DocIndex, number: int, clause: Clause) -> bool:
    """Whether a joined verb has a subject or a tense of its own; "nobody" negates all its verbs."""
    below = index.children(number)
    if any(index.tokens[n].dep in SUBJECTS for n in below):
        return True
    subject = subject_of(index, clause)
    if subject is not None and index.lower(subject) in load_words("content")["negations"]:
        return False
    is_bare = index.tokens[number].tag == "VBP" and any(index.tokens[n].tag == "MD" for n in clause.below)
    helped = any(index.tokens[n].dep in {"aux", "auxpass"} and index.tokens[n].tag != "TO" for n in below)
    return helped or (index.tokens[number].tag in FINITE and not is_bare)


def _before(index: DocIndex, clause: Clause, numbers: Sequence[int]) -> Iterator[Clause]:
    """A clause that the parser hangs before the main verb beside which it stands ("It was late; he left")."""
    chosen = set(numbers)
    for n in index.children(clause.root):
        token = index.tokens[n]
        if n not in chosen or n > clause.root or token.dep != "ccomp" or token.pos not in VERBAL:
            continue
        below = index.children(n)
        is_whole = any(index.tokens[one].dep in SUBJECTS for one in below)
        if (
            is_whole
            and not any(index.tokens[one].dep == "mark" for one in below)
            and _is_joint(index, n, clause)
        ):
            yield _clause(index, n, numbers)


def _is_joint(index: DocIndex, before: int, clause: Clause) -> bool:
    """Whether a semicolon or a joining word stands between a clause and the next one's subject."""
    subject = subject_of(index, clause)
    end = clause.root if subject is None else min(subject, clause.root)
    joints = load_words("content")["joints"]
    return any(index.lower(n) in joints for n in range(before + 1, end) if n in clause.words)
