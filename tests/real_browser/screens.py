"""Where things are on a screen."""

from playwright.sync_api import Locator


def box(element: Locator) -> tuple[float, float, float, float]:
    """Give left, top, right and bottom, in pixels."""
    found = element.bounding_box()
    assert found is not None, "it is not shown"
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]
