"""Says whether a clause is a question, an order, or true only on a condition."""

from reportedly.annotate.clauses import FINITE, SUBJECTS, Clause
from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import load_words

PRESENT = frozenset(("VBP", "VBZ"))
DEEPEST = 12  # steps up the parse that are followed
STEPS = 4  # from an "if" up to the main verb
LONGEST_PROVISION = 3  # words of "in the event"
CONDITIONED = ("hypothetical_modals", "future_modals", "possible_modals", "binding_modals")


def is_question(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause's sentence ends with a question mark."""
    return ends_asking(index, clause.words)


def ends_asking(index: DocIndex, numbers: tuple[int, ...]) -> bool:
    """Whether these words end with a question mark."""
    for n in reversed(numbers):
        if index.tokens[n].pos not in {"PUNCT", "SPACE"}:
            return False
        if "?" in index.word(n):
            return True
    return False


def is_order(index: DocIndex, clause: Clause) -> bool:
    """Whether a quotation begins with a bare verb and no subject."""
    tag = index.tokens[clause.root].tag
    starts = bool(clause.words) and clause.root == _first_word(index, clause)
    if tag != "VB" and not (tag == "VBP" and starts):
        return False
    below = [index.tokens[n].dep for n in clause.below]
    if any(dep in SUBJECTS or dep == "mark" for dep in below):
        return False
    return not any(index.tokens[n].tag in {"TO", "MD"} for n in clause.below)


def is_conditional(index: DocIndex, clause: Clause, is_own_act: bool) -> bool:
    """Whether the clause stands under an "if" and says what would, will or might be, or then is.

    What a speaker will do on a condition that is still open is his promise (`is_own_act`), so no condition.
    """
    lists = load_words("content")
    condition = find_condition(index, clause)
    if condition is None or (is_own_act and _is_open(index, condition)):
        return False
    verbs = [n for n in (clause.root, *clause.below) if index.tokens[n].tag in FINITE]
    if any(index.tokens[n].tag == "MD" for n in verbs):
        is_loose = (
            index.tokens[condition].dep in SUBJECTS or index.lower(condition) in lists["condition_phrases"]
        )
        keys = CONDITIONED[:1] if is_loose else CONDITIONED
        return any(index.lower(n) in lists[key] for n in verbs for key in keys)
    is_first = condition < clause.root and index.lower(condition) in lists["conditions"]
    return is_first and any(index.tokens[n].tag in PRESENT for n in verbs)


def find_condition(index: DocIndex, clause: Clause) -> int | None:
    """The "if" of a clause, or the verb that stands for it ("should it rain"); None where it has none."""
    lists = load_words("content")
    for n in clause.below:
        if index.tokens[n].dep in {"prep", "advmod"} and index.lower(n) in lists["condition_phrases"]:
            return n
        if index.tokens[n].pos == "VERB" and index.lower(n) in lists["condition_verbs"]:
            return n
        if index.tokens[n].dep in SUBJECTS and _is_supposed(index, n):
            return n
    found = next((n for n in clause.words if _opens_condition(index, n, clause)), None)
    return _condition_outside(index, clause) if found is None else found


def _opens_condition(index: DocIndex, number: int, clause: Clause) -> bool:
    """Whether a condition on the clause's verb begins at a word: "if", "should it rain", "as long as"."""
    lists = load_words("content")
    if index.lower(number) in lists["conditions"] and _is_condition(index, number, clause):
        return True
    if index.lower(number) in lists["inverted_conditions"] and _is_inverted(index, number, clause):
        return True
    return _opens_provision(index, number) and _belongs(index, number, clause)


def _opens_provision(index: DocIndex, number: int) -> bool:
    """Whether "as long as", "in the event", "on condition" begin at a word."""
    provisions = load_words("content")["provisions"].words
    ends = range(number + 2, min(number + LONGEST_PROVISION, len(index.tokens)) + 1)
    return any(" ".join(index.lower(n) for n in range(number, end)) in provisions for end in ends)


def _is_supposed(index: DocIndex, subject: int) -> bool:
    """Whether a subject is only supposed to exist: "any attack would …", "such a step would …"."""
    supposed = load_words("content")["supposed"]
    return any(index.lower(n) in supposed for n in (subject, *index.children(subject)) if n <= subject)


def is_mere_condition(index: DocIndex, clause: Clause) -> bool:
    """Whether a clause is nothing but a condition: "should it fail", "if it fails"."""
    lists = load_words("content")
    for n in (clause.root, *clause.below):
        if index.lower(n) in lists["inverted_conditions"] and _is_inverted(index, n, clause):
            return True
        if index.lower(n) in lists["conditions"] and index.tokens[n].dep == "mark":
            return True
    return False


def _condition_outside(index: DocIndex, clause: Clause) -> int | None:
    """An "if" that opens the sentence, cut from a quotation by its cue ("If it falls, he said, “…”")."""
    sentence = index.numbers(index.sentence_at(index.tokens[clause.root].start))
    first = next((n for n in sentence if index.tokens[n].pos not in {"PUNCT", "SPACE"}), None)
    if first is None or first in clause.words or first > clause.root:
        return None
    is_modal = any(index.tokens[n].tag == "MD" for n in clause.below)
    is_opening = is_modal and index.lower(first) in load_words("content")["conditions"]
    return first if is_opening and not _hangs_on(index, clause.root, index.tokens[first].head) else None


def _hangs_on(index: DocIndex, number: int, verb: int) -> bool:
    """Whether a word stands below this verb: what somebody says inside the "if" is under no condition."""
    current = number
    for _ in range(DEEPEST):
        if current == verb:
            return True
        current = index.tokens[current].head
    return False


def _is_condition(index: DocIndex, number: int, clause: Clause) -> bool:
    lists = load_words("content")
    after = index.lower(number + 1) if number + 1 < len(index.tokens) else ""
    if (number and index.lower(number - 1) in lists["not_conditions"]) or after in lists["set_phrases"]:
        return False  # "even if", "if anything"
    if index.tokens[number].pos not in {"SCONJ", "ADP", "ADV"} and index.tokens[number].dep != "mark":
        return False  # "provided" as a verb
    return _belongs(index, number, clause)


def _belongs(index: DocIndex, number: int, clause: Clause) -> bool:
    """Whether an "if" hangs on the main verb, by an adverbial clause and not by a reported question.

    Where the parser loses the way, an "if" that opens the content is taken for a condition.
    """
    current = number
    for _ in range(STEPS):
        if index.tokens[current].dep == "ccomp" and current != clause.root:
            break
        current = index.tokens[current].head
        if current == clause.root or (clause.leader == current and number < clause.leader):
            return True
    return number == _first_word(index, clause) and index.tokens[number].head != clause.root


def _first_word(index: DocIndex, clause: Clause) -> int | None:
    words = (n for n in clause.words if index.tokens[n].pos not in {"PUNCT", "SPACE"})
    skipped = load_words("content")["joints"]
    return next((n for n in words if index.lower(n) not in skipped and index.lower(n) != "that"), None)


def _is_inverted(index: DocIndex, number: int, clause: Clause) -> bool:
    """Whether "should", "were" or "had" opens a clause, before its subject."""
    opens = number == clause.words[0]
    token = index.tokens[number]
    is_after_pause = not number or index.tokens[number - 1].pos in {"PUNCT", "NOUN", "PROPN", "SPACE"}
    if not opens and not is_after_pause and token.tag != "MD":
        return index.lower(number - 1) == "that"
    verb = token.head if token.dep in {"aux", "auxpass"} else number
    below = [*index.children(verb)]
    if opens and verb == number:  # the parser may take "had" for the main verb: "had it rained, …"
        below += [one for n in below if index.tokens[n].dep == "ccomp" for one in index.children(n)]
    subject = next((n for n in below if index.tokens[n].dep in SUBJECTS), None)
    return subject is not None and number < subject and (subject < verb or verb == number)


def _is_open(index: DocIndex, condition: int) -> bool:
    """Whether what the "if" says may still come true: no "were", no pluperfect."""
    verb = index.tokens[condition].head
    words = [verb, *index.children(verb)]
    lowered = [index.lower(n) for n in words if n > condition or n == verb]
    return "were" not in lowered and not ("had" in lowered and index.tokens[verb].tag == "VBN")
