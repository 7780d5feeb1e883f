"""Errors that reach a user, each a sentence that says what happened and what to do next."""


class ReportedlyError(Exception):
    """The base of every error that this package raises on purpose."""


class LedgerError(ReportedlyError):
    """The ledger cannot be opened, read or written."""


class AmbiguousIdError(LedgerError):
    """The beginning of an id fits more than one row."""


class ModelError(ReportedlyError):
    """A model is missing, changed or unfit."""


class PipelineError(ReportedlyError):
    """The components do not fit together in this order."""


class ConfigError(ReportedlyError):
    """A setting has a value that cannot be used."""
