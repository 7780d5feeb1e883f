"""Reads the predicate of a clause: its negation, its modal verbs, and words that call something false."""

from collections.abc import Iterator

from reportedly.annotate.clauses import Clause, subject_of
from reportedly.annotate.cue_reading import NEGATIVE, weaker
from reportedly.annotate.doc_index import DocIndex
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Certainty, Position, Stance

ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd", "expl"))
ADVERBIAL = frozenset(("neg", "advmod", "preconj", "npadvmod"))
COMPLEMENTS = frozenset(("acomp", "attr", "oprd"))
DETERMINERS = frozenset(("det", "neg", "preconj", "nummod", "predet"))
OTHER = Position(Stance.OTHER, Certainty.UU)
CONDITIONAL = Position(Stance.CONDITIONAL, Certainty.UU)


def modal_position(index: DocIndex, clause: Clause, is_own_act: bool, is_direct: bool) -> Position:
    """What negation, modal verbs and adverbs of a clause's verb make of it."""
    certainty = certainty_of(index, clause)
    if is_negated(index, clause) != denies_by_predicate(index, clause):
        return _negative(index, clause, certainty, is_own_act and is_direct)
    lists = load_words("content")
    helpers = set(helpers_of(index, clause))
    is_supposed = not helpers.isdisjoint(lists["hypothetical_modals"].words)
    is_wish = is_supposed and index.lemma(clause.root) in lists["wishing"]
    if is_supposed and not is_wish and (is_direct or _has_perfect(index, clause)):
        return CONDITIONAL
    is_future = not helpers.isdisjoint(lists["future_modals"].words) or is_prospective(index, clause)
    if is_supposed or is_future:
        return Position(Stance.INTENDS, weaker(certainty, Certainty.PR_PLUS))
    is_forecast = not helpers.isdisjoint(lists["possible_modals"].words) and _is_to_come(index, clause)
    return Position(Stance.INTENDS if is_forecast else Stance.ASSERTS, certainty)


def _negative(index: DocIndex, clause: Clause, certainty: Certainty, is_promise: bool) -> Position:
    """A negated clause: told not to, promised not to, forecast not to be, or denied."""
    if _is_told_not_to(index, clause):
        return OTHER
    lists = load_words("content")
    helpers = helpers_of(index, clause)
    willing = lists["future_modals"].words | lists["hypothetical_modals"].words
    is_future = not willing.isdisjoint(helpers) or index.lower(clause.root) == "going"
    if is_promise and is_future:
        return Position(Stance.INTENDS, Certainty.PR_MINUS)
    if any(word in lists["improbable"] for word in helpers):
        stance = Stance.INTENDS if is_prospective(index, clause) else Stance.DENIES
        return Position(stance, Certainty.PR_MINUS)
    return Position(Stance.DENIES, NEGATIVE[certainty])


def certainty_of(index: DocIndex, clause: Clause) -> Certainty:
    """How sure the words beside a verb are, its polarity aside."""
    lists = load_words("content")
    words = helpers_of(index, clause)
    is_possible = any(word in lists["possible"] for word in words)
    if is_possible or any(
        word in lists["possible_modals"] for word in words if not _is_ability(index, clause, word)
    ):
        return Certainty.PS_PLUS
    words += _described(index, clause)
    if _seems(index, clause) or any(
        word in lists["probable"] or word in lists["improbable"] for word in words
    ):
        return Certainty.PR_PLUS
    return Certainty.CT_PLUS


def _described(index: DocIndex, clause: Clause) -> list[str]:
    """The adjectives of what a copula equates: "the likeliest cause was a wire"."""
    if not is_copula(index, clause.root):
        return []
    nouns = [n for n in clause.below if index.tokens[n].dep in {"nsubj", "attr"}]
    return [index.lower(one) for n in nouns for one in index.children(n) if index.tokens[one].dep == "amod"]


def _seems(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause says what only seems so: "appeared to have sunk"."""
    has_more = any(index.tokens[n].dep in {"xcomp", "ccomp", "oprd", "acomp"} for n in clause.below)
    return has_more and index.lemma(clause.root) in load_words("content")["seeming"]


def helpers_of(index: DocIndex, clause: Clause) -> list[str]:
    """The auxiliaries, adverbs and complements of a clause's verb in lower case, and a bare "would"."""
    kept = {"aux", "advmod", *COMPLEMENTS}
    words = [index.lower(n) for n in clause.below if index.tokens[n].dep in kept]
    return [*words, index.lower(clause.root)] if index.tokens[clause.root].tag == "MD" else words


def is_negated(index: DocIndex, clause: Clause) -> bool:
    """Whether the main verb, or one of its arguments, carries a negation."""
    lists = load_words("content")
    first = next((n for n in clause.words if index.tokens[n].pos not in {"PUNCT", "SPACE"}), clause.root)
    found = index.lower(first) in lists["nobodies"] or any(
        _is_negating(index, n, clause) for n in clause.below
    )
    found = found or any(word in lists["improbable"] for word in helpers_of(index, clause))
    has_act = any(index.tokens[n].dep == "xcomp" for n in clause.below)
    return found != (has_act and index.lemma(clause.root) in lists["denying_verbs"])


def _is_negating(index: DocIndex, number: int, clause: Clause) -> bool:
    token, lists = index.tokens[number], load_words("content")
    if token.dep == "prep" and _is_null_phrase(index, number):
        return True
    if negates(index, number) and (token.dep in ADVERBIAL or index.lower(number) in lists["bare_negations"]):
        return True
    if token.dep == "prep" and is_copula(index, clause.root):  # "was “not in” the room"
        if index.lower(number) in lists["lacking"]:
            return True
        return any(negates(index, one) and index.tokens[one].dep == "neg" for one in index.children(number))
    if token.dep not in ARGUMENTS or index.lemma(number) in lists["affirming"]:
        return False
    return any(negates(index, one) for one in _determiners(index, number))


def _is_null_phrase(index: DocIndex, preposition: int) -> bool:
    """Whether a preposition has nothing behind it: "at no point", "with nobody"."""
    lists = load_words("content")
    for n in index.children(preposition):
        if index.tokens[n].dep != "pobj":
            continue
        words = " ".join(index.lower(one) for one in range(preposition, n + 1))
        if words in lists["null_phrases"] or index.lower(n) in lists["null_objects"]:
            return True
    return False


def _determiners(index: DocIndex, number: int) -> Iterator[int]:
    """A noun and its determiners with theirs: "not a single cartridge", "not one man"."""
    yield number
    for child in index.children(number):
        if index.tokens[child].dep in DETERMINERS:
            yield child
            yield from (one for one in index.children(child) if index.tokens[one].dep in {"neg", "advmod"})


def negates(index: DocIndex, number: int) -> bool:
    """Whether this word negates: not in "not only" and "if not"; "yet" does in "has yet to"."""
    lists = load_words("content")
    after = index.lower(number + 1) if number + 1 < len(index.tokens) else ""
    if index.lower(number) == "yet":
        return after == "to"
    if index.lower(number) not in lists["negations"]:
        return False
    if number and index.lower(number - 1) == "if":
        return False
    return after not in lists["not_negating"]


def denies_by_predicate(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause calls something false, a lie, a fabrication."""
    lists = load_words("content")
    if any(index.tokens[n].dep == "auxpass" for n in clause.below):
        return index.lower(clause.root) in lists["denials"]
    if not is_copula(index, clause.root) or _is_about_somebody(index, clause):
        return False
    complements = [n for n in clause.below if index.tokens[n].dep in COMPLEMENTS]
    return any(is_called_false(index, n, _is_about_a_report(index, clause)) for n in complements)


def is_copula(index: DocIndex, number: int) -> bool:
    """Whether a verb only ties its complement to its subject."""
    copulas = load_words("content")["copulas"]
    return index.lemma(number) in copulas or index.lower(number) in copulas


def is_called_false(index: DocIndex, number: int, of_a_report: bool) -> bool:
    """Whether a noun or adjective says that something is false; mild words ("wrong") only do of a report."""
    lists = load_words("content")
    lemma = index.lemma(number)
    if lemma in lists["denials"] or (of_a_report and lemma in lists["mild_denials"]):
        return True
    below = [index.lemma(n) for n in index.children(number) if index.tokens[n].dep in {"amod", "compound"}]
    return lemma in lists["reports"] and any(one in lists["denials"] for one in below)


def _is_about_somebody(index: DocIndex, clause: Clause) -> bool:
    subject = subject_of(index, clause)
    if subject is None:
        return False
    lists = load_words("nouns")
    people = lists["pronouns_person"].words | lists["pronouns_self"].words | lists["pronouns_several"].words
    mention = index.mention_at(subject)
    return index.lower(subject) in people - {"they"} or (mention is not None and mention.kind == "PERSON")


def _is_about_a_report(index: DocIndex, clause: Clause) -> bool:
    subject = subject_of(index, clause)
    return subject is not None and index.lemma(subject) in load_words("content")["reports"]


def is_prospective(index: DocIndex, clause: Clause) -> bool:
    """Whether the clause says what is set, due, likely or going to happen."""
    lists = load_words("content")
    subject = subject_of(index, clause)
    is_purpose = subject is not None and index.lemma(subject) in lists["purposes"]
    if (
        index.lower(clause.root) in lists["arranging"]
        and not is_purpose
        and any(
            index.tokens[n].dep == "xcomp"
            and index.lemma(n) not in lists["not_arranged"]
            and _is_infinitive_to_come(index, n)
            for n in clause.below
        )
    ):
        return True
    places = [clause.root, *(n for n in clause.below if index.tokens[n].dep in COMPLEMENTS)]
    for n in places:
        if index.lower(n) in lists["prospective"]:
            below = (*index.children(n), *clause.below)
            verbs = [one for one in below if index.tokens[one].dep in {"xcomp", "ccomp"} and one != n]
            if any(_is_infinitive_to_come(index, one) for one in verbs):
                return True
    return False


def _is_infinitive_to_come(index: DocIndex, verb: int) -> bool:
    below = [index.tokens[n].tag for n in index.children(verb)]
    perfect = any(index.lower(n) == "have" and index.tokens[n].dep == "aux" for n in index.children(verb))
    return "TO" in below and not perfect and index.lemma(verb) not in load_words("content")["states"]


def _is_to_come(index: DocIndex, clause: Clause) -> bool:
    """Whether "may" and its like forecast an event: no perfect, no progressive, no state."""
    if _has_perfect(index, clause) or index.tokens[clause.root].tag != "VB":
        return any(index.tokens[n].dep == "auxpass" and index.tokens[n].tag == "VB" for n in clause.below)
    lemma = index.lemma(clause.root)
    return lemma not in load_words("content")["states"] and lemma not in load_words("content")["perceiving"]


def _is_ability(index: DocIndex, clause: Clause, word: str) -> bool:
    """Whether "could" is an ability: negated ("could not pay") or of perception ("could see smoke")."""
    if word not in load_words("content")["ability"]:
        return False
    if any(_is_negating(index, n, clause) for n in clause.below):
        return True
    is_perceived = index.lemma(clause.root) in load_words("content")["perceiving"]
    return is_perceived and not _has_perfect(index, clause)


def _has_perfect(index: DocIndex, clause: Clause) -> bool:
    return any(
        index.tokens[n].dep == "aux" and index.lower(n) in {"have", "'ve", "’ve"} for n in clause.below
    )


def _is_told_not_to(index: DocIndex, clause: Clause) -> bool:
    """Whether somebody else is told not to do something ("warned the bank not to close")."""
    is_infinitive = any(index.tokens[n].tag == "TO" for n in clause.below)
    return is_infinitive and any(
        index.tokens[n].pos in {"NOUN", "PROPN", "PRON"} for n in clause.words if n < clause.root
    )
