"""`python -m tools.gap_directions`: writes data/gaps/directions.npz.

It is made of the training examples and the installed encoder.

Needed again whenever the encoder was retuned; it says so for which encoder it was written.
"""

from pathlib import Path

import numpy as np

from cryobot.gaps.directions import FILE, found_in
from cryobot.language.encoder import installed_encoder
from cryobot.language.encoder_files import GRAPH, sha256_of
from cryobot.paths import ENCODER
from tools.encoder.examples import load_examples

EVERY = 9
COUNT = 96


def write(file: Path = FILE) -> None:
    """Write the mean and the main directions of every ninth training example."""
    texts = sorted({example.text for example in load_examples()})[::EVERY]
    mean, main = found_in(installed_encoder().encode(texts), COUNT)
    file.parent.mkdir(parents=True, exist_ok=True)
    encoder = sha256_of(ENCODER / GRAPH)
    np.savez_compressed(file, mean=mean, main=main.astype(np.float16), encoder=np.array(encoder))


if __name__ == "__main__":
    write()
