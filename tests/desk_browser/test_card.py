"""The desk card as a real browser prints it: exactly one A4 page."""

import re
from typing import TYPE_CHECKING

import pytest
from real_browser.accessibility import violations

if TYPE_CHECKING:
    from real_desk.house import DeskServer

    from .conftest import OpenPage

PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]")
A4_POINTS = (595, 842)
LONG_NAME = "Centre for Whole Body Cryotherapy, Rehabilitation and Sports Medicine of Valencia"[:80]


def test_it_is_one_a4_page(open_page: "OpenPage") -> None:
    printed = open_page("/card").pdf(prefer_css_page_size=True, print_background=True)

    assert len(PAGE.findall(printed)) == 1
    width, height = map(float, MEDIA_BOX.search(printed).groups())  # type: ignore[union-attr]
    assert (round(width), round(height)) == pytest.approx(A4_POINTS, abs=1)


def test_it_is_one_page_with_a_long_name_and_number(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    library = desk_site.desk.library
    longer = {"centre_name": LONG_NAME, "emergency_number": "+34 900 123 456 78"}
    object.__setattr__(desk_site.desk, "library", type(library)(library.answers, longer))
    try:
        page = open_page("/card")
        assert LONG_NAME in page.locator(".sheet").inner_text()
        assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1
    finally:
        object.__setattr__(desk_site.desk, "library", library)


def test_only_the_sheet_is_printed_and_nothing_of_it_is_cut_off(open_page: "OpenPage") -> None:
    page = open_page("/card", viewport={"width": 718, "height": 1047})
    page.emulate_media(media="print")

    assert not page.locator(".top").is_visible()
    assert not page.get_by_role("button", name="Print the card").is_visible()
    cut_off = (
        "[...document.querySelectorAll('.sheet *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth)"
    )
    assert page.evaluate(f"{cut_off}.map(e => e.className)") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", "/?words=blister+home+kit", "/?words=price", "/guidance", "/card"])
def test_the_pages_are_accessible_and_fit(open_page: "OpenPage", path: str, width: int, scheme: str) -> None:
    page = open_page(path, viewport={"width": width, "height": 800}, color_scheme=scheme)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
