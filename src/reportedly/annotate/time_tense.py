"""Which verb an expression of time hangs on, and whether that verb looks back or ahead."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.time_calendar import Tense
from reportedly.annotate.time_grammar import load_values

SINCE = "since"
DATING = "date"  # "the memo dates from early March"
CLIMB = 12  # heads between an expression and its verb
CLIMB_VERBS = 4  # from "closed until Friday" to "has continued to hold markets closed"
VERBS = frozenset(("VERB", "AUX"))
BEFORE_NOUN = frozenset(("compound", "nummod", "amod", "poss", "nmod"))
PRESENT_FORMS = frozenset(("VBZ", "VBP", "VBG"))
PAST_FORMS = frozenset(("VBD", "VBN"))
PRESENT_BE = frozenset(("is", "are", "'s", "’s", "'re", "’re", "am"))
PRESENT_PERFECT = frozenset(("has", "have", "'ve", "’ve"))
PERFECT = frozenset(("has", "have", "had", "'ve", "’ve", "having"))


@dataclass(frozen=True, slots=True)
class Hanging:
    """The verb above an expression, None where there is none, and what lies between.

    `is_named_by` says that the expression only names a noun ("the 2015 treaty"); `through` are the tokens
    from the expression up to, and without, the verb.
    """

    verb: int | None
    is_named_by: bool
    through: tuple[int, ...]


def hang(index: DocIndex, numbers: Sequence[int]) -> Hanging:
    """Where the tokens of an expression hang in the parse."""
    current = index.top(numbers)
    through: list[int] = []
    is_named_by = False
    inside = set(numbers)
    for _ in range(CLIMB):
        if current is None:
            break
        token = index.tokens[current]
        if token.pos in VERBS and current not in inside:
            return Hanging(current, is_named_by, tuple(through))
        through.append(current)
        is_named_by = is_named_by or (token.dep in BEFORE_NOUN and token.head > current)
        current = token.head if token.head != current else None
    return Hanging(None, is_named_by, tuple(through))


def tense_of(index: DocIndex, hanging: Hanging) -> Tense:
    """Whether the verb looks back or ahead."""
    verb = hanging.verb
    if any(index.lower(n) == SINCE for n in hanging.through):
        return Tense.PAST
    if verb is None:
        return planned(index, hanging.through)
    if index.lemma(verb) == DATING:
        return Tense.PAST
    tense = verb_tense(index, verb, CLIMB)
    if is_still_open(index, hanging, verb):
        return Tense.FUTURE
    if tense is Tense.PAST and (hanging.is_named_by or planned(index, hanging.through) is Tense.FUTURE):
        return planned(index, hanging.through)
    return tense


def is_still_open(index: DocIndex, hanging: Hanging, verb: int) -> bool:
    """Whether what has gone on ends there: "has kept the port shut until Friday"."""
    if not any(index.lower(n) in load_values("end") for n in hanging.through):
        return False
    current = verb
    for _ in range(CLIMB_VERBS):
        if any(index.lower(n) in PRESENT_PERFECT for n in index.children(current)):
            return True
        current = index.tokens[current].head
    return False


def planned(index: DocIndex, numbers: Sequence[int]) -> Tense:
    """What lies ahead without a verb: "due on Friday"."""
    plans = load_values("planning")
    is_ahead = any(index.lemma(n) in plans and index.tokens[n].pos in {"ADJ", "VERB"} for n in numbers)
    return Tense.FUTURE if is_ahead else Tense.OPEN


def verb_tense(index: DocIndex, verb: int, depth: int) -> Tense:
    """The tense of one verb with its helping verbs, or of the verb that it completes."""
    token = index.tokens[verb]
    helpers = [n for n in index.children(verb) if index.tokens[n].dep in {"aux", "auxpass"}]
    words = {index.lower(n) for n in helpers}
    if words & PERFECT:
        return Tense.PAST
    if any(word in load_values("ahead") for word in words):
        return Tense.FUTURE
    if token.tag == "VB" or any(index.tokens[n].tag == "TO" for n in helpers):
        return infinitive_tense(index, verb, depth)
    is_past = token.tag == "VBD" or any(index.tokens[n].tag in PAST_FORMS for n in helpers)
    if token.tag == "VBG" and not is_past and not words & PRESENT_BE:
        return above(index, verb, depth)
    if token.tag == "VBN" and index.lemma(verb) in load_values("planning"):
        return Tense.FUTURE
    return form_tense(token.tag, is_past)


def form_tense(tag: str, is_past: bool) -> Tense:
    """The tense of a verb's form: "it opens on Friday" lies ahead, for the news tells the past as past."""
    if is_past or tag == "VBN":
        return Tense.PAST
    return Tense.FUTURE if tag in PRESENT_FORMS else Tense.OPEN


def infinitive_tense(index: DocIndex, verb: int, depth: int) -> Tense:
    """Of "to open": ahead after "plans" and "is set", else with the verb that it completes."""
    head = index.tokens[verb].head
    if head == verb or depth <= 0:
        return Tense.FUTURE if head == verb and is_marked(index, verb) else Tense.OPEN
    if index.lemma(head) in load_values("planning"):
        return Tense.FUTURE
    if any(index.lemma(n) in load_values("planning") for n in index.children(head) if n < verb):
        return Tense.FUTURE
    if index.tokens[head].pos in {"NOUN", "PROPN"}:
        return Tense.FUTURE  # "a plan to open on Friday"
    return above(index, verb, depth)


def is_marked(index: DocIndex, verb: int) -> bool:
    """Whether "to" stands before a verb: of a sentence, only headlines have it ("Port to open on Friday")."""
    return any(index.tokens[n].tag == "TO" for n in index.children(verb))


def above(index: DocIndex, verb: int, depth: int) -> Tense:
    """The tense of the next verb up."""
    head = index.tokens[verb].head
    if head == verb or depth <= 0 or index.tokens[head].pos not in VERBS:
        return Tense.OPEN
    if index.tokens[head].tag in PRESENT_FORMS and not is_helped(index, head):
        return Tense.OPEN  # "she remembers him dining there in March"
    return verb_tense(index, head, depth - 1)


def is_helped(index: DocIndex, verb: int) -> bool:
    """Whether a verb has a helping verb."""
    return any(index.tokens[n].dep in {"aux", "auxpass"} for n in index.children(verb))
