import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from cryobot.cases.case import Case
from cryobot.guidance.answer import Escalation
from cryobot.notifications.notice import Writer
from cryobot.notifications.sending import send_due
from cryobot.notifications.settings import NotificationSettings
from cryobot.notifications.store import NotificationStore
from cryobot.notifications.texts import load_notification_texts
from cryobot.records.schema import stored_time
from cryobot.records.tables import NOTIFICATIONS

from ..cases.centre import PATIENCE, Centre
from .servers import SECRET, MailServer, Webhook

WRITER = Writer(load_notification_texts("en"), "Polar Centre", "https://chat.example.org")
WORDS = "my very private words"

Mail = tuple[MailServer, str]
Hook = tuple[Webhook, str]


def settings_of(mail: Mail | None = None, hook: Hook | None = None) -> NotificationSettings:
    values: dict[str, str] = {}
    if mail:
        values |= {"mail_url": mail[1], "mail_from": "chat@example.org", "mail_to": "desk@example.org, a@example.org"}
    if hook:
        values |= {"notify_url": hook[1], "notify_secret": SECRET}
    return NotificationSettings(**values)  # type: ignore[arg-type]


def send(centre: Centre, settings: NotificationSettings) -> NotificationStore:
    store = NotificationStore(centre.records.database)
    asyncio.run(send_due(store, settings, WRITER))
    return store


def make_due(centre: Centre) -> None:
    """Let the pause of everything that waits be over."""
    with centre.records.database.transaction() as connection:
        connection.execute(update(NOTIFICATIONS).values(next_at=0))


def opened(centre: Centre, sender: str = "anna") -> Case:
    return centre.ask_for_person(sender, at=datetime.now(UTC) - timedelta(minutes=3))


def test_staff_get_a_mail_and_a_post_with_a_link_and_none_of_the_visitors_words(
    centre: Centre, mail: Mail, hook: Hook
) -> None:
    case = opened(centre)

    send(centre, settings_of(mail, hook))

    ((recipients, message),) = mail[0].mails
    assert recipients == ["desk@example.org", "a@example.org"]
    assert message["Subject"] == "Polar Centre: a visitor asks for a person"
    assert f"https://chat.example.org/staff/queue/{case.id}" in message.get_content()
    (posted,) = hook[0].posts
    assert posted["event"] == "case.person"
    assert posted["case"] == case.id
    assert posted["link"] in posted["text"]
    assert 170 <= posted["waiting_seconds"] <= 240
    for told in (message.as_string(), str(posted)):
        assert "blister" not in told
        assert "anna" not in told


def test_each_reason_is_told_once(centre: Centre, hook: Hook) -> None:
    now = datetime.now(UTC)
    centre.escalate(at=now)
    for _ in range(2):
        send(centre, settings_of(hook=hook))
    centre.escalate(at=now)
    centre.ask_for_person(at=now)
    send(centre, settings_of(hook=hook))
    centre.escalate(to=Escalation.EMERGENCY, at=now)
    send(centre, settings_of(hook=hook))
    centre.cases.mind(now + timedelta(minutes=6), PATIENCE)
    for _ in range(2):
        send(centre, settings_of(hook=hook))

    told = [post["event"] for post in hook[0].posts]
    assert told == ["case.mark", "case.person", "case.emergency", "case.reminder"]


def test_nobody_is_told_of_a_case_that_somebody_has_looked_at(centre: Centre, hook: Hook) -> None:
    seen, waiting = opened(centre, "seen"), opened(centre, "waiting")
    hook[0].status = 500
    send(centre, settings_of(hook=hook))
    hook[0].status = 200
    centre.cases.see(seen.id, "maria")
    make_due(centre)

    store = send(centre, settings_of(hook=hook))

    assert [post["case"] for post in hook[0].posts] == [waiting.id]
    assert store.numbers() == {("webhook", "sent"): 1, ("webhook", "dropped"): 1}


@pytest.mark.parametrize("status", [302, 404, 429, 500])
def test_what_was_refused_is_sent_again_after_a_pause(centre: Centre, hook: Hook, status: int) -> None:
    opened(centre)
    hook[0].status = status
    store = send(centre, settings_of(hook=hook))
    assert list(store.problems()) == [("webhook", f"the webhook answers {status}")]

    hook[0].status = 200
    send(centre, settings_of(hook=hook))
    assert hook[0].posts == [], "it waits for the pause to be over"
    make_due(centre)
    store = send(centre, settings_of(hook=hook))

    assert len(hook[0].posts) == 1
    assert list(store.problems()) == []


def test_a_cut_connection_and_a_server_that_is_not_there_name_no_address(centre: Centre, hook: Hook) -> None:
    opened(centre)
    hook[0].cuts = True
    store = send(centre, settings_of(hook=hook))
    (way, reason), *_ = store.problems()
    assert way == "webhook"
    assert "cannot be reached" in reason

    make_due(centre)
    store = send(centre, settings_of(hook=(hook[0], "http://127.0.0.1:1/secret-token")))
    assert "secret-token" not in str(store.problems())
    assert "127.0.0.1" not in str(store.problems())


@pytest.mark.parametrize(("answer", "told"), [("451 later", "451"), ("554 no", "554")])
def test_a_mail_server_that_refuses_is_asked_again(centre: Centre, mail: Mail, answer: str, told: str) -> None:
    opened(centre)
    mail[0].answer = answer
    store = send(centre, settings_of(mail))
    assert told in store.problems()[0][1]

    mail[0].answer = "250 OK"
    make_due(centre)
    send(centre, settings_of(mail))
    assert len(mail[0].mails) == 1


def test_one_way_that_fails_does_not_hold_up_the_other(centre: Centre, mail: Mail, hook: Hook) -> None:
    opened(centre)
    hook[0].status = 500

    send(centre, settings_of(mail, hook))

    assert len(mail[0].mails) == 1


def test_a_password_is_not_sent_to_a_server_without_encryption(centre: Centre, mail: Mail) -> None:
    opened(centre)
    with_user = mail[1].replace("smtp://", "smtp://user:hunter2@")

    store = send(centre, settings_of((mail[0], with_user)))

    assert mail[0].mails == []
    assert "offers no TLS" in store.problems()[0][1]
    assert "hunter2" not in store.problems()[0][1]


def test_after_a_day_it_is_given_up(centre: Centre, hook: Hook) -> None:
    opened(centre)
    hook[0].status = 500
    send(centre, settings_of(hook=hook))
    with centre.records.database.transaction() as connection:
        long_ago = stored_time(datetime.now(UTC) - timedelta(days=2))
        connection.execute(update(NOTIFICATIONS).values(next_at=0, written_at=long_ago))

    store = send(centre, settings_of(hook=hook))

    assert store.numbers() == {("webhook", "failed"): 1}


def test_old_cases_are_not_told_when_a_way_is_switched_on(centre: Centre, hook: Hook) -> None:
    centre.ask_for_person(at=datetime.now(UTC) - timedelta(days=3))

    send(centre, settings_of(hook=hook))

    assert hook[0].posts == []


def test_several_processes_send_everything_once(centre: Centre, hook: Hook) -> None:
    for number in range(12):
        opened(centre, f"visitor {number}")

    def run(_: int) -> None:
        with closing(centre.also()) as process:
            send(process, settings_of(hook=hook))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, range(4)))

    assert sorted(post["case"] for post in hook[0].posts) == sorted(case.id for case in centre.cases.queue())


def test_nothing_is_written_while_no_way_is_on(centre: Centre) -> None:
    opened(centre)

    assert send(centre, settings_of()).numbers() == {}
