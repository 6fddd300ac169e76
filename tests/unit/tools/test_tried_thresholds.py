import pytest

from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.thresholds import ThresholdError, changed

THRESHOLDS = load_thresholds()


def test_without_settings_nothing_changes() -> None:
    assert changed(THRESHOLDS, []) == THRESHOLDS


def test_only_what_is_named_changes() -> None:
    tried = changed(THRESHOLDS, ["article=0.125", "mark.intent=0.25", "most_parts=1"])
    assert (tried.article, tried.mark.intent, tried.most_parts) == (0.125, 0.25, 1)
    back = [f"article={THRESHOLDS.article}", f"mark.intent={THRESHOLDS.mark.intent}"]
    assert changed(tried, [*back, f"most_parts={THRESHOLDS.most_parts}"]) == THRESHOLDS


def test_the_last_of_two_settings_counts() -> None:
    assert changed(THRESHOLDS, ["article=0.1", "article=0.2"]).article == 0.2


@pytest.mark.parametrize("setting", ["", "nothing=0.2", "mark=0.2", "mark.nothing=0.2", "article.mark=0.2"])
def test_an_unknown_threshold_is_refused_with_those_there_are(setting: str) -> None:
    with pytest.raises(ThresholdError, match=r"there is no threshold.*\n.*mark\.intent.*article"):
        changed(THRESHOLDS, [setting])


@pytest.mark.parametrize("setting", ["article", "article=", "article=x", "article=1.5", "most_parts=0", "article=nan"])
def test_an_impossible_value_is_refused(setting: str) -> None:
    with pytest.raises(ThresholdError, match=f"^--set {setting}: "):
        changed(THRESHOLDS, [setting])
