"""Ours: the whole pipeline, or with `--attributions` only the parts that attributions need."""

import sys
from collections.abc import Sequence

from benchmarks.peers.protocol import Answer, Asked, serve, versions_of
from reportedly.annotate.pipeline import Pipeline
from reportedly.assemble import make_pipeline
from reportedly.config import Config
from reportedly.types.article import Article, article_id
from reportedly.types.doc import Doc, Layer
from reportedly.types.interchange import spans_to_json
from reportedly.types.ports import Component


def main(arguments: Sequence[str]) -> None:
    """Answer the texts on standard input."""
    pipeline = make_pipeline(Config(threads=1))
    if "--attributions" in arguments:
        pipeline = Pipeline(needed_for(Layer.ATTRIBUTIONS, pipeline.components))

    def find(text: str) -> Doc:
        return pipeline.annotate([Article(article_id(None, None, text), text)])[0]

    serve(Asked(find, convert, ", ".join([versions_of("reportedly"), *models_of(pipeline)])))


def needed_for(layer: Layer, components: Sequence[Component]) -> list[Component]:
    """The components without which `layer` cannot be made, in their order."""
    layers, kept = {layer}, list[Component]()
    for component in reversed(components):
        if component.assigns & layers:
            layers |= component.requires
            kept.insert(0, component)
    return kept


def models_of(pipeline: Pipeline) -> list[str]:
    """Which models it runs: a figure without its model's digest cannot be made again."""
    runs = [component.run for component in pipeline.components]
    return [f"{run.component} model {run.version} {run.model_digest[:8]}" for run in runs if run.model_digest]


def convert(_text: str, doc: Doc) -> Answer:
    """The outermost attributions, which is what PolNeAR marks; the outlet's own voice is another layer."""
    rows = [
        {
            "source": spans_to_json(row.source),
            "cue": spans_to_json(row.cue),
            "content": spans_to_json(row.content),
        }
        for row in doc.attributions or ()
        if row.parent is None
    ]
    return Answer(rows, failures=[f"{failure.component}: {failure.reason}" for failure in doc.failures][:1])


if __name__ == "__main__":
    main(sys.argv[1:])
