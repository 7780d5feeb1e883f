"""Who is who among the named speakers of one side: short and full names, and those who speak for somebody."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.evidence.groups import Tie
from reportedly.evidence.names import (
    has_own_name,
    heads_of,
    is_fuller,
    is_state,
    kind_of,
    name_key,
    proper_names,
)
from reportedly.evidence.publishers import PUBLISHERS, name_of, publisher_key
from reportedly.evidence.tellings import Role, Telling
from reportedly.evidence.words import (
    POSSESSIVE,
    head_words,
    root_list,
    roots,
    spokespersons,
    tokens,
    word_list,
)
from reportedly.facts.titles import split_titles
from reportedly.types.attribution import ChainLink, SourceKind
from reportedly.types.entry import Entry

VOICES = frozenset({SourceKind.PERSON, SourceKind.UNNAMED})  # who may speak for a body
BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.COLLECTIVE})
# Speakers who may be called by one word that are compared with one another, the earliest first.
COMPARED = 60


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What whole articles tell: the roots of the words that introduce each speaker in each article, the
    bodies that speak there, and the publishers that it credits anywhere.
    """

    by_speaker: Mapping[tuple[str, str], frozenset[str]]
    bodies: Mapping[str, tuple[str, ...]]
    credited: Mapping[str, tuple[str, ...]]

    def of(self, telling: Telling) -> frozenset[str]:
        """The words that introduce the row's speaker, without the name."""
        name = name_of(telling.holder)
        found = self.by_speaker.get((telling.row.article.id, name), frozenset())
        return found if telling.holder.kind is SourceKind.UNNAMED else found - roots(name)

    def credited_in(self, telling: Telling) -> tuple[str, ...]:
        """The publishers that the row's article credits anywhere."""
        return self.credited.get(telling.row.article.id, ())

    def is_private(self, telling: Telling) -> bool:
        """Whether the speaker speaks for nobody else."""
        return bool(self.of(telling) & root_list("private")) and not self.of(telling) & spokespersons()


def read_descriptions(rows: Iterable[Entry]) -> Descriptions:
    """The introductions in all rows of some articles, and the bodies that speak in each."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    bodies: defaultdict[str, dict[str, None]] = defaultdict(dict)
    credited: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for link in row.chain.links[1:]:
            if link.kind is SourceKind.ORGANISATION:
                bodies[row.article.id][name_of(link)] = None
            elif link.kind in PUBLISHERS:
                credited[row.article.id][publisher_key(name_of(link))] = None
        innermost = row.chain.innermost
        if innermost.kind in VOICES:
            found[row.article.id, name_of(innermost)] |= introduction(row.source_text) | roots(
                name_of(innermost)
            )
    return Descriptions(
        {key: frozenset(words) for key, words in found.items()},
        {article: tuple(names) for article, names in bodies.items()},
        {article: tuple(names) for article, names in credited.items()},
    )


def introduction(source: str) -> frozenset[str]:
    """The roots of the words that say who somebody is.

    Not where he is ("ambassador to Malta"), nor what else he does ("who criticised the ministry").
    """
    words = tokens(source)
    said: list[str] = []
    for place, word in enumerate(words):
        is_clause = word in word_list("relative") and words[place + 1 : place + 2]
        if is_clause and words[place + 1] not in word_list("leading"):
            break
        before = [one for one in words[max(place - 2, 0) : place] if one != "the"]
        if not (before and before[-1] in word_list("elsewhere")):
            said.append(word)
    return roots(" ".join(said))


def tie_speakers(tellings: Sequence[Telling], known: Descriptions) -> Iterable[Tie]:
    """Joins the rows of one speaker under all names, and of those who speak for one body."""
    first: dict[str, int] = {}
    for place, telling in enumerate(tellings):
        if telling.role not in (Role.SPEAKER, Role.DOCUMENT):
            continue
        key = speaker_key(telling)
        if key in first:
            yield Tie(first[key], place, f"{name_of(telling.holder)} on record, whoever relays it")
        first.setdefault(key, place)
    yield from _tie_own_documents(tellings, first)
    yield from _tie_names(tellings, first)
    yield from _tie_voices(tellings, first, known)
    yield from _tie_offices(tellings, first, known)


def _tie_offices(tellings: Sequence[Telling], first: Mapping[str, int], known: Descriptions) -> Iterable[Tie]:
    """Joins "the mayor of Tarvo", without a name, to the one speaker whom some article introduces so."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place in first.values():
        for root in known.of(tellings[place]):
            holders[root].append(place)
    for place, telling in enumerate(tellings):
        office = office_of(telling)
        near = {one for root in office for one in holders.get(root, ())[:COMPARED]}
        bearers = [one for one in near if office <= known.of(tellings[one])]
        if office and len(bearers) == 1:
            named = name_of(tellings[bearers[0]].holder)
            yield Tie(bearers[0], place, f"the {name_of(telling.row.chain.innermost)} is {named}")


def office_of(telling: Telling) -> frozenset[str]:
    """The words of a definite description of one person that says of whom or what; else none."""
    described = telling.row.chain.innermost.described_as or ""
    is_owned = POSSESSIVE.search(described.partition(" ")[0]) is not None
    is_definite = is_owned or tokens(telling.row.source_text)[:1] == ("the",)
    is_one = telling.role is Role.HIDDEN and not telling.credited and is_definite
    words = roots(described)
    return words if is_one and len(words) > 1 and proper_names(described) else frozenset()


def _tie_own_documents(tellings: Sequence[Telling], first: Mapping[str, int]) -> Iterable[Tie]:
    """Joins a document to the rows in which the body that gave it out speaks."""
    for place, telling in enumerate(tellings):
        before = issuer(telling)
        if before is not None and (key := name_key(name_of(before))) in first:
            yield Tie(first[key], place, f"{name_of(telling.holder)} is {name_of(before)}'s own")


def issuer(telling: Telling) -> ChainLink | None:
    """The body right before a document in the chain; None where a row rests on something else."""
    links = telling.row.chain.links
    place = next((place for place, link in enumerate(links) if link is telling.holder), 0)
    before = links[place - 1]
    is_issued = telling.role is Role.DOCUMENT and before.kind is SourceKind.ORGANISATION
    return before if is_issued else None


def speaker_key(telling: Telling) -> str:
    """What two rows of one speaker share; what has no name of its own stays with its publisher."""
    holder = telling.holder
    name = split_titles(name_of(holder)).name
    if not has_own_name(holder) or holder.kind is SourceKind.UNNAMED:
        return f"{telling.publisher}\0{' '.join(tokens(name))}"
    return name_key(name)


def _tie_names(tellings: Sequence[Telling], first: Mapping[str, int]) -> Iterable[Tie]:
    """Joins a name to the one fuller or differently worded name of the same kind that it can mean."""
    heads: defaultdict[tuple[SourceKind, str], list[int]] = defaultdict(list)
    named = [place for place in first.values() if has_own_name(tellings[place].holder)]
    for place in named:
        holder = tellings[place].holder
        for head in heads_of(holder):
            heads[holder.kind, head].append(place)
    for place in named:
        holder = tellings[place].holder
        near = {other for head in heads_of(holder) for other in heads[holder.kind, head][:COMPARED]}
        fuller = sorted(one for one in near - {place} if is_fuller(tellings[one].holder, holder))
        if fuller and (is_state(holder) or _are_one([tellings[one].holder for one in fuller])):
            full = name_of(tellings[fuller[0]].holder)
            yield Tie(fuller[0], place, f"{name_of(holder)} is another name of {full}")


def _are_one(links: Sequence[ChainLink]) -> bool:
    """Whether all these names can be the first one's."""
    return all(is_fuller(link, links[0]) or is_fuller(links[0], link) for link in links[1:])


def _tie_voices(tellings: Sequence[Telling], first: Mapping[str, int], known: Descriptions) -> Iterable[Tie]:
    """Joins a person to the body that the article lets that person speak for."""
    bodies: dict[int, frozenset[str]] = {}
    named: set[str] = set()
    for place, telling in enumerate(tellings):
        link = telling.row.chain.innermost
        if link.kind in BODIES and name_of(link) not in named:
            named.add(name_of(link))
            bodies[place] = roots(name_of(link))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, words in bodies.items():
        for word in words:
            holders[word].append(place)
    for place in first.values():
        telling = tellings[place]
        if telling.holder.kind not in VOICES or known.is_private(telling):
            continue
        spoken_for = words_spoken_for(telling, known)
        near = {body for word in spoken_for for body in holders[word][:COMPARED]}
        body = _best_body(telling, tellings, {one: bodies[one] for one in near}, spoken_for)
        if body is not None:
            names = name_of(telling.holder), name_of(tellings[body].row.chain.innermost)
            yield Tie(body, place, f"{names[0]} speaks for {names[1]}")


def words_spoken_for(telling: Telling, known: Descriptions) -> frozenset[str]:
    """The words for whom a person speaks, with the whole names of the bodies that they mean in the article.

    A bare "spokesman" speaks for the first body there.
    """
    words = known.of(telling)
    said, speaks = words - spokespersons(), bool(words & spokespersons())
    bodies = known.bodies.get(telling.row.article.id, ())
    named = [
        name
        for name in bodies
        if roots(" ".join(head_words(name)[-1:])) & said or (speaks and roots(name) & said)
    ]
    if speaks and not said:
        named = list(bodies[:1])
    return words | {root for name in named for root in roots(name)}


def _best_body(
    telling: Telling, tellings: Sequence[Telling], near: Mapping[int, frozenset[str]], words: frozenset[str]
) -> int | None:
    """The body whose whole name the words hold, or whose head they hold in the same article; else None."""
    governs = bool(words & (root_list("governing") | spokespersons()))
    bodies = {place: tellings[place].row.chain.innermost for place in near}
    whole = [
        place for place, name in near.items() if name <= words and (governs or not is_state(bodies[place]))
    ]
    if whole:
        return max(whole, key=lambda place: (len(near[place]), -place))
    article = telling.row.article.id
    here = [
        place
        for place, link in bodies.items()
        if tellings[place].row.article.id == article and not is_state(link) and kind_of(link) & words
    ]
    return min(here, default=None)
