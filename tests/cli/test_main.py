"""The front door: help without loading, one sentence for an error, statuses."""

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reportedly.cli.main import COMMANDS, main
from reportedly.types.errors import LedgerError
from tests.cli.stories import run

HEAVY = ("spacy", "trafilatura", "onnxruntime", "sqlalchemy", "numpy")


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_help_names_every_command() -> None:
    output = run("--help").output
    assert all(f"  {name} " in output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: reportedly {name}" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_called_as_its_file(name: str) -> None:
    command = importlib.import_module(f"reportedly.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name


def test_help_loads_no_command_and_nothing_heavy() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom reportedly.cli.main import main\n"
        "CliRunner().invoke(main, ['--help'])\nprint(*sys.modules)"
    )
    loaded = python(code).split()
    assert not set(HEAVY) & set(loaded)
    assert "reportedly.cli.read" not in loaded


def test_ledger_command_does_not_load_spacy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom reportedly.cli.main import main\n"
        f"CliRunner().invoke(main, ['articles', '--ledger', {str(tmp_path / 'x.db')!r}])\nprint(*sys.modules)"
    )
    loaded = python(code).split()
    assert "reportedly.assemble" in loaded
    assert "spacy" not in loaded


def test_unknown_command_is_a_usage_error() -> None:
    result = run("reed")
    assert result.exit_code == 2
    assert "reed" in result.stderr


def test_version_is_printed() -> None:
    assert "reportedly, version" in run("--version").output


def broken(error: BaseException) -> click.Command:
    """A command that ends so."""

    @click.command("articles")
    def command() -> None:
        raise error

    return command


def test_error_of_ours_is_one_sentence_and_status_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.articles.command", broken(LedgerError("The disk is full.")))
    result = run("articles")
    assert (result.exit_code, result.stderr) == (1, "Error: The disk is full.\n")


def test_interrupt_says_that_committed_work_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.articles.command", broken(KeyboardInterrupt()))
    result = run("articles")
    assert result.exit_code == 130
    assert "What was committed to the ledger is kept." in result.stderr
    assert "Traceback" not in result.stderr


def test_main_is_a_group_of_exactly_these_commands() -> None:
    context = click.Context(main)
    assert main.list_commands(context) == list(COMMANDS)
    assert main.get_command(context, "main") is None
