"""A small ledger built by hand, and a runner of commands, for the tests of the command line."""

from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly import assemble
from reportedly.cli.main import main
from reportedly.config import Config
from reportedly.types.attribution import Certainty, SourceKind, Stance
from reportedly.types.claim import Assignment, Linking
from reportedly.types.doc import Doc
from tests.builders import Row, a_doc

ASSERTED = a_doc(
    "The minister resigned, two officials said. It rained.",
    [
        Row("The minister resigned", "two officials", "said"),
        Row("It rained."),
    ],
    outlet="Harbour Gazette",
    title="Minister out",
    url="https://gazette.example/1",
    published="2031-03-04",
)
DENIED = a_doc(
    "The Palace denied that the minister resigned.",
    [
        Row(
            "that the minister resigned",
            "The Palace",
            "denied",
            name="The Palace",
            kind=SourceKind.ORGANISATION,
            stance=Stance.DENIES,
            certainty=Certainty.CT_MINUS,
        )
    ],
    outlet="Island Post",
    title="Palace denies",
    url="https://post.example/2",
    published="2031-03-05",
)
CLAIM = "c" + "0" * 15
OTHER_CLAIM = "c" + "1" * 15


def a_ledger(path: Path, docs: Sequence[Doc] = (ASSERTED, DENIED)) -> Path:
    """A ledger of these docs, the first row of each about one claim."""
    with assemble.open_ledger(Config(ledger=path), read_only=False) as ledger:
        for doc in docs:
            first, *others = doc.rows
            claims = [Assignment(first.id, CLAIM), *(Assignment(row.id, OTHER_CLAIM) for row in others)]
            with ledger.writing() as writer:
                writer.add(doc, Linking(assignments=tuple(claims)))
    return path


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run one command; `environment` is added to what the process has."""
    values = {"COLUMNS": "120", **environment}
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=values)
