"""Reads the main clause of a content: whether it denies, forecasts, supposes or doubts what it says."""

from dataclasses import dataclass, replace

from reportedly.annotate.cue_reading import ASSERTED, NEGATIVE, ORDER, read_cue, weaker
from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Certainty, Position, Stance
from reportedly.types.span import Spans

LONGEST = 120  # tokens read; the main clause of what somebody says stands at its beginning
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "expl"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
COMPLEMENTS = frozenset(("acomp", "attr", "oprd"))
HELPERS = frozenset(("aux", "auxpass", "neg", "advmod", "acomp", "oprd", "dobj"))
HAVING = frozenset(("have", "see", "find", "be", "make"))  # verbs whose object says what one knows or plans
OTHER = Position(Stance.OTHER, Certainty.UU)
CONDITIONAL = Position(Stance.CONDITIONAL, Certainty.UU)
SPEAKING = frozenset(  # what a speaker may say of himself, in the words of a cue
    (Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE, Stance.DECLINES, Stance.INTENDS, Stance.DENIES)
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a content is given: in the speaker's own words or not, and by which noun the speaker is called.

    `pronouns` are those by which the speaker may be meant inside the content.
    """

    is_direct: bool
    source_lemma: str | None
    pronouns: frozenset[str] = frozenset()
    speaks_for_itself: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause: its verb, the words below it inside the content, and all words of its sentence."""

    root: int
    below: tuple[int, ...]
    words: tuple[int, ...]


def read_content(index: DocIndex, content: Spans, setting: Setting) -> Position:
    """The position that the main clause of a content shows; where it has no verb, it asserts."""
    clause = find_clause(index, content)
    if clause is None:
        return _noun_position(index, content)
    if _is_question(index, clause) or (setting.is_direct and _is_order(index, clause)):
        return OTHER
    if _is_conditional(index, clause):
        return CONDITIONAL
    spoken = _own_position(index, clause, setting)
    if spoken is not None:
        return spoken
    return _modal_position(index, clause, setting)


def _noun_position(index: DocIndex, content: Spans) -> Position:
    """A content without a verb: "no arrests" denies that there were any."""
    numbers = index.numbers_of(content[:1])[:3]
    words = [n for n in numbers if index.tokens[n].pos not in {"PUNCT", "SPACE"}]
    is_none = bool(words) and index.tokens[words[0]].dep == "det" and _negates(index, words[0])
    return Position(Stance.DENIES, Certainty.CT_MINUS) if is_none else ASSERTED


def find_clause(index: DocIndex, content: Spans) -> Clause | None:
    """The first clause with a verb of a content."""
    numbers = index.numbers_of(content)[:LONGEST]
    chosen = set(numbers)
    governors: set[int] = (
        set()
    )  # of nouns at the top: what follows them is no main clause, save "the bank to close"
    for n in numbers:
        head = index.tokens[n].head
        is_top = head == n or head not in chosen
        if is_top and index.tokens[n].pos in {"NOUN", "PROPN"}:
            governors.add(head)
        fits = not governors or (head in governors and index.tokens[n].dep in {"xcomp", "ccomp"})
        if is_top and fits and index.tokens[n].pos in {"VERB", "AUX"}:
            sentence = index.sentence_at(index.tokens[n].start)
            words = [one for one in numbers if sentence.start <= index.tokens[one].start < sentence.end]
            below = [one for one in index.children(n) if one in chosen]
            return Clause(n, tuple(below), tuple(words))
    return None


def combine(cue: Position, content: Position) -> Position:
    """What the cue's position becomes with its content's."""
    if cue.stance is Stance.INTENDS and content.stance is Stance.DENIES:
        return replace(cue, certainty=NEGATIVE.get(cue.certainty, cue.certainty))
    if cue.stance is Stance.CONFIRMS and content.stance is not Stance.DENIES:
        return replace(cue, certainty=weaker(cue.certainty, content.certainty))
    if cue.stance not in {Stance.ASSERTS, Stance.CONFIRMS}:
        return cue
    if content.certainty is Certainty.CT_MINUS:
        return replace(content, certainty=NEGATIVE.get(cue.certainty, content.certainty))
    if content.certainty in ORDER:
        return replace(content, certainty=weaker(cue.certainty, content.certainty))
    return content


def _own_position(index: DocIndex, clause: Clause, setting: Setting) -> Position | None:
    """What a speaker says of himself: "he could not confirm", "we plan", "there was no evidence"."""
    subject = next((n for n in clause.below if index.tokens[n].dep in SUBJECTS), None)
    is_there = any(index.tokens[n].dep == "expl" or _is_empty_it(index, n) for n in clause.below)
    is_self = setting.speaks_for_itself and (subject is None or _is_self(index, subject, setting))
    if not (is_self or is_there):
        return None
    words = {clause.root}
    has_expletive = any(index.tokens[n].dep == "expl" for n in clause.below)
    for n in clause.below:
        if index.tokens[n].dep == "dobj" and index.lemma(clause.root) not in HAVING:
            continue
        if index.tokens[n].dep in HELPERS or (has_expletive and index.tokens[n].dep == "attr"):
            words |= {
                n,
                *(
                    one
                    for one in index.children(n)
                    if index.tokens[one].dep in {"det", "neg", "xcomp", "aux"}
                ),
            }
        if index.tokens[n].dep == "xcomp" and index.lemma(clause.root) in {"be", "claim", "have"}:
            words |= {n, *index.children(n)}
    words |= {
        child for n in list(words) if index.lower(n) in {"unable", "able"} for child in index.children(n)
    }
    found = read_cue(index, sorted(words))
    if is_there and not is_self:
        return found if found.stance is Stance.CANNOT_CONFIRM else None
    has_clause = any(index.tokens[n].dep == "ccomp" for n in clause.below)
    believes = found.stance is Stance.ASSERTS and found.certainty is not Certainty.CT_PLUS and has_clause
    return found if found.stance in SPEAKING or believes else None


def _is_empty_it(index: DocIndex, number: int) -> bool:
    return index.lower(number) == "it" and index.tokens[number].dep in SUBJECTS


def _is_self(index: DocIndex, subject: int, setting: Setting) -> bool:
    """Whether the subject of a content is its speaker."""
    if index.tokens[subject].pos == "PRON":
        return index.lower(subject) in setting.pronouns
    return setting.source_lemma is not None and index.lemma(subject) == setting.source_lemma


def _modal_position(index: DocIndex, clause: Clause, setting: Setting) -> Position:
    """Negation, modal verbs and adverbs of the main verb."""
    lists = load_words("content")
    helpers = [index.lower(n) for n in clause.below if index.tokens[n].dep in {"aux", "advmod", *COMPLEMENTS}]
    certainty = Certainty.CT_PLUS
    if any(word in lists["possible_modals"] or word in lists["possible"] for word in helpers):
        certainty = Certainty.PS_PLUS
    elif any(word in lists["probable"] for word in helpers):
        certainty = Certainty.PR_PLUS
    negated = is_negated(index, clause) != _denies_by_predicate(index, clause)
    if negated and _is_told_not_to(index, clause):
        return OTHER
    if negated:
        return Position(Stance.DENIES, NEGATIVE[certainty])
    is_future = any(word in lists["future_modals"] for word in helpers) or _is_going_to(index, clause)
    is_supposed = any(word in lists["hypothetical_modals"] for word in helpers)
    if is_supposed and index.lemma(clause.root) in lists["wishing"]:
        return Position(Stance.INTENDS, Certainty.PS_PLUS)
    if is_supposed and setting.is_direct:
        return CONDITIONAL
    if is_future or is_supposed:
        return Position(Stance.INTENDS, weaker(certainty, Certainty.PR_PLUS))
    return Position(Stance.ASSERTS, certainty)


def _is_told_not_to(index: DocIndex, clause: Clause) -> bool:
    """Whether somebody else is told not to do something ("warned the bank not to close")."""
    is_infinitive = any(index.tokens[n].tag == "TO" for n in clause.below)
    return is_infinitive and any(
        index.tokens[n].pos in {"NOUN", "PROPN", "PRON"} for n in clause.words if n < clause.root
    )


def is_negated(index: DocIndex, clause: Clause) -> bool:
    """Whether the main verb, or one of its arguments, carries a negation."""
    for n in clause.below:
        token = index.tokens[n]
        if token.dep in {"neg", "advmod", "preconj"} and _negates(index, n):
            return True
        if token.dep in ARGUMENTS:
            inside = [
                n,
                *(one for one in index.children(n) if index.tokens[one].dep in {"det", "neg", "preconj"}),
            ]
            if any(_negates(index, one) for one in inside):
                return True
    return False


def _negates(index: DocIndex, number: int) -> bool:
    """Whether this word negates: not in "not only" and "if not"."""
    lists = load_words("content")
    if index.lower(number) not in lists["negations"]:
        return False
    if number and index.lower(number - 1) == "if":
        return False
    return number + 1 >= len(index.tokens) or index.lower(number + 1) not in lists["not_negating"]


def _denies_by_predicate(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause calls something false, a lie, a fabrication."""
    if any(index.tokens[n].dep == "auxpass" for n in clause.below):
        return index.lower(clause.root) in load_words("content")["denials"]
    if index.lemma(clause.root) != "be":
        return False
    complements = [n for n in clause.below if index.tokens[n].dep in COMPLEMENTS]
    lists = load_words("nouns")
    people = lists["pronouns_person"].words | lists["pronouns_self"].words | lists["pronouns_several"].words
    if any(index.lower(n) in people for n in clause.below if index.tokens[n].dep in SUBJECTS):
        return False
    return any(index.lemma(n) in load_words("content")["denials"] for n in complements)


def _is_question(index: DocIndex, clause: Clause) -> bool:
    for n in reversed(clause.words):
        if index.tokens[n].pos not in {"PUNCT", "SPACE"}:
            return False
        if "?" in index.word(n):
            return True
    return False


def _is_order(index: DocIndex, clause: Clause) -> bool:
    """Whether a quotation begins with a bare verb and no subject."""
    if index.tokens[clause.root].tag != "VB":
        return False
    below = [index.tokens[n].dep for n in clause.below]
    if any(dep in SUBJECTS or dep == "mark" for dep in below):
        return False
    return not any(index.tokens[n].tag in {"TO", "MD"} for n in clause.below)


def _is_conditional(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause stands under an "if" and says what would, will or might be."""
    lists = load_words("content")
    modals = ("hypothetical_modals", "future_modals", "possible_modals")
    helpers = [index.lower(n) for n in clause.below if index.tokens[n].dep == "aux"]
    if not any(word in lists[key] for word in helpers for key in modals):
        return False
    return any(index.lower(n) in lists["conditions"] and _belongs(index, n, clause) for n in clause.words)


def _belongs(index: DocIndex, number: int, clause: Clause) -> bool:
    """Whether an "if" hangs on the main verb, by an adverbial clause and not by a reported question."""
    current = number
    for _ in range(4):
        if index.tokens[current].dep == "ccomp":
            return False
        current = index.tokens[current].head
        if current == clause.root:
            return True
    return False


def _is_going_to(index: DocIndex, clause: Clause) -> bool:
    is_going = index.lower(clause.root) == "going"
    return is_going and any(index.tokens[n].dep == "xcomp" for n in clause.below)
