"""Turns texts into the tensors that the network takes."""

from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from cryobot.language.encoder import LONGEST_TOKENS
from tools.encoder.published import TOKENIZER, published_file


class Tokens:
    """The tokenizer as the assistant uses it."""

    def __init__(self, base: Path) -> None:
        """Load it from the folder of the published encoder; raises as `published_file` does."""
        self._tokenizer = Tokenizer.from_file(str(published_file(base, TOKENIZER)))
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._tokenizer.enable_padding(pad_id=0)

    def tensors(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Give token ids, and 1 where there is a token and 0 where there is padding: both of shape (texts, tokens)."""
        encoded = self._tokenizer.encode_batch([text.lower() for text in texts])
        ids = torch.tensor([item.ids for item in encoded])
        return ids, torch.tensor([item.attention_mask for item in encoded])
