"""Keeps everything that was read: nothing is overwritten, a withdrawal is a date."""
