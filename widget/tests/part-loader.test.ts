import assert from "node:assert/strict";
import { test } from "node:test";

import { PartLoader } from "../src/launcher/part-loader";

const PART = { mount: () => assert.fail("Nothing is mounted here.") };
const ADDRESS = "https://bot.example/chat-1.js";

/** A loader whose imports end as they are told to. */
function loader(timeoutSeconds = 5): {
  load: () => Promise<unknown>;
  imports: { address: string; resolve: (part: unknown) => void; reject: (error: Error) => void }[];
} {
  const imports: { address: string; resolve: (part: unknown) => void; reject: (error: Error) => void }[] = [];
  const made = new PartLoader(ADDRESS, timeoutSeconds, (address) => {
    return new Promise((resolve, reject) => imports.push({ address, resolve, reject }));
  });
  return { load: () => made.load(), imports };
}

test("the chat is loaded once", async () => {
  const { load, imports } = loader();
  const both = [load(), load()];
  imports[0]?.resolve(PART);
  assert.deepEqual(await Promise.all(both), [PART, PART]);
  assert.equal(await load(), PART);
  assert.deepEqual(
    imports.map(({ address }) => address),
    [ADDRESS],
  );
});

test("after a failure it is loaded anew, from an address that no browser remembers as broken", async () => {
  const { load, imports } = loader();
  const first = load();
  imports[0]?.reject(new TypeError("Failed to fetch"));
  await assert.rejects(first, /Failed to fetch/);
  const second = load();
  imports[1]?.resolve(PART);
  assert.equal(await second, PART);
  assert.deepEqual(
    imports.map(({ address }) => address),
    [ADDRESS, `${ADDRESS}?attempt=2`],
  );
});

test("what comes too late is taken the next time", async () => {
  const { load, imports } = loader(0.02);
  await assert.rejects(load(), /within 0.02 seconds/);
  imports[0]?.resolve(PART);
  assert.equal(await load(), PART);
  assert.equal(imports.length, 1);
});

test("something else in its place is refused", async () => {
  for (const part of [null, {}, { mount: 1 }, "text"]) {
    const { load, imports } = loader();
    const loading = load();
    imports[0]?.resolve(part);
    await assert.rejects(loading, /is not the chat/);
  }
});
