"""The fingerprint of everything a model is made of."""

from cryobot.fingerprint import fingerprint
from cryobot.paths import CONFIG, DATA, DOMAIN, PROJECT

# What changes the predictions or the dialogue when it changes.
INGREDIENTS = (
    CONFIG,
    DOMAIN,
    DATA / "nlu",
    DATA / "rules",
    DATA / "stories",
    DATA / "vocabulary",
    DATA / "encoder",
    PROJECT / "cryobot" / "reading",
    PROJECT / "cryobot" / "language",
    PROJECT / "cryobot" / "detection",
    PROJECT / "cryobot" / "understanding",
    PROJECT / "cryobot" / "nlu",
    PROJECT / "requirements.lock",
)


def model_fingerprint() -> str:
    """Give the fingerprint of the model of the present data and code."""
    return fingerprint(INGREDIENTS)
