import { expect, it } from "vitest";

import { CAPE_MESSAGES } from "@/lib/domain";
import { aCommodity, aLine, anEntry, type EntrySketch } from "@/lib/domain/testing/an-entry";
import { screened } from "@/lib/domain/testing/screened";
import { OWNER_WORDS } from "@/lib/wording/claims";
import { toOutcome } from "./outcome-rows";

const outcome = (sketch: EntrySketch, asOf?: string) =>
  toOutcome(
    {
      entry: anEntry(sketch),
      screening: screened(sketch, asOf),
      importNames: new Map([["sample.csv", "ES003 part 2.xlsx"]]),
    },
    "/acme",
  );

it("says an acceptance with how sure it is, and no message", () => {
  expect(outcome({})).toMatchObject({ tone: "ready", confidence: "inferred", messages: [] });
});

it("says CBP's words, what they mean, who acts, whether to refile, and the row that shows it", () => {
  const { tone, confidence, messages } = outcome({ liquidated: "2026-08-01" });
  expect([tone, confidence, messages.length]).toEqual(["blocked", null, 1]);
  expect(messages[0]).toMatchObject({
    message: "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS",
    meaning: "Liquidated or reliquidated more than 80 days before filing.",
    owner: OWNER_WORDS.counsel,
    refile: "Do not refile.",
    confidence: "inferred",
    evidence: [{ text: "ES003 part 2.xlsx, row 2", href: "/acme/imports/sample.csv" }],
  });
  expect(messages[0]?.because).toContain("112 days");
});

it("names every message that may come, and says so where CBP has none", () => {
  const several = outcome({ lines: [aLine({ value: "1000" }), aCommodity()] }, "2026-06-25");
  expect(several.messages.map(({ message }) => message)).toEqual([
    "GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1-97",
    "GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE",
  ]);
  expect(several.meaning).toContain("One or more");
  expect(outcome({ facts: { suretyFlag: "Y" } })).toMatchObject({ tone: "caution", messages: [] });
  for (const { message } of several.messages)
    expect(CAPE_MESSAGES.some((row) => row.message === message)).toBe(true);
});
