"""Fine-tunes the published encoder on examples, together with its heads."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from tools.encoder.batches import batches
from tools.encoder.checkpoint import Checkpoint, training_record
from tools.encoder.examples import Example
from tools.encoder.heads import Heads
from tools.encoder.hyper_parameters import HyperParameters
from tools.encoder.losses import targets, total_loss
from tools.encoder.model import SentenceNetwork, published_network
from tools.encoder.noise import disturb
from tools.encoder.tokens import Tokens


def train(
    examples: Sequence[Example],
    without_voices: Sequence[str],
    base: Path,
    parameters: HyperParameters,
    tell: Callable[[str], None],
) -> Checkpoint:
    """Train on `examples`.

    Args:
        examples: what is learned, without the voices left out.
        without_voices: the voices left out; only written down.
        base: folder of the published encoder.
        parameters: how to train.
        tell: called with the loss after each epoch, in plain words.

    Raises:
        PublishedFileError: a file of `base` is missing or is another one.
    """
    torch.manual_seed(parameters.seed)
    random = Random(parameters.seed)
    heads = Heads(sorted({label for example in examples for label in example.labels}))
    run = _Run(published_network(base), heads, Tokens(base), parameters, len(examples))
    for epoch in range(parameters.epochs):
        disturbed = disturb(examples, parameters.noise, random)
        losses = [run.step(batch) for batch in batches(disturbed, parameters.batch, random)]
        tell(f"epoch {epoch + 1} of {parameters.epochs}: loss {sum(losses) / len(losses):.3f}")
    return Checkpoint(run.network.eval(), heads.eval(), training_record(examples, without_voices, parameters))


class _Run:
    """The state of one training: weights, optimiser, and how many steps are done."""

    def __init__(
        self, network: SentenceNetwork, heads: Heads, tokens: Tokens, parameters: HyperParameters, examples: int
    ) -> None:
        self.network = network.train()
        self._heads = heads.train()
        self._tokens = tokens
        self._parameters = parameters
        self._steps = parameters.epochs * -(-examples // parameters.batch)
        self._done = 0
        self._highest_rates = (parameters.encoder_rate, parameters.heads_rate)
        self._optimizer = torch.optim.AdamW(
            [{"params": list(network.parameters())}, {"params": list(heads.parameters())}],
            weight_decay=parameters.weight_decay,
        )

    def step(self, batch: Sequence[Example]) -> float:
        """Learn from one batch and give its loss."""
        rate = self._parameters.rate(self._done, self._steps)
        for group, highest in zip(self._optimizer.param_groups, self._highest_rates, strict=True):
            group["lr"] = highest * rate
        loss = self._loss(batch)
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), self._parameters.longest_gradient)
        self._optimizer.step()
        self._done += 1
        return float(loss.item())

    def _loss(self, batch: Sequence[Example]) -> Tensor:
        vectors = self.network(*self._tokens.tensors([example.text for example in batch]))
        choice, single = self._heads(vectors)
        return total_loss(vectors, choice, single, targets(batch, self._heads.labels), self._parameters)
