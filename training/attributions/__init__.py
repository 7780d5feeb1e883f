"""Trains the model that finds attributions: source, cue and content."""
