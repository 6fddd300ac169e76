"""Fine-tunes an encoder on examples, together with its heads."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from cryobot.errors import CryobotError
from tools.encoder.batches import batches
from tools.encoder.checkpoint import Checkpoint, stage
from tools.encoder.examples import Example
from tools.encoder.heads import Heads
from tools.encoder.hyper_parameters import HyperParameters
from tools.encoder.losses import targets, total_loss
from tools.encoder.model import published_network
from tools.encoder.noise import disturb
from tools.encoder.tokens import Tokens


class OtherLabelsError(CryobotError):
    """A checkpoint to go on from does not know a label of the examples."""

    def __init__(self, labels: Iterable[str]) -> None:
        super().__init__(
            f"The checkpoint was trained without {', '.join(sorted(labels))}. Start from the published encoder instead."
        )


def from_published(base: Path, labels: Iterable[str], seed: int) -> Checkpoint:
    """Give the published encoder of the folder `base` with untrained heads for `labels`, drawn at random with `seed`.

    Raises:
        PublishedFileError: the weights are missing or are other ones.
    """
    network = published_network(base)
    torch.manual_seed(seed)
    return Checkpoint(network, Heads(sorted(set(labels))), [])


def train(
    start: Checkpoint,
    examples: Sequence[Example],
    without_voices: Sequence[str],
    tokens: Tokens,
    parameters: HyperParameters,
    tell: Callable[[str], None],
) -> Checkpoint:
    """Train `start` in one more stage; its weights are changed in place.

    Args:
        start: the encoder to start from.
        examples: what is learned, without the voices left out.
        without_voices: the voices left out; only written down.
        tokens: the tokenizer.
        parameters: how to train.
        tell: called with the loss after each epoch, in plain words.

    Raises:
        OtherLabelsError: an example has a label that `start` has no head for.
    """
    if unknown := {label for example in examples for label in example.labels}.difference(start.heads.labels):
        raise OtherLabelsError(unknown)
    torch.manual_seed(parameters.seed)
    random = Random(parameters.seed)
    before = [{name: weights.clone() for name, weights in part.state_dict().items()} for part in _parts(start)]
    run = _Run(start, tokens, parameters, len(examples))
    for epoch in range(parameters.epochs):
        disturbed = disturb(examples, parameters.noise, random)
        losses = [run.step(batch) for batch in batches(disturbed, parameters.batch, random)]
        tell(f"epoch {epoch + 1} of {parameters.epochs}: loss {sum(losses) / len(losses):.3f}")
    if parameters.averaged:
        for part, weights in zip(_parts(start), before, strict=True):
            _average(part, weights)
    done = stage(examples, without_voices, parameters)
    return Checkpoint(start.network.eval(), start.heads.eval(), [*start.stages, done])


def _parts(checkpoint: Checkpoint) -> tuple[nn.Module, nn.Module]:
    return checkpoint.network, checkpoint.heads


def _average(part: nn.Module, other: Mapping[str, Tensor]) -> None:
    mean = {
        name: (weights + other[name]) / 2 if weights.is_floating_point() else weights
        for name, weights in part.state_dict().items()
    }
    part.load_state_dict(mean)


class _Run:
    """The state of one training: weights, optimiser, and how many steps are done."""

    def __init__(self, start: Checkpoint, tokens: Tokens, parameters: HyperParameters, examples: int) -> None:
        self._network = start.network.train()
        self._heads = start.heads.train()
        self._tokens = tokens
        self._parameters = parameters
        self._steps = parameters.epochs * -(-examples // parameters.batch)
        self._done = 0
        self._highest_rates = (parameters.encoder_rate, parameters.heads_rate)
        self._optimizer = torch.optim.AdamW(
            [{"params": list(self._network.parameters())}, {"params": list(self._heads.parameters())}],
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
        nn.utils.clip_grad_norm_(self._network.parameters(), self._parameters.longest_gradient)
        self._optimizer.step()
        self._done += 1
        return float(loss.item())

    def _loss(self, batch: Sequence[Example]) -> Tensor:
        vectors = self._network(*self._tokens.tensors([example.text for example in batch]))
        choice, single = self._heads(vectors)
        return total_loss(vectors, choice, single, targets(batch, self._heads.labels), self._parameters)
