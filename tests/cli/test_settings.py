"""Settings come from the file, then the environment, then the command line."""

from pathlib import Path

import pytest

from reportedly.cli.settings import checked_date, checked_language, load_config
from reportedly.config import Config
from reportedly.types.errors import ConfigError


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LEDGER", "OUTLET", "THREADS", "KEEP_PAGES", "LANGUAGE", "PUBLISHED"):
        monkeypatch.delenv(f"REPORTEDLY_{name}", raising=False)


def write(settings: str) -> None:
    Path("reportedly.toml").write_text(settings, "utf-8")


def test_defaults_hold_where_nothing_is_said() -> None:
    assert load_config({}) == Config()


def test_file_sets_every_kind_of_value() -> None:
    write(
        '[reportedly]\nledger = "news.db"\noutlet = "The Post"\nthreads = 4\nkeep_pages = true\n'
        "[reportedly.limits]\nfile_bytes = 1000\nresponse_seconds = 2.5\n"
    )
    config = load_config({})
    assert (config.ledger, config.outlet, config.threads) == (Path("news.db"), "The Post", 4)
    assert config.keep_pages is True
    assert (config.limits.file_bytes, config.limits.response_seconds) == (1000, 2.5)


def test_environment_outranks_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('[reportedly]\noutlet = "File"\n')
    monkeypatch.setenv("REPORTEDLY_OUTLET", "Environment")
    assert load_config({}).outlet == "Environment"


def test_command_line_outranks_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LEDGER", "environment.db")
    assert load_config({"ledger": Path("option.db")}).ledger == Path("option.db")


def test_silent_option_leaves_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_LEDGER", "environment.db")
    assert load_config({"ledger": None}).ledger == Path("environment.db")


@pytest.mark.parametrize(("word", "value"), [("1", True), ("Yes", True), ("off", False), ("false", False)])
def test_environment_says_yes_and_no(monkeypatch: pytest.MonkeyPatch, word: str, value: bool) -> None:
    monkeypatch.setenv("REPORTEDLY_KEEP_PAGES", word)
    assert load_config({}).keep_pages is value


def test_empty_variable_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_OUTLET", "")
    assert load_config({}).outlet is None


WRONG_FILES = [
    ("[reportedly]\nleger = 'x.db'\n", "'leger'", "ledger"),
    ("[reported]\n", "'reported'", "reportedly"),
    ("[reportedly.limits]\nbytes = 1\n", "'bytes'", "file_bytes"),
    ("[reportedly]\nthreads = 'two'\n", "'two'", "whole number"),
    ("[reportedly]\nthreads = 0\n", "0", "whole number"),
    ("[reportedly]\nthreads = true\n", "True", "whole number"),
    ("[reportedly]\nkeep_pages = 'yes'\n", "'yes'", "true or false"),
    ("[reportedly]\noutlet = 3\n", "3", "text in quotation marks"),
    ("[reportedly]\nlimits = 3\n", "3", "table of numbers"),
    ("[reportedly.limits]\nredirects = -1\n", "-1", "whole number"),
    ("[reportedly]\npublished = 'yesterday'\n", "'yesterday'", "2016-04-17"),
    ("reportedly = 3\n", "reportedly.toml", "heading"),
    ("not toml at all", "reportedly.toml", "Correct it"),
]


@pytest.mark.parametrize(("settings", "value", "advice"), WRONG_FILES)
def test_wrong_file_is_one_sentence_with_value_and_advice(settings: str, value: str, advice: str) -> None:
    write(settings)
    with pytest.raises(ConfigError) as caught:
        load_config({})
    assert value in str(caught.value)
    assert advice in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "word"), [("THREADS", "many"), ("KEEP_PAGES", "maybe"), ("THREADS", "0")])
def test_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, word: str) -> None:
    monkeypatch.setenv(f"REPORTEDLY_{name}", word)
    with pytest.raises(ConfigError, match=f"REPORTEDLY_{name}={word}"):
        load_config({})


@pytest.mark.parametrize(
    "date", ["2016", "2016-04", "2016-04-17", "2016-04-17T10:30", "2016-04-17T10:30:00Z"]
)
def test_date_with_what_is_known_is_taken(date: str) -> None:
    assert checked_date(date) == date


@pytest.mark.parametrize(
    "date", ["", "yesterday", "17.4.2016", "2016-13", "2016-02-30", "2016-4-1", "20160417"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ConfigError, match="not a date"):
        checked_date(date)


@pytest.mark.parametrize("language", ["", "EN", "english", "e1"])
def test_what_is_no_language_is_refused(language: str) -> None:
    with pytest.raises(ConfigError, match="not a language"):
        checked_language(language)
