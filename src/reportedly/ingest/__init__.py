"""Bytes in, articles or rejections out; one file a format."""
