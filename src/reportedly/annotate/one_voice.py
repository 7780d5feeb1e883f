"""Says which sources are one link: a spokesperson and the body spoken for, an agency told its own story."""

from reportedly.annotate.cue_reading import read_cue
from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.source_phrase import Phrase
from reportedly.annotate.speakers import Speakers
from reportedly.facts.outlets import OutletBook
from reportedly.lang.lexicon import load_words
from reportedly.types.attribution import Attribution, ChainLink, SourceKind, Stance

WITHHELD = frozenset((Stance.CANNOT_CONFIRM, Stance.NO_KNOWLEDGE, Stance.DECLINES))
OUTLETS = frozenset((SourceKind.OUTLET, SourceKind.WIRE_AGENCY))
PAIR = 2  # tokens of "the ministry"


def append_link(links: list[ChainLink], link: ChainLink, outlets: OutletBook) -> None:
    """Add a link unless the chain has it already: an agency that is told its own story is one link."""
    for one in links if link.kind in OUTLETS else links[-1:]:
        if link.name is not None and _same_name(one, link, outlets):
            return
        if link.name is None and link.spans and one.spans == link.spans and one.kind is link.kind:
            return
    links.append(link)


def is_spoken_for(
    index: DocIndex, speakers: Speakers, row: Attribution, phrase: Phrase, speaker: ChainLink
) -> bool:
    """Whether a child's source is the body for which its parent's spokesperson speaks: one link.

    Of whom nothing more is said than "a spokeswoman", speaks for the body that she says cannot confirm.
    """
    if _is_of_minister(index, speakers, row, phrase, speaker):
        return True
    words = {index.lower(n) for n in phrase.numbers}
    described = speakers.roles.words_of_spokesperson(speaker.name)
    if _is_client(phrase, described):
        return True
    if not described or words - {"the"} <= described:
        return bool(described)
    known = {
        *load_words("nouns")["spokespersons"].words,
        *(speaker.name or "").lower().split(),
        "the",
        "a",
    }
    is_bare = phrase.mention is not None and phrase.is_bare and phrase.pronoun is None
    if not is_bare or any(word.isalpha() and word not in known for word in described):
        return False
    return _withholds(index, row)


def _is_of_minister(
    index: DocIndex, speakers: Speakers, row: Attribution, phrase: Phrase, speaker: ChainLink
) -> bool:
    """Whether a minister says that "the ministry" cannot confirm, knows nothing, does not comment."""
    nouns = load_words("nouns")
    roles = speakers.roles.of(speaker.name)
    is_own = phrase.lemma in nouns["ministries"] and any(role in nouns["ministers"] for role in roles)
    is_bare = phrase.is_definite and phrase.mention is None and len(phrase.numbers) == PAIR
    return is_own and is_bare and _withholds(index, row)


def _is_client(phrase: Phrase, described: frozenset[str] | set[str]) -> bool:
    """Whether "she" is the one for whom "her spokesman" speaks."""
    if phrase.pronoun is None:
        return False
    pronouns = load_words("pronouns")
    return any(
        phrase.pronoun in pronouns[key] and any(word in pronouns[key] for word in described)
        for key in ("female", "male", "several")
    )


def _withholds(index: DocIndex, row: Attribution) -> bool:
    return read_cue(index, index.numbers_of(row.cue)).stance in WITHHELD


def _same_name(a: ChainLink, b: ChainLink, outlets: OutletBook) -> bool:
    if a.name == b.name:
        return True
    if a.name is None or b.name is None:
        return False
    first, second = outlets.find_publisher(a.name), outlets.find_publisher(b.name)
    return first is not None and first is second
