"""Trains the scorer that ties pronouns to their antecedents; `python -m training.speakers DATA`."""
