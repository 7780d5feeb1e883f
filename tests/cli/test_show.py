"""`show` finds what an id stands for, and prints it so that a person can check it."""

import json
from pathlib import Path

import pytest

from tests.builders import Row, a_doc
from tests.cli.stories import ASSERTED, CLAIM, DENIED, a_ledger, run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_ledger(tmp_path_factory.mktemp("ledger") / "news.db")


def test_article_is_shown_with_its_rows(ledger: Path) -> None:
    output = run("show", ASSERTED.article.id, "--ledger", ledger).stdout
    assert output.startswith(f"article {ASSERTED.article.id}")
    assert "Minister out" in output
    assert "Harbour Gazette › unnamed: two officials" in output
    assert "«The minister resigned»" in output


def test_attribution_is_shown_in_its_marked_sentence(ledger: Path) -> None:
    output = run("show", DENIED.rows[0].id, "--ledger", ledger).stdout
    assert "[source: The Palace] [cue: denied] [content: that the minister resigned]." in output
    assert "Island Post › The Palace" in output
    assert "source 0-10, cue 11-17, content 18-44" in output
    assert "0.90" in output


def test_claim_is_shown_with_all_its_sides(ledger: Path) -> None:
    output = run("show", CLAIM, "--ledger", ledger).stdout
    assert "disputed · 1 independent origin\n" in output
    so, no = output.index("Says so (1 row)"), output.index("Says not (1 row)")
    assert so < output.index("2031-03-04  Harbour Gazette › unnamed: two officials") < no
    assert no < output.index("2031-03-05  Island Post › The Palace")
    assert output.count("because: ") == 2


@pytest.mark.parametrize("identifier", [ASSERTED.article.id, DENIED.rows[0].id, CLAIM])
def test_json_is_one_object(ledger: Path, identifier: str) -> None:
    (shown,) = json.loads(run("show", identifier, "--ledger", ledger, "--format", "json").stdout)
    assert identifier in (shown.get("id"), shown.get("article", {}).get("id"))


def test_row_in_json_has_the_words_of_its_spans(ledger: Path) -> None:
    line = run("show", DENIED.rows[0].id, "--ledger", ledger, "--format", "jsonl").stdout
    assert json.loads(line)["words"]["content"] == "that the minister resigned"


def test_beginning_of_an_id_is_enough(ledger: Path) -> None:
    assert run("show", CLAIM[:5], "--ledger", ledger).stdout.startswith(f"claim {CLAIM}")


def test_unknown_id_is_one_sentence_with_advice(ledger: Path) -> None:
    result = run("show", "zzz", "--ledger", ledger)
    assert result.exit_code == 1
    assert "no article, attribution or claim “zzz”" in result.stderr
    assert "search WORDS" in result.stderr


def test_beginning_that_fits_several_rows_is_refused(tmp_path: Path) -> None:
    text = "It rained, Ana said. It snowed, Ben said."
    rows = [Row("It rained", "Ana", "said", name="Ana"), Row("It snowed", "Ben", "said", name="Ben")]
    doc = a_doc(text, rows)
    ledger = a_ledger(tmp_path / "two.db", [doc])
    result = run("show", doc.rows[0].id[:-1], "--ledger", ledger)
    assert result.exit_code == 1
    assert "more" in result.stderr.lower()
    assert doc.rows[0].id in result.stderr


def test_hostile_text_is_shown_not_obeyed(tmp_path: Path) -> None:
    row = Row("\x1b[2J[red]Fire", "Ana", "said", name="Ana")
    doc = a_doc("\x1b[2J[red]Fire, Ana said.", [row], title="\x9bTitle")
    ledger = a_ledger(tmp_path / "hostile.db", [doc])
    for identifier in (doc.article.id, doc.rows[0].id, CLAIM):
        output = run("show", identifier, "--ledger", ledger).output
        assert not {"\x1b", "\x9b"} & set(output)
        assert "\\x1b[2J[red]Fire" in output
