"""Looking an answer up, as a browser asks for it."""

import re
import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from real_desk.house import DeskServer
    from real_desk.staff_browser import StaffBrowser

PART = "/parts/look-up"


@pytest.fixture
def maria(staffed: "DeskServer") -> "StaffBrowser":
    return staffed.browser()


def unanswered(staffed: "DeskServer") -> list[tuple[str, str, str, list[str]]]:
    from cryobot.records.record import RecordKind

    records = staffed.desk.store.list(kind=RecordKind.UNANSWERED)
    return [(r.question, r.sender_id, r.channel, [text.guidance_id for text in r.shown]) for r in records]


def opened(page: str) -> str | None:
    found = re.search(r'<blockquote class="approved" id="text-([a-z-]+)">', page)
    return found[1] if found else None


def listed(page: str) -> list[str]:
    return re.findall(r'<li><a href="[^"]*open=([a-z-]+)" data-result', page)


def plain(page: str) -> str:
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_start_page_has_the_field_and_what_to_do_about_danger_and_marks(maria: "StaffBrowser") -> None:
    page = maria.get("/").text

    assert 'name="words"' in page
    assert page.index('id="first-emergency"') < page.index('id="first-skin-marks"') < page.index('id="topics-head"')
    assert set(listed(page)) >= {"equipment-safety", "talk-to-staff", "greet"}


def test_the_best_answer_is_open_with_everything_that_staff_need(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    page = maria.get("/?words=home+kit").text

    answer = staffed.desk.library.get("equipment-safety")
    assert opened(page) == "equipment-safety"
    assert listed(page)[0] == "equipment-safety"
    words = plain(page)
    assert staffed.desk.library.text("equipment-safety").text in words
    assert "Paragraph C4, “Possible side effects of cryotherapy”" in words
    assert "The article, approved" in words
    assert f"Reviewed on {answer.reviewed_on.day} " in words
    for related in answer.follow_ups:
        assert f"&amp;open={related}" in page


def test_an_escalation_is_said_in_words(maria: "StaffBrowser") -> None:
    assert "See a dermatologist immediately" in plain(maria.get("/?words=client+red+patch+after+loc.+session").text)
    assert "Emergency. Call 112 now" in plain(maria.get("/?words=chest+pain").text)


def test_what_waits_for_sign_off_says_so(maria: "StaffBrowser") -> None:
    assert "Safety policy, waiting for clinical sign-off" in plain(maria.get("/?open=emergency").text)


def test_all_wordings_are_there(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    words = plain(maria.get("/?open=talk-to-staff").text)

    for variant in staffed.desk.library.get("talk-to-staff").texts:
        assert staffed.desk.library.text("talk-to-staff", variant).text in words
    assert "When a member of staff joins" in words


def test_another_found_answer_can_be_opened(maria: "StaffBrowser") -> None:
    page = maria.get("/?words=home+kit&open=skin-marks").text

    assert opened(page) == "skin-marks"
    assert 'value="home kit"' in page


def test_an_answer_that_there_is_not_is_not_opened(maria: "StaffBrowser") -> None:
    assert opened(maria.get("/?words=home+kit&open=../etc").text) == "equipment-safety"
    assert maria.get("/?open=nonsense").status_code == 200


@pytest.mark.parametrize(
    ("words", "answer"),
    [("blister home kit", "skin-marks"), ("does it scar", "skin-marks"), ("stroke signs arm weak", "emergency")],
)
def test_words_about_a_mark_or_danger_show_what_to_do_on_top(maria: "StaffBrowser", words: str, answer: str) -> None:
    page = maria.client.get(f"/staff{PART}", params={"words": words}).text

    first = min(page.index(found) for found in (f'id="on-top-{answer}"', f'id="text-{answer}"') if found in page)
    others = [match.start() for match in re.finditer(r'id="text-|class="listed"|id="standing"', page)]
    assert first <= min(others)


@pytest.mark.parametrize(
    ("words", "said", "answer"),
    [
        ("price", "The guidance does not cover this", "not-covered"),
        ("pacemaker", "This is a question for a doctor", "ask-a-doctor"),
        ("cable", "No approved answer clearly fits", None),
        ("qzwxj", "Nothing was found", None),
    ],
)
def test_what_is_not_covered_says_so_and_is_kept(
    staffed: "DeskServer", maria: "StaffBrowser", words: str, said: str, answer: str | None
) -> None:
    page = maria.get(f"/?words={words}").text

    assert said in plain(page)
    assert opened(page) == answer
    assert "This question is noted" in plain(page)
    assert unanswered(staffed) == [(words, "desk", "desk", [answer] if answer else [])]


def test_typing_keeps_nothing(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    page = maria.client.get(f"/staff{PART}", params={"words": "price"}).text

    assert "Press Enter to note this question" in plain(page)
    assert unanswered(staffed) == []


def test_what_is_answered_is_not_kept(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    assert "noted" not in plain(maria.get("/?words=home+kit").text)
    assert unanswered(staffed) == []


def test_a_page_that_is_loaded_again_keeps_the_question_once(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    for words in ("price", "price", "Price "):
        assert "This question is noted" in plain(maria.client.get("/staff", params={"words": words}).text)

    assert len(unanswered(staffed)) == 1


@pytest.mark.parametrize("headers", [{"sec_fetch_site": "cross-site"}, {"sec_purpose": "prefetch"}])
def test_nobody_else_can_make_the_desk_keep_a_question(
    staffed: "DeskServer", maria: "StaffBrowser", headers: dict[str, str]
) -> None:
    maria.get("/?words=price", **headers)

    assert unanswered(staffed) == []


def test_a_question_that_could_not_be_kept_is_not_said_to_be(
    staffed: "DeskServer", maria: "StaffBrowser", monkeypatch: pytest.MonkeyPatch
) -> None:
    from cryobot.errors import StoreError

    def broken(_: object) -> None:
        raise StoreError("broken")

    monkeypatch.setattr(staffed.desk.store, "add", broken)
    page = plain(maria.get("/?words=price").text)

    assert "could not be noted" in page
    assert "is noted for" not in page


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "\u202ecirp",
        "x" * 4000,
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_hostile_words_do_no_harm(maria: "StaffBrowser", words: str | bytes) -> None:
    for path in ("/staff", f"/staff{PART}"):
        answer = maria.client.get(path, params={"words": words})  # type: ignore[dict-item]
        assert answer.status_code in (200, 400)
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


def test_a_stranger_sees_nothing(staffed: "DeskServer") -> None:
    stranger = staffed.stranger()
    for path in ("/?words=price", f"{PART}?words=price", "/guidance", "/card"):
        assert stranger.get(path).status_code in (303, 401, 403)
    assert unanswered(staffed) == []


def test_results_come_within_a_tenth_of_a_second(maria: "StaffBrowser") -> None:
    maria.client.get(f"/staff{PART}", params={"words": "warm"})
    taken = []
    for words in (
        "blister home kit",
        "client red patch after loc. session",
        "pregnent",
        "is it saef",
        "refnd",
        "anaphalaxis",
    ):
        started = time.perf_counter()
        maria.client.get(f"/staff{PART}", params={"words": words})
        taken.append(time.perf_counter() - started)

    # The machine may be busy with other tests; the benchmark measures more closely.
    assert median(taken) < 0.1, taken


def test_the_whole_guidance_is_on_one_page(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    page = maria.get("/guidance").text
    words = plain(page)

    for answer in staffed.desk.library.answers.values():
        assert f'<article class="card answer to-{answer.escalation.value}" id="{answer.id}"' in page
        for variant in answer.texts:
            assert staffed.desk.library.text(answer.id, variant).text in words


def test_reviews_that_are_due_are_marked(staffed: "DeskServer", maria: "StaffBrowser") -> None:
    library = staffed.desk.library
    late = library.get("uses").model_copy(update={"reviewed_on": date(2020, 1, 1), "review_due": date(2020, 7, 1)})
    object.__setattr__(staffed.desk, "library", type(library)({**library.answers, "uses": late}, library.placeholders))

    assert "Review due since 1 Jul 2020" in plain(maria.get("/?open=uses").text)
    assert "Reviews that are due" in plain(maria.get("/guidance").text)


def test_the_card_has_danger_first_then_marks_and_only_approved_words(
    staffed: "DeskServer", maria: "StaffBrowser"
) -> None:
    page = maria.get("/card").text
    words = plain(page)

    assert page.index("sheet-danger") < page.index("sheet-marks") < page.index("sheet-answers")
    assert staffed.desk.library.placeholders["centre_name"] in words
    approved = [text for _, text in staffed.desk.library.shown_texts]
    printed = re.findall(r"<dd>(.*?)</dd>", page) + re.findall(r"</h3><p>(.*?)</p>", page)
    assert len(printed) >= 8
    for text in printed:
        assert any(whole.startswith(plain(text)) for whole in approved), text
