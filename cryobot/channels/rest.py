"""The channel of a chat front end: one POST a message, the replies in its answer."""

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.channels.guarded import GuardedChannel
from cryobot.channels.http import METHODS, answer, error, read_json_object, wrong_method
from cryobot.channels.incoming import InvalidMessage

EXAMPLE = '{"sender": "an id of the conversation", "message": "the question"}'


class RestChannel(GuardedChannel):
    """POST /webhooks/rest/webhook with a sender and a message."""

    @classmethod
    def name(cls) -> str:
        """Give the part of the address that names the channel."""
        return "rest"

    def routes(self) -> Blueprint:
        """Give the webhook, and the status that Rasa's own channels have at their root."""
        blueprint = Blueprint("cryobot_rest")

        async def status(_: Request) -> HTTPResponse:
            return answer({"status": "ok"})

        async def receive(request: Request) -> HTTPResponse:
            if request.method != "POST":
                return wrong_method("POST")
            try:
                content = await read_json_object(request, EXAMPLE)
                messages = await self.answer(content.get("sender"), content.get("message"))
            except InvalidMessage as problem:
                return error(problem.status, problem.reason)
            return answer(messages)

        blueprint.add_route(status, "/", methods=["GET"])
        blueprint.add_route(receive, "/webhook", methods=METHODS, stream=True)
        return blueprint
