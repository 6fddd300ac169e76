"""Actions: those of the domain are the installed ones, and every answer has exactly one that says it."""

from collections.abc import Collection, Iterable

from cryobot.consistency.files import Files
from cryobot.consistency.owners import Owner
from cryobot.consistency.problem import Problem


def problems(
    names: Collection[str], fallbacks: Iterable[str], owners: Iterable[Owner], answers: Collection[str], files: Files
) -> list[Problem]:
    """Hold the actions against the domain and the answers, in both directions.

    Args:
        names: the actions of the domain.
        fallbacks: the actions that config.yml names.
        owners: the installed actions.
        answers: the ids of all answers.
        files: where things are.
    """
    kept = list(owners)
    installed = {owner.action for owner in kept}
    found = [
        Problem(
            files.domain,
            f"there is no action '{name}' in the code",
            "Remove it from the actions of domain.yml, or write the class in actions/.",
        )
        for name in sorted(set(names) - installed)
    ]
    found += [
        Problem(
            owner.file,
            f"the action '{owner.action}' is not in the domain",
            "Add it to the actions of domain.yml, or remove the class.",
        )
        for owner in kept
        if owner.action not in names
    ]
    found += [
        Problem(files.config, f"the fallback action '{name}' is not in the domain", "Name one of domain.yml.")
        for name in fallbacks
        if name not in names
    ]
    return found + _ownership(kept, answers, files)


def _ownership(owners: list[Owner], answers: Collection[str], files: Files) -> list[Problem]:
    found = [
        Problem(
            owner.file,
            f"{owner.action} owns '{answer}', which is no answer",
            f"Remove it from `owns`, or add {files.answer(answer).relative_to(files.root)}.",
        )
        for owner in owners
        for answer in sorted(owner.answers - set(answers))
    ]
    for answer in sorted(answers):
        holders = [owner.action for owner in owners if answer in owner.answers]
        if not holders:
            reason = f"no action owns the answer '{answer}', so it can never be said"
            found.append(Problem(files.answer(answer), reason, "Add its id to `owns` of one action in actions/."))
        elif len(holders) > 1:
            reason = f"several actions own the answer '{answer}': {', '.join(holders)}"
            found.append(Problem(files.answer(answer), reason, "Keep its id in `owns` of one of them."))
    return found
