"""`nlp.add_pipe("reportedly")`: any spaCy pipeline gets `doc._.attributions`."""

import importlib

from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc

from reportedly.config import Config
from reportedly.types.article import Article, article_id
from reportedly.types.entry import Entry, entries_of
from reportedly.types.ports import Annotator


class AttributionsComponent:
    """Annotates the text of a spaCy doc with this package's own pipeline.

    The host pipeline needs no components of its own. Offsets in the entries count characters of
    `doc.text`; `doc.char_span(span.start, span.end, alignment_mode="expand")` gives spaCy's tokens.
    """

    def __init__(self, pipeline: Annotator, outlet: str | None) -> None:
        self.pipeline = pipeline
        self.outlet = outlet

    def __call__(self, doc: SpacyDoc) -> SpacyDoc:
        """Set `doc._.attributions` to the rows of the text, in its order."""
        doc._.attributions = self.attributions_in(doc.text)
        return doc

    def attributions_in(self, text: str) -> tuple[Entry, ...]:
        """The rows of one text."""
        article = Article(id=article_id(self.outlet, None, text), text=text, outlet=self.outlet)
        (annotated,) = self.pipeline.annotate([article])
        return entries_of(annotated)


@Language.factory("reportedly", default_config={"outlet": None}, assigns=["doc._.attributions"])
def make_component(  # spaCy calls every factory with the first two
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    outlet: str | None,
) -> AttributionsComponent:
    """The factory behind the entry point `spacy_factories`; `outlet` opens every chain."""
    if not SpacyDoc.has_extension("attributions"):
        SpacyDoc.set_extension("attributions", default=())
    # spaCy imports every registered factory whenever it loads any model (catalogue's entry points), so
    # this file imports nothing heavy until somebody adds the component.
    assemble = importlib.import_module("reportedly.assemble")
    return AttributionsComponent(assemble.make_pipeline(Config()), outlet)
