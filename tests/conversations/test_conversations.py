"""Holds every conversation of cases/*.yml with the trained assistant, over HTTP."""

from uuid import uuid4

import pytest
from cases import CaseFile, Conversation, load_cases
from pydantic import ValidationError
from real_bot.process import RunningBot

from cryobot.guidance.library import load_answers

CASES = load_cases()
CONVERSATIONS = [
    pytest.param(conversation, id=f"{name}: {conversation.name}")
    for name, file in CASES.items()
    for conversation in file.conversations
]


@pytest.mark.parametrize("name", CASES)
def test_the_cases_fit_the_answers_there_are(name: str) -> None:
    answers = load_answers()
    names = [conversation.name for conversation in CASES[name].conversations]
    assert len(names) == len(set(names))
    for conversation in CASES[name].conversations:
        for turn in conversation.turns:
            assert {*turn.buttons, *(answer for ids in turn.expected for answer in ids)} <= set(answers)
            if turn.answers and turn.escalation:
                assert turn.escalation in {answers[answer].escalation for answer in turn.answers}


@pytest.mark.parametrize(
    "turn",
    [
        {"user": "hi"},
        {"user": "", "answers": ["greet"]},
        {"user": "hi", "answers": ["greet"], "one_of": [["greet"], ["thanks"]]},
        {"user": "hi", "answers": ["greet"], "escalation": "dentist"},
        {"user": "hi", "answer": ["greet"]},
    ],
)
def test_a_case_of_another_form_is_refused(turn: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CaseFile.model_validate({"theme": "t", "conversations": [{"name": "n", "turns": [turn]}]})


@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_conversation(bot: RunningBot, conversation: Conversation) -> None:
    sender = f"{conversation.name} {uuid4()}"
    problems = [
        f"turn {number}, '{turn.user}': {problem}"
        for number, turn in enumerate(conversation.turns, start=1)
        for problem in turn.problems(bot.ask(sender, turn.user))
    ]
    assert not problems, "\n".join(["", *problems])
