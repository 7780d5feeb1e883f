"""The trained models that ship with the package, and how they are loaded and run."""
