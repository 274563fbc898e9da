import { describe, expect, it } from "vitest";

import { LANES } from "../eligibility/verdict";
import { type HeldInBooks, standingOf } from "./standing";

const accepted = [{ outcome: "accepted" }] as const;
const filed = [{ outcome: "filed" }] as const;
const failed = [{ outcome: "failed" }] as const;

describe("where an entry number of a file stands in the books", () => {
  it.each<[HeldInBooks, string, string]>([
    [{ lane: "cape-ready", onLiveDeclaration: false, claims: [] }, "goes-in", "nothing keeps it out"],
    [
      { lane: "cape-recon", onLiveDeclaration: false, claims: failed },
      "goes-in",
      "a failed row may be filed again",
    ],
    [
      { lane: "cape-ready", onLiveDeclaration: true, claims: [] },
      "declared",
      "it is on another file of ours",
    ],
    [{ lane: "cape-ready", onLiveDeclaration: true, claims: accepted }, "claimed", "CBP has accepted it"],
    [{ lane: "already-claimed", onLiveDeclaration: false, claims: [] }, "claimed", "its lane says so"],
    [
      { lane: "cape-ready", onLiveDeclaration: false, claims: filed },
      "awaiting-answer",
      "CBP has not answered",
    ],
    [{ lane: null, onLiveDeclaration: false, claims: accepted }, "claimed", "only a claims report names it"],
    [{ lane: null, onLiveDeclaration: false, claims: [] }, "not-in-books", "no import shows it"],
    [{ lane: "needs-data", onLiveDeclaration: false, claims: [] }, "needs-data", "nobody can tell"],
    [{ lane: "protest", onLiveDeclaration: false, claims: [] }, "rejected-lane", "CAPE would reject it"],
    [
      { lane: "not-ieepa", onLiveDeclaration: false, claims: [] },
      "rejected-lane",
      "there is nothing to claim",
    ],
  ])("%o: %s, because %s", (held, standing) => {
    expect(standingOf(held)).toBe(standing);
  });

  it("has an answer for every lane", () => {
    for (const lane of LANES)
      expect(standingOf({ lane, onLiveDeclaration: false, claims: [] })).not.toBe("not-in-books");
  });
});
