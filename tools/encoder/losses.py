"""What the training makes small."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from tools.encoder.examples import Example
from tools.encoder.hyper_parameters import HyperParameters

FEWEST_TO_CONTRAST = 5
NEVER = -1e9


def targets(examples: Sequence[Example], labels: Sequence[str]) -> Tensor:
    """Give 1 where a label is in an example and 0 where it is not: shape (examples, labels)."""
    return torch.tensor([[float(label in example.labels) for label in labels] for example in examples])


def choice_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Give the cross-entropy of the softmax of `scores`, shared equally among the labels of an example."""
    shares = wanted / wanted.sum(1, keepdim=True).clamp(min=1)
    return -(shares * functional.log_softmax(scores, dim=1)).sum(1).mean()


def presence_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Give the binary cross-entropy of the sigmoid of `scores`, added up over the labels of an example."""
    return functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none").sum(1).mean()


def contrast_loss(vectors: Tensor, wanted: Tensor, temperature: float) -> Tensor:
    """Give the supervised contrastive loss of the examples with one label; 0 where there is nothing to compare.

    It is small when vectors of the same label are closer to each other than to those of other labels.
    """
    with_one_label = wanted.sum(1) == 1
    nothing = vectors.sum() * 0
    if with_one_label.sum() < FEWEST_TO_CONTRAST:
        return nothing
    chosen, label = vectors[with_one_label], wanted[with_one_label].argmax(1)
    itself = torch.eye(len(chosen), dtype=torch.bool)
    same = (label[:, None] == label[None]) & ~itself
    has_partner = same.any(1)
    if not has_partner.any():
        return nothing
    closeness = functional.log_softmax((chosen @ chosen.T / temperature).masked_fill(itself, NEVER), dim=1)
    return -((closeness * same).sum(1)[has_partner] / same.sum(1)[has_partner]).mean()


def total_loss(vectors: Tensor, choice: Tensor, single: Tensor, wanted: Tensor, parameters: HyperParameters) -> Tensor:
    """Add up the three losses of a batch with their weights.

    Args:
        vectors: sentence vectors of length 1, shape (examples, 384).
        choice: scores of the choice among all labels, shape (examples, labels).
        single: scores of each label by itself, same shape.
        wanted: as `targets` gives it.
        parameters: holds the weights.
    """
    contrast = contrast_loss(vectors, wanted, parameters.contrast_temperature)
    return (
        choice_loss(choice, wanted)
        + parameters.presence * presence_loss(single, wanted)
        + parameters.contrast * contrast
    )
