"""The figures that an evaluation yields, each with its 95 % interval over articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.score.counts import Name


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value from 0 to 1 and the bounds of its interval, None where one article cannot give them."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Detection:
    """How well something was found. `hits` is a fraction only where hits are counted in part."""

    name: Name
    precision: Estimate
    recall: Estimate
    f1: Estimate
    hits: float
    predicted: int
    gold: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    name: Name
    share: Estimate
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Mean:
    """The unweighted mean of several F1."""

    name: Name
    mean: Estimate
    parts: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that one evaluation found. `gold` and `predicted` count rows."""

    kind: str
    articles: int
    gold: int
    predicted: int
    detections: tuple[Detection, ...]
    shares: tuple[Share, ...] = ()
    means: tuple[Mean, ...] = ()

    def values(self) -> Iterator[tuple[str, float]]:
        """Each figure under one name, such as "class direct f1", for those who compare runs."""
        for found in self.detections:
            name = " ".join(found.name)
            yield f"{name} precision", found.precision.value
            yield f"{name} recall", found.recall.value
            yield f"{name} f1", found.f1.value
        for share in self.shares:
            yield f"{' '.join(share.name)} share", share.share.value
        for mean in self.means:
            yield f"{' '.join(mean.name)} mean", mean.mean.value
