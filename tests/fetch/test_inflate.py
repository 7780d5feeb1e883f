"""Compressed bytes are inflated, but never beyond the limit."""

import gzip

import pytest

from reportedly.fetch.inflate import InflateError, gunzip


def test_members_of_a_gzip_file_are_joined():
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(512), 100) == b"one two"


def test_members_together_may_not_pass_the_limit():
    with pytest.raises(InflateError, match="more than"):
        gunzip(gzip.compress(b"x" * 60) * 2, 100)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gzip.compress(b"text" * 100)[:-10], "end too early"),
        (gzip.compress(b"text")[:4] + b"\xff" * 30, "broken"),
        (gzip.compress(b"")[:10], "end too early"),
    ],
)
def test_broken_gzip_is_refused(data, words):
    with pytest.raises(InflateError, match=words):
        gunzip(data, 1000)
