"""Names of speakers: when two may mean one, and the words by which one may be called."""

from reportedly.evidence.publishers import name_of
from reportedly.evidence.words import head_words, kinds_of_bodies, roots, tokens, word_list
from reportedly.types.attribution import ChainLink, SourceKind


def name_key(name: str) -> str:
    """What the same name has in common wherever it stands: its words, whatever their order and articles."""
    return " ".join(sorted(set(tokens(name)) - word_list("small") - {"the"}))


def has_own_name(link: ChainLink) -> bool:
    """Whether a name tells its bearer from others; a document's must say whose it is, or what it is about."""
    words = name_of(link).split()[1:]
    return link.kind is not SourceKind.DOCUMENT or any(word[:1].isupper() for word in words)


def is_fuller(other: ChainLink, link: ChainLink) -> bool:
    """Whether another name holds a name, or shares words with it and differs in no proper name."""
    words, theirs = roots(name_of(link)), roots(name_of(other))
    is_short = _bare_words(name_of(link)) == [initials(name_of(other))]
    if is_short or not words or not theirs:
        return is_short
    shared = words & theirs
    own = proper_names(name_of(link)) - shared, proper_names(name_of(other)) - shared
    return words <= theirs or (len(shared) > 1 and not theirs <= words and not all(own))


def is_state(link: ChainLink) -> bool:
    """Whether a body goes by a proper name alone ("Kelvaria"): whichever of its offices speaks."""
    words = roots(name_of(link))
    is_bare = len(words) == 1 and words == proper_names(name_of(link))
    return link.kind is SourceKind.ORGANISATION and is_bare and not words & kinds_of_bodies()


def heads_of(link: ChainLink) -> frozenset[str]:
    """The words by which a name may be called alone: a family name, what a body is, the state it serves."""
    name = name_of(link)
    words = _bare_words(name)
    if not words:
        return frozenset()
    if link.kind is SourceKind.PERSON:
        return frozenset(roots(words[-1]))
    owners = {words[0]} if "’s " in name or "'s " in name or len(words) == 1 else set()
    if "of" in words:
        owners.add(words[-1])
    short = words[0] if len(words) == 1 else initials(name)
    return kind_of(link) | roots(" ".join(owners)) | ({f"short for {short}"} if short else frozenset())


def kind_of(link: ChainLink) -> frozenset[str]:
    """The root of the word that says what a body is."""
    return roots(" ".join(head_words(name_of(link))[-1:]))


def initials(name: str) -> str:
    """The first letters of the capitalised words, where there are two: "un" for the United Nations."""
    capitals = [word[0] for word in name.split() if word[:1].isupper()]
    return "".join(capitals).lower() if len(capitals) > 1 else ""


def proper_names(name: str) -> frozenset[str]:
    """The roots of the capitalised words."""
    return roots(" ".join(word for word in name.split() if word[:1].isupper()))


def _bare_words(name: str) -> list[str]:
    return [word for word in tokens(name) if word != "the"]
