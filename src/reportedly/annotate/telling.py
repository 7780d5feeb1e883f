"""A row as somebody's telling: its cue and source in tokens, who speaks innermost, and what he does."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.types.attribution import Attribution, ChainLink, SourceKind, Stance
from reportedly.types.span import Span

# Whose undated words belong to the occasion on which the same source was dated; an outlet reports every day.
LASTING = frozenset((SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.UNNAMED, SourceKind.DOCUMENT))


@dataclass(frozen=True, slots=True)
class Telling:
    """A row with the tokens of its cue and source, and what its chain and position say."""

    row: Attribution
    cue: tuple[int, ...]
    source: tuple[int, ...]
    innermost: ChainLink
    stance: Stance


def speaker_key(link: ChainLink) -> object:
    """What tells one speaker from another; None for those whose words need not be of one day."""
    if link.kind not in LASTING:
        return None
    return (link.kind, link.name) if link.name else (link.kind, link.described_as, first_of(link.spans))


def first_of(spans: Sequence[Span]) -> Span | None:
    """The first of several spans."""
    return spans[0] if spans else None


def is_one_utterance(child: Telling, parent: Telling) -> bool:
    """Whether a child is a part of what its parent's own source says, or told under the same cue."""
    key = speaker_key(child.innermost)
    return child.row.cue == parent.row.cue or (key is not None and key == speaker_key(parent.innermost))
