"""`doctor` names what is wrong and what to do."""

import json
from pathlib import Path

import pytest

from tests.cli.stories import a_ledger, run


def checks(*arguments: str | Path) -> dict[str, dict[str, object]]:
    """The checks by name."""
    found = json.loads(run("doctor", *arguments, "--format", "json").stdout)
    return {check["name"]: check for check in found}


@pytest.fixture
def without_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.doctor.models", lambda config: [])


def test_sound_installation_is_status_zero(tmp_path: Path) -> None:
    result = run("doctor", "--ledger", a_ledger(tmp_path / "news.db"))
    assert result.exit_code == 0
    assert "PROBLEM" not in result.stdout
    assert "trial sentence" in result.stdout


@pytest.mark.usefixtures("without_models")
def test_ledger_is_counted(tmp_path: Path) -> None:
    found = checks("--ledger", a_ledger(tmp_path / "news.db"))
    assert "2 articles" in str(found["ledger holds"]["found"])


@pytest.mark.usefixtures("without_models")
def test_missing_ledger_is_no_problem(tmp_path: Path) -> None:
    found = checks("--ledger", tmp_path / "none.db")
    assert found["ledger"]["is_ok"] is True
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("without_models")
def test_file_that_is_no_ledger_is_a_problem_with_status_one(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a ledger at all, but long enough to be read as one")
    result = run("doctor", "--ledger", other)
    assert result.exit_code == 1
    assert "PROBLEM" in result.stdout


def test_model_that_is_missing_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTEDLY_SPACY_MODEL", "en_core_web_missing")
    monkeypatch.chdir(tmp_path)
    result = run("doctor")
    assert result.exit_code == 1
    assert "en_core_web_missing" in result.stdout
