"""Reads a content: whether it denies, forecasts, supposes or doubts what it says, clause by clause."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.clauses import VERBAL, Clause, complement_clause, find_clauses, subject_of
from reportedly.annotate.conditions import (
    ends_asking,
    is_conditional,
    is_mere_condition,
    is_order,
    is_question,
)
from reportedly.annotate.cue_reading import ASSERTED, NEGATIVE, ORDER, Complement, find_matches, weaker
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.predicates import CONDITIONAL, OTHER, is_called_false, modal_position, negates
from reportedly.annotate.self_reports import Setting, is_self, own_position
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Certainty, Position, Stance
from reportedly.types.span import Spans

SHORT = 3  # words at the beginning of a content without a verb that may negate it
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ"))
MINUS = frozenset(NEGATIVE.values())
NEGATED = frozenset((Stance.DENIES, Stance.INTENDS))
SETTLED = frozenset((Stance.CANNOT_CONFIRM, Stance.CONDITIONAL, Stance.NO_KNOWLEDGE))


def read_content(index: DocIndex, content: Spans, setting: Setting) -> Position:
    """The position that a content shows.

    Where its main clauses differ, it only asserts: each clause has a stance of its own. Where it has no verb,
    it asserts.
    """
    clauses = find_clauses(index, content)
    if not clauses:
        return _noun_position(index, content)
    main = [clause for clause in clauses if not is_mere_condition(index, clause)]
    found = [read_clause(index, clause, setting) for clause in main or clauses]
    if not differ(found):
        before = [n for n in clauses[0].words if n < clauses[0].root]
        return _hinted(index, before, found[0])
    return ASSERTED


def differ(found: Sequence[Position]) -> bool:
    """Whether these positions of clauses are not one; a denial and a promise not to do something are."""
    are_negative = all(one.stance in NEGATED and one.certainty in MINUS for one in found)
    return len(set(found)) > 1 and not are_negative


def _hinted(index: DocIndex, numbers: Sequence[int], found: Position) -> Position:
    """The position with what "it" is called at the beginning: "(he thinks) it possible that …"."""
    lists = load_words("content")
    words = [index.lower(n) for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}][:SHORT]
    if found.certainty not in ORDER or not words or words[0] != "it":
        return found
    if any(word in lists["improbable"] for word in words):
        return Position(Stance.DENIES, Certainty.PR_MINUS)
    if any(word in lists["possible"] for word in words):
        return replace(found, certainty=weaker(found.certainty, Certainty.PS_PLUS))
    if any(word in lists["probable"] for word in words):
        return replace(found, certainty=weaker(found.certainty, Certainty.PR_PLUS))
    return found


def read_clause(index: DocIndex, clause: Clause, setting: Setting) -> Position:
    """The position that one clause of a content shows."""
    if is_question(index, clause) or (setting.is_direct and is_order(index, clause)):
        return OTHER
    is_state = index.lemma(clause.root) in load_words("content")["states"]
    is_own_act = is_self(index, clause, setting) and subject_of(index, clause) is not None and not is_state
    is_person = is_own_act and index.lower(subject_of(index, clause) or 0) in load_words("content")["single"]
    if is_conditional(index, clause, is_person):
        return CONDITIONAL
    spoken = own_position(index, clause, setting)
    if spoken is None:
        return modal_position(index, clause, is_own_act, setting.is_direct)
    inner = complement_clause(index, clause) if spoken.stance is Stance.ASSERTS else None
    return combine(spoken, modal_position(index, inner, False, setting.is_direct)) if inner else spoken


def _noun_position(index: DocIndex, content: Spans) -> Position:
    """A content without a verb: "no arrests" denies that there were any."""
    numbers = index.numbers_of(content)[:60]
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    if ends_asking(index, tuple(numbers)):
        return OTHER
    known = [match.cue.position for match in find_matches(index, words[:SHORT]) if match.cue.has_negation]
    if known:
        return known[0]  # "no comment", "no evidence of a visit"
    is_none = bool(words) and negates(index, words[0]) and not _is_number(index, words)
    is_none = is_none or (len(words) <= SHORT and _is_curt_denial(index, words))
    return Position(Stance.DENIES, Certainty.CT_MINUS) if is_none else _hinted(index, numbers, ASSERTED)


def _is_curt_denial(index: DocIndex, words: list[int]) -> bool:
    """Whether a few words without a verb end by calling something false: "Absolutely not", "All lies"."""
    if not words:
        return False
    is_bare = index.lower(words[-1]) in load_words("content")["bare_negations"]
    return is_bare or is_called_false(index, words[-1], of_a_report=True)


def _is_number(index: DocIndex, words: list[int]) -> bool:
    """Whether the content begins with "No. 2", in which the stop may be a word of its own."""
    after = [n for n in words[1:SHORT] if index.word(n) != "."]
    return index.lower(words[0]) == "no" and bool(after) and index.tokens[after[0]].pos == "NUM"


def calls_false(index: DocIndex, content: Spans) -> bool:
    """Whether what a content calls something is a word for false: [called] {the letter a forgery}."""
    numbers = set(index.numbers_of(content)[:60])
    of_a_report = names_a_report(index, content)
    for n in numbers:
        token = index.tokens[n]
        is_outer = token.head not in numbers or token.dep in {
            "oprd",
            "acomp",
            "attr",
            "pobj",
            "ccomp",
            "appos",
        }
        if token.pos in NOMINAL and is_outer and is_called_false(index, n, of_a_report):
            return True
    return False


def names_a_report(index: DocIndex, content: Spans) -> bool:
    """Whether a content is about something that was said: "(called) the claim nonsense"."""
    reports = load_words("content")["reports"]
    return any(index.lemma(n) in reports for n in index.numbers_of(content)[:60])


def complement_of(index: DocIndex, content: Spans) -> Complement:
    """What kind of clause a content is, as far as a cue's meaning depends on it."""
    words = [
        n for n in index.numbers_of(content[:1])[:SHORT] if index.tokens[n].pos not in {"PUNCT", "SPACE"}
    ]
    if words and index.lower(words[0]) == "whether":
        return Complement.WHETHER
    clauses = find_clauses(index, content)
    if not clauses:
        return Complement.NOUN
    clause = clauses[0]
    deps = {index.tokens[n].dep for n in clause.below}
    is_modal = any(index.tokens[n].tag == "MD" for n in clause.words)
    if (
        words
        and not is_modal
        and index.lower(words[0]) == "if"
        and index.tokens[words[0]].head == clause.root
    ):
        return Complement.WHETHER
    if not is_modal and _is_subjunctive(index, clause):
        return Complement.OF_OTHERS
    if not any(index.tokens[n].tag == "TO" for n in clause.below):
        return Complement.PLAIN
    before = any(index.tokens[n].pos in {"NOUN", "PROPN", "PRON"} for n in clause.words if n < clause.root)
    return Complement.OF_OTHERS if before or "nsubj" in deps else Complement.INFINITIVE


def _is_subjunctive(index: DocIndex, clause: Clause) -> bool:
    """Whether a clause says what is to be done: "(insisted) that the gate be closed"."""
    if subject_of(index, clause) is None or any(index.tokens[n].tag == "TO" for n in clause.below):
        return False
    return any(index.lower(n) == "be" for n in (clause.root, *clause.below) if index.tokens[n].pos in VERBAL)


def combine(cue: Position, content: Position) -> Position:
    """What the cue's position becomes with its content's."""
    if cue.stance is Stance.INTENDS:
        return _intended(cue, content)
    if cue.stance is Stance.CONFIRMS and content.stance not in SETTLED:
        return _confirmed(cue, content)
    if cue.stance not in {Stance.ASSERTS, Stance.CONFIRMS}:
        return cue
    if content.certainty is Certainty.CT_MINUS:
        return replace(content, certainty=NEGATIVE.get(cue.certainty, content.certainty))
    if content.certainty in ORDER:
        return replace(content, certainty=weaker(cue.certainty, content.certainty))
    return content


def _intended(cue: Position, content: Position) -> Position:
    """Who predicts that something will not happen, or may happen, intends less."""
    if content.stance is Stance.DENIES:
        return replace(cue, certainty=NEGATIVE.get(cue.certainty, cue.certainty))
    if cue.certainty in ORDER and content.certainty in ORDER:
        return replace(cue, certainty=weaker(cue.certainty, content.certainty))
    return cue


def _confirmed(cue: Position, content: Position) -> Position:
    """Who confirms that something did not happen confirms; who doubts it, doubts."""
    if content.certainty is Certainty.CT_MINUS:
        return replace(cue, certainty=NEGATIVE.get(cue.certainty, cue.certainty))
    if content.stance is Stance.DENIES or content.certainty is Certainty.UU:
        return content if content.stance is Stance.DENIES else cue
    return replace(cue, certainty=weaker(cue.certainty, content.certainty))
