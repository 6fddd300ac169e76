"""The chat widget: its settings name answers there are, and the built copy is that of the source, whole, and small."""

from collections.abc import Collection, Mapping

from cryobot.channels.outgoing import UNAVAILABLE
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer
from cryobot.guidance.library import Library
from cryobot.guidance.sections import Sections
from cryobot.widget import budget
from cryobot.widget.baked import as_json, baked
from cryobot.widget.installation import MEND, NoPlaceError, fill
from cryobot.widget.manifest import LAUNCHER, WidgetMissingError, read_built
from cryobot.widget.settings import WidgetSettings
from cryobot.widget.source import source_fingerprint

BUILD = "Run `cryobot widget`."


def problems(
    answers: Mapping[str, Answer], ids: Collection[str], sections: Sections, settings: WidgetSettings, files: Files
) -> list[Problem]:
    """Check data/settings/widget.yml and widget/dist.

    Args:
        answers: those that can be read.
        ids: of all answers.
        sections: the headings of the article.
        settings: data/settings/widget.yml.
        files: where things are.
    """
    found = [
        Problem(files.setting("widget"), f"there is no answer '{name}'", "Name another, or remove it.")
        for name in sorted(settings.answers - set(ids))
    ]
    needed = settings.answers | {UNAVAILABLE}
    return found + (_built(Library(answers, {}, sections=sections), settings, files) if needed <= set(answers) else [])


def _built(library: Library, settings: WidgetSettings, files: Files) -> list[Problem]:
    folder, content = files.widget / "dist", baked(library, settings)
    try:
        manifest, built = read_built(folder)
        # What is loaded is the launcher as it is served.
        built[LAUNCHER] = fill(built[LAUNCHER], content)
    except WidgetMissingError as error:
        return [Problem(folder, error.problem, "Run `cryobot widget --force`.")]
    except NoPlaceError as error:
        return [Problem(folder, error.problem, MEND)]
    large = budget.over_budget(budget.loaded(built), settings.budget_kb)
    found = [Problem(folder, reason, "Make it smaller, or change budget_kb in widget.yml.") for reason in large]
    if manifest.source != source_fingerprint(as_json(content), files.widget):
        found.append(Problem(folder, "it was built from another source or from other approved texts", BUILD))
    return found
