"""The sentences under no attribution: the outlet says them in its own voice."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reportedly.types.attribution import Attribution, Quoted, attribution_id
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span, Spans

SENTENCE_END = ".…"


class OwnVoice:
    """One row for each sentence that no attribution, no page furniture and no quotation covers."""

    run = Run("own_voice", "1")
    requires = frozenset({Layer.SENTENCES, Layer.QUOTATIONS, Layer.FURNITURE, Layer.ATTRIBUTIONS})
    assigns = frozenset({Layer.OWN_VOICE})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the own-voice rows of each doc."""
        for doc in docs:
            taken = _Cover(_attributed(doc.attributions or ()))
            furniture = _Cover(doc.furniture or ())
            quoted = _Cover(quotation.outer for quotation in doc.quotations or () if quotation.depth == 0)
            doc.own_voice = tuple(
                _row(doc, sentence)
                for sentence in doc.sentences or ()
                if _has_words(doc.text, sentence)
                and not taken.touches(sentence)
                and not furniture.touches(sentence)
                and not quoted.holds(sentence)
            )


class _Cover:
    """Merged, sorted spans that answer in logarithmic time whether they touch another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            if self.ends and span.start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Whether any character of `span` is covered."""
        before = bisect_left(self.starts, span.end) - 1
        return before >= 0 and self.ends[before] > span.start

    def holds(self, span: Span) -> bool:
        """Whether every character of `span` is covered by one piece."""
        before = bisect_left(self.starts, span.start + 1) - 1
        return before >= 0 and self.ends[before] >= span.end


def _attributed(attributions: Iterable[Attribution]) -> Iterable[Span]:
    """Every span of every attribution."""
    for attribution in attributions:
        yield from attribution.source + attribution.cue + attribution.content


def _has_words(text: str, sentence: Span) -> bool:
    """Whether the sentence holds a letter or digit at all."""
    return any(character.isalnum() for character in sentence.words(text))


def _row(doc: Doc, sentence: Span) -> Attribution:
    """The sentence as a row without source and cue, and without its last full stop."""
    end = sentence.end
    while end > sentence.start + 1 and doc.text[end - 1] in SENTENCE_END:
        end -= 1
    content: Spans = (Span(sentence.start, end),)
    identity = attribution_id(doc.article.id, (), (), content)
    return Attribution(identity, (), (), content, Quoted.OWN_VOICE)
