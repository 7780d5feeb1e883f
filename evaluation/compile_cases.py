"""Compiles hand-labelled stories: the articles and the labels beside them become `expected.jsonl`.

A story's folder holds `story/` (the articles), `gold/story.toml` (claims and origins) and `gold/n1.toml` …
(one file an article; `evaluation/README.md` has the keys). Run: `python -m evaluation.compile_cases samples`.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.gold_claims import make_claims
from evaluation.gold_rows import FILE_KEYS, FILE_NEEDS, GoldRow, Table, check_keys, make_rows
from evaluation.locate import GoldError
from reportedly.config import Config
from reportedly.fetch.fetcher import Fetcher
from reportedly.ingest.reader import SourceReader
from reportedly.types.article import Article, Rejection
from reportedly.types.claim import Evidence
from reportedly.types.interchange import document_to_json


def compile_story(folder: Path) -> str:
    """The text of the folder's `expected.jsonl`."""
    articles = read_articles(folder / "story")
    golds = {path.stem: load(path) for path in article_files(folder / "gold")}
    pairs = [(key, gold, article_of(key, gold, articles)) for key, gold in golds.items()]
    if len(pairs) != len(articles):
        raise GoldError(f"{folder} has {len(articles)} articles and labels for {len(pairs)} of them.")
    rows = {key: make_rows(key, gold, article) for key, gold, article in pairs}
    claims = make_claims(load(folder / "gold" / "story.toml"), [row for one in rows.values() for row in one])
    return "".join(to_line(article, rows[key], claims) for key, _, article in pairs)


def read_articles(folder: Path) -> list[Article]:
    """The articles as the program itself reads them; a story may hold nothing that it rejects."""
    config = Config()
    articles = []
    for item in SourceReader(config, Fetcher(config.limits)).read([str(folder)]):
        if isinstance(item, Rejection):
            raise GoldError(f"{item.source}: {item.reason} {item.advice}")
        articles.append(item)
    return articles


def article_files(folder: Path) -> list[Path]:
    """The labels of the articles, n2 before n10."""
    return sorted(folder.glob("n*.toml"), key=lambda path: int(path.stem[1:]))


def load(path: Path) -> Table:
    """One TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def article_of(key: str, gold: Table, articles: Iterable[Article]) -> Article:
    """The article that the labels are about: its outlet and its day name it."""
    check_keys(gold, FILE_KEYS, FILE_NEEDS, f"{key}.toml")
    wanted = (gold["outlet"], gold["published"])
    found = [one for one in articles if (one.outlet, (one.published or "")[:10]) == wanted]
    if len(found) != 1:
        raise GoldError(f"{key}: {len(found)} articles are of {wanted[0]}, {wanted[1]}; one must be.")
    return found[0]


def to_line(article: Article, rows: Sequence[GoldRow], claims: dict[str, Evidence]) -> str:
    """One article of the interchange format, with every claim that it mentions, as a line."""
    mentioned = {claim for row in rows for claim in row.sides}
    evidence = [one for claim_id, one in claims.items() if claim_id in mentioned]
    document = document_to_json(article, [row.entry for row in rows], evidence, [])
    return json.dumps(document, ensure_ascii=False) + "\n"


def main(folders: Sequence[str]) -> int:
    """Compile each folder; the exit status is 1 where one of them has a mistake."""
    status = 0
    for folder in map(Path, folders):
        try:
            (folder / "expected.jsonl").write_text(compile_story(folder), encoding="utf-8")
            print(f"{folder / 'expected.jsonl'} is written.")
        except GoldError as error:
            print(f"{folder}: {error}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
