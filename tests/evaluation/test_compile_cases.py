"""A labelled story compiles to the interchange format, and every mistake of a labeller is named."""

import json
from pathlib import Path

import pytest
from evaluation.compile_cases import compile_story, main
from evaluation.locate import GoldError

ARTICLE = """---
outlet: The Lorrow Mail
title: A ferry
url: https://lorrowmail.example/ferry
published: 2025-05-02
language: en
---
The ferry sank, two sailors told the Mail. The harbour office denied it.
"""
LABELS = """
outlet = "The Lorrow Mail"
published = "2025-05-02"
origin = "mail"

[sources]
sailors = { kind = "unnamed", described_as = "two sailors", count = 2 }
office = { kind = "organisation", name = "harbour office" }

[[row]]
id = "a1"
content = "The ferry sank"
source = "two sailors"
cue = "told"
chain = ["sailors"]
claims = ["sinking"]

[[row]]
id = "a2"
near = "The harbour office denied it"
content = "it"
source = "The harbour office"
cue = "denied"
chain = ["office"]
stance = "denies"
certainty = "CT-"
origin = "office"
claims = ["sinking"]
"""
STORY = """
[origins.mail]
name = "The Lorrow Mail's own sources"
why = { n1 = "told to the Mail" }

[origins.office]
name = "Harbour office"
why = { n1 = "on record" }

[claims.sinking]
text = "The ferry sank."
standing = "disputed"
"""


def make_story(folder: Path, labels: str = LABELS, story: str = STORY) -> Path:
    for name, words in (("story/1.txt", ARTICLE), ("gold/n1.toml", labels), ("gold/story.toml", story)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return folder


def test_rows_carry_the_offsets_of_their_words(tmp_path: Path):
    document = json.loads(compile_story(make_story(tmp_path)))
    text, row = document["article"]["text"], document["attributions"][0]
    (start, end), (link_start, link_end) = row["content"][0], row["chain"][1]["spans"][0]
    assert (row["id"], text[start:end], text[link_start:link_end]) == (
        "n1.a1",
        "The ferry sank",
        "two sailors",
    )


def test_a_claim_gathers_its_sides_and_origins(tmp_path: Path):
    (claim,) = json.loads(compile_story(make_story(tmp_path)))["claims"]
    assert (claim["asserts"], claim["denies"], claim["independent_origins"]) == (["n1.a1"], ["n1.a2"], 1)
    assert [(one["side"], one["why"]) for one in claim["origins"]] == [
        ("asserts", ["told to the Mail"]),
        ("denies", ["on record"]),
    ]


def test_a_side_may_differ_from_the_stance(tmp_path: Path):
    labels = LABELS.replace('stance = "denies"', 'stance = "asserts"').replace(
        'origin = "office"\nclaims = ["sinking"]', 'origin = "office"\nclaims = ["sinking:denies"]'
    )
    (claim,) = json.loads(compile_story(make_story(tmp_path, labels)))["claims"]
    assert claim["denies"] == ["n1.a2"]


@pytest.mark.parametrize(
    ("written", "mistaken", "message"),
    [
        ('"The ferry sank"', '"The ferry swam"', r"n1\.a1: 'The ferry swam' has 0 places"),
        ('cue = "told"', 'que = "told"', r"n1\.a1: the row has the unknown key 'que'"),
        ('chain = ["office"]', 'chain = ["harbour"]', r"n1\.a2: the chain names 'harbour'"),
        ('stance = "denies"', 'stance = "doubts"', r"n1\.a2: 'doubts' is not a valid Stance"),
        ('claims = ["sinking"]', 'claims = ["fire"]', "the claim 'fire': story.toml does not describe it"),
        ('origin = "office"', 'origin = "mail"', "the origin 'office': no row names it"),
        ('content = "it"', "", r"n1\.a2: the row has neither `content` nor `own_voice`"),
        ('id = "a2"', "", r"n1\.\?: the row lacks the key 'id'"),
        ('kind = "organisation", ', "", r"n1\.a2: the source 'office' lacks the key 'kind'"),
        ('published = "2025-05-02"', 'published = "2025-05-03"', "n1: 0 articles are of The Lorrow Mail"),
        ('outlet = "The', 'outlets = "The', "n1.toml has the unknown key 'outlets'"),
    ],
)
def test_a_mistake_in_the_labels_is_named(tmp_path: Path, written: str, mistaken: str, message: str):
    with pytest.raises(GoldError, match=message):
        compile_story(make_story(tmp_path, LABELS.replace(written, mistaken)))


@pytest.mark.parametrize(
    ("written", "mistaken", "message"),
    [
        (
            "[claims.sinking]",
            "[claims.sinking]\norigins = 2",
            "'sinking' has 1 supporting origins by its rows",
        ),
        ('why = { n1 = "on record" }', "why = {}", "'office' has rows of n1, and `why` does not say why"),
        ("standing", "status", "'sinking' has the unknown key 'status'"),
    ],
)
def test_a_mistake_in_the_story_is_named(tmp_path: Path, written: str, mistaken: str, message: str):
    with pytest.raises(GoldError, match=message):
        compile_story(make_story(tmp_path, story=STORY.replace(written, mistaken)))


def test_main_writes_the_file_or_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main([str(make_story(tmp_path))]) == 0
    assert json.loads((tmp_path / "expected.jsonl").read_text(encoding="utf-8"))["links"] == []
    make_story(tmp_path, LABELS.replace('"told"', '"shouted"'))
    assert main([str(tmp_path)]) == 1
    assert "'shouted' has 0 places" in capsys.readouterr().err
