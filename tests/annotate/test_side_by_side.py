"""Batches in several processes: the same docs in the same order, whatever becomes of a process."""

import os
import time
from collections.abc import Iterator, Sequence
from multiprocessing import active_children, parent_process

import pytest

from reportedly.annotate.side_by_side import AHEAD, AHEAD_CHARACTERS, WORTH_A_PROCESS, SideBySide
from reportedly.types.article import Article
from reportedly.types.doc import Doc, Run
from tests.builders import an_article

ELSEWHERE = Run("elsewhere", "1")


class Notes:
    """An annotator that notes on each doc whether another process did it; "deadly" words end that process."""

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        is_elsewhere = parent_process() is not None
        if is_elsewhere and any("deadly" in article.text for article in articles):
            os._exit(1)
        time.sleep(0.05)  # so that the other process finds work when it has started
        return [Doc(article, runs=(ELSEWHERE,) if is_elsewhere else ()) for article in articles]


class Counted:
    """Batches of one article each, with a count of those that were asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.taken = 0

    def __iter__(self) -> Iterator[list[Article]]:
        for text in self.texts:
            self.taken += 1
            yield [an_article(text)] if text else []


def numbered(count: int, word: str = "Report") -> list[str]:
    return [f"{word} {number}." for number in range(count)]


def read(texts: Sequence[str], processes: int) -> list[Doc]:
    return [doc for docs in SideBySide(Notes, processes).annotate_all(Counted(texts)) for doc in docs]


@pytest.mark.parametrize(("processes", "count"), [(1, 0), (1, 20), (2, 0), (2, 1), (2, AHEAD), (3, 30)])
def test_docs_come_in_the_order_of_the_batches(processes: int, count: int) -> None:
    assert [doc.text for doc in read(numbered(count), processes)] == numbered(count)


def test_two_processes_share_the_work() -> None:
    docs = read(numbered(80), processes=2)
    elsewhere = [doc for doc in docs if ELSEWHERE in doc.runs]
    assert 0 < len(elsewhere) < len(docs)


def test_little_work_starts_no_process() -> None:
    annotated = SideBySide(Notes, 2).annotate_all(Counted(numbered(WORTH_A_PROCESS - 1)))
    next(annotated)
    assert active_children() == []


def test_known_articles_start_no_process() -> None:
    annotated = SideBySide(Notes, 2).annotate_all(Counted([""] * 50))
    assert next(annotated) == []
    assert active_children() == []


def test_processes_end_with_the_last_batch() -> None:
    read(numbered(20), processes=2)
    assert active_children() == []


def test_processes_end_when_nobody_wants_the_rest() -> None:
    annotated = SideBySide(Notes, 2).annotate_all(Counted(numbered(50)))
    next(annotated)
    assert len(active_children()) == 1
    annotated.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_a_process_that_dies_loses_no_article() -> None:
    assert [doc.text for doc in read(numbered(40, "deadly"), processes=2)] == numbered(40, "deadly")


def test_no_more_batches_are_under_way_than_memory_allows() -> None:
    batches = Counted(numbered(100))
    next(SideBySide(Notes, 2).annotate_all(batches))
    assert batches.taken <= AHEAD
    long = Counted(["word " * AHEAD_CHARACTERS for _ in range(10)])
    next(SideBySide(Notes, 2).annotate_all(long))
    assert long.taken == 1


def test_an_error_of_the_pipeline_itself_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(SideBySide(Broken, 1).annotate_all(Counted(numbered(1))))


class Broken:
    """An annotator that fails."""

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        raise ZeroDivisionError
