"""The training loop: single-thread processes on a CPU that average weights, or one process on a GPU."""

import copy
import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from safetensors.torch import load_file, save_file
from torch import Tensor

from reportedly.models.pieces import Pieces
from training.attributions.batches import Example, collate, epoch, to_device
from training.attributions.corpus import Reading, read_articles
from training.attributions.encoder import weights_folder
from training.attributions.figures import figures_of
from training.attributions.model import LINK_WEIGHT, AttributionModel, losses
from training.attributions.reading import count_all

WARM_UP = 100  # steps
TOGETHER = 5  # steps after which the processes average their weights; each step alone leaves none waiting
AVERAGING = 0.998  # of the weights over steps: about the last fifth of an epoch


@dataclass(frozen=True)
class Plan:
    """How to train. Rates are the first try's; `minutes` ends a run early, learning rate and all.

    Tags and links stop improving between epochs 3 and 4.5 (the README's table).
    """

    train: str
    dev: str
    out: str
    epochs: float = 4.5
    minutes: float = 110.0
    rate: float = 3e-4
    head_rate: float = 1e-3
    batch: int = 8
    processes: int = 2
    seed: int = 1
    fraction: float = 1.0
    evaluate_every: float = 1.0
    encoder_dropout: float = 0.1
    source_weight: float = LINK_WEIGHT
    start: str = ""  # weights to go on from; without, MiniLM's


class Run:
    """One process's share of a training run."""

    def __init__(self, rank: int, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.rank, self.plan = rank, plan
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.out = Path(plan.out)
        self.pieces = Pieces(weights_folder() / "tokenizer.json")
        self.train = read_articles(Path(plan.train), self.out)
        self.dev = read_articles(Path(plan.dev), self.out)
        if plan.fraction < 1:
            random.Random(0).shuffle(self.train)
            self.train = self.train[: int(len(self.train) * plan.fraction)]
        self.model = AttributionModel(encoder_dropout=plan.encoder_dropout)
        if plan.start:
            self.model.load_state_dict(load_file(plan.start))
        else:
            self.model.encoder.load_minilm(weights_folder())
        self.model.to(self.device)
        # The embeddings stay as they are: training them costs time and gained nothing in the first try.
        self.model.encoder.pieces.weight.requires_grad = False
        self.model.encoder.places.requires_grad = False
        self.average = copy.deepcopy(self.model)
        self.trained = [p for p in self.model.parameters() if p.requires_grad]
        self.averaged = [
            p
            for p, q in zip(self.average.parameters(), self.model.parameters(), strict=True)
            if q.requires_grad
        ]
        self.optimizer, self.rates = self._optimizer()
        self.dice = random.Random(1000 * plan.seed + rank)
        self.started = time.monotonic()

    def _optimizer(self) -> tuple[torch.optim.AdamW, list[float]]:
        plan = self.plan
        decayed, plain, heads, new = [], [], [], []
        strangers = {id(parameter) for parameter in self.model.encoder.new_parameters()}
        for name, parameter in self.model.named_parameters():
            if not parameter.requires_grad:
                continue
            if id(parameter) in strangers:
                new.append(parameter)
            elif not name.startswith("encoder."):
                heads.append(parameter)
            else:
                (plain if parameter.ndim < 2 else decayed).append(parameter)
        groups: list[dict[str, Any]] = [
            {"params": decayed, "lr": plan.rate, "weight_decay": 0.01},
            {"params": plain, "lr": plan.rate, "weight_decay": 0.0},
            # Trained heads run away at the rate of fresh ones: a pointer's loss grew from 0.3 to 80.
            {"params": heads, "lr": plan.rate if plan.start else plan.head_rate, "weight_decay": 0.01},
            {"params": new, "lr": plan.head_rate, "weight_decay": 0.01},
        ]
        optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        return optimizer, [group["lr"] for group in optimizer.param_groups]

    def go(self) -> None:
        """Train to the end of the plan, evaluating and saving on the way."""
        plan, step, number, spent = self.plan, 0, 0, 0.0
        per_epoch = len(self._epoch(0))
        every = max(1, int(per_epoch * plan.evaluate_every))
        sums = torch.zeros(4)
        while True:
            for examples in self._epoch(number):
                if step % TOGETHER == 0:
                    spent = self._spent()
                progress = max(step / (per_epoch * plan.epochs), spent)
                if progress >= 1:
                    if step % every:
                        self._evaluate(step / per_epoch)
                    return
                sums += self._step(examples, min((step + 1) / WARM_UP, 1 - progress), step)
                step += 1
                if step % 20 == 0:
                    tags, cue, source = (sums[:3] / sums[3]).tolist()
                    self._log(step=step, tags=tags, cue=cue, source=source, progress=progress)
                    sums.zero_()
                if step % every == 0:
                    self._evaluate(step / per_epoch)
            number += 1

    def _epoch(self, number: int) -> list[list[Example]]:
        batches = epoch(self.train, self.pieces, self.plan.batch, 1000 * self.plan.seed + number)
        return [batch for batch in batches if len(batch) >= self.plan.processes]

    def _spent(self) -> float:
        """How much of the plan's minutes is over, by the slowest process."""
        spent = torch.tensor((time.monotonic() - self.started) / 60 / self.plan.minutes)
        if self.plan.processes > 1:
            dist.all_reduce(spent, dist.ReduceOp.MAX)
        return float(spent)

    def _step(self, examples: list[Example], pace: float, step: int) -> Tensor:
        batch = collate(examples[self.rank :: self.plan.processes], self.pieces, self.dice)
        batch = to_device(batch, self.device)
        # bfloat16 is 1.6 times as fast on CPUs that know it (1,900 against 1,200 pieces/s a core).
        with torch.autocast(self.device.type, torch.bfloat16):
            tags, cue, source = losses(self.model, batch)
        (tags + LINK_WEIGHT * cue + self.plan.source_weight * source).backward()
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * pace
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        keep = min(AVERAGING, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_lerp_(self.averaged, self.trained, 1 - keep)
        if (step + 1) % TOGETHER == 0:
            self._meet(self.trained)
        return torch.tensor([tags.item(), cue.item(), source.item(), 1.0])

    def _meet(self, parameters: list[Tensor]) -> None:
        """Put the mean over the processes into `parameters`."""
        if self.plan.processes == 1:
            return
        with torch.no_grad():
            flat = torch.cat([parameter.flatten() for parameter in parameters])
            dist.all_reduce(flat)
            flat /= self.plan.processes
            for parameter, part in zip(parameters, flat.split([p.numel() for p in parameters]), strict=True):
                parameter.copy_(part.view_as(parameter))

    def _evaluate(self, epochs: float) -> None:
        self._meet(self.averaged)
        if self.rank == 0:
            state = {name: value.contiguous() for name, value in self.average.state_dict().items()}
            save_file(state, self.out / "model.safetensors")
        counts = count_all(self.average, self._share(self.dev), self.pieces, self.device)
        if self.plan.processes > 1:
            gathered: list[Any] = [None] * self.plan.processes
            dist.all_gather_object(gathered, counts)
            counts = [one for part in gathered for one in part]
        self._log(epochs=epochs, dev={name: one.value for name, one in figures_of(counts).items()})

    def _share(self, readings: list[Reading]) -> list[Reading]:
        return readings[self.rank :: self.plan.processes]

    def _log(self, **facts: Any) -> None:
        if self.rank == 0:
            facts["seconds"] = time.monotonic() - self.started
            rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in facts.items()}
            with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(rounded) + "\n")


def work(rank: int, plan: Plan) -> None:
    """What each process does."""
    if plan.processes > 1:
        torch.set_num_threads(1)
        meeting = (Path(plan.out) / "meeting").resolve().as_uri()
        dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=plan.processes)
    Run(rank, plan).go()


def train(plan: Plan) -> Path:
    """Train by `plan` and return where the weights are."""
    out = Path(plan.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "meeting").unlink(missing_ok=True)
    (out / "plan.json").write_text(json.dumps(asdict(plan), indent=1))
    for path in (plan.train, plan.dev):
        read_articles(Path(path), out)  # parsed once, before the processes start
    if plan.processes == 1:
        work(0, plan)
    else:
        torch.multiprocessing.spawn(work, args=(plan,), nprocs=plan.processes)
    return out / "model.safetensors"
