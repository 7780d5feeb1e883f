"""Reads what a speaker says of his own knowledge and plans, and what is said of nobody's: "it is unclear"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.annotate.clauses import FINITE, SUBJECTS, Clause, subject_of
from reportedly.annotate.cue_reading import ASSERTED, Complement, find_matches, read_cue
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.predicates import certainty_of, is_copula, is_negated
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Certainty, Position, Stance

SPEAKING = frozenset(  # what a speaker may say of himself, in the words of a cue
    (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE, Stance.INTENDS, Stance.DENIES)
)
UNKNOWN = frozenset((Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE))
PREDICATE = frozenset(
    ("neg", "aux", "auxpass", "det", "advmod", "acomp", "attr", "oprd", "xcomp", "prt", "amod", "preconj")
)
OF_LIGHT_VERBS = frozenset(("dobj", "prep", "pobj", "acl"))
DEEPEST = 6  # from the verb down: "is not in a position to be able to confirm"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a content is given: in the speaker's own words or not, and by which noun the speaker is called.

    `pronouns` are those by which the speaker may be meant inside the content. In the outlet's own voice
    (`is_own_voice`) a clause without a subject is nobody's.
    """

    is_direct: bool
    source_lemma: str | None
    pronouns: frozenset[str] = frozenset()
    is_own_voice: bool = False


def own_position(index: DocIndex, clause: Clause, setting: Setting) -> Position | None:
    """The position that a clause in the words of a cue shows; None where it is an ordinary statement."""
    evidence = _evidence(index, clause)
    words = sorted({*_predicate(index, clause.root, clause, DEEPEST), *evidence})
    is_light = bool(evidence) or is_light_verb(index, clause.root)
    if not any(is_light or clause.root in match.numbers for match in find_matches(index, words)):
        return None
    found = read_cue(index, words, complement=_complement(index, clause))
    if _is_infinitive(index, clause):  # "to deny him a chance" is a plan; "to have no details" no knowledge
        return found if found.stance in UNKNOWN else None
    if found.stance in UNKNOWN and is_impersonal(index, clause, words):
        return Position(Stance.CANNOT_CONFIRM, Certainty.UU)
    if not is_self(index, clause, setting):
        return _of_somebody_else(index, clause, found, words)
    return _of_the_speaker(index, clause, found, words)


def _of_the_speaker(
    index: DocIndex, clause: Clause, found: Position, words: Sequence[int]
) -> Position | None:
    """What a speaker says of himself: what he believes, admits, plans, does not know or will not say."""
    has_clause = any(index.tokens[n].dep == "ccomp" for n in clause.below)
    is_said = {
        Stance.ASSERTS: has_clause and found.certainty is not Certainty.CT_PLUS,
        Stance.CONFIRMS: has_clause,
        Stance.OTHER: has_clause and is_negated(index, clause),
        Stance.DECLINES: _is_about_answers(index, words),
        Stance.INTENDS: has_clause or _is_to_come(index, clause),
    }
    return found if is_said.get(found.stance, found.stance in SPEAKING) else None


def is_self(index: DocIndex, clause: Clause, setting: Setting) -> bool:
    """Whether the subject of a clause is its speaker."""
    subject = subject_of(index, clause)
    if subject is None:
        return not setting.is_own_voice
    if index.tokens[subject].pos == "PRON":
        return index.lower(subject) in setting.pronouns
    return setting.source_lemma is not None and index.lemma(subject) == setting.source_lemma


def is_impersonal(index: DocIndex, clause: Clause, words: Sequence[int]) -> bool:
    """Whether nobody is said not to know: "there is no", "it is unclear", "the list was not verified"."""
    lists = load_words("content")
    is_clarity = any(index.lower(n) in lists["clarity"] for n in words) or bool(_evidence(index, clause))
    for n in clause.below:
        token = index.tokens[n]
        if token.dep in {"expl", "csubj", "csubjpass"}:
            return True
        if token.dep == "nsubjpass":
            is_known = is_clarity or index.lemma(clause.root) in lists["checking"] or index.lower(n) == "it"
            return is_known and not any(index.tokens[one].dep == "agent" for one in clause.below)
        if token.dep == "nsubj":
            mention = index.mention_at(n)
            return is_clarity and not (mention is not None and mention.kind == "PERSON")
    return False


def _is_infinitive(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause is only what a cue wants or plans ("to deny him a chance")."""
    return subject_of(index, clause) is None and any(index.tokens[n].tag == "TO" for n in clause.below)


def is_light_verb(index: DocIndex, number: int) -> bool:
    """Whether a verb says little by itself: "is", "have", "find"."""
    return is_copula(index, number) or index.lemma(number) in load_words("content")["light_verbs"]


def _complement(index: DocIndex, clause: Clause) -> Complement:
    """Whether the verb's own infinitive follows, or one of somebody else."""
    for n in clause.below:
        if index.tokens[n].dep in {"xcomp", "ccomp"} and any(
            index.tokens[one].tag == "TO" for one in index.children(n)
        ):
            own = not any(index.tokens[one].dep in SUBJECTS for one in index.children(n))
            return Complement.INFINITIVE if own else Complement.OF_OTHERS
    return Complement.PLAIN


def _of_somebody_else(
    index: DocIndex, clause: Clause, found: Position, words: Sequence[int]
) -> Position | None:
    """Somebody else's ignorance, silence or disbelief is stated, and denies nothing."""
    if found.stance is Stance.INTENDS and found.certainty is Certainty.PR_MINUS:
        return found
    has_clause = any(index.tokens[n].dep == "ccomp" for n in clause.below)
    is_unsaid = found.stance is Stance.OTHER and has_clause and is_negated(index, clause)
    is_disbelief = found.stance is Stance.DENIES and found.certainty is Certainty.PR_MINUS and has_clause
    is_certain = certainty_of(index, clause) is Certainty.CT_PLUS
    says_nothing = found.stance is Stance.DECLINES and _is_about_answers(index, words)
    is_silent = (found.stance in UNKNOWN or says_nothing) and is_certain
    return ASSERTED if is_silent or is_unsaid or is_disbelief else None


def _is_to_come(index: DocIndex, clause: Clause) -> bool:
    """Whether a plan or an offer is more than a thing done: "plans to sell", not "offered £2m"."""
    if _complement(index, clause) is not Complement.PLAIN:
        return True
    verbs = [n for n in (clause.root, *clause.below) if index.tokens[n].tag in FINITE]
    is_past = any(index.tokens[n].tag == "VBD" or index.lemma(n) == "have" for n in verbs)
    return not is_past or is_light_verb(index, clause.root)


def _is_about_answers(index: DocIndex, words: Sequence[int]) -> bool:
    """Whether what somebody would not do is to say something: "will not comment", not "will not consider"."""
    return any(index.lemma(n) in load_words("content")["answering"] for n in words)


def _evidence(index: DocIndex, clause: Clause) -> list[int]:
    """The subject of "no evidence was found", which belongs to what is said of nobody's knowledge."""
    subject = subject_of(index, clause)
    if subject is None or index.lemma(subject) not in load_words("content")["evidence"]:
        return []
    return [subject, *(n for n in index.children(subject) if index.tokens[n].dep == "det")]


def _is_neither(index: DocIndex, number: int) -> bool:
    """Whether a verb is one of two that are both refused: "neither confirm nor deny"."""
    return any(index.tokens[n].dep == "preconj" for n in index.children(number))


def _predicate(index: DocIndex, number: int, clause: Clause, depth: int) -> Iterator[int]:
    """The words of a predicate as a cue has them: "is not in a position to confirm", "has no details"."""
    yield number
    if depth == 0:
        return
    is_light = is_light_verb(index, number)
    children = clause.below if number == clause.root else index.children(number)
    for n in children:
        dep = index.tokens[n].dep
        is_infinitive = dep == "relcl" and any(index.tokens[one].tag == "TO" for one in index.children(n))
        is_inside = index.tokens[number].pos in {"NOUN", "ADP", "ADV", "ADJ"} and (
            dep in OF_LIGHT_VERBS or is_infinitive
        )
        is_joined = dep in {"cc", "conj"} and _is_neither(index, number)
        if n in clause.words and (
            dep in PREDICATE or is_joined or (dep in OF_LIGHT_VERBS and is_light) or is_inside
        ):
            yield from _predicate(index, n, clause, depth - 1)
