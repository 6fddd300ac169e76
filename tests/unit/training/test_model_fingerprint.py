from cryobot.fingerprint import fingerprint
from cryobot.paths import CONFIG, DOMAIN, ENCODER, NLU_EXAMPLES, PROJECT, VOCABULARY
from cryobot.training.fingerprint import INGREDIENTS, model_fingerprint


def test_everything_a_model_is_made_of_is_an_ingredient() -> None:
    parts = {PROJECT / "cryobot" / name for name in ("reading", "language", "detection", "understanding", "nlu")}
    assert {CONFIG, DOMAIN, NLU_EXAMPLES, VOCABULARY, ENCODER, *parts} <= set(INGREDIENTS)
    assert all(ingredient.exists() for ingredient in INGREDIENTS)
    assert model_fingerprint() == fingerprint(INGREDIENTS)
