import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { normaliseEmail } from "./email";

describe("an e-mail address", () => {
  it.each(["ana@example.com", " Ana@Example.COM\t", "\u00a0ana@example.com", "ａna＠example.com"])(
    "typed as %j is ana@example.com",
    (typed) => expect(normaliseEmail(typed)).toBe("ana@example.com"),
  );

  it("is the same after normalising it twice", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = normaliseEmail(address);
        expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });
});
