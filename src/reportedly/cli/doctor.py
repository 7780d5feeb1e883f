"""`reportedly doctor`: checks versions, models and the ledger, and says what to do where one fails."""

import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import click

from reportedly import assemble
from reportedly.cli.options import Format, format_option, ledger_option
from reportedly.cli.output import print_json, results, table
from reportedly.cli.settings import load_config
from reportedly.cli.words import counted
from reportedly.config import Config
from reportedly.types.article import Article, article_id
from reportedly.types.errors import ReportedlyError
from reportedly.types.reading import Health

PACKAGES = ("reportedly", "spacy", "onnxruntime", "trafilatura", "SQLAlchemy")
TRIAL = "“The bridge is closed,” a spokesman said on Monday."  # invented, one attribution
DIGEST_SHOWN = 12
PROBLEM = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `found` is its version or state, or what is wrong and what to do."""

    name: str
    is_ok: bool
    found: str


@click.command("doctor", epilog="Example: reportedly doctor --ledger news.db")
@ledger_option()
@format_option()
@click.pass_context
def command(ctx: click.Context, /, ledger: Path | None, shape: Format) -> None:
    """Check versions, models and the ledger's health; the status is 1 where something is wrong."""
    config = load_config({"ledger": ledger})
    checks = [*versions(), *models(config), *ledger_state(config)]
    if shape is Format.TABLE:
        rows = ((check.name, "ok" if check.is_ok else "PROBLEM", check.found) for check in checks)
        results().print(table(("what", "state", "found"), rows))
    else:
        print_json((asdict(check) for check in checks), shape)
    if not all(check.is_ok for check in checks):
        ctx.exit(PROBLEM)


def versions() -> Iterator[Check]:
    """Python and the packages that the results depend on."""
    yield Check("python", True, platform.python_version())
    for name in PACKAGES:
        yield Check(name, True, metadata.version(name))


def models(config: Config) -> Iterator[Check]:
    """Every component with its version and model, and a trial sentence through all of them."""
    try:
        pipeline = assemble.make_pipeline(config)
        runs = [component.run for component in pipeline.components]
    except ReportedlyError as error:
        yield Check("models", False, str(error))
        return
    for run in runs:
        model = f", model {run.model_digest[:DIGEST_SHOWN]}" if run.model_digest else ""
        yield Check(f"component {run.component}", True, f"{run.version}{model}")
    (doc,) = pipeline.annotate([Article(id=article_id(None, None, TRIAL), text=TRIAL, language="en")])
    if doc.failures:
        yield Check("trial sentence", False, f"{doc.failures[0].component} failed: {doc.failures[0].reason}")
    else:
        yield Check("trial sentence", bool(doc.attributions), counted(len(doc.attributions or ()), "row"))


def ledger_state(config: Config) -> Iterator[Check]:
    """The ledger's file: that it opens, that it is sound, and what is in it."""
    if not config.ledger.exists():
        yield Check("ledger", True, f"there is none at {config.ledger} yet; `reportedly read FILE` makes it")
        return
    try:
        with assemble.open_ledger(config, read_only=True) as opened:
            health = opened.health()
    except ReportedlyError as error:
        yield Check("ledger", False, str(error))
        return
    yield Check("ledger", health.is_sound, state_of(health))
    counts = ", ".join(f"{number} {name}" for name, number in health.counts.items())
    yield Check("ledger holds", True, counts)


def state_of(health: Health) -> str:
    """The ledger's file in words."""
    if not health.is_sound:
        return f"{health.path} is damaged: {'; '.join(health.problems)}. Restore it from a backup copy."
    size = f"{health.size_bytes / 1024:.0f} KiB"
    return f"{health.path}, schema {health.schema_version}, journal {health.journal_mode}, {size}, sound"
