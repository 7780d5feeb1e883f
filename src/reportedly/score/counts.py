"""What is counted in one article, by the group and the name of each figure."""

from dataclasses import dataclass, field

Name = tuple[str, str]  # group and name: ("class", "direct")


@dataclass(slots=True)
class Tally:
    """Hits among the predicted of so many predicted, and hits among the gold of so many gold.

    The two hits differ only where several may be right at once (overlap) or in part (BCubed).
    """

    predicted_hits: float = 0
    predicted: float = 0
    gold_hits: float = 0
    gold: float = 0


@dataclass(slots=True)
class ArticleCounts:
    """Every count of one article. `found` feeds precision, recall and F1; `right` a share: right of all."""

    found: dict[Name, Tally] = field(default_factory=dict)
    right: dict[Name, Tally] = field(default_factory=dict)

    def add_found(self, name: Name, hits: float, predicted: float, gold: float) -> None:
        """Things that are either found or not, one to one."""
        self.add_tally(name, Tally(hits, predicted, hits, gold))

    def add_tally(self, name: Name, counted: Tally) -> None:
        """Things whose hits differ on the two sides."""
        total = self.found.setdefault(name, Tally())
        total.predicted_hits += counted.predicted_hits
        total.predicted += counted.predicted
        total.gold_hits += counted.gold_hits
        total.gold += counted.gold

    def add_right(self, name: Name, right: float, of: float) -> None:
        """So many right of so many."""
        total = self.right.setdefault(name, Tally())
        total.predicted_hits += right
        total.gold_hits += right
        total.predicted += of
        total.gold += of
