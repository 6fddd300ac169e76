"""The staff desk: its words are there and used, and the files of others are the very ones that were taken."""

from collections.abc import Mapping
from functools import partial

from cryobot.consistency.desk_words import Mentions, in_program, in_templates
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import readable
from cryobot.desk.assets import vendor_problems
from cryobot.desk.texts import FALLBACK_LANGUAGE, read_sections
from cryobot.paths import PROJECT

PROGRAM = PROJECT / "cryobot"
ADD = "Add it, or name another."


def problems(files: Files) -> list[Problem]:
    """Check desk/static/vendor, and desk/templates and the program against data/interface/desk."""
    restore = "Restore the file as it was committed, or write its hash and version into manifest.json."
    vendored = [Problem(error.file, error.problem, restore) for error in vendor_problems(files.desk_vendor)]
    mentions = in_templates(files.desk_templates) + in_program(PROGRAM)
    folders = sorted(folder for folder in files.desk_texts.glob("*") if folder.is_dir())
    languages = {folder.name: readable(folder, partial(read_sections, folder)) for folder in folders}
    return vendored + _missing(mentions, languages, files) + _unused(mentions, languages, files)


_Texts = Mapping[str, Mapping[str, str]]


def _missing(mentions: Mentions, languages: Mapping[str, _Texts], files: Files) -> list[Problem]:
    found = [
        Problem(mention.file, f"there is no text '{mention.page}.{mention.key}' in '{language}'", ADD)
        for language, texts in languages.items()
        for mention in sorted(mentions.exact, key=str)
        if mention.key not in texts.get(mention.page, {})
    ]
    first = languages.get(FALLBACK_LANGUAGE, {})
    for language, texts in languages.items():
        for page, key in sorted(_names(first) ^ _names(texts)):
            where = FALLBACK_LANGUAGE if key not in first.get(page, {}) else language
            file = files.desk_texts / where / f"{page}.yml"
            found.append(Problem(file, f"there is no text '{key}', which another language has", ADD))
    return found


def _unused(mentions: Mentions, languages: Mapping[str, _Texts], files: Files) -> list[Problem]:
    used = {(mention.page, mention.key) for mention in mentions.exact}
    return [
        Problem(files.desk_texts / FALLBACK_LANGUAGE / f"{page}.yml", f"nothing uses the text '{key}'", "Remove it.")
        for page, key in sorted(_names(languages.get(FALLBACK_LANGUAGE, {})))
        if (page, key) not in used and not mentions.may_be(key)
    ]


def _names(texts: _Texts) -> set[tuple[str, str]]:
    return {(page, key) for page, keys in texts.items() for key in keys}
