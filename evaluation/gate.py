"""Fails where a figure falls below its floor: `python -m evaluation.gate`; floors only rise (`--raise`).

The committed gold is always compared; a corpus only where REPORTEDLY_DATA names a folder that has it. A
digest of each gold file stands beside its floors, so it cannot change without the floors being looked at.
Each check has a margin below what was measured, since a processor with other instructions may tip a decision.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor as whole_part
from pathlib import Path

from evaluation.measures import Kind, measure_kind
from reportedly.score.stories import stories_in
from reportedly.types.errors import ReportedlyError

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.json")
DATA = "REPORTEDLY_DATA"
PLACES = 4  # decimals of a floor


@dataclass(frozen=True, slots=True)
class Check:
    """One evaluation that has floors. `gold` is below the repository, or below REPORTEDLY_DATA."""

    kind: Kind
    gold: str
    is_committed: bool
    digest: str
    margin: float
    floors: Mapping[str, float]

    @property
    def name(self) -> str:
        """What it is called in the table and in messages."""
        return f"{self.kind.value} {self.gold}"

    def path(self, data: Path | None) -> Path | None:
        """Where its gold lies; None where that corpus is not here."""
        if self.is_committed:
            return ROOT / self.gold
        path = data / self.gold if data else None
        return path if path and path.exists() else None


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure beside its floor."""

    check: str
    figure: str
    value: float
    floor: float

    @property
    def is_below(self) -> bool:
        """Whether it fails."""
        return self.value < self.floor


class GateError(ReportedlyError):
    """The floors do not fit the gold or the program's figures."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print the table, and raise the floors where that was asked for; 0 where nothing fell."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=__doc__)
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="write floors that rose")
    parser.add_argument("--committed", action="store_true", help="leave out the corpora of REPORTEDLY_DATA")
    chosen = parser.parse_args(arguments)
    data = None if chosen.committed else data_folder()
    try:
        return run(data, is_raising=chosen.is_raising)
    except ReportedlyError as error:
        print(error, file=sys.stderr)
        return 1


def data_folder() -> Path | None:
    """The folder of the corpora, where there is one."""
    named = os.environ.get(DATA)
    return Path(named) if named else None


def run(data: Path | None, *, is_raising: bool) -> int:
    """The gate with the corpora of one folder."""
    checks = read_floors(FLOORS)
    measured = list(measure(checks, data))
    for line in table(measured):
        print(line)
    for check in checks:
        if check.path(data) is None:
            print(f"not compared: {check.name} (set {DATA} to the folder that has it)")
    below = [one for one in measured if one.is_below]
    if below:
        print(f"{len(below)} of {len(measured)} figures fell below their floor.", file=sys.stderr)
        return 1
    if is_raising:
        write_floors(FLOORS, raised(checks, measured))
        print(f"{FLOORS.name} is written.")
    return 0


def read_floors(path: Path) -> list[Check]:
    """The checks of floors.json."""
    return [
        Check(Kind(one["kind"]), one["gold"], one["committed"], one["digest"], one["margin"], one["floors"])
        for one in json.loads(path.read_text("utf-8"))
    ]


def measure(checks: Sequence[Check], data: Path | None) -> Iterator[Measured]:
    """Every figure that has a floor, of the gold that is here."""
    for check in checks:
        path = check.path(data)
        if path is None:
            continue
        refuse_changed_gold(check, path)
        values = dict(measure_kind(check.kind, path))
        for figure, floor in check.floors.items():
            if figure not in values:
                raise GateError(f"{check.name} has no figure {figure!r}. Correct its name in {FLOORS.name}.")
            yield Measured(check.name, figure, values[figure], floor)


def refuse_changed_gold(check: Check, path: Path) -> None:
    """Floors measured on other gold say nothing about this."""
    digest = digest_of(path)
    if digest != check.digest:
        raise GateError(
            f"{check.gold} has changed since its floors were measured. Look at the figures on the new gold, "
            f"then write its digest {digest} and its floors into {FLOORS.name}, and say why in the commit."
        )


def digest_of(path: Path) -> str:
    """SHA-256 (hex) of a file, or of the labels of all stories in a folder."""
    files = stories_in(path) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def table(measured: Sequence[Measured]) -> Iterator[str]:
    """A line for each figure, those that fell marked."""
    width = max((len(f"{one.check}: {one.figure}") for one in measured), default=0)
    for one in measured:
        label = f"{one.check}: {one.figure}"
        mark = "  BELOW" if one.is_below else ""
        yield f"{label:<{width}}  {100 * one.value:5.1f}  floor {100 * one.floor:5.1f}{mark}"


def raised(checks: Sequence[Check], measured: Sequence[Measured]) -> list[Check]:
    """The checks with each floor a margin below its figure, where that is higher; none falls."""
    values = {(one.check, one.figure): one.value for one in measured}
    result = []
    for check in checks:
        reached = {figure: values.get((check.name, figure), 0.0) - check.margin for figure in check.floors}
        floors = {figure: max(floor, cut(reached[figure])) for figure, floor in check.floors.items()}
        result.append(replace(check, floors=floors))
    return result


def cut(value: float) -> float:
    """A figure rounded down, so that it passes its own floor."""
    return whole_part(value * 10**PLACES) / 10**PLACES


def write_floors(path: Path, checks: Sequence[Check]) -> None:
    """Write floors.json; a floor below the one on file, or one that is gone, is refused."""
    after = {check.name: check.floors for check in checks}
    for check in read_floors(path):
        for figure, floor in check.floors.items():
            if after.get(check.name, {}).get(figure, -1.0) < floor:
                raise GateError(f"The floor of {check.name}, {figure}, would fall; floors only rise.")
    records = [
        {
            "kind": check.kind.value,
            "gold": check.gold,
            "committed": check.is_committed,
            "digest": check.digest,
            "margin": check.margin,
            "floors": dict(check.floors),
        }
        for check in checks
    ]
    path.write_text(json.dumps(records, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
