import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { detached, isSameText, remembered } from "./remember";

const someText = fc.oneof(
  fc.constantFrom(
    "",
    "NORTHFIELD 49 IMPORTS LLC",
    "NORTHFIELD 50 IMPORTS LLC",
    "Trade Control",
    "Trade control",
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
);

describe("texts", () => {
  it("are the same exactly where they are equal, long ones too", () => {
    fc.assert(
      fc.property(someText, someText, (a, b) => {
        expect(isSameText(a, b)).toBe(a === b);
        expect(isSameText(a, `,${a},`.slice(1, -1))).toBe(true);
      }),
    );
  });

  it("are read the same when they are remembered, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(someText), (texts) => {
        const read = (text: string): string | null => (text === "" ? null : `read ${text}`);
        const quick = remembered(read);
        expect(texts.map((text) => quick(text))).toEqual(texts.map(read));
      }),
    );
  });

  it("stay what they are when they are copied", () => {
    fc.assert(fc.property(someText, (text) => detached(text) === text));
  });
});
