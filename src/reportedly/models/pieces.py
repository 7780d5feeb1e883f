"""Cuts words into the pieces that an encoder knows, remembering the words it has seen."""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from reportedly.types.errors import ModelError

QUOTATION_MARKS = {"''": '"', "``": '"'}
LONGEST = 24  # pieces of one word; more only where no spaces are written
REMEMBERED = 200_000  # words; about 40 MB, and more distinct words than 10,000 articles hold


class Pieces:
    """A WordPiece vocabulary; deterministic, and the same in training and reading."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()  # the file cuts and pads at 128 pieces
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}
        self.cls, self.sep, self.pad, self.unknown, self.mask = (
            self._number(mark) for mark in ("[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]")
        )

    def of_words(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word; every word has at least one."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known.clear()
            new = list(dict.fromkeys(words))
        plain = [_readable(word) for word in new]
        for word, encoding in zip(
            new, self._tokenizer.encode_batch(plain, add_special_tokens=False), strict=True
        ):
            self._known[word] = encoding.ids[:LONGEST] or [self.unknown]
        return [self._known[word] for word in words]

    def _number(self, mark: str) -> int:
        number = self._tokenizer.token_to_id(mark)
        if number is None:
            raise ModelError(
                f"The vocabulary lacks the mark {mark}: it is another model's. Install reportedly again."
            )
        return int(number)


def _readable(word: str) -> str:
    """The word as the tokenizer takes it: quotation marks in one form, half characters as question marks."""
    return QUOTATION_MARKS.get(word, word).encode("utf-8", "replace").decode("utf-8")
