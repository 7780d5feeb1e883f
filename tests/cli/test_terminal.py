"""How the program behaves on a terminal, in a pipe, and when it is interrupted: real processes."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import Row, a_doc
from tests.cli.stories import CLAIM, DENIED, a_ledger

PROGRAM = [sys.executable, "-c", "from reportedly.cli.main import main; main(prog_name='reportedly')"]
# Reading as it would be, but for the readers and models: three articles, then a long wait.
SLOW_READ = """
import sys, time
from reportedly.cli import read
from reportedly.cli.main import main
from reportedly.types.article import Article
from reportedly.types.outcome import Outcome, Status

def process(sources, parts):
    for number in range(3):
        article = Article(f"{number}" * 16, "Words.", title=f"No. {number}")
        yield Outcome(f"{number}.txt", Status.ADDED, article)
        sys.stdout.flush()
    time.sleep(float(sources[0]))

read.process = process
main(prog_name="reportedly")
"""
COLOUR = "\x1b[3"
CURSOR_UP_OR_ERASE = ("\x1b[1A", "\x1b[2K", "\x1b[?25l")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_ledger(tmp_path_factory.mktemp("ledger") / "news.db")


def environment(**more: str) -> dict[str, str]:
    """The process's own, as on a plain colour terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**kept, "TERM": "xterm-256color", "COLUMNS": "100", **more}


def on_terminal(command: list[str], **more: str) -> str:
    """What a command writes to a terminal."""
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        command, stdin=secondary, stdout=secondary, stderr=secondary, env=environment(**more)
    )
    os.close(secondary)
    output = b""
    while True:
        try:
            piece = os.read(primary, 65536)
        except OSError:  # Linux's way to say that the other side is closed
            break
        if not piece:
            break
        output += piece
    os.close(primary)
    process.wait(timeout=30)
    return output.decode("utf-8", "replace")


def test_terminal_gets_colours(ledger: Path) -> None:
    assert COLOUR in on_terminal([*PROGRAM, "show", DENIED.rows[0].id, "--ledger", str(ledger)])


def test_no_color_takes_the_colours_away(ledger: Path) -> None:
    output = on_terminal([*PROGRAM, "show", DENIED.rows[0].id, "--ledger", str(ledger)], NO_COLOR="1")
    assert COLOUR not in output
    assert "[content: " in output


def test_pipe_gets_no_escape_sequences(ledger: Path) -> None:
    command = [*PROGRAM, "show", CLAIM, "--ledger", str(ledger)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    assert "\x1b" not in done.stdout + done.stderr


def test_terminal_gets_a_progress_bar(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SLOW_READ, "--ledger", str(tmp_path / "x.db"), "read", "0.5"]
    output = on_terminal(command)
    assert any(sign in output for sign in CURSOR_UP_OR_ERASE)
    assert "3 read, 0 rejected" in output
    assert "No. 2" in output


def test_pipe_gets_no_progress_bar(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SLOW_READ, "--ledger", str(tmp_path / "x.db"), "read", "0"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    assert len(done.stdout.splitlines()) == 3
    assert len(done.stderr.splitlines()) == 1


def test_export_on_a_terminal_shows_escape_sequences_instead_of_sending_them(tmp_path: Path) -> None:
    doc = a_doc("\x9b2JFire, Ana said.", [Row("\x9b2JFire", "Ana", "said", name="Ana")])
    ledger = a_ledger(tmp_path / "hostile.db", [doc])
    for shape in ("jsonl", "csv"):
        output = on_terminal([*PROGRAM, "export", "--format", shape, "--ledger", str(ledger)])
        assert "\x9b" not in output
        assert "2JFire" in output


def test_reader_that_closes_the_pipe_early_is_met_quietly(tmp_path: Path) -> None:
    rows = [Row(f"Sentence number {number} stands here.") for number in range(400)]
    ledger = a_ledger(tmp_path / "long.db", [a_doc(" ".join(row.content for row in rows), rows)])
    for command in ("claims --limit 1000", "search stands --limit 1000", "export", "claims --format jsonl"):
        process = subprocess.Popen(
            [*PROGRAM, *command.split(), "--ledger", str(ledger)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b"", command
        process.stderr.close()
        process.wait(timeout=30)


def test_interrupt_is_one_sentence_and_status_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_READ, "--ledger", str(tmp_path / "x.db"), "read", "60"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=30)
    assert process.returncode == 130
    assert messages.strip().endswith("Stopped. What was committed to the ledger is kept.")
    assert "Traceback" not in messages


STATUSES = [
    (["read"], 2),
    (["read", "x", "--published", "soon"], 2),
    (["nonsense"], 2),
    (["articles", "--ledger", "missing.db"], 1),
    (["--help"], 0),
]


@pytest.mark.parametrize(("arguments", "status"), STATUSES)
def test_exit_status(tmp_path: Path, arguments: list[str], status: int) -> None:
    command = [*PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment(), check=False)
    assert done.returncode == status
