"""Measures single stages on public corpora, each by one command that names the folder of the data."""
