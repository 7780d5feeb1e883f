"""Writes the quotations layer."""

from collections.abc import Sequence

from reportedly.text.quotations import find_quotations
from reportedly.types.doc import Doc, Layer, Run


class Quotations:
    """Finds quotation marks; see `reportedly.text.quotations`."""

    run = Run("quotations", "1")
    requires: frozenset[Layer] = frozenset()
    assigns = frozenset({Layer.QUOTATIONS})

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Find the quotations of each doc."""
        for doc in docs:
            doc.quotations = find_quotations(doc.text)
