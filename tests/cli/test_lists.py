"""`articles`, `claims`, `search` and `sources` print tables for people and JSON for programs."""

import json
from pathlib import Path

import pytest

from tests.builders import Row, a_doc
from tests.cli.stories import ASSERTED, CLAIM, DENIED, a_ledger, run

LISTS = [("articles",), ("claims",), ("search", "minister"), ("sources",)]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_ledger(tmp_path_factory.mktemp("ledger") / "news.db")


@pytest.mark.parametrize("command", LISTS)
def test_ledger_option_is_taken_after_and_before_the_command(ledger: Path, command: tuple[str, ...]) -> None:
    after = run(*command, "--ledger", ledger)
    before = run("--ledger", ledger, *command)
    assert after.exit_code == 0
    assert after.stdout == before.stdout != ""


@pytest.mark.parametrize("command", LISTS)
def test_command_option_outranks_the_group_option(ledger: Path, command: tuple[str, ...]) -> None:
    assert run("--ledger", "missing.db", *command, "--ledger", ledger).exit_code == 0


@pytest.mark.parametrize("command", LISTS)
def test_environment_names_the_ledger(ledger: Path, command: tuple[str, ...]) -> None:
    assert run(*command, REPORTEDLY_LEDGER=str(ledger)).exit_code == 0


@pytest.mark.parametrize("command", LISTS)
def test_missing_ledger_is_one_sentence(tmp_path: Path, command: tuple[str, ...]) -> None:
    result = run(*command, "--ledger", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "none.db" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", LISTS)
def test_jsonl_is_an_object_a_line_and_json_their_list(ledger: Path, command: tuple[str, ...]) -> None:
    lines = run(*command, "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    listed = json.loads(run(*command, "--ledger", ledger, "--format", "json").stdout)
    assert [json.loads(line) for line in lines] == listed
    assert listed


@pytest.mark.parametrize("command", LISTS)
def test_limit_cuts_the_list(ledger: Path, command: tuple[str, ...]) -> None:
    lines = run(*command, "--ledger", ledger, "--format", "jsonl", "--limit", "1").stdout.splitlines()
    assert len(lines) == 1


@pytest.mark.parametrize("command", LISTS)
def test_limit_of_zero_is_a_usage_error(ledger: Path, command: tuple[str, ...]) -> None:
    assert run(*command, "--ledger", ledger, "--limit", "0").exit_code == 2


def test_articles_show_head_rows_and_version(ledger: Path) -> None:
    heading, first, second = run("articles", "--ledger", ledger).stdout.splitlines()
    assert heading.split() == ["id", "published", "outlet", "title", "rows", "version"]
    assert first.split()[:2] == [DENIED.article.id[:8], "2031-03-05"]
    assert second.split()[-2:] == ["2", "1"]


def test_articles_of_one_outlet(ledger: Path) -> None:
    result = run("articles", "--ledger", ledger, "--outlet", "Island Post", "--format", "jsonl")
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["title"] == "Palace denies"


def test_claim_shows_who_says_so_and_who_says_not(ledger: Path) -> None:
    output = run("claims", "--ledger", ledger, "--limit", "1").stdout
    assert "disputed" in output
    assert "unnamed: two" in output
    assert "The Palace" in output


def test_claims_are_printed_in_the_interchange_format(ledger: Path) -> None:
    line = run("claims", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()[0]
    claim = json.loads(line)
    assert claim["id"] == CLAIM
    assert claim["asserts"] == [ASSERTED.rows[0].id]
    assert claim["denies"] == [DENIED.rows[0].id]
    assert (claim["independent_origins"], claim["min"], claim["max"]) == (1, 1, 1)


def test_details_print_each_claim_in_full(ledger: Path) -> None:
    output = run("claims", "--ledger", ledger, "--details").stdout
    assert output.count("independent origin") == 2
    assert "Says not (1 row)" in output


def test_search_finds_words_and_shows_their_article(ledger: Path) -> None:
    output = run("search", "resigned", "palace", "--ledger", ledger).stdout
    assert "Island Post › The Palace" in output
    assert "«that the minister resigned»" in output
    assert "two officials" not in output


def test_search_without_a_hit_says_what_to_try(ledger: Path) -> None:
    result = run("search", "unicorn", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Try fewer words" in result.stderr


@pytest.mark.parametrize("words", ['"', "AND", "a*", "(", "NEAR/3", "x:y", "';--"])
def test_search_takes_any_sign_as_words(ledger: Path, words: str) -> None:
    assert run("search", "--ledger", ledger, "--", words).exit_code == 0


def test_sources_tell_own_voice_apart(ledger: Path) -> None:
    output = run("sources", "--ledger", ledger).stdout
    assert "own voice" in output
    assert "two officials" in output


def test_hostile_text_is_shown_not_obeyed(tmp_path: Path) -> None:
    text = "\x1b[2J[red]Fire[/red], Ana\x9bB said."
    row = Row("\x1b[2J[red]Fire[/red]", "Ana\x9bB", "said", name="Ana\x9bB")
    doc = a_doc(text, [row], title="[link=https://x.example]\u202eTitle")
    ledger = a_ledger(tmp_path / "hostile.db", [doc])
    for command in (*LISTS[:2], ("search", "fire"), ("sources",), ("claims", "--details")):
        for shape in ("table", "json", "jsonl"):
            output = run(*command, "--ledger", ledger, "--format", shape).output
            assert output
            assert not {"\x1b", "\x9b", "\u202e"} & set(output), (command, shape)
    assert "[red]Fire[/red]" in run("search", "fire", "--ledger", ledger).stdout
