"""The hyper-parameters of one stage of training."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from tools.encoder.noise import Noise

Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0)]
Positive = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(ge=1)]


class HyperParameters(BaseModel):
    """Everything that is chosen about the training; the values are those for the published encoder.

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
        averaged: whether the result is the mean of the weights before and after the stage, which forgets less
            (Wortsman et al., "Model soups", 2022).
        noise: how examples are disturbed.
        seed: of everything that is drawn at random.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    epochs: Count = 4
    batch: Count = 32
    encoder_rate: Positive = 8e-5
    heads_rate: Positive = 2e-3
    weight_decay: Weight = 0.01
    warm_up: Share = 0.1
    lowest_rate: Share = 0.02
    longest_gradient: Positive = 1.0
    presence: Weight = 0.5
    contrast: Weight = 0.3
    contrast_temperature: Positive = 0.1
    averaged: bool = False
    noise: Noise = Noise()
    seed: int = 0

    def rate(self, step: int, steps: int) -> float:
        """Give the share of the highest learning rates in one of `steps` steps, counted from 0."""
        rising = step / (steps * self.warm_up + 1)
        falling = max(self.lowest_rate, 1 - step / steps)
        return min(1.0, rising) * falling
