"""Stories: every intent and every action is in one, and none says something else than the rules."""

from collections.abc import Iterable

from cryobot.consistency.dialogue_files import Domain, Script
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.rules import unknown_steps


def problems(stories: Iterable[Script], domain: Domain, files: Files) -> list[Problem]:
    """Hold the stories against the domain, in both directions."""
    kept = list(stories)
    found = [problem for story in kept for problem in unknown_steps(story, "story", domain)]
    intents = {intent for story in kept for intent in story.intents}
    actions = {action for story in kept for action in story.actions}
    absent = [(intent, "intent") for intent in domain.intents if intent not in intents]
    absent += [(action, "action") for action in domain.actions if action not in actions]
    return found + [
        Problem(files.stories, f"the {what} '{name}' is in no story", "Add a story with it, or a step to one.")
        for name, what in absent
    ]


def contradictions(stories: Iterable[Script], rules: Iterable[Script]) -> list[Problem]:
    """List the steps of stories in which an intent is followed by another action than in its rule."""
    action_of = {intent: rule.actions[0] for rule in rules for intent in rule.intents[:1] if rule.actions}
    return [
        Problem(
            story.file,
            f"in the story '{story.name}', {after.action} follows '{step.intent}', but the rule says "
            f"{action_of[step.intent]}",
            f"Write `action: {action_of[step.intent]}`, or mend the rule.",
        )
        for story in stories
        for step, after in zip(story.steps, story.steps[1:], strict=False)
        if step.intent and after.action and action_of.get(step.intent, after.action) != after.action
    ]
