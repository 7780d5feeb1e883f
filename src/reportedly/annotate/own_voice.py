"""The sentences under no attribution: the outlet says them in its own voice."""

from collections.abc import Iterable, Sequence

from reportedly.annotate.captions import find_captions, is_label
from reportedly.annotate.furniture import is_furniture
from reportedly.text.cover import Cover
from reportedly.types.attribution import Attribution, Quoted, attribution_id
from reportedly.types.doc import Doc, Layer, Run
from reportedly.types.span import Span, Spans

SENTENCE_END = ".…"
LEADS_ON = ":"


class OwnVoice:
    """One row for each sentence that no attribution, no page furniture and no quotation covers."""

    run = Run("own_voice", "2")
    requires = frozenset(
        {Layer.SENTENCES, Layer.TOKENS, Layer.QUOTATIONS, Layer.FURNITURE, Layer.ATTRIBUTIONS}
    )
    assigns = frozenset({Layer.OWN_VOICE})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Write the own-voice rows of each doc."""
        for doc in docs:
            taken = Cover(_attributed(doc.attributions or ()))
            furniture = Cover((*(doc.furniture or ()), *find_captions(doc)))
            quoted = Cover(quotation.outer for quotation in doc.quotations or () if quotation.depth == 0)
            starts = [token.start for token in doc.tokens or ()]
            doc.own_voice = tuple(
                _row(doc, sentence)
                for sentence in doc.sentences or ()
                if not taken.touches(sentence)
                and not furniture.touches(sentence)
                and not quoted.holds(sentence)
                and _says_something(sentence.words(doc.text))
                and not is_label(doc, sentence, starts)
            )


def _attributed(attributions: Iterable[Attribution]) -> Iterable[Span]:
    """Every span of every attribution."""
    for attribution in attributions:
        yield from attribution.source + attribution.cue + attribution.content


def _says_something(words: str) -> bool:
    """Whether a sentence has a word, does not only lead up to what follows, and is no credit or button."""
    has_words = any(character.isalnum() for character in words)
    return has_words and not words.endswith(LEADS_ON) and not is_furniture(words)


def _row(doc: Doc, sentence: Span) -> Attribution:
    """The sentence as a row without source and cue, and without its last full stop."""
    end = sentence.end
    while end > sentence.start + 1 and doc.text[end - 1] in SENTENCE_END:
        end -= 1
    content: Spans = (Span(sentence.start, end),)
    identity = attribution_id(doc.article.id, (), (), content)
    return Attribution(identity, (), (), content, Quoted.OWN_VOICE)
