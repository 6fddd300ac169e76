"""Posts that are forged, repeated, out of order, in batches, or make no sense."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from platform_fakes.adapter import Adapter
from platform_fakes.meta import MetaAdapter

from messaging.bot import MessagingBot, Serve


def test_what_the_platform_did_not_sign_is_refused_before_it_is_read(bot: MessagingBot, adapter: Adapter) -> None:
    for what, post in adapter.forged(adapter.text("anna", "is cryotherapy safe?")).items():
        response = bot.post(post)
        assert response.status_code in (401, 403), what
        assert set(response.json()) == {"error"}, what
    assert bot.waiting() == (0, 0)

    bot.say("ben", "is cryotherapy safe?")
    bot.settle()
    assert len(adapter.fake.messages) == 1


def test_a_forged_post_does_not_keep_the_real_one_from_being_answered(bot: MessagingBot, adapter: Adapter) -> None:
    post = adapter.text("anna", "is cryotherapy safe?")
    for forged in adapter.forged(post).values():
        bot.post(forged)
    bot.tell(post)
    bot.settle()

    assert bot.ids("anna") == ["overall-safety"]


def test_a_repetition_is_acknowledged_and_answered_once(bot: MessagingBot, adapter: Adapter) -> None:
    post = adapter.text("anna", "is cryotherapy safe?")
    with ThreadPoolExecutor(5) as pool:
        statuses = [response.status_code for response in pool.map(bot.post, [post] * 10)]
    bot.settle()
    bot.tell(post)
    bot.settle()

    assert statuses == [200] * 10
    assert bot.ids("anna") == ["overall-safety"]


def test_a_repetition_is_known_after_a_restart(serve: Serve, adapter: Adapter) -> None:
    post = adapter.text("anna", "is cryotherapy safe?")
    with serve() as bot:
        bot.tell(post)
        bot.settle()
    with serve() as bot:
        bot.tell(post, adapter.text("anna", "mark on the skin"))
        bot.settle()

        assert bot.ids("anna") == ["overall-safety", "skin-marks"]


def test_every_kind_of_event_is_answered_once(bot: MessagingBot, adapter: Adapter) -> None:
    posts = [adapter.press("anna", "/skin-marks"), adapter.greet("anna")]
    bot.tell(*posts, *posts)
    bot.settle()

    assert bot.ids("anna") == ["skin-marks", "greet", "bot-identity"]


def test_messages_that_come_in_the_wrong_order_are_answered_in_the_right_one(
    bot: MessagingBot, adapter: Adapter
) -> None:
    first, second, third = (adapter.text("anna", text) for text in ("wait", "mark on the skin", "cannot breathe"))
    # While the first one is being answered, the other two wait.
    bot.tell(first, third, second)
    bot.settle()

    in_order, as_they_came = ["skin-marks", "emergency"], ["emergency", "skin-marks"]
    assert bot.ids("anna") == ["overall-safety", *(in_order if adapter.tells_order else as_they_came)]


def test_a_message_that_comes_late_is_answered(bot: MessagingBot, adapter: Adapter) -> None:
    late, punctual = adapter.text("anna", "mark on the skin"), adapter.text("anna", "is cryotherapy safe?")
    bot.tell(punctual)
    bot.settle()
    bot.tell(late)
    bot.settle()

    assert bot.ids("anna") == ["overall-safety", "skin-marks"]


def test_every_event_of_a_batch_is_answered(bot: MessagingBot, adapter: Adapter) -> None:
    said = [
        ("anna", "mark on the skin"),
        ("ben", "is cryotherapy safe?"),
        ("anna", "cannot breathe"),
        ("carl", "hello"),
    ]
    posts = [adapter.text(person, text) for person, text in said]
    batch = adapter.batch(posts)
    # A platform that posts one event at a time may still do so without a pause.
    bot.tell(*(posts if batch is None else [batch, batch]))
    bot.settle()

    assert bot.ids("anna") == ["skin-marks", "emergency"]
    assert (bot.ids("ben"), bot.ids("carl")) == (["overall-safety"], ["greet"])


def test_what_makes_no_sense_is_acknowledged_and_passed_over(bot: MessagingBot, adapter: Adapter) -> None:
    for what, post in adapter.garbled().items():
        assert bot.post(post).status_code == 200, what
    bot.say("anna", "is cryotherapy safe?")
    bot.settle()

    assert len(adapter.fake.messages) == 1


@pytest.mark.parametrize(("method", "status"), [("PUT", 405), ("DELETE", 405)])
def test_other_methods_are_refused(bot: MessagingBot, adapter: Adapter, method: str, status: int) -> None:
    assert bot.client.request(method, adapter.webhook).status_code == status


def test_a_get_without_a_challenge_is_refused(bot: MessagingBot, adapter: Adapter) -> None:
    assert bot.client.get(adapter.webhook).status_code in (401, 403, 405)


def test_a_huge_post_is_refused(bot: MessagingBot, adapter: Adapter) -> None:
    post = adapter.text("anna", "is cryotherapy safe?")
    body = post.body + b" " * adapter.channel_type.platform_type.body_bytes
    response = bot.client.post(adapter.webhook, content=body, headers=post.headers)

    assert response.status_code == 413
    assert bot.waiting() == (0, 0)


@pytest.mark.parametrize("adapter", ["messenger", "whatsapp"], indirect=True)
def test_a_post_as_large_as_meta_makes_them_is_taken(bot: MessagingBot, adapter: MetaAdapter) -> None:
    bot.tell(adapter.signed(adapter.text("anna", "is cryotherapy safe?").body + b" " * 2_990_000))
    bot.settle()

    assert bot.ids("anna") == ["overall-safety"]
