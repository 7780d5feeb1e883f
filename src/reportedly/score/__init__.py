"""Predicted rows against reference rows: matching, counts, and figures with their intervals."""
