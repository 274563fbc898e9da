import fs from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { RESERVED_SLUGS, slugCandidates, slugOf } from "./organization-slug";

describe("the address of an organization", () => {
  it.each([
    ["Harbor Light, Inc.", "harbor-light-inc"],
    ["  Ñandú & Søn  ", "nandu-s-n"],
    ["ACME", "acme"],
    ["東京通関", "organization"],
    ["../../etc/passwd", "etc-passwd"],
    ["a very long name that goes on and on without any end", "a-very-long-name-that-goes-on-and-on-wit"],
  ])("of %j is %j", (name, slug) => expect(slugOf(name)).toBe(slug));

  it.each(["API", "Sign in", "library", "_next", "Screener", "interest"])(
    "is never the app's own: %j",
    (name) => {
      expect([...slugCandidates(name)]).not.toContain(slugOf(name));
    },
  );

  it("is reserved for every route of the app", () => {
    const routes = ["app", "app/(public)"]
      .filter((dir) => fs.existsSync(dir))
      .flatMap((dir) => fs.readdirSync(dir));
    const taken = routes.filter((route) => /^[a-z0-9-]+$/.test(route));
    expect(taken.filter((route) => !RESERVED_SLUGS.has(route))).toEqual([]);
  });

  it("always fits into an address", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        for (const slug of slugCandidates(name)) {
          expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(slug.length).toBeLessThanOrEqual(48);
        }
      }),
    );
  });
});
