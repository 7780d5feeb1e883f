"""Turns marked texts into choices: a pronoun, the things that it may mean, and the right ones among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.outlet_clues import extend_book
from reportedly.annotate.pronouns import Option, PronounReader
from reportedly.annotate.referents import Referent
from reportedly.facts.outlets import load_outlets
from reportedly.types.doc import Doc
from training.speakers.corpora import MarkedText


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: the features of each option, and which options are right (none where none fits)."""

    corpus: str
    text: str
    kind: str
    is_source: bool
    options: tuple[Option, ...]
    right: tuple[bool, ...]


@dataclass(slots=True)
class GoldChooser:
    """Picks what the corpus says, and keeps each choice."""

    marked: MarkedText
    index: DocIndex
    sources: frozenset[int]
    choices: list[Choice] = field(default_factory=list)
    _single: dict[int, str] = field(default_factory=dict)
    _core: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in sorted(self.marked.mentions, key=lambda one: one.span.start - one.span.end):
            numbers = self.index.numbers_of(mention.core)
            if len(numbers) == 1 and len(self.index.numbers(mention.span)) == 1:
                self._single[numbers[0]] = mention.entity
            top = self.index.top(numbers)
            for n in numbers if len(numbers) < 5 else [top] if top is not None else []:
                self._core[n] = mention.entity

    def __call__(self, number: int, kind: str, options: Sequence[Option]) -> Referent | None:
        """The nearest option of the pronoun's entity."""
        entity = self._single.get(number)
        if entity is None:
            return None
        right = tuple(self._core.get(option.referent.number) == entity for option in options)
        is_source = number in self.sources
        self.choices.append(
            Choice(self.marked.corpus, self.marked.name, kind, is_source, tuple(options), right)
        )
        return next((option.referent for option, fits in zip(options, right, strict=True) if fits), None)


def read_choices(texts: Iterable[tuple[MarkedText, Doc]]) -> list[Choice]:
    """The choices of all texts, in order."""
    outlets = load_outlets()
    choices: list[Choice] = []
    for marked, doc in texts:
        index = DocIndex(doc)
        names = NameBook(index, extend_book(outlets, index, doc.article))
        rows = doc.attributions or ()
        sources = frozenset(n for row in rows for n in index.numbers_of(row.source))
        chooser = GoldChooser(marked, index, sources)
        PronounReader(index, names, find_roles(index, names), rows, chooser).read()
        choices += chooser.choices
    return choices
