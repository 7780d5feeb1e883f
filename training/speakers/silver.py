"""Finds choices that gender alone decides in unmarked news, to learn everything else from them.

Where only one of the persons near "she said" is a woman, and all others are men by title or given name, she
is meant. The gender is then left out of what the weights may see.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.annotate.doc_index import DocIndex
from reportedly.annotate.names import NameBook, find_roles
from reportedly.annotate.outlet_clues import extend_book
from reportedly.annotate.pronouns import Choose, Option, PronounReader, gender_of
from reportedly.annotate.referents import Referent
from reportedly.facts.outlets import load_outlets
from reportedly.types.doc import Doc
from training.speakers.examples import Choice

CORPUS = "polnear"
FEWEST = 2  # options; one alone teaches nothing


@dataclass(slots=True)
class GenderChooser:
    """Picks by gender where it decides, else as `otherwise` does; keeps the former."""

    doc: Doc
    index: DocIndex
    sources: frozenset[int]
    otherwise: Choose
    choices: list[Choice] = field(default_factory=list)

    def __call__(self, number: int, kind: str, options: Sequence[Option]) -> Referent | None:
        """The only option of the pronoun's gender, where that of all options is known."""
        if kind != "person":
            return self.otherwise(number, kind, options)
        wanted = gender_of(self.index.lower(number))
        genders = [option.referent.gender for option in options]
        right = tuple(gender == wanted for gender in genders)
        if None not in genders and sum(right) == 1 and len(options) >= FEWEST:
            if number in self.sources:
                self.choices.append(Choice(CORPUS, self.doc.article.id, kind, True, tuple(options), right))
            return options[right.index(True)].referent
        fitting = [option for option in options if option.referent.gender in {None, wanted}]
        return self.otherwise(number, kind, fitting) if fitting else None


def read_silver(docs: Iterable[Doc], otherwise: Choose) -> list[Choice]:
    """The choices of all docs that gender decides, for pronouns that are sources."""
    outlets = load_outlets()
    choices: list[Choice] = []
    for doc in docs:
        index = DocIndex(doc)
        names = NameBook(index, extend_book(outlets, index, doc.article))
        rows = doc.attributions or ()
        sources = frozenset(n for row in rows for n in index.numbers_of(row.source))
        chooser = GenderChooser(doc, index, sources, otherwise)
        PronounReader(index, names, find_roles(index, names), rows, chooser, reads_gender=False).read()
        choices += chooser.choices
    return choices
