import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { mock, test, type TestContext } from "node:test";

import type { FailureReason } from "../src/conversation/message";
import { ServerFailure } from "../src/server/chat-server";
import { FetchChatServer } from "../src/server/fetch-server";
import { bodyOf, serve } from "./support/http";
import { CONVERSATION, onTheWire, REPLY } from "./support/samples";

const RIGHT = JSON.stringify({ replies: [onTheWire(REPLY)] });

/** Long enough for an answer on a busy computer. */
const PATIENT = 20;
const IMPATIENT = 0.3;

interface Conditions {
  readonly isOnline?: boolean;
  readonly timeoutSeconds?: number;
}

async function connect(
  context: TestContext,
  listener: RequestListener,
  conditions: Conditions = {},
): Promise<FetchChatServer> {
  const { isOnline = true, timeoutSeconds = PATIENT } = conditions;
  return new FetchChatServer({ origin: await serve(context, listener), timeoutSeconds, isOnline: () => isOnline });
}

async function failureOf(server: FetchChatServer): Promise<ServerFailure> {
  const failure = await server.ask(CONVERSATION, "hello").catch((error: unknown) => error);
  assert.ok(failure instanceof ServerFailure, String(failure));
  return failure;
}

function fails(name: string, reason: FailureReason, listener: RequestListener): void {
  test(name, async (context) => {
    const timeoutSeconds = reason === "timeout" ? IMPATIENT : PATIENT;
    assert.equal((await failureOf(await connect(context, listener, { timeoutSeconds }))).reason, reason);
  });
}

test("each call is one request with JSON", async (context) => {
  const requests: unknown[] = [];
  const server = await connect(context, (request, response) => {
    void bodyOf(request).then((body) => {
      requests.push([request.method, request.url, request.headers["content-type"], JSON.parse(body)]);
      if (request.url === "/webhooks/web/messages") response.end(RIGHT);
      else response.writeHead(204).end();
    });
  });
  assert.deepEqual(await server.ask(CONVERSATION, "/skin-check"), [REPLY]);
  await server.rate({ conversation: CONVERSATION, guidanceId: "uses", version: "v", question: "Why?", helpful: false });
  await server.forget(CONVERSATION);
  const json = "application/json";
  assert.deepEqual(requests, [
    ["POST", "/webhooks/web/messages", json, { conversation: CONVERSATION, message: "/skin-check" }],
    [
      "POST",
      "/webhooks/web/ratings",
      json,
      { conversation: CONVERSATION, guidance_id: "uses", version: "v", question: "Why?", helpful: false },
    ],
    ["POST", "/webhooks/web/forget", json, { conversation: CONVERSATION }],
  ]);
});

fails("a server that is silent is given up", "timeout", () => undefined);
fails("so is one that begins and does not go on", "timeout", (_request, response) =>
  response.write(RIGHT.slice(0, 20)),
);
fails("an error of the server", "server", (_request, response) => response.writeHead(500).end('{"error": "no"}'));
fails("a refusal", "server", (_request, response) => response.writeHead(403).end('{"error": "no"}'));
fails("a page of a proxy in the place of an answer", "reply", (_request, response) => response.end("<h1>Welcome</h1>"));
fails("an answer that breaks off", "reply", (_request, response) => {
  response.writeHead(200, { "Content-Length": RIGHT.length }).write(RIGHT.slice(0, 20));
  setTimeout(() => response.destroy(), 20);
});
fails("bytes that are no text", "reply", (_request, response) => response.end(Buffer.from([0x22, 0xff, 0xfe, 0x22])));
fails("an answer without end", "reply", (_request, response) => {
  response.write(RIGHT);
  const more = setInterval(() => response.write(" ".repeat(64 * 1024)), 1);
  response.on("close", () => clearInterval(more));
});
fails("no content", "reply", (_request, response) => response.writeHead(204).end());

test("an answer just below the limit is read", async (context) => {
  const server = await connect(context, (_request, response) => response.end(RIGHT.padEnd(256 * 1024, " ")));
  assert.deepEqual(await server.ask(CONVERSATION, "hello"), [REPLY]);
});

const LIMITS: readonly (readonly [string, Record<string, string>, string, number | null])[] = [
  ["in the body", {}, '{"error": "slow down", "retry_after": 20}', 20],
  ["in the header", { "Retry-After": "30" }, "", 30],
  ["in both", { "Retry-After": "30" }, '{"retry_after": 20.2}', 21],
  ["nowhere", {}, "{}", null],
  ["as nonsense", { "Retry-After": "soon" }, '{"retry_after": -4}', null],
  ["as ages", {}, '{"retry_after": 1e9}', null],
];
for (const [where, headers, body, expected] of LIMITS) {
  test(`too many messages, with the time to wait ${where}`, async (context) => {
    const server = await connect(context, (_request, response) => response.writeHead(429, headers).end(body));
    const { reason, retryAfterSeconds } = await failureOf(server);
    assert.deepEqual([reason, retryAfterSeconds], ["limit", expected]);
  });
}

test("where nothing listens, the device has no network or the server is not reachable", async (context) => {
  const told = mock.method(console, "error", () => undefined);
  context.after(() => told.mock.restore());
  const cut: RequestListener = (request) => request.socket.destroy();
  assert.equal((await failureOf(await connect(context, cut, { isOnline: false }))).reason, "offline");
  assert.equal(told.mock.callCount(), 0);
  assert.equal((await failureOf(await connect(context, cut))).reason, "unreachable");
  assert.match(String(told.mock.calls[0]?.arguments[0]), /CRYOBOT_ORIGINS/);
});

test("a device that believes it has no network still reaches a server on itself", async (context) => {
  const server = await connect(context, (_request, response) => response.end(RIGHT), { isOnline: false });
  assert.deepEqual(await server.ask(CONVERSATION, "hello"), [REPLY]);
});
