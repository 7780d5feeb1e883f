"""Writes the trained model as ONNX: fused for ONNX Runtime, then quantised to unsigned bytes."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from safetensors.torch import load_file
from torch import Tensor, nn

from reportedly.annotate.word_parse import GOVERNORS, MARKS
from training.attributions.encoder import HEADS, WIDTH, Layer
from training.attributions.model import AttributionModel

INPUTS, OUTPUTS = ("pieces", "marks", "governors", "mask"), ("tags", "pointers")
OPSET = 17


def load_trained(path: Path) -> AttributionModel:
    """The model with the weights in `path`, ready for reading."""
    model = AttributionModel(dropout=0.0)
    model.load_state_dict(load_file(path), strict=False)  # `inner` is fitted after training
    return model.eval()


def export(model: AttributionModel, out: Path) -> Path:
    """Write `full.onnx`, `fused.onnx` and `model.onnx` (quantised) into `out`; the last one's path.

    The embedding keeps a scale for each piece, the layers one for each channel, and the heads stay floats:
    24 MB. The README's table says what each of the three is worth.
    """
    full, fused, small = (out / f"{name}.onnx" for name in ("full", "fused", "model"))
    example = _example()
    expected = _outputs(model, example)
    model.encoder.pieces = ByteEmbedding(model.encoder.pieces.weight)  # type: ignore[assignment]
    for layer in model.modules():
        if isinstance(layer, Layer):
            layer.plain = True
    axes = {name: {0: "windows", 1: "length"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        model,
        example,
        str(full),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        opset_version=OPSET,
        dynamo=False,
        dynamic_axes=axes,
    )
    _compare(full, example, expected)
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    graph = optimizer.optimize_model(
        str(full),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=options,
        opt_level=0,
    )
    graph.save_model_to_file(str(fused))
    kept = [node.name for node in graph.model.graph.node if _stays(node)]
    quantize_dynamic(
        fused,
        small,
        per_channel=True,
        weight_type=QuantType.QUInt8,  # full range; signed bytes of reduced range lost five points
        nodes_to_exclude=kept,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    return small


class ByteEmbedding(nn.Module):
    """An embedding in bytes, with a scale for each row: one scale for all rows loses most of a point."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("scales", weight.detach().abs().amax(1, keepdim=True) / 127)
        self.register_buffer("codes", (weight.detach() / self.scales).round().to(torch.int8))

    def forward(self, pieces: Tensor) -> Tensor:
        rows: Tensor = nn.functional.embedding(pieces, self.codes).float()
        return rows * nn.functional.embedding(pieces, self.scales)


def _stays(node: onnx.NodeProto) -> bool:
    """Whether a node keeps its precision: the embeddings (bytes already, or tiny) and the heads."""
    return node.op_type == "Gather" or node.name in ("/tags/MatMul", "/pointers/MatMul")


def _example() -> tuple[Tensor, ...]:
    pieces = torch.randint(1000, 20000, (2, 40), generator=torch.Generator().manual_seed(1))
    marks = torch.zeros((*pieces.shape, 1 + len(MARKS)), dtype=torch.long)
    return pieces, marks, pieces[..., None].expand(-1, -1, GOVERNORS), torch.ones_like(pieces)


def _outputs(model: AttributionModel, example: tuple[Tensor, ...]) -> list[Tensor]:
    with torch.no_grad():
        return list(model(*example))


def _compare(path: Path, example: tuple[Tensor, ...], expected: list[Tensor]) -> None:
    """Stop where the exported graph computes something else; bytes in the embedding cost up to 0.2."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    got = session.run(None, dict(zip(INPUTS, (x.numpy() for x in example), strict=True)))
    worst = max(float(np.abs(a - b.numpy()).max()) for a, b in zip(got, expected, strict=True))
    if worst > 0.5:
        raise RuntimeError(
            f"the exported graph differs from the model by {worst}: look at the exporter's log"
        )
