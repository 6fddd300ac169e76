"""The hyper-parameters of the training."""

from dataclasses import dataclass, field

from tools.encoder.noise import Noise


@dataclass(frozen=True)
class HyperParameters:
    """Everything that is chosen about the training.

    Attributes:
        epochs: how often each example is seen.
        batch: examples in one step.
        encoder_rate: highest learning rate of the encoder.
        heads_rate: highest learning rate of the heads.
        weight_decay: of all weights.
        warm_up: share of the steps during which the learning rates rise.
        lowest_rate: share of the highest learning rates that they do not fall below after that.
        longest_gradient: norm to which the encoder's gradient is cut.
        presence: weight of the loss of each label by itself, against 1 for the choice among all.
        contrast: weight of the contrastive loss.
        contrast_temperature: by which cosines are divided in the contrastive loss.
        noise: how examples are disturbed.
        seed: of everything that is drawn at random.
    """

    epochs: int = 4
    batch: int = 32
    encoder_rate: float = 8e-5
    heads_rate: float = 2e-3
    weight_decay: float = 0.01
    warm_up: float = 0.1
    lowest_rate: float = 0.02
    longest_gradient: float = 1.0
    presence: float = 0.5
    contrast: float = 0.3
    contrast_temperature: float = 0.1
    noise: Noise = field(default_factory=Noise)
    seed: int = 0

    def rate(self, step: int, steps: int) -> float:
        """Give the share of the highest learning rates in one of `steps` steps, counted from 0."""
        rising = step / (steps * self.warm_up + 1)
        falling = max(self.lowest_rate, 1 - step / steps)
        return min(1.0, rising) * falling
