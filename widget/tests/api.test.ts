import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { type CalledChat, createApi } from "../src/launcher/api";

/** A chat that notes what it is called for. */
function noting(calls: string[]): CalledChat {
  const note = async (call: string): Promise<boolean> => calls.push(call) > 0;
  return {
    open: () => note("open"),
    close: () => note("close"),
    toggle: () => note("toggle"),
    send: (text) => note(`send ${text}`),
  };
}

/** Run something and give what it warned of. */
async function warningsOf(run: () => Promise<void>): Promise<readonly string[]> {
  const warn = mock.method(console, "warn", () => undefined);
  try {
    await run();
    return warn.mock.calls.map((call) => String(call.arguments[0]));
  } finally {
    warn.mock.restore();
  }
}

test("calls reach the chat", async () => {
  const calls: string[] = [];
  const find = async (): Promise<CalledChat> => noting(calls);
  const api = createApi(find, find);
  assert.deepEqual(
    [await api.open(), await api.toggle(), await api.send("Is it safe?"), await api.close()],
    [true, true, true, true],
  );
  assert.deepEqual(calls, ["open", "toggle", "send Is it safe?", "close"]);
});

for (const value of [5, undefined, null, { text: "Is it safe?" }, ["Is it safe?"]]) {
  test(`sending ${JSON.stringify(value)} does nothing and says what to pass`, async () => {
    const calls: string[] = [];
    const find = async (): Promise<CalledChat> => noting(calls);
    const warnings = await warningsOf(async () => {
      assert.equal(await createApi(find, find).send(value as unknown as string), false);
    });
    assert.deepEqual(calls, []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /Cryobot\.send\("/);
  });
}

test("what shows the chat puts a lost launcher back; closing does not", async () => {
  const calls: string[] = [];
  const api = createApi(
    async () => null,
    async () => noting(calls),
  );
  const warnings = await warningsOf(async () => {
    assert.deepEqual(
      [await api.close(), await api.open(), await api.toggle(), await api.send("Hello")],
      [false, true, true, true],
    );
  });
  assert.deepEqual(calls, ["open", "toggle", "send Hello"]);
  assert.deepEqual(warnings, ["Cryobot: there is no chat in this page."]);
});
