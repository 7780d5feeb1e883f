"""`nlp.add_pipe("reportedly")`."""

import subprocess
import sys

import pytest
import spacy
from spacy.language import Language

TEXT = "The pier is closed, the harbour master said. It rained."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with nothing else in it."""
    made = spacy.blank("en")
    made.add_pipe("reportedly", config={"outlet": "Harbour Gazette"})
    return made


def test_a_blank_pipeline_gets_attributions(nlp: Language) -> None:
    cited, own = nlp(TEXT)._.attributions
    assert (cited.source_text, cited.cue_text, cited.content_text) == (
        "the harbour master",
        "said",
        "The pier is closed",
    )
    assert own.content_text == "It rained"
    assert cited.chain.links[0].name == "Harbour Gazette"


def test_offsets_fit_the_doc_of_spacy(nlp: Language) -> None:
    doc = nlp(TEXT)
    (span,) = doc._.attributions[0].attribution.source
    assert doc.char_span(span.start, span.end, alignment_mode="expand").text == "the harbour master"


def test_docs_in_a_stream_each_get_their_own(nlp: Language) -> None:
    first, second = nlp.pipe([TEXT, "Nothing."])
    assert len(first._.attributions) == 2
    assert len(second._.attributions) <= 1


def test_loading_another_model_does_not_load_this_package() -> None:
    program = (
        "import spacy, sys; spacy.blank('en').add_pipe('sentencizer');"
        "print(sorted(set(sys.modules) & {'trafilatura', 'onnxruntime', 'sqlalchemy'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
