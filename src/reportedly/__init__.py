"""Reads news articles and keeps a ledger of who says what."""
