"""Says where the texts leave it open whether two origins are one, and how few they may then be."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.evidence.publishers import name_of
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.words import head_words, root_list, roots, tokens, word_list
from reportedly.types.attribution import SourceKind
from reportedly.types.claim import PossiblySame

# Origins that are compared with one another, the earliest first: the pairs grow with the square.
COMPARED = 60

Members = Sequence[Telling]


def find_doubts(origins: Mapping[str, Members]) -> Iterator[PossiblySame]:
    """The pairs of origins of one side that may be one, each with the reason."""
    for (a, ours), (b, theirs) in combinations(list(origins.items())[:COMPARED], 2):
        why = why_open(ours, theirs)
        if why:
            yield PossiblySame(a, b, why)


def fewest(origins: Sequence[str], doubts: Sequence[PossiblySame]) -> int:
    """How many origins are left if all that may be one is one: each joins the first that it may be with."""
    open_pairs = {frozenset((doubt.a, doubt.b)) for doubt in doubts}
    merged: list[list[str]] = []
    doubtful = {one for doubt in doubts for one in (doubt.a, doubt.b)}
    for origin in (one for one in origins if one in doubtful):
        fitting = (group for group in merged if all(frozenset((origin, one)) in open_pairs for one in group))
        group = next(fitting, None)
        if group is None:
            merged.append([origin])
        else:
            group.append(origin)
    return len(merged) + sum(one not in doubtful for one in origins)


def why_open(ours: Members, theirs: Members) -> str | None:
    """Why two origins may be one; None where something in the texts speaks against it."""
    for one, other in ((ours, theirs), (theirs, ours)):
        if all(telling.role is Role.LEFT_OUT for telling in one) and may_stand_behind(other, one[0]):
            return f"{name_of(one[0].outlet)} leaves its source out, and it may have been this one"
    if all(telling.role is Role.OWN_VOICE for telling in (*ours, *theirs)):
        names = name_of(ours[0].outlet), name_of(theirs[0].outlet)
        return f"{names[0]} and {names[1]} name no source; which of them had it first is not known"
    if ours[0].role is theirs[0].role is Role.DOCUMENT and may_be_one_document(ours[0], theirs[0]):
        names = name_of(ours[0].holder), name_of(theirs[0].holder)
        return f"“{names[0]}” and “{names[1]}” may be one document: the texts leave it open"
    described = descriptions(ours), descriptions(theirs)
    for a in described[0]:
        for b in described[1]:
            if may_be_one(a, b):
                return f"“{a}” and “{b}” may be one person: the descriptions leave it open"
    return None


def may_stand_behind(origin: Members, left_out: Telling) -> bool:
    """Whether a source left out may be this origin: not one who spoke only later, or in public."""
    first = origin[0]
    if first.role in (Role.SPEAKER, Role.OWN_VOICE):
        return False
    days = left_out.published
    return first.said is None or days is None or first.said.first <= days.last


def may_be_one_document(one: Telling, other: Telling) -> bool:
    """Whether two documents are of one kind, and no proper name sets them apart."""
    names = name_of(one.holder), name_of(other.holder)
    heads = [roots(" ".join(head_words(name)[-1:])) for name in names]
    proper = [names_in(name.partition(" ")[2]) for name in names]
    return bool(heads[0] & heads[1]) and not (all(proper) and proper[0].isdisjoint(proper[1]))


def descriptions(origin: Members) -> tuple[str, ...]:
    """How an origin's unnamed sources are described; none where it has more behind it than those."""
    unnamed = [
        telling.row.chain.innermost.described_as
        for telling in origin
        if telling.role is Role.HIDDEN and telling.row.chain.innermost.kind is SourceKind.UNNAMED
    ]
    is_more = any(telling.role in (Role.SPEAKER, Role.DOCUMENT, Role.CHECKED) for telling in origin)
    return () if is_more else tuple(dict.fromkeys(one for one in unnamed if one))


def may_be_one(one: str, other: str) -> bool:
    """Whether nothing in two descriptions excludes the other: office, and what stands before it."""
    heads = head_of(one), head_of(other)
    anyone = root_list("anyone")
    if all(heads) and not (heads[0] & anyone or heads[1] & anyone or heads[0] & heads[1]):
        return False
    names = names_in(one), names_in(other)
    return not (names[0] and names[1] and names[0].isdisjoint(names[1]))


def head_of(described: str) -> frozenset[str]:
    """The noun that says what a source is: the last word before "of", "with" and the like."""
    words = tokens(described)
    stops = [place for place, word in enumerate(words) if place and word in word_list("stopping")]
    return roots(words[(stops[0] if stops else len(words)) - 1]) if words else frozenset()


def names_in(described: str) -> frozenset[str]:
    """The capitalised words that narrow a description down ("Kelvarian"), but for wide regions."""
    words = described.replace("’", "'").split()
    wide = word_list("wide")
    return frozenset().union(*(roots(word) for word in words if word[:1].isupper() and word not in wide))
