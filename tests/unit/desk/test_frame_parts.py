from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jinja2 import UndefinedError

from cryobot.desk.app import VisitorNames
from cryobot.desk.assets import load_assets
from cryobot.desk.attempts import Attempts
from cryobot.desk.errors import DeskError
from cryobot.desk.forms import FormTooLargeError, parse
from cryobot.desk.frame import Viewer, load_frame
from cryobot.desk.gathering import gather
from cryobot.desk.routing import Page
from cryobot.desk.templates import Templates, plural, url
from cryobot.desk.texts import load_texts
from cryobot.errors import DataFileError
from cryobot.settings import Settings

FORMATS = "format_moment: '{day} %b %Y, %H:%M'\nformat_day: '{day} %b'\nformat_clock: '%H:%M'\n"


@pytest.fixture
def templates_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def templates(folder: Path, tmp_path: Path) -> Templates:
    texts = tmp_path / "texts" / "en"
    texts.mkdir(parents=True)
    (texts / "common.yml").write_text(FORMATS)
    return Templates(load_texts("en", texts.parent), load_assets(), ZoneInfo("Europe/Madrid"), folder)


def test_words_of_people_are_escaped(templates_folder: Path, tmp_path: Path) -> None:
    (templates_folder / "a.html").write_text("{{ words }}")

    rendered = templates(templates_folder, tmp_path).render("a.html", {"words": "<script>\"'&\u202e"})
    assert rendered == "&lt;script&gt;&#34;&#39;&amp;\u202e"


def test_times_are_written_in_the_zone(templates_folder: Path, tmp_path: Path) -> None:
    (templates_folder / "a.html").write_text("{{ at | moment }} {{ at | day }} {{ at | clock }} {{ at | iso }}")
    at = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)

    rendered = templates(templates_folder, tmp_path).render("a.html", {"at": at})
    assert rendered == "2 Jul 2026, 00:30 2 Jul 00:30 2026-07-01T22:30:00Z"


def test_a_name_that_is_not_there_is_an_error(templates_folder: Path, tmp_path: Path) -> None:
    (templates_folder / "a.html").write_text("{{ nothing }}")
    with pytest.raises(UndefinedError):
        templates(templates_folder, tmp_path).render("a.html", {})


def test_a_damaged_template_is_found_at_the_start(templates_folder: Path, tmp_path: Path) -> None:
    (templates_folder / "a.html").write_text("{% if %}")
    with pytest.raises(DeskError, match=r"a\.html: This is not a template"):
        templates(templates_folder, tmp_path)


def test_texts(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "queue.yml").write_text("title: Queue\n")
    texts = load_texts("es", tmp_path)

    assert texts.language_ == "en"
    assert texts.queue.title == texts["queue"]["title"] == "Queue"
    assert "title" in texts.queue
    assert "queue" in texts
    for wrong in (lambda: texts.queue.copy, lambda: texts.other):
        with pytest.raises(AttributeError, match="There"):
            wrong()


@pytest.mark.parametrize("content", ["- a\n", "title: 1\n", "title:\n  a: b\n", "a: [\n"])
def test_texts_that_cannot_be_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "queue.yml").write_text(content)
    with pytest.raises(DataFileError, match=r"queue\.yml"):
        load_texts("en", tmp_path)


def test_no_texts(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no texts of the staff desk"):
        load_texts("en", tmp_path)


def test_every_page_in_the_navigation_has_a_word() -> None:
    frame = load_frame(Settings())

    words = {nav.key: frame.text(f"common.nav_{nav.key}") for nav in gather().navigation}
    assert [key for key, word in words.items() if not word] == []


def test_no_two_pages_are_at_one_address() -> None:
    pages = gather().pages
    for name in ("endpoint", "full_path"):
        found = [(getattr(page, name), page.method) for page in pages]
        assert sorted(set(found)) == sorted(found)
    assert len({page.endpoint for page in pages}) == len(pages)


def test_no_module_of_pages_is_damaged() -> None:
    assert gather().left_out == ()


def test_a_stranger_has_no_navigation() -> None:
    page = load_frame(Settings(centre_name="<b>Ice</b>")).render(
        "problem.html", Viewer("/staff/x"), {"status": 404, "title": "T", "text": "<i>"}
    )

    assert "<nav" not in page
    assert "log-out" not in page
    assert "&lt;b&gt;Ice&lt;/b&gt;" in page
    assert "&lt;i&gt;" in page


async def handle(_: object) -> None:
    """Answer nothing."""


@pytest.mark.parametrize(
    ("path", "full", "endpoint"),
    [
        ("/", "/staff", "get_"),
        ("/queue", "/staff/queue", "get_queue"),
        ("/queue/<case_id:str>", "/staff/queue/<case_id:str>", "get_queue__case_id_str_"),
    ],
)
def test_where_a_page_is(path: str, full: str, endpoint: str) -> None:
    page = Page(path, "GET", handle)
    assert (page.full_path, page.endpoint) == (full, endpoint)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "/staff"),
        ("", "/staff"),
        ("/queue/", "/staff/queue"),
        ("/?q=a/", "/staff/?q=a/"),
        ("/a?b=/", "/staff/a?b=/"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    assert url(path) == address


def test_numbers() -> None:
    one, many = "{number} person", "{number} people"
    assert [plural(number, one, many) for number in (0, 1, 2)] == ["0 people", "1 person", "2 people"]


def test_forms() -> None:
    assert parse(b"a=1&a=2&b=&c=%C3%B1+%00%ff") == {"a": ["1", "2"], "b": [""], "c": ["ñ \0\ufffd"]}
    assert parse("") == {}
    with pytest.raises(FormTooLargeError):
        parse("&".join(["a=1"] * 1001))


def test_visitors_have_the_same_name_each_time_and_none_without_the_key() -> None:
    names, others = VisitorNames("k" * 32, "Visitor {code}"), VisitorNames("l" * 32, "Visitor {code}")

    assert names("telegram:anna") == names("telegram:anna")
    assert names("telegram:anna") != names("telegram:bert")
    assert names("telegram:anna") != others("telegram:anna")
    assert len({names(f"web:{number}") for number in range(1000)}) == 1000
    assert len(names("\ud800\0")) == len("Visitor ") + 6


def test_attempts_are_those_of_one_desk() -> None:
    shared: dict[str, object] = {}
    assert Attempts.of(shared) is Attempts.of(shared)
    assert Attempts.of({}) is not Attempts.of(shared)


def test_files_have_names_that_change_with_their_content() -> None:
    assets = load_assets()

    path = assets.path("vendor/htmx.min.js")
    assert path.startswith("/staff/static/vendor/htmx.min-")
    assert {file.path for file in assets.files} >= {path, assets.path("base.css"), assets.path("desk.js")}
    assert not any(file.path.endswith(".json") for file in assets.files)
    with pytest.raises(KeyError):
        assets.path("nothing.js")
