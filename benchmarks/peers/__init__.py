"""Other tools and ours over the same texts in one run: quality by one scorer, and speed.

Imports nothing: its `read_*` files run in the other tools' environments, where `reportedly` is not installed.
"""
