"""What stands around one attribution: its tokens, and the outlets, hearers and means found beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook
from reportedly.annotate.outlet_names import OutletMention
from reportedly.annotate.source_phrase import without_article


@dataclass(slots=True)
class Relays:
    """What the words around a source and its cue show. Outlets and phrases stand in the order of the text.

    `before` are outlets between the publisher and the source; `citing` is the phrase of whoever quotes the
    source; `told` is a noun for an outlet that was told ("the agency"); `after` are phrases of sources
    further inward; `within` is the document in which the source is quoted; `is_reported` tells of a deleted
    source.
    """

    before: list[OutletMention] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    citing: list[int] = field(default_factory=list)
    after: list[list[int]] = field(default_factory=list)
    within: list[int] = field(default_factory=list)
    addressee: str | None = None
    medium: str | None = None
    medium_numbers: list[int] = field(default_factory=list)
    is_reported: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One attribution by its tokens. `barred` are tokens that belong to contents or to other rows."""

    index: DocIndex
    names: NameBook
    source: Sequence[int]
    cue: Sequence[int]
    barred: frozenset[int]
    around: range

    @property
    def loose(self) -> list[int]:
        """The tokens around that no source, content or other row holds."""
        taken = self.barred | set(self.source)
        return [n for n in self.around if n not in taken]

    def words(self, numbers: Sequence[int]) -> str:
        """The words of some tokens in a row, without their article."""
        rest = without_article(self.index, numbers)
        return self.index.span(rest[0], rest[-1]).words(self.index.text) if rest else ""
