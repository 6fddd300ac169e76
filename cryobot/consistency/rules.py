"""Rules: one for every intent, and each calls the action that owns the intent's answer."""

from collections.abc import Iterable

from cryobot.consistency.dialogue_files import Domain, Script
from cryobot.consistency.files import Files
from cryobot.consistency.owners import Owner
from cryobot.consistency.problem import Problem


def problems(rules: Iterable[Script], domain: Domain, files: Files) -> list[Problem]:
    """Hold the rules against the domain, in both directions."""
    found = []
    rules_of: dict[str, list[Script]] = {}
    for rule in rules:
        if [bool(step.intent) for step in rule.steps] != [True, False] or len(rule.actions) != 1:
            found.append(
                Problem(rule.file, f"the rule '{rule.name}' is not one intent and then one action", "Write it as that.")
            )
        found += unknown_steps(rule, "rule", domain)
        for intent in rule.intents[:1]:
            rules_of.setdefault(intent, []).append(rule)
    for intent in domain.intents:
        if intent not in rules_of:
            found.append(
                Problem(
                    files.rules,
                    f"the intent '{intent}' has no rule",
                    f"Add a rule with `intent: {intent}` and the action that answers it.",
                )
            )
    for intent, several in rules_of.items():
        for rule in several[1:]:
            found.append(
                Problem(
                    rule.file,
                    f"the rule '{rule.name}' is a second rule of the intent '{intent}'",
                    f"Keep one of '{several[0].name}' ({several[0].file.name}) and '{rule.name}'.",
                )
            )
    return found


def owner_problems(rules: Iterable[Script], owners: Iterable[Owner]) -> list[Problem]:
    """List the rules that call another action than the one that owns the answer of their intent."""
    action_of = {answer: owner.action for owner in owners for answer in owner.answers}
    return [
        Problem(
            rule.file,
            f"the rule '{rule.name}' answers '{intent}' with {action}, but {action_of[intent]} owns that answer",
            f"Write `action: {action_of[intent]}`.",
        )
        for rule in rules
        for intent, action in zip(rule.intents[:1], rule.actions[:1], strict=False)
        if action_of.get(intent, action) != action
    ]


def unknown_steps(script: Script, kind: str, domain: Domain) -> list[Problem]:
    """List the intents and actions of a rule or story that the domain does not have."""
    missing = [(intent, "intent") for intent in script.intents if intent not in domain.intents]
    missing += [(action, "action") for action in script.actions if action not in domain.actions]
    return [
        Problem(
            script.file,
            f"the {kind} '{script.name}' has the {what} '{name}', which is not in the domain",
            f"Add it to the {what}s of domain.yml, or mend the {kind}.",
        )
        for name, what in dict.fromkeys(missing)
    ]
