"""Undoes gzip and deflate compression within a limit, so that a small bomb cannot fill the memory."""

import zlib

from reportedly.types.errors import ReportedlyError

GZIP_MAGIC = b"\x1f\x8b\x08"

GZIP = 16 + zlib.MAX_WBITS  # zlib's own sign for a stream with a gzip header
ZLIB = zlib.MAX_WBITS
RAW_DEFLATE = -zlib.MAX_WBITS
MEMBERS = 10_000  # bgzip writes one member for each 64 KiB: 10,000 of them hold 640 MB


class InflateError(ReportedlyError):
    """Compressed bytes that are broken, cut short, or larger than the limit once inflated."""


def gunzip(data: bytes, limit: int) -> bytes:
    """Inflate all members of a gzip file, up to `limit` bytes in all."""
    inflated = bytearray()
    rest = data
    for _ in range(MEMBERS):
        member, rest = inflate_one(rest, GZIP, limit - len(inflated))
        inflated += member
        rest = rest.lstrip(b"\0")  # tapes and disks pad with NUL bytes; gzip itself ignores them
        if not rest.startswith(GZIP_MAGIC):
            return bytes(inflated)
    raise InflateError(f"The gzip file has more than {MEMBERS:,} parts.")


def inflate_deflate(data: bytes, limit: int) -> bytes:
    """Inflate an HTTP body sent as `deflate`, with or without the zlib header that the standard asks for."""
    try:
        return inflate_one(data, ZLIB, limit)[0]
    except InflateError as error:
        if not isinstance(error.__cause__, zlib.error):
            raise
        return inflate_one(data, RAW_DEFLATE, limit)[0]


def inflate_one(data: bytes, kind: int, limit: int) -> tuple[bytes, bytes]:
    """One compressed stream: its inflated bytes, and whatever follows it."""
    decompressor = zlib.decompressobj(kind)
    try:
        inflated = decompressor.decompress(data, max(limit, 0) + 1)
    except zlib.error as error:
        raise InflateError(f"The compressed data are broken ({error}).") from error
    if len(inflated) > limit:
        raise InflateError(f"The compressed data inflate to more than {limit:,} bytes.")
    if not decompressor.eof:
        raise InflateError("The compressed data end too early.")
    return inflated, decompressor.unused_data
