"""A fresh ledger for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        yield ledger
