"""Says whether the outlet through which a source spoke before still stands between."""

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.spoken import Spoken
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution, SourceKind

CARRIED_REACH = 1  # sentences over which a named speaker's "he said" still goes through the same outlet
ASKED = 3  # first words of a sentence among which "asked" stands


def carries(index: DocIndex, row: Attribution, spoken: Spoken) -> bool:
    """Whether what is said now goes through the same outlet as what `spoken` said."""
    if spoken.link.kind is not SourceKind.PERSON or continues(index, row):
        return True
    if _answers(index, row):
        return False
    away = index.sentence_number(row.source[0].start) - index.sentence_number(spoken.position)
    return away <= CARRIED_REACH


def continues(index: DocIndex, row: Attribution) -> bool:
    """Whether the cue goes on with what the same source said: "added", "concluded"."""
    continuing = load_words("relays")["continuing"]
    return any(index.lemma(n) in continuing for n in index.numbers_of(row.cue))


def _answers(index: DocIndex, row: Attribution) -> bool:
    """Whether a sentence begins with a new question: "Asked about that, he said"."""
    first = index.numbers(index.sentence_at(row.source[0].start))[:ASKED]
    return any(index.lemma(n) == "ask" and index.tokens[n].tag == "VBN" for n in first)
