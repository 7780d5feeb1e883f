"""Settings of the whole test run."""

import os

from hypothesis import settings

# New examples belong to a developer's machine, where a failure can be looked at; CI repeats known ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
