import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { safeNext } from "./safe-next";

describe("the place to go on to after signing in", () => {
  it.each(["/", "/acme", "/acme/entries?lane=ready&page=2", "/acme/entries/231-1234567-8#findings"])(
    "may be %s",
    (next) => expect(safeNext(next)).toBe(next),
  );

  it.each([
    ["another site", "https://evil.example/"],
    ["another site without a scheme", "//evil.example"],
    ["another site behind a backslash", "/\\evil.example"],
    ["another site behind a tab, which browsers drop", "/\t/evil.example"],
    ["another site after dots are resolved", "/.//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "acme"],
    ["the sign-in page itself", "/sign-in?next=/sign-in"],
    ["a route that is no page", "/api/auth/signout"],
    ["two values", ["/acme", "/other"]],
    ["nothing", undefined],
    ["something endless", `/${"a".repeat(2001)}`],
  ])("is never %s", (_, next) => expect(safeNext(next)).toBeNull());

  it("stays on this site whatever is asked for", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `/${rest}`),
        ),
        (found) => {
          const next = safeNext(found);
          if (next !== null)
            expect(new URL(next, "https://desk.example").origin).toBe("https://desk.example");
        },
      ),
    );
  });
});
