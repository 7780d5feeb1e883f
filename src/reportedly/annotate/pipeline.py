"""The pipeline: components in an order that is checked when it is built."""

from collections.abc import Sequence
from functools import cache

from threadpoolctl import ThreadpoolController

from reportedly.types.article import Article
from reportedly.types.doc import Doc, Failure, Layer
from reportedly.types.errors import PipelineError
from reportedly.types.ports import Component

ENGLISH = frozenset({"en"})


class Pipeline:
    """Hands batches of docs along a list of components.

    An article in a language that the components do not speak gets no layers. Where a component fails on
    an article, the doc records it, the components that need its layers pass the article over, and the
    rest of the batch goes on.
    """

    def __init__(self, components: Sequence[Component], languages: frozenset[str] = ENGLISH) -> None:
        check_order(components)
        self.components = tuple(components)
        self.languages = languages

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        """One doc for each article, in order."""
        docs = [Doc(article) for article in articles]
        spoken = [doc for doc in docs if self.speaks(doc.article.language)]
        with _blas().limit(limits=1, user_api="blas"):
            for component in self.components:
                ready = [doc for doc in spoken if all(doc.has(layer) for layer in component.requires)]
                _annotate(component, ready)
        return docs

    def speaks(self, language: str | None) -> bool:
        """Whether the components read this language; an unknown one is tried."""
        return language is None or language.lower().replace("_", "-").split("-")[0] in self.languages


@cache
def _blas() -> ThreadpoolController:
    """The library behind NumPy's products of matrices.

    Ours are so small that its threads lose more by waiting for one another than they win: decoding 25,000
    words took 4.2 s of CPU time with two threads and 1.0 s with one (PolNeAR dev, two cores, 2026-11).
    """
    return ThreadpoolController()


def check_order(components: Sequence[Component]) -> None:
    """Refuse an order in which a layer is required before it is there, or has two writers."""
    writers: dict[Layer, str] = {}
    for component in components:
        name = type(component).__name__  # its `run` would load its model, which nothing may need yet
        missing = sorted(layer.value for layer in component.requires - writers.keys())
        if missing:
            raise PipelineError(
                f"The component '{name}' requires the layer '{missing[0]}', which no component before it "
                f"assigns. Put the component that assigns it earlier in the list."
            )
        for layer in component.assigns:
            if layer in writers:
                raise PipelineError(
                    f"The components '{writers[layer]}' and '{name}' both assign the layer '{layer.value}'. "
                    f"Each layer has one writer: remove one of the two."
                )
            writers[layer] = name


def _annotate(component: Component, docs: list[Doc]) -> None:
    """Run one component over a batch; where the batch fails, over each doc alone."""
    if not docs:
        return
    try:
        component.annotate(docs)
    except Exception as error:  # the edge of a stage: one bad article never stops a batch
        if len(docs) > 1:
            for doc in docs:
                _annotate(component, [doc])
            return
        _record_failure(component, docs[0], error)
        return
    for doc in docs:
        doc.runs += (component.run,)


def _record_failure(component: Component, doc: Doc, error: Exception) -> None:
    """Leave none of a failed component's layers behind, and say on the doc what happened."""
    for layer in component.assigns:
        setattr(doc, layer.value, None)
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    doc.failures += (Failure(component.run.component, reason[:500]),)
