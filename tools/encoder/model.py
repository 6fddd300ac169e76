"""The network of all-MiniLM-L6-v2: six transformer layers, the mean over the tokens, unit length."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from cryobot.language.encoder import DIMENSIONS
from tools.encoder.published import WEIGHTS, published_file

WORDS = 30_522
POSITIONS = 512
SEGMENT_KINDS = 2
LAYERS = 6
ATTENTION_HEADS = 12
INNER_DIMENSIONS = 1536
DROPOUT = 0.1
EPSILON = 1e-12
MASKED = -1e9

# Where our parts are found in the published file.
_EMBEDDINGS = {
    "words": "embeddings.word_embeddings",
    "positions": "embeddings.position_embeddings",
    "segment_kinds": "embeddings.token_type_embeddings",
    "norm": "embeddings.LayerNorm",
}
_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class Layer(nn.Module):  # type: ignore[misc]  # types are checked without torch
    """One transformer layer: attention, then a feed-forward part, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.key = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.value = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.attended = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.attended_norm = nn.LayerNorm(DIMENSIONS, EPSILON)
        self.inner = nn.Linear(DIMENSIONS, INNER_DIMENSIONS)
        self.outer = nn.Linear(INNER_DIMENSIONS, DIMENSIONS)
        self.outer_norm = nn.LayerNorm(DIMENSIONS, EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """Give the next state of the tokens, shape (texts, tokens, 384); `mask` is added to the attention scores."""
        attended = functional.scaled_dot_product_attention(
            _by_head(self.query(tokens)), _by_head(self.key(tokens)), _by_head(self.value(tokens)), attn_mask=mask
        )
        attended = self.attended(attended.transpose(1, 2).reshape(tokens.shape))
        tokens = self.attended_norm(tokens + self.dropout(attended))
        return self.outer_norm(tokens + self.dropout(self.outer(functional.gelu(self.inner(tokens)))))


class SentenceNetwork(nn.Module):  # type: ignore[misc]  # types are checked without torch
    """From token ids to sentence vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, DIMENSIONS)
        self.positions = nn.Embedding(POSITIONS, DIMENSIONS)
        self.segment_kinds = nn.Embedding(SEGMENT_KINDS, DIMENSIONS)
        self.norm = nn.LayerNorm(DIMENSIONS, EPSILON)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Give one vector of length 1 a text.

        Args:
            ids: token ids, shape (texts, tokens).
            mask: 1 where there is a token, 0 where there is padding; the same shape.

        Returns:
            Shape (texts, 384).
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        tokens = self.words(ids) + self.positions(positions)[None] + self.segment_kinds(torch.zeros_like(ids))
        tokens = self.dropout(self.norm(tokens))
        ignored = torch.zeros(mask.shape, dtype=tokens.dtype).masked_fill(mask == 0, MASKED)[:, None, None, :]
        for layer in self.layers:
            tokens = layer(tokens, ignored)
        counted = mask[:, :, None].to(tokens.dtype)
        return functional.normalize((tokens * counted).sum(1) / counted.sum(1), dim=1)


def published_network(base: Path) -> SentenceNetwork:
    """Make the network with the published weights of the folder `base`.

    Raises:
        PublishedFileError: the weights are missing or are other ones.
    """
    network = SentenceNetwork()
    weights = load_file(published_file(base, WEIGHTS))
    network.load_state_dict({name: weights[_published_name(name)] for name in network.state_dict()})
    return network


def _published_name(name: str) -> str:
    path, _, kind = name.rpartition(".")
    if not path.startswith("layers."):
        return f"{_EMBEDDINGS[path]}.{kind}"
    _, number, part = path.split(".")
    return f"encoder.layer.{number}.{_LAYER[part]}.{kind}"


def _by_head(states: Tensor) -> Tensor:
    texts, tokens, _ = states.shape
    return states.view(texts, tokens, ATTENTION_HEADS, DIMENSIONS // ATTENTION_HEADS).transpose(1, 2)
