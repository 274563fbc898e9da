import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { detached, remembered } from "./remember";

const someText = fc.oneof(
  fc.constantFrom(
    "",
    "NORTHFIELD 49 IMPORTS LLC",
    "NORTHFIELD 50 IMPORTS LLC",
    "Trade Control",
    "Trade control",
  ),
  fc.stringMatching(/^0?[0-9]{0,18}$/),
  fc.constantFrom("99030124", "9903012400", "09903012", "1", "01", "12345678", "123456780", "1234567801"),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
);

describe("texts", () => {
  it("are read the same when they are remembered, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(someText), (texts) => {
        const read = (text: string): string | null => (text === "" ? null : `read ${text}`);
        const quick = remembered(read);
        expect([...texts, ...texts].map((text) => quick(text))).toEqual([...texts, ...texts].map(read));
      }),
    );
  });

  it("are read the same when more of them come than are remembered, and fall on each other's places", () => {
    const texts = Array.from({ length: 10_000 }, (_, index) => `${10_000_000 + index * 217_391}`);
    const quick = remembered((text) => `read ${text}`);
    for (const text of [...texts, ...texts.toReversed()]) expect(quick(text)).toBe(`read ${text}`);
  });

  it("stay what they are when they are copied", () => {
    fc.assert(fc.property(someText, (text) => detached(text) === text));
  });
});
