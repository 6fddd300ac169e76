"""What stands on each picture."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Route, ViewportSize

from cryobot.paths import PROJECT

# Width and height in pixels.
DESKTOP = (1280, 800)
PHONE = (390, 844)
TEXTS = PROJECT / "widget" / "texts"


@dataclass(frozen=True)
class Scene:
    """One picture.

    Attributes:
        name: of the file, without its ending.
        questions: asked one after the other; the picture is taken when the last is answered.
        offline: the last question is asked without a network.
        language: of the interface.
    """

    name: str
    questions: Sequence[str] = ()
    screen: tuple[int, int] = DESKTOP
    language: str = "en"
    scheme: Literal["light", "dark"] = "light"
    offline: bool = False


SCENES = (
    Scene("desktop", ("Is cryotherapy safe?",)),
    Scene("phone", screen=PHONE),
    Scene("escalation", ("ive got a blsiter on my calf since last nights session",), screen=PHONE),
    Scene("emergency", ("My husband has chest pain after the session.",), screen=PHONE),
    Scene("failure", ("Can it leave scars?",), screen=PHONE, offline=True),
    Scene("dark", ("Is cryotherapy safe?",), scheme="dark"),
    Scene("spanish", screen=PHONE, language="es"),
)


def take(browser: Browser, address: str, scene: Scene, file: Path) -> None:
    """Play a scene on the assistant's own page and write its picture.

    Raises:
        playwright.sync_api.TimeoutError: the widget does not do what the scene needs.
    """
    width, height = scene.screen
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height),
        color_scheme=scene.scheme,
        locale=scene.language,
        reduced_motion="reduce",
        device_scale_factor=1,
    )
    page = context.new_page()
    page.route(f"{address}/", lambda route: _in_language(route, scene.language))
    page.goto(f"{address}/", wait_until="networkidle")
    words = _words(scene.language)
    page.get_by_role("button", name=words["launcher_open"], exact=True).click()
    field = page.get_by_role("textbox", name=words["message_label"], exact=True)
    field.wait_for()
    for number, question in enumerate(scene.questions):
        if scene.offline and question is scene.questions[-1]:
            context.set_offline(True)
        field.fill(question)
        field.press("Enter")
        kind = "failure" if scene.offline else "answer"
        page.locator(f"[data-kind={kind}]").nth(0 if scene.offline else number).wait_for()
    # Off the launcher, below which another button may be by now.
    page.mouse.move(0, 0)
    page.screenshot(path=file, animations="disabled", caret="hide")
    context.close()


def _in_language(route: Route, language: str) -> None:
    """Give the page as one in another language, which the widget goes by."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace('lang="en"', f'lang="{language}"', 1))


@cache
def _words(language: str) -> dict[str, str]:
    return dict(json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8")))
