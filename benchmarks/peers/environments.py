"""Makes a virtual environment for another tool, away from the project's own."""

import hashlib
import subprocess
import sys
from pathlib import Path

INSTALL_SECONDS = 900  # textacy with its dependencies took 28 s from a near registry (2 cores, 2026-11)
STAMP = ".installed"


class PeerError(Exception):
    """A tool could not be installed or run, in one line."""


def make_environment(requirements: tuple[str, ...], folder: Path) -> Path:
    """The Python of an environment in `folder` with these requirements; one that is there is used again."""
    home = folder / hashlib.sha256("\n".join(requirements).encode()).hexdigest()[:12]
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (home / STAMP).exists():
        command([sys.executable, "-m", "venv", "--clear", str(home)])
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command([*pip, *requirements])
        (home / STAMP).write_text("\n".join(requirements), "utf-8")  # last: half an install is made anew
    return python


def command(arguments: list[str]) -> None:
    """Run it, or say in one line why it failed."""
    try:
        done = subprocess.run(arguments, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(f"could not be installed: {error}") from error
    if done.returncode:
        raise PeerError(f"could not be installed: {last_line(done.stderr or done.stdout)}")


def last_line(output: str) -> str:
    """What a failed program said last; pip's and Python's last line names the error."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["it said nothing"])[-1]
