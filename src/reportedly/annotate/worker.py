"""Another process with a pipeline of its own, which annotates what it is sent."""

import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from reportedly.types.article import Article
from reportedly.types.doc import Doc
from reportedly.types.errors import ReportedlyError
from reportedly.types.ports import Annotator


class WorkerEndedError(ReportedlyError):
    """A process ended before it answered; its work can be done elsewhere."""


class Worker:
    """One process; it ends when it is stopped, and when the program that started it ends in any way.

    It is spawned: a fork would copy locks that other threads hold at that moment, and Windows has none.
    """

    def __init__(self, make: Callable[[], Annotator]) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, make), daemon=True)
        self._process.start()
        theirs.close()

    def annotate(self, articles: Sequence[Article]) -> list[Doc]:
        """Have the process annotate a batch, and wait for it."""
        try:
            self._connection.send(articles)
            docs: list[Doc] = self._connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerEndedError(
                f"The process {self._process.pid} ended before its articles were annotated, perhaps for want "
                "of memory; the process that started it annotates them instead."
            ) from error
        return docs

    def stop(self) -> None:
        """End the process at once, whatever it does."""
        self._process.terminate()
        self._process.join()


def serve(connection: Connection, make: Callable[[], Annotator]) -> None:
    """Annotate batch after batch until nobody asks any more; runs in the process of a `Worker`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that asks; it ends this one
    pipeline = make()
    with suppress(EOFError, OSError):  # the other end is closed, or its program was killed
        while True:
            connection.send(pipeline.annotate(connection.recv()))
