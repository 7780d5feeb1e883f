"""The sentences under no attribution: the outlet says them in its own voice."""

from collections.abc import Iterable, Sequence

from reportedly.text.cover import Cover
from reportedly.types.attribution import Attribution, Quoted, attribution_id
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span, Spans

SENTENCE_END = ".…"
LEADS_ON = ":"


class OwnVoice:
    """One row for each sentence that no attribution, no page furniture and no quotation covers."""

    run = Run("own_voice", "1")
    requires = frozenset({Layer.SENTENCES, Layer.QUOTATIONS, Layer.FURNITURE, Layer.ATTRIBUTIONS})
    assigns = frozenset({Layer.OWN_VOICE})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the own-voice rows of each doc."""
        for doc in docs:
            taken = Cover(_attributed(doc.attributions or ()))
            furniture = Cover(doc.furniture or ())
            quoted = Cover(quotation.outer for quotation in doc.quotations or () if quotation.depth == 0)
            doc.own_voice = tuple(
                _row(doc, sentence)
                for sentence in doc.sentences or ()
                if _says_something(doc.text, sentence)
                and not taken.touches(sentence)
                and not furniture.touches(sentence)
                and not quoted.holds(sentence)
            )


def _attributed(attributions: Iterable[Attribution]) -> Iterable[Span]:
    """Every span of every attribution."""
    for attribution in attributions:
        yield from attribution.source + attribution.cue + attribution.content


def _says_something(text: str, sentence: Span) -> bool:
    """Whether the sentence has a word and does not only lead up to what follows ("It later adds:")."""
    words = sentence.words(text)
    return any(character.isalnum() for character in words) and not words.endswith(LEADS_ON)


def _row(doc: Doc, sentence: Span) -> Attribution:
    """The sentence as a row without source and cue, and without its last full stop."""
    end = sentence.end
    while end > sentence.start + 1 and doc.text[end - 1] in SENTENCE_END:
        end -= 1
    content: Spans = (Span(sentence.start, end),)
    identity = attribution_id(doc.article.id, (), (), content)
    return Attribution(identity, (), (), content, Quoted.OWN_VOICE)
