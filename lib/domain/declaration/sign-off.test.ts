import { describe, expect, it } from "vitest";

import { isSignedOff, maySignOff, type SignedContent, type SignOff, signOffOf } from "./sign-off";

const CONTENT = "a".repeat(64);
const OTHER = "b".repeat(64);
const yesTo = (contentSha256: string): SignedContent => ({
  name: "M. Ortiz",
  at: "2026-11-21T15:00:00Z",
  contentSha256,
});

describe("the sign-off of a declaration", () => {
  it.each<[boolean, SignedContent | null, SignOff["kind"], boolean, string]>([
    [false, null, "not-needed", true, "the organization does not demand it"],
    [true, null, "missing", false, "nobody signed"],
    [true, yesTo(CONTENT), "signed", true, "what was signed is what would be filed"],
    [true, yesTo(OTHER), "fallen", false, "the content changed since"],
    [false, yesTo(CONTENT), "signed", true, "a yes that nobody demanded is a yes"],
    [false, yesTo(OTHER), "not-needed", true, "a fallen yes is none, and none is demanded"],
  ])("demanded %s, signed %j: %s, may be filed %s, because %s", (needed, last, kind, may) => {
    const signOff = signOffOf(needed, last, CONTENT);
    expect(signOff.kind).toBe(kind);
    expect(isSignedOff(signOff)).toBe(may);
  });

  it.each([
    ["built it", "ana", false],
    ["attested a point of it", "bo", false],
    ["did neither", "cy", true],
  ])("of somebody who %s: %s may sign %s", (_, user, may) => {
    expect(maySignOff(user, ["ana", "bo"])).toBe(may);
  });
});
