"""The front door of the command line: it loads a command's file only when that command is used."""

import importlib
import sys
from pathlib import Path
from typing import Any

import click

from reportedly.types.errors import ReportedlyError

# Name and one-line help; kept here so that `reportedly --help` loads no command (0.06 s against 0.8 s).
COMMANDS = {
    "read": "Read articles into the ledger.",
    "articles": "List the articles in the ledger.",
    "claims": "List the claims: how each stands, and on how many origins.",
    "show": "Show an article, an attribution or a claim by its id.",
    "search": "Find the rows that contain these words.",
    "sources": "List who is cited, how often, and in how many articles.",
    "places": "List the places that contents are about, with coordinates.",
    "export": "Write the whole ledger as JSON lines or CSV.",
    "evaluate": "Compare what the program finds with hand-labelled gold.",
    "doctor": "Check versions, models and the ledger's health.",
}
INTERRUPTED = 130  # 128 + SIGINT, what a shell expects after Ctrl-C


class LazyGroup(click.Group):
    """A group that imports `reportedly.cli.NAME` when NAME is called, and turns errors into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"reportedly.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours is one sentence and status 1, an interrupt status 130."""
        try:
            return super().invoke(ctx)
        except ReportedlyError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo("\nStopped. What was committed to the ledger is kept.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(
    name="reportedly",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: reportedly read story.html --outlet 'The Harbour Post'",
)
@click.option("--ledger", type=click.Path(path_type=Path, dir_okay=False), help="The ledger's file.")
@click.version_option(package_name="reportedly")
def main(ledger: Path | None) -> None:  # noqa: ARG001 - the commands read it from the context
    """Keep a ledger of who says what: read news articles, list claims, count independent origins."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter gets its escape
            stream.reconfigure(errors="backslashreplace")
