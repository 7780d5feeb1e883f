"""Writes what the ledger holds in formats that other programs read; one file a format."""
