import pytest

from cryobot.understanding.thresholds import load_thresholds
from tools.encoder.hyper_parameters import HyperParameters
from tools.encoder.trial import TrialError, changed

THRESHOLDS = load_thresholds()


def test_without_changes_all_stays() -> None:
    assert changed(THRESHOLDS, []) == THRESHOLDS


def test_only_what_is_named_changes() -> None:
    tried = changed(THRESHOLDS, ["article=0.125", "mark.intent=0.25", "most_parts=1"])
    assert (tried.article, tried.mark.intent, tried.most_parts) == (0.125, 0.25, 1)
    back = [f"article={THRESHOLDS.article}", f"mark.intent={THRESHOLDS.mark.intent}"]
    assert changed(tried, [*back, f"most_parts={THRESHOLDS.most_parts}"]) == THRESHOLDS


def test_hyper_parameters_can_be_changed_as_well() -> None:
    tried = changed(HyperParameters(), ["epochs=3", "encoder_rate=5e-5", "noise.misspell=0.45"])
    assert (tried.epochs, tried.encoder_rate, tried.noise.misspell) == (3, 5e-5, 0.45)
    assert tried.noise.concatenate == HyperParameters().noise.concatenate


def test_the_last_of_two_changes_counts() -> None:
    assert changed(THRESHOLDS, ["article=0.1", "article=0.2"]).article == 0.2


@pytest.mark.parametrize("change", ["", "nothing=0.2", "mark=0.2", "mark.nothing=0.2", "article.mark=0.2"])
def test_an_unknown_name_is_refused_with_those_there_are(change: str) -> None:
    with pytest.raises(TrialError, match=r"there is no '.*\n.*mark\.intent.*article"):
        changed(THRESHOLDS, [change])


@pytest.mark.parametrize("change", ["article", "article=", "article=x", "article=1.5", "most_parts=0", "article=nan"])
def test_an_impossible_value_is_refused(change: str) -> None:
    with pytest.raises(TrialError, match=f"^--set {change}: "):
        changed(THRESHOLDS, [change])


@pytest.mark.parametrize("change", ["epochs=0", "encoder_rate=0", "noise.misspell=2", "noise.letters_per_typo=8"])
def test_an_impossible_hyper_parameter_is_refused(change: str) -> None:
    with pytest.raises(TrialError, match=f"^--set {change}: "):
        changed(HyperParameters(), [change])
