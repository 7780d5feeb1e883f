"""The mean of the weights of several runs that began alike: one model, better than each."""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def save_mean(runs: Sequence[Path], out: Path) -> Path:
    """Write the mean of the weights in `runs` to `out`."""
    loaded = [load_file(run) for run in runs]
    mean = {name: torch.stack([one[name] for one in loaded]).mean(0) for name in loaded[0]}
    save_file(mean, out)
    return out
