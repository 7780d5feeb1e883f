"""The times of invented sentences; the Harbour Gazette publishes on Thursday, 4 March 2021."""

from reportedly.annotate.chains import Chains
from reportedly.annotate.positions import Positions
from reportedly.annotate.times import TimesOfRows
from reportedly.types.attribution import Times
from reportedly.types.doc import Doc
from tests.annotate.marked import own_voice_doc, read_marked

PUBLISHED = "2021-03-04"


def times_of(marked: str, published: str | None = PUBLISHED) -> list[Times]:
    """The times of the rows of a marked text."""
    return list(timed(read_marked(marked, published=published)))


def own_times(text: str, published: str | None = PUBLISHED) -> Times:
    """The times of the first sentence of a text in the outlet's own voice."""
    return timed(own_voice_doc(text, published=published))[0]


def timed(doc: Doc) -> tuple[Times, ...]:
    """A doc's times, after what they require."""
    for component in (Chains(), Positions(), TimesOfRows()):
        component.annotate([doc])
    return doc.times or ()
