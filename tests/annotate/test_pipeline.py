"""The order of the components, and what happens when one fails."""

from collections.abc import Sequence

import pytest

from reportedly.annotate.pipeline import Pipeline
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.errors import PipelineError
from reportedly.types.span import Span
from tests.builders import an_article


class Writes:
    """A component that writes one layer, or fails on a text that holds "broken"."""

    def __init__(self, layer: Layer, requires: Sequence[Layer] = ()) -> None:
        self.run = Run(f"makes {layer.value}", "1")
        self.requires = frozenset(requires)
        self.assigns = frozenset({layer})

    def annotate(self, docs: Sequence[Doc]) -> None:
        for doc in docs:
            for layer in self.assigns:
                setattr(doc, layer.value, (Span(0, 1),))
            if "broken" in doc.text:
                raise RuntimeError("the text is broken")


FIRST = Writes(Layer.SENTENCES)
SECOND = Writes(Layer.FURNITURE, requires=[Layer.SENTENCES])


def test_a_missing_layer_is_refused_when_the_pipeline_is_built() -> None:
    with pytest.raises(PipelineError, match="'Writes' requires the layer 'sentences'"):
        Pipeline([SECOND, FIRST])


def test_two_writers_of_a_layer_are_refused() -> None:
    with pytest.raises(PipelineError, match="both assign the layer 'sentences'"):
        Pipeline([FIRST, Writes(Layer.SENTENCES)])


def test_each_doc_says_which_components_made_it() -> None:
    (doc,) = Pipeline([FIRST, SECOND]).annotate([an_article("Fine.")])
    assert [run.component for run in doc.runs] == ["makes sentences", "makes furniture"]


def test_a_failing_article_leaves_the_others_whole() -> None:
    fine, broken, last = Pipeline([FIRST, SECOND]).annotate(
        [an_article("Fine."), an_article("It is broken."), an_article("Last.")]
    )
    assert fine.has(Layer.FURNITURE)
    assert last.has(Layer.FURNITURE)
    assert not broken.has(Layer.SENTENCES)
    assert not broken.has(Layer.FURNITURE)
    assert [(one.component, one.reason) for one in broken.failures] == [
        ("makes sentences", "RuntimeError: the text is broken")
    ]


@pytest.mark.parametrize(
    ("language", "is_read"), [("en", True), (None, True), ("EN-gb", True), ("en_US", True), ("de", False)]
)
def test_only_english_is_read_by_english_rules(language: str | None, is_read: bool) -> None:
    (doc,) = Pipeline([FIRST]).annotate([an_article("Fine.", language=language)])
    assert doc.has(Layer.SENTENCES) is is_read
    assert doc.failures == ()
