import assert from "node:assert/strict";
import { test } from "node:test";

import { isContact } from "../src/conversation/contact";

for (const text of ["0171 5550123", "+34 (600) 000-000", "anna@example.org", "Anna, after five please: 600 00 00 00", "٠١٧١٥٥٥"])
  test(`"${text}" reaches somebody`, () => assert.ok(isContact(text)));

for (const text of ["", "Anna", "call me", "i have a blister and cant breathe, my number is 5", "12 34", "my leg is red since monday, what do I do, 0171 5550123"])
  test(`"${text}" does not, or says more`, () => assert.ok(!isContact(text)));
