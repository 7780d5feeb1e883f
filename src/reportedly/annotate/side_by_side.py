"""Annotates batches side by side: in this process, and in others with a pipeline of their own.

Threads would not do: Python and spaCy hold the interpreter's lock for so long that two threads kept no more
than 1.3 of two cores busy, where two processes keep 1.9 (PolNeAR dev, 2026-11).
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cached_property
from queue import Empty, SimpleQueue
from threading import Thread

from reportedly.annotate.worker import Worker, WorkerEndedError
from reportedly.types.article import Article
from reportedly.types.doc import Doc
from reportedly.types.ports import Annotator

# What is under way at most; more would only take memory. Batches differ in length, so whoever waits for a
# long one to come back in its turn finds others to do.
AHEAD = 8
AHEAD_CHARACTERS = 500_000  # a text of a million takes its process 200 MB, and is alone under way
# A process is started when so many batches wait: below, its start of two seconds would win nothing.
WORTH_A_PROCESS = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A batch that is under way, and its docs once they are there."""

    batch: Sequence[Article]
    docs: Future[list[Doc]] = field(default_factory=Future)


class SideBySide:
    """An annotator that has long work done by `processes` processes, this one among them.

    Each calls `make` for a pipeline of its own, so `make` must be importable. The docs are the same and come
    in the same order, however many processes there are.
    """

    def __init__(self, make: Callable[[], Annotator], processes: int) -> None:
        self.make = make
        self.processes = processes

    @cached_property
    def pipeline(self) -> Annotator:
        """The pipeline of this process, made on first use."""
        return self.make()

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        """One doc for each article, in order, annotated in this process."""
        return self.pipeline.annotate(articles)

    def annotate_all(self, batches: Iterable[Sequence[Article]]) -> Iterator[list[Doc]]:
        """The docs of each batch, in order, while other processes work on the batches after it."""
        rest = iter(batches)
        tasks: deque[Task] = deque()
        with Crew(self.make, self.processes - 1) as crew:
            while True:
                while has_room(tasks) and (batch := next(rest, None)) is not None:
                    tasks.append(crew.hand_out(batch))
                if not tasks:
                    return
                own = None if tasks[0].docs.done() else crew.take_back()
                if own is not None:
                    own.docs.set_result(self.annotate(own.batch))
                else:
                    yield self._docs_of(tasks.popleft())

    def _docs_of(self, task: Task) -> list[Doc]:
        """The docs of a task once they are there; where its process ended, this one does its work."""
        try:
            return task.docs.result()
        except WorkerEndedError:
            return self.annotate(task.batch)


def has_room(tasks: Collection[Task]) -> bool:
    """Whether another batch may be under way beside these."""
    characters = sum(len(article.text) for task in tasks for article in task.batch)
    return len(tasks) < AHEAD and characters < AHEAD_CHARACTERS


class Crew:
    """The other processes, started when enough work waits and ended with the block that uses them."""

    def __init__(self, make: Callable[[], Annotator], most: int) -> None:
        self._make, self._most = make, most
        self._workers: list[Worker] = []
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes at once, whatever they do."""
        while self.take_back() is not None:
            pass
        for worker in self._workers:
            self._waiting.put(None)
            worker.stop()

    def hand_out(self, batch: Sequence[Article]) -> Task:
        """Have a batch wait for whoever is free; an empty one is done."""
        task = Task(batch)
        if not batch:
            task.docs.set_result([])
            return task
        self._waiting.put(task)
        if len(self._workers) < self._most and self._waiting.qsize() >= WORTH_A_PROCESS:
            self._workers.append(Worker(self._make))
            Thread(target=self._serve, args=(self._workers[-1],), daemon=True).start()
        return task

    def take_back(self) -> Task | None:
        """The first batch that nobody has begun; None where there is none."""
        try:
            return self._waiting.get_nowait()
        except Empty:
            return None

    def _serve(self, worker: Worker) -> None:
        """Give one process batch after batch, until it ends or there is no more work."""
        while (task := self._waiting.get()) is not None:
            try:
                task.docs.set_result(worker.annotate(task.batch))
            except Exception as error:  # whoever waits for these docs decides
                task.docs.set_exception(error)
                return
