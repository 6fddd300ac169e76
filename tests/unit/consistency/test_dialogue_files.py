from pathlib import Path

import pytest

from cryobot.consistency.dialogue_files import load_domain, load_fallback_actions, read_rules, read_stories
from cryobot.consistency.problem import UnreadableError
from cryobot.errors import DataFileError

from .builders import reasons


def test_the_domain_is_read(tmp_path: Path) -> None:
    file = tmp_path / "domain.yml"
    file.write_text("version: '3.1'\nintents: [uses]\nactions: [action_a]\nslots: {kept: {type: any}}\n")

    domain = load_domain(file)

    assert (domain.intents, domain.actions, list(domain.slots)) == (("uses",), ("action_a",), ["kept"])


def test_a_domain_without_actions_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "domain.yml"
    file.write_text("intents: [uses]\nslots: {}\n")

    with pytest.raises(DataFileError, match="actions: Field required"):
        load_domain(file)


def test_the_fallback_action_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.yml"
    file.write_text("policies:\n- {name: RulePolicy, core_fallback_action_name: action_a}\n- {name: Other}\n")

    assert load_fallback_actions(file) == ["action_a"]


def test_rules_are_read_and_a_name_may_be_yes(tmp_path: Path) -> None:
    (tmp_path / "some.yml").write_text("rules:\n- rule: Yes\n  steps:\n  - intent: uses\n  - action: action_a\n")

    (rule,) = read_rules(tmp_path)

    assert rule.name == "True"
    assert (rule.intents, rule.actions) == (["uses"], ["action_a"])


def test_every_rule_file_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    for name in ("one.yml", "two.yml"):
        (tmp_path / name).write_text("rules:\n- rule: Only a name\n")

    with pytest.raises(UnreadableError) as caught:
        read_rules(tmp_path)

    assert reasons(list(caught.value.problems)) == ["rules.0.steps: Field required"] * 2
    assert str(tmp_path / "two.yml") in str(caught.value)


def test_stories_are_read(tmp_path: Path) -> None:
    (tmp_path / "some.yml").write_text("stories:\n- story: One\n  steps:\n  - intent: uses\n  - action: action_a\n")

    (story,) = read_stories(tmp_path)

    assert (story.name, story.intents, story.actions) == ("One", ["uses"], ["action_a"])
