"""Writes the network as an ONNX graph with weights of 8 bits."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tools.encoder.model import SentenceNetwork

OPSET = 17
INPUTS = ("ids", "mask")
OUTPUT = "vector"

# Any ids will do: the graph does not depend on them, and takes any number of texts and tokens.
_TEXTS, _TOKENS = 2, 9


def write_graph(network: SentenceNetwork, file: Path) -> None:
    """Write `network` to `file`: inputs `ids` and `mask`, both of shape (texts, tokens), output `vector`.

    Weights have a scale for each output channel: one for the whole matrix would cost far more likeness.
    """
    ids = torch.zeros((_TEXTS, _TOKENS), dtype=torch.long)
    batch = {0: "texts", 1: "tokens"}
    with TemporaryDirectory() as folder:
        precise = Path(folder) / "precise.onnx"
        torch.onnx.export(
            network.eval(),
            (ids, torch.ones_like(ids)),
            str(precise),
            input_names=list(INPUTS),
            output_names=[OUTPUT],
            dynamic_axes={**dict.fromkeys(INPUTS, batch), OUTPUT: {0: "texts"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(precise, file, per_channel=True, weight_type=QuantType.QInt8)
