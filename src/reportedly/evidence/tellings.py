"""One row as a telling: who published it, whom it credits, and the link that it goes back to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportedly.evidence.days import Days, to_day, to_days, to_hour
from reportedly.evidence.publishers import Publishers, name_of, publisher_key
from reportedly.evidence.words import head_words, is_correction, root_list, roots, spokespersons
from reportedly.types.attribution import ChainLink, Quoted, SourceKind, Stance
from reportedly.types.entry import Entry, first_position

HIDDEN = frozenset({SourceKind.UNNAMED, SourceKind.UNSPECIFIED})
LAST_DAY = "9999"  # rows of no known day come after all others


class Role(Enum):
    """What stands at the end of a row's chain."""

    SPEAKER = auto()  # a named person or body
    DOCUMENT = auto()
    HIDDEN = auto()  # unnamed people, or people as a class
    REPORT = auto()  # another publisher, by name
    MEDIA = auto()  # other publishers, without a name
    CHECKED = auto()  # the outlet says that it found out by itself
    OWN_VOICE = auto()
    LEFT_OUT = auto()  # "reportedly"


@dataclass(frozen=True, slots=True)
class Telling:
    """One row. `holder` is the link that it goes back to, `credited` the other publishers of its chain.

    `publisher` and `credited` are keys, the same for a publisher's short and full names. `day` is that of
    publication, `said` the days on which it was said; each is None where the text does not tell.
    """

    row: Entry
    side: Stance
    role: Role
    holder: ChainLink
    publisher: str
    credited: tuple[str, ...]
    day: str | None
    said: Days | None

    @property
    def outlet(self) -> ChainLink:
        """The publishing outlet."""
        return self.row.chain.links[0]

    @property
    def published(self) -> Days | None:
        """The day of publication as a span of days."""
        return to_days(self.day)

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Where the row stands among the others: by time, article and place in the text."""
        row = self.row
        published = to_hour(row.article.published)
        hour = published.isoformat() if published else ""
        return self.day or LAST_DAY, hour, row.article.id, first_position(row.attribution)[0], row.id

    def is_after(self, other: "Telling") -> bool:
        """Whether it was published on a later day, or at a later hour of one day; False where unknown."""
        if not (self.day and other.day):
            return False
        mine, theirs = to_hour(self.row.article.published), to_hour(other.row.article.published)
        return mine > theirs if mine and theirs else self.day > other.day


def to_telling(row: Entry, side: Stance, publishers: Publishers) -> Telling:
    """What `row` goes back to; `side` is its side towards the claim."""
    links = row.chain.links
    keys = {id(link): key for link in links if (key := publishers.key_of(link)) is not None}
    role, holder = _role_and_holder(row, keys)
    is_known = links[0].name is not None
    publisher = publisher_key(name_of(links[0])) if is_known else f"article {row.article.id}"
    credited = (key for link in links[1:] if (key := keys.get(id(link))) not in (None, publisher))
    day = to_day(row.article.published)
    return Telling(
        row, side, role, holder, publisher, tuple(dict.fromkeys(credited)), day, to_days(row.times.said_at)
    )


def _role_and_holder(row: Entry, publishers: Collection[int]) -> tuple[Role, ChainLink]:
    links = row.chain.links
    if len(links) == 1:
        is_own_voice = row.attribution.quoted is Quoted.OWN_VOICE and not is_correction(row.content_text)
        return (Role.OWN_VOICE if is_own_voice else Role.CHECKED), links[0]
    holder = holder_of(links)
    if holder is links[0]:
        is_left_out = all(link.kind is SourceKind.UNSPECIFIED for link in links[1:])
        return (Role.LEFT_OUT if is_left_out else Role.HIDDEN), holder
    if id(holder) in publishers:
        return (Role.REPORT if links[-1] is holder else Role.HIDDEN), holder
    if holder.kind is SourceKind.DOCUMENT:
        return Role.DOCUMENT, holder
    return Role.SPEAKER, holder


def holder_of(links: Sequence[ChainLink]) -> ChainLink:
    """The innermost named link that the text can look behind.

    Whoever speaks through an unnamed source has only that source's word; a document that an unnamed source
    gave away still speaks for itself.
    """
    hidden = next((place for place, link in enumerate(links) if is_hidden(link)), len(links))
    documents = [link for link in links[hidden:] if link.kind is SourceKind.DOCUMENT]
    return documents[-1] if documents else links[max(hidden - 1, 0)]


def is_hidden(link: ChainLink) -> bool:
    """Whether nobody can be asked: an unnamed source, one left out, or people as a class.

    Whoever speaks for somebody else can be asked, with or without a name; so can people who act as a body.
    """
    if link.kind is SourceKind.UNNAMED:
        return not roots(link.described_as or "") & spokespersons()
    if link.kind is SourceKind.COLLECTIVE:
        return not roots(" ".join(head_words(name_of(link))[-1:])) & root_list("acting")
    return link.kind in HIDDEN


def is_media(link: ChainLink) -> bool:
    """Whether a link means publishers without naming one ("Kelvarian media")."""
    return is_hidden(link) and bool(roots(name_of(link)) & root_list("media"))
