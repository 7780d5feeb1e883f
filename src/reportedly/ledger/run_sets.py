"""Finds or makes the row for the runs that worked together on an article."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, insert, select

from reportedly.ledger.moment import now
from reportedly.ledger.schema import run_set_members, run_sets, runs
from reportedly.types.doc import Run


def run_set_of(connection: Connection, made_by: Sequence[Run]) -> int:
    """The id of this set of runs; equal sets share one row, in whatever order they come."""
    distinct = sorted(set(made_by), key=lambda run: (run.component, run.version, run.model_digest or ""))
    label = json.dumps([[run.component, run.version, run.model_digest] for run in distinct])
    known = connection.execute(select(run_sets.c.id).where(run_sets.c.label == label)).scalar()
    if known is not None:
        return int(known)
    run_set = _new_id(connection.execute(insert(run_sets).values(label=label)))
    for run in distinct:
        run_id = _run_id(connection, run)
        connection.execute(insert(run_set_members).values(run_set=run_set, run=run_id))
    return run_set


def _run_id(connection: Connection, run: Run) -> int:
    """The id of one run."""
    values = {"component": run.component, "version": run.version, "model_digest": run.model_digest}
    is_same = [runs.c[name].is_not_distinct_from(value) for name, value in values.items()]
    known = connection.execute(select(runs.c.id).where(*is_same)).scalar()
    if known is not None:
        return int(known)
    return _new_id(connection.execute(insert(runs).values(**values, first_used_at=now())))


def _new_id(result: CursorResult[Any]) -> int:
    """The id that the database gave to a new row."""
    return int(next(iter(result.inserted_primary_key or ())))
