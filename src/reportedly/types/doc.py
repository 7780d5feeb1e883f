"""An article with its layers: standoff annotations, each written by exactly one component."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.types.article import Article
from reportedly.types.attribution import About, Attribution, Position, SourceChain, Times
from reportedly.types.entry import Entry, entries_of
from reportedly.types.span import Span, Spans


class Layer(StrEnum):
    """The layers that a component may require or assign; each is the field of that name on `Doc`."""

    SENTENCES = "sentences"
    TOKENS = "tokens"
    MENTIONS = "mentions"
    QUOTATIONS = "quotations"
    FURNITURE = "furniture"
    ATTRIBUTIONS = "attributions"
    OWN_VOICE = "own_voice"
    CHAINS = "chains"
    POSITIONS = "positions"
    TIMES = "times"
    ABOUTS = "abouts"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark with its part of speech (universal and Penn) and its place in the parse.

    `head` is the position of the head in `Doc.tokens`; a root is its own head. `dep` is spaCy's label.
    """

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the article with its OntoNotes type (PERSON, ORG, GPE, …)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text in quotation marks. `outer` includes the marks, `inner` does not.

    `depth` is 0 outside any other quotation, 1 inside one, and so on; `is_closed` is False where the
    closing mark is missing.
    """

    outer: Span
    inner: Span
    depth: int
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What made a row: a component, its version, and the digest of its model where it has one."""

    component: str
    version: str
    model_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A component that failed on one article, with the reason; the other components went on."""

    component: str
    reason: str


@dataclass(slots=True)
class Doc:
    """An article and its layers. A layer is None until its component has run.

    `chains`, `positions`, `times` and `abouts` run parallel to `rows`: one value for each attribution,
    then one for each sentence in the outlet's own voice.
    """

    article: Article
    sentences: Spans | None = None
    tokens: tuple[Token, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    quotations: tuple[Quotation, ...] | None = None
    furniture: Spans | None = None
    attributions: tuple[Attribution, ...] | None = None
    own_voice: tuple[Attribution, ...] | None = None
    chains: tuple[SourceChain, ...] | None = None
    positions: tuple[Position, ...] | None = None
    times: tuple[Times, ...] | None = None
    abouts: tuple[About, ...] | None = None
    runs: tuple[Run, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def text(self) -> str:
        """The article's text, which all offsets count."""
        return self.article.text

    @property
    def rows(self) -> tuple[Attribution, ...]:
        """Every attribution, then every own-voice sentence."""
        return (self.attributions or ()) + (self.own_voice or ())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows for reading, in the order of the text, each with its chain and position."""
        return entries_of(self)

    def has(self, layer: Layer) -> bool:
        """Whether the component that assigns `layer` has run on this article."""
        return getattr(self, layer.value) is not None
