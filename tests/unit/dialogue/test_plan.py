import pytest
from parts.evidences import THRESHOLDS

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning
from cryobot.dialogue.plan import Plan, plan
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.assessment import Assessment, FollowUp, Part

Table = dict[str, tuple[Meaning, ...]]

AFTER_A_MARK = Context(("skin-marks",), Escalation.DERMATOLOGIST)
AFTER_DANGER = Context(("emergency",), Escalation.EMERGENCY)
BEGINNING = Context()
SURE, UNSURE = 0.95, 0.5


class Planner:
    """Plans with the installed table and library."""

    def __init__(self, table: Table, library: Library) -> None:
        self._table = table
        self._library = library

    def plan(
        self, *answers: str, after: Context = BEGINNING, sure: float = SURE, follow_up: FollowUp | None = None
    ) -> Plan:
        parts = tuple(Part(answer, sure) for answer in answers)
        return plan(Assessment(parts, follow_up, ("uses", "skin-check")), after, self._table, self._library, THRESHOLDS)

    def ids(self, *answers: str, **options: object) -> list[str]:
        return [step.answer for step in self.plan(*answers, **options).steps]  # type: ignore[arg-type]


@pytest.fixture
def planner(follow_ups: Table, library: Library) -> Planner:
    return Planner(follow_ups, library)


def test_one_question_gets_its_answer_with_its_buttons(planner: Planner, library: Library) -> None:
    (step,) = planner.plan("uses").steps
    assert (step.answer, step.variant, step.buttons) == ("uses", "default", library.get("uses").follow_ups)


def test_several_questions_get_all_their_answers_in_order(planner: Planner) -> None:
    assert planner.ids("skin-marks", "talk-to-staff", "not-covered") == ["skin-marks", "talk-to-staff", "not-covered"]
    assert planner.ids("not-covered", "not-covered") == ["not-covered"]


def test_remembers_what_was_said(planner: Planner) -> None:
    assert planner.plan("uses", "not-covered").context == Context(("uses", "not-covered"))
    assert planner.plan("skin-marks", "not-covered").context.escalation is Escalation.DERMATOLOGIST
    assert planner.plan("scar-care").context.escalation is Escalation.DERMATOLOGIST
    assert planner.plan("emergency", "skin-marks").context.escalation is Escalation.EMERGENCY
    assert planner.plan("ask-a-doctor").context.escalation is Escalation.NONE


def test_the_latest_escalation_is_remembered_for_good(planner: Planner) -> None:
    assert planner.plan("uses", after=AFTER_A_MARK).context.escalation is Escalation.DERMATOLOGIST
    assert planner.plan("emergency", after=AFTER_A_MARK).context.escalation is Escalation.EMERGENCY
    assert planner.plan("skin-marks", after=AFTER_DANGER).context.escalation is Escalation.DERMATOLOGIST
    assert planner.plan("talk-to-staff", after=AFTER_DANGER).context.escalation is Escalation.EMERGENCY


def test_the_first_time_nothing_was_understood_topics_are_offered(planner: Planner) -> None:
    first = planner.plan("unclear")
    assert (first.steps[0].variant, first.context.unclear_count) == ("default", 1)
    assert first.steps[0].buttons == ("uses", "skin-check", "talk-to-staff", "capabilities")


def test_the_second_time_nothing_was_understood_staff_are_offered(planner: Planner) -> None:
    second = planner.plan("unclear", after=planner.plan("unclear").context)
    assert (second.steps[0].variant, second.context.unclear_count) == ("again", 2)
    assert second.steps[0].buttons == ("talk-to-staff", "capabilities")


def test_an_answer_begins_the_count_again(planner: Planner) -> None:
    twice = Context(("unclear",), unclear_count=2)
    assert planner.plan("uses", after=twice).context.unclear_count == 0
    assert planner.plan("unclear", "uses", after=twice).context.unclear_count == 0


@pytest.mark.parametrize(("after", "answer"), [(AFTER_A_MARK, "skin-marks"), (AFTER_DANGER, "emergency")])
def test_after_an_escalation_what_is_not_clearly_something_else_plays_it_down(
    planner: Planner, after: Context, answer: str
) -> None:
    assert planner.ids("unclear", after=after) == [answer]
    assert planner.ids("overall-safety", after=after, sure=UNSURE) == [answer]
    assert planner.ids("thanks", after=after, follow_up=FollowUp("follow-up-plays-down", 0.3)) == [answer]
    assert planner.ids("unclear", after=after, follow_up=FollowUp("affirm", 0.99)) == [answer]


@pytest.mark.parametrize("after", [AFTER_A_MARK, AFTER_DANGER])
def test_after_an_escalation_what_is_clearly_something_else_is_answered(planner: Planner, after: Context) -> None:
    for answer in ("uses", "not-covered", "thanks"):
        assert planner.ids(answer, after=after) == [answer]


def test_after_an_escalation_a_request_for_staff_is_taken_up(planner: Planner) -> None:
    assert planner.ids("talk-to-staff", after=AFTER_A_MARK, sure=UNSURE) == ["talk-to-staff"]
    assert planner.ids("talk-to-staff", after=AFTER_DANGER, sure=UNSURE) == ["emergency", "talk-to-staff"]


def test_danger_after_a_mark_is_an_emergency(planner: Planner) -> None:
    assert planner.ids("emergency", after=AFTER_A_MARK, sure=0.1) == ["emergency"]


@pytest.mark.parametrize(("after", "answer"), [(AFTER_A_MARK, "skin-marks"), (AFTER_DANGER, "emergency")])
def test_right_after_an_escalation_nothing_that_sounds_like_an_all_clear_is_said(
    planner: Planner, after: Context, answer: str
) -> None:
    assert planner.ids("overall-safety", after=after) == [answer]
    later = Context(("uses",), after.escalation)
    assert planner.ids("overall-safety", after=later) == ["overall-safety"]


def test_in_danger_a_doctor_some_time_later_is_not_enough(planner: Planner) -> None:
    assert planner.ids("ask-a-doctor", after=AFTER_DANGER) == ["emergency"]
    assert planner.ids("ask-a-doctor", after=AFTER_A_MARK) == ["ask-a-doctor"]


def test_what_is_not_understood_right_after_the_doctor_was_named_plays_that_down(planner: Planner) -> None:
    assert planner.ids("unclear", after=Context(("ask-a-doctor",))) == ["ask-a-doctor"]
    assert planner.ids("uses", after=Context(("ask-a-doctor",))) == ["uses"]


def test_an_escalation_is_given_when_it_is_as_likely_as_that_the_message_leans_on_the_conversation(
    planner: Planner,
) -> None:
    doubt = FollowUp("follow-up-doubt", 0.55)
    after = Context(("uses",))
    assert planner.ids("skin-marks", after=after, sure=0.55, follow_up=doubt) == ["skin-marks"]
    assert planner.ids("emergency", "uses", after=after, sure=0.9, follow_up=doubt) == ["emergency", "uses"]


@pytest.mark.parametrize(("likely", "answer"), [(0.49, "uses"), (0.51, "scarring-risk")])
def test_a_message_leans_on_the_conversation_from_a_threshold_on(planner: Planner, likely: float, answer: str) -> None:
    after = Context(("scarring-risk",))
    assert planner.ids("uses", after=after, follow_up=FollowUp("follow-up-doubt", likely)) == [answer]


def test_what_leans_on_nothing_is_answered_by_itself(planner: Planner) -> None:
    doubt = FollowUp("follow-up-doubt", 0.9)
    assert planner.ids("uses", "not-covered", follow_up=doubt) == ["uses", "not-covered"]


def test_doubt_about_what_was_not_understood_counts_as_not_understood_again(planner: Planner) -> None:
    again = planner.plan(
        "uses", after=Context(("unclear",), unclear_count=1), follow_up=FollowUp("follow-up-doubt", 1.0)
    )
    assert [(step.answer, step.variant) for step in again.steps] == [("unclear", "again")]


def test_every_step_can_be_shown(planner: Planner, library: Library) -> None:
    for answer in library.answers:
        for after in (Context(), AFTER_A_MARK, AFTER_DANGER, Context(("unclear",), unclear_count=1)):
            for step in planner.plan(answer, after=after).steps:
                assert library.text(step.answer, step.variant).text
                assert all(library.button_title(button) for button in step.buttons)
                assert step.answer not in step.buttons
