import { expect, it } from "vitest";

import { readOwnRate } from "./own-rate";

it.each([
  ["6.5", "6.5"],
  ["6 %", "6"],
  ["99.999", "99.999"],
  ["6.5555", null],
  ["100", null],
  ["-1", null],
  ["6,5", null],
  ["", null],
])("reads the own rate %j as %j", (text, expected) => {
  expect(readOwnRate(text)).toBe(expected);
});
