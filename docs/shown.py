"""Runs commands for the docs, so that every output they show is the program's own (see `make docs`)."""

import contextlib
import io
import json
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cog
from click.testing import CliRunner, Result

from reportedly.cli.main import COMMANDS, main

REPOSITORY = Path(__file__).parent.parent
WIDTH = 100  # columns; fixed, so that the docs do not depend on anybody's terminal
# Nothing of the reader's own settings may show: no colours, no reportedly.toml, no REPORTEDLY_ variable.
ENVIRONMENT = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb"}


def help_pages() -> None:
    """The help of the program and of every command, each under its own heading."""
    for name in ("", *COMMANDS):
        command = f"reportedly {name}".strip()
        cog.outl(f"\n## `{command}`\n")
        fenced(run(f"{command} --help").output)


def shown(command: str, lines: int | None = None) -> None:
    """A command after its prompt and what it prints, as a block; the first `lines` where that is enough."""
    output = run(command).stdout.splitlines()
    kept = output if lines is None else [*output[:lines], *(["…"] if len(output) > lines else [])]
    fenced("\n".join([f"$ {command}", *(line.rstrip() for line in kept)]))


def first_id(command: str) -> str:
    """The id at the beginning of what a command prints."""
    return run(command).stdout.split(maxsplit=1)[0]


def claim_about(words: str) -> str:
    """The beginning of the id of the first claim whose text holds these words."""
    claims = map(json.loads, run("reportedly claims --format jsonl").stdout.splitlines())
    return next(str(claim["id"])[:8] for claim in claims if words in claim["text"])


def python(source: str) -> None:
    """A program as a block and what it prints as another."""
    fenced(source.strip(), "python")
    with in_story_folder(), contextlib.redirect_stdout(output := io.StringIO()):
        exec(compile(source, "docs", "exec"), {})
    fenced(output.getvalue())


def fenced(text: str, language: str = "console") -> None:
    """A Markdown block."""
    cog.outl(f"```{language}\n{text.rstrip()}\n```")


def run(command: str) -> Result:
    """Run one `reportedly` command line in a folder with the sample articles and a ledger of them."""
    program, *arguments = shlex.split(command)
    if program != "reportedly":
        raise ValueError(f"The docs show {command!r}, but only `reportedly` can be run here.")
    with in_story_folder():
        result = CliRunner().invoke(
            main, arguments, prog_name=program, env=ENVIRONMENT, terminal_width=WIDTH, max_content_width=WIDTH
        )
    if result.exit_code != 0:
        raise RuntimeError(f"{command!r} in the docs ended with {result.exit_code}: {result.output}")
    return result


@contextlib.contextmanager
def in_story_folder() -> Iterator[None]:
    """Work in the story's folder without the caller's settings, then return."""
    saved = {name: value for name, value in os.environ.items() if name.startswith("REPORTEDLY_")}
    for name in saved:
        del os.environ[name]
    try:
        with contextlib.chdir(story_folder()):
            yield
    finally:
        os.environ.update(saved)


def story_folder() -> Path:
    """A folder with a copy of the sample articles, a fresh one for each page of the docs."""
    return Path(_temporary_folder(cog.inFile).name)


@cache
def _temporary_folder(page: str) -> tempfile.TemporaryDirectory[str]:  # noqa: ARG001 - the cache's key
    """Made on first use, removed when cog ends."""
    folder = tempfile.TemporaryDirectory(prefix="reportedly-docs-")
    shutil.copytree(REPOSITORY / "samples" / "story", Path(folder.name) / "story")
    return folder
