"""Tests of the ways into other programs."""
