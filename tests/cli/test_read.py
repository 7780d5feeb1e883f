"""`read` says what became of each input, keeps the status promised, and prints what the ledger holds."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reportedly.config import Config
from reportedly.ledger.ledger import Ledger
from reportedly.types.article import Rejection
from reportedly.types.doc import Failure
from reportedly.types.outcome import Outcome, Status
from tests.builders import a_doc, a_provenance, an_article
from tests.cli.stories import ASSERTED, a_ledger, run

ADDED = Outcome("one.html", Status.ADDED, ASSERTED.article, rows=2)
KNOWN = Outcome("again.html", Status.ALREADY_KNOWN, ASSERTED.article)
REJECTED = Outcome(
    "empty.html",
    Status.REJECTED,
    rejection=Rejection("empty.html", "It is empty.", "Give a file with text."),
)


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Outcome | BaseException]:
    """What reading yields; the ledger is real and holds one article."""
    monkeypatch.chdir(tmp_path)
    told: list[Outcome | BaseException] = []

    def process(sources: Sequence[str], parts: Config) -> Iterator[Outcome]:
        for outcome in told:
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome

    monkeypatch.setattr("reportedly.cli.read.process", process)
    return told


@pytest.fixture
def written(tmp_path: Path) -> None:
    a_ledger(tmp_path / "ledger.db", [ASSERTED])


def test_a_ledger_that_was_migrated_says_where_its_copy_lies(
    outcomes: list[Outcome | BaseException], written: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Ledger.open

    def migrated(*arguments: object, **settings: object) -> Ledger:
        ledger = opened(*arguments, **settings)  # type: ignore[arg-type]
        ledger.backup = Path("ledger.db.backup-v1")
        return ledger

    monkeypatch.setattr(Ledger, "open", migrated)
    outcomes.append(ADDED)
    assert "a copy of the old one is ledger.db.backup-v1" in run("read", "one.html").stderr


def test_no_source_is_a_usage_error() -> None:
    result = run("read")
    assert result.exit_code == 2
    assert "Missing argument" in result.stderr


@pytest.mark.parametrize("date", ["yesterday", "2016-02-30", "17/04/2016"])
def test_date_that_is_none_is_a_usage_error(date: str) -> None:
    result = run("read", "x.html", "--published", date)
    assert result.exit_code == 2
    assert date in result.stderr
    assert "2016-04-17" in result.stderr


def test_language_that_is_none_is_a_usage_error() -> None:
    assert run("read", "x.html", "--language", "English").exit_code == 2


def test_all_read_is_status_zero(outcomes: list[Outcome]) -> None:
    outcomes += [ADDED, KNOWN]
    result = run("read", "one.html", "again.html")
    assert result.exit_code == 0
    assert "1 added, 1 already known; 2 rows added. Ledger: ledger.db." in result.stderr


def test_each_article_has_its_line(outcomes: list[Outcome]) -> None:
    outcomes += [ADDED, KNOWN]
    first, second = run("read", "one.html").stdout.splitlines()
    assert first.startswith("added ")
    assert "2031-03-04 · Harbour Gazette · Minister out" in first
    assert ASSERTED.article.id[:8] in first
    assert second.startswith("already known ")


def test_new_version_is_told(outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("one.html", Status.NEW_VERSION, ASSERTED.article, rows=1))
    result = run("read", "one.html")
    assert result.stdout.startswith("new version ")
    assert "1 new version; 1 row added." in result.stderr


def test_rejection_is_status_one_with_reason_and_advice(outcomes: list[Outcome]) -> None:
    outcomes += [REJECTED, ADDED]
    result = run("read", "empty.html", "one.html")
    assert result.exit_code == 1
    assert "rejected      empty.html: It is empty. Give a file with text." in result.stdout


def test_unknown_head_is_shown_as_unknown(outcomes: list[Outcome]) -> None:
    article = an_article("Words.", outlet=None, published=None, title=None)
    outcomes.append(Outcome("x.txt", Status.ADDED, article))
    assert "– · – · –" in run("read", "x.txt").stdout


def test_article_in_another_language_says_so(outcomes: list[Outcome]) -> None:
    article = an_article("Der Minister trat zurück.", language="de")
    outcomes.append(Outcome("x.txt", Status.ADDED, article))
    assert "(language de: kept, no rows)" in run("read", "x.txt").stdout


def test_failed_component_is_told(outcomes: list[Outcome]) -> None:
    outcomes.append(Outcome("x.txt", Status.ADDED, an_article(), failures=(Failure("chains", "ValueError"),)))
    assert "x.txt: the component chains failed" in run("read", "x.txt").stderr


def test_note_of_a_reader_is_told(outcomes: list[Outcome]) -> None:
    came = a_provenance()
    article = an_article(provenance=type(came)("x", "d", "t", "text", notes=("The date “soon” is none.",)))
    outcomes.append(Outcome("x.txt", Status.ADDED, article))
    assert "x.txt: The date “soon” is none." in run("read", "x.txt").stderr


def test_hostile_title_is_not_obeyed(outcomes: list[Outcome]) -> None:
    article = a_doc("Words.", title="\x1b]0;owned\x07[bold red]Title").article
    outcomes.append(Outcome("x\x1b[2J.html", Status.ADDED, article))
    result = run("read", "x.html")
    assert "\x1b" not in result.output
    assert "[bold red]Title" in result.stdout


@pytest.mark.usefixtures("written")
def test_jsonl_is_one_object_for_each_article_known_or_new(outcomes: list[Outcome]) -> None:
    outcomes += [ADDED, KNOWN, REJECTED]
    result = run("read", "one.html", "--format", "jsonl")
    (line,) = result.stdout.splitlines()
    document = json.loads(line)
    assert sorted(document) == ["article", "attributions", "claims", "links"]
    assert document["article"]["id"] == ASSERTED.article.id
    assert len(document["attributions"]) == 2
    assert "rejected: empty.html: It is empty." in result.stderr


@pytest.mark.usefixtures("written")
def test_json_is_a_list(outcomes: list[Outcome]) -> None:
    outcomes.append(ADDED)
    assert len(json.loads(run("read", "one.html", "--format", "json").stdout)) == 1


def test_json_of_nothing_is_an_empty_list(outcomes: list[Outcome]) -> None:
    outcomes.append(REJECTED)
    assert json.loads(run("read", "empty.html", "--format", "json").stdout) == []


def test_interrupt_in_the_middle_keeps_what_was_read(outcomes: list[Outcome | BaseException]) -> None:
    outcomes += [ADDED, KeyboardInterrupt()]
    result = run("read", "one.html", "two.html")
    assert result.exit_code == 130
    assert result.stdout.startswith("added ")
    assert "Traceback" not in result.output


def test_progress_is_not_shown_where_nobody_watches(outcomes: list[Outcome]) -> None:
    outcomes.append(ADDED)
    assert len(run("read", "one.html").stderr.splitlines()) == 1
