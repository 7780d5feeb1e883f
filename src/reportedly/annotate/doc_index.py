"""Finds the tokens, sentences and names of a doc by position, without reading the whole text again."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reportedly.annotate.mended_names import mend_mentions
from reportedly.types.doc import Doc, Mention, Quotation, Token
from reportedly.types.span import Span

VICINITY = 60  # tokens on either side of a cue or source; bounds the work where a "sentence" never ends
NESTED = 6  # quotations before a position that may hold it
DEEPEST = 400  # tokens visited in one subtree; PolNeAR's longest sentence has fewer


class DocIndex:
    """The layers of one doc, ready to be looked up by position."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.tokens: Sequence[Token] = doc.tokens or ()
        self.sentences: Sequence[Span] = doc.sentences or ()
        self.mentions: Sequence[Mention] = mend_mentions(doc)
        self.quotations: Sequence[Quotation] = doc.quotations or ()
        self._token_starts = [token.start for token in self.tokens]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._mention_starts = [mention.start for mention in self.mentions]
        self._quotation_starts = [quotation.outer.start for quotation in self.quotations]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head != number:
                self._children[token.head].append(number)

    def numbers(self, span: Span) -> range:
        """The numbers of the tokens that share a character with `span`."""
        first = bisect_right(self._token_starts, span.start) - 1
        if first < 0 or self.tokens[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._token_starts, span.end)))

    def numbers_of(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the tokens of several spans, in the order of the text."""
        return sorted({number for span in spans for number in self.numbers(span)})

    def word(self, number: int) -> str:
        """The token as the text has it."""
        token = self.tokens[number]
        return self.text[token.start : token.end]

    def lower(self, number: int) -> str:
        """The token in lower case."""
        return self.word(number).lower()

    def lemma(self, number: int) -> str:
        """The token's lemma in lower case."""
        return self.tokens[number].lemma.lower()

    def children(self, number: int) -> Sequence[int]:
        """The tokens whose head this token is."""
        return self._children[number]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def subtree(self, number: int) -> list[int]:
        """The token and all below it, in the order of the text."""
        found: list[int] = []
        waiting = [number]
        while waiting and len(found) < DEEPEST:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self._children[current])
        return sorted(found)

    def top(self, numbers: Sequence[int]) -> int | None:
        """The first token among `numbers` whose head is not among them; a mark only where nothing else is."""
        if not numbers:
            return None
        chosen = set(numbers)
        tops = [n for n in numbers if self.tokens[n].head == n or self.tokens[n].head not in chosen]
        words = [n for n in tops if self.tokens[n].pos not in {"PUNCT", "SPACE"}]
        return (words or tops or [numbers[0]])[0]

    def sentence_number(self, position: int) -> int:
        """Which sentence holds `position`; the one before where it lies between two."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds `position`."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[self.sentence_number(position)]

    def vicinity(self, numbers: Sequence[int]) -> range:
        """The tokens of the sentences of `numbers`, not further away than VICINITY."""
        if not numbers:
            return range(0)
        start = self.numbers(self.sentence_at(self.tokens[numbers[0]].start)).start
        stop = self.numbers(self.sentence_at(self.tokens[numbers[-1]].start)).stop
        return range(
            max(start, numbers[0] - VICINITY), max(numbers[-1] + 1, min(stop, numbers[-1] + VICINITY))
        )

    def quotations_around(self, position: int) -> list[Quotation]:
        """The quotations that hold `position`, the innermost first; nesting beyond NESTED is not read."""
        before = bisect_right(self._quotation_starts, position)
        near = self.quotations[max(0, before - NESTED) : before]
        return [one for one in reversed(near) if one.outer.start <= position < one.outer.end]

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The names that begin inside `span`."""
        first = bisect_left(self._mention_starts, span.start)
        return self.mentions[first : bisect_left(self._mention_starts, span.end)]

    def mention_at(self, number: int) -> Mention | None:
        """The name that holds this token."""
        start = self.tokens[number].start
        before = bisect_right(self._mention_starts, start) - 1
        if before >= 0 and self.mentions[before].end > start:
            return self.mentions[before]
        return None

    def mentions_before(self, position: int, limit: int) -> Sequence[Mention]:
        """The last `limit` names that begin before `position`, the nearest first."""
        stop = bisect_left(self._mention_starts, position)
        return self.mentions[max(0, stop - limit) : stop][::-1]
