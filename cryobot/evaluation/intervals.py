"""The Wilson score interval of a proportion."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Interval:
    """A range of proportions, both ends between 0 and 1."""

    low: float
    high: float


def wilson(proportion: float, n: int, z: float = Z_95) -> Interval:
    """Give the Wilson interval of `proportion` seen in `n` independent trials; 95 % unless `z` says otherwise.

    Raises:
        ValueError: `n` is not positive, or `proportion` is not between 0 and 1.
    """
    if n < 1 or not 0 <= proportion <= 1:
        raise ValueError("a proportion between 0 and 1 of at least one trial is needed")
    spread = z * z / n
    centre = (proportion + spread / 2) / (1 + spread)
    half = z * sqrt((proportion * (1 - proportion) + spread / 4) / n) / (1 + spread)
    # At 0 and 1 the exact ends are 0 and 1; rounding must not move them.
    return Interval(0.0 if proportion == 0 else centre - half, 1.0 if proportion == 1 else centre + half)
