/** Time that passes when a test says so. */

import type { TestContext } from "node:test";

const FIRST_WITH_OPTIONS = 20;

/** Let `setTimeout` wait for the clock of the test. */
export function holdTimers(context: TestContext): void {
  const apis = ["setTimeout"] as const;
  const isOld = Number.parseInt(process.versions.node, 10) < FIRST_WITH_OPTIONS;
  // Before version 20, Node.js took the list itself.
  context.mock.timers.enable((isOld ? apis : { apis }) as { apis: ["setTimeout"] });
}
