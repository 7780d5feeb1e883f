"""Reads news articles and keeps a ledger of who says what, through whom, and from how many origins."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger.ledger import Ledger
    from reportedly.plugin.python import read
    from reportedly.types.article import Article
    from reportedly.types.attribution import Attribution
    from reportedly.types.claim import Claim
    from reportedly.types.doc import Doc

__version__ = "0.1.0"
__all__ = ["Article", "Attribution", "Claim", "Doc", "Ledger", "read"]

# Loaded when first asked for: spaCy imports this package whenever it loads any model (it looks through
# all registered factories), and must not pay for readers, models and the database.
_PUBLIC = {
    "Article": "reportedly.types.article",
    "Attribution": "reportedly.types.attribution",
    "Claim": "reportedly.types.claim",
    "Doc": "reportedly.types.doc",
    "Ledger": "reportedly.ledger.ledger",
    "read": "reportedly.plugin.python",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
