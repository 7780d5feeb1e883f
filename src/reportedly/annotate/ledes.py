"""Finds the name of whoever a report's first sentence calls by an office alone ("Norland's minister")."""

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook
from reportedly.annotate.roles import Roles
from reportedly.annotate.source_phrase import Phrase
from reportedly.lang.lexicon import load_words
from reportedly.types.doc import Mention
from reportedly.types.span import Span

REACH = 2  # sentences from an office to the bare name of whoever holds it
LEDE = 1  # the last sentence of a lede, by number; a dateline may be cut off as the first
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def is_office(index: DocIndex, names: NameBook, phrase: Phrase) -> bool:
    """ "Norland's health minister": one person, whom a state or a body has."""
    marks = [n for n in phrase.numbers if n < phrase.head and index.tokens[n].tag == "POS"]
    if not marks or marks[0] == 0 or phrase.is_plural or phrase.lemma not in load_words("nouns")["person"]:
        return False
    owner = index.mention_at(marks[0] - 1)
    is_name = index.tokens[marks[0] - 1].pos == "PROPN"
    return is_name and (owner is None or not names.is_person(owner))


def holder_of_office(index: DocIndex, names: NameBook, roles: Roles, position: int) -> Mention | None:
    """The first full name after a lede that is a subject, without any word of who that is.

    "Norland's health minister said … Ana Brook confirmed": the bare name must be known to the reader.
    """
    lede = index.sentence_number(position)
    if lede > LEDE:
        return None
    for mention in index.mentions:
        away = index.sentence_number(mention.start) - lede
        if away > REACH:
            return None
        if mention.start < position or away < 1 or not names.is_person(mention):
            continue
        top = index.top(index.numbers(Span(mention.start, mention.end)))
        is_subject = top is not None and index.tokens[top].dep in SUBJECTS
        name = names.person_of(mention)
        return mention if is_subject and " " in name and not roles.of(name) else None
    return None
