"""Names the answers that are nearest to a group of questions."""

from collections.abc import Sequence

import numpy as np

from cryobot.errors import ModelMissingError
from cryobot.gaps.gap import Gap
from cryobot.records.exchanges import ABSTENTIONS
from cryobot.understanding.tuned_heads import installed_heads


def nearest(gaps: Sequence[Gap], answers: Sequence[str], count: int) -> list[list[str]]:
    """Give for each group the ids of the most probable of `answers`, best first; none without an encoder.

    Those that say that there is no answer are left out, since that is known already.
    """
    labels = [answer for answer in answers if answer not in ABSTENTIONS]
    if not gaps or not labels:
        return [[] for _ in gaps]
    try:
        heads = installed_heads()
    except ModelMissingError:
        return [[] for _ in gaps]
    totals = np.array([gap.total for gap in gaps], np.float32)
    means = totals / np.maximum(np.linalg.norm(totals, axis=1, keepdims=True), 1e-6)
    chosen = heads.choose(means, labels, np.full((len(gaps), len(labels)), 1 / len(labels)))
    order = np.argsort(-chosen, axis=1, kind="stable")[:, :count]
    return [[] if gap.is_wordless else [labels[i] for i in row] for gap, row in zip(gaps, order, strict=True)]
