import { describe, expect, it } from "vitest";
import { day, isDay } from "../day";
import {
  CAPE_MESSAGES,
  capeMessageOf,
  isMessageInUse,
  matchCapeMessage,
  normaliseCapeText,
} from "./cape-messages";

describe("CBP's messages", () => {
  it("are all cited, dated, explained and written in the form they are compared in", () => {
    expect(CAPE_MESSAGES).toHaveLength(27);
    for (const { message, match, since, until, meaning, remedy, source } of CAPE_MESSAGES) {
      expect(isDay(since) && (until === null || (isDay(until) && since <= until)), message).toBe(true);
      expect(
        [meaning, remedy, source.law, source.published].every((text) => text.length > 3),
        message,
      ).toBe(true);
      if (match !== null) expect(normaliseCapeText(match), message).toBe(match);
    }
    const matches = CAPE_MESSAGES.map(({ match }) => match).filter((match) => match !== null);
    expect(new Set(matches).size).toBe(matches.length);
  });

  it("are found in their own words", () => {
    for (const message of CAPE_MESSAGES) {
      if (message.match !== null) expect(matchCapeMessage(message.match)).toBe(message);
    }
  });

  it.each([
    ["UNABLE TO CALCULATE DUTY", "UNABLE TO CALCULATE DUTY", "once-unchanged"],
    ["  unable to   calculate duty. ", "UNABLE TO CALCULATE DUTY", "once-unchanged"],
    ["PROTEST ON ENTRY", "PROTEST ON ENTRY", "after-fix"],
    ["HTS RELATIONSHIP/SEQUENCE MISMATCH", "HTS RELATIONSHIP/SEQUENCE MISMATCH", "if-rule-changed"],
    ["HTS RELATIONSHIP MISMATCH - LINE 002", "HTS RELATIONSHIP MISMATCH", "after-fix"],
    ["Entry Summary is Cancelled / Rejected", "ENTRY SUMMARY IS CANCELLED/REJECTED", "after-fix"],
    ["ENTRY SUMMARY IS CANCELLED/REJECTED", "ENTRY SUMMARY IS CANCELLED/REJECTED", "after-fix"],
    ["Duplicate tax ID", "DUPLICATE TAX ID", "after-fix"], // longer than DUPLICATE alone
    ["Duplicate entry number", "Entry is on an accepted declaration", "no"],
    ["Upload file cannot exceed 10,000 entries", "Upload file cannot exceed 10,000 entries", "whole-file"],
    [
      "Unable to process this request at the time. Uncategorized exception occurred during JMS processing.",
      "UNCATEGORIZED EXCEPTION OCCURRED DURING JMS PROCESSING",
      "whole-file",
    ],
    ["864 PSC NOT ALLOWED - REFUND REQUESTED", "864 PSC NOT ALLOWED - REFUND REQUESTED", "no"],
  ])("%j is %j, refile %s", (text, message, refile) => {
    expect(matchCapeMessage(text)).toMatchObject({ message, refile });
  });

  it.each(["", "SOMETHING NEW", "INVALID HTSUS", "NONDUPLICATE"])(
    "%j is unknown and stays as it is",
    (text) => {
      expect(matchCapeMessage(text)).toBeNull();
    },
  );

  it("have one row each, found by its text", () => {
    expect(new Set(CAPE_MESSAGES.map(({ message }) => message)).size).toBe(CAPE_MESSAGES.length);
    for (const message of CAPE_MESSAGES) expect(capeMessageOf(message.message)).toBe(message);
    expect(capeMessageOf("invalid hts")).toBeNull();
  });

  it.each([
    ["INVALID HTS", "2026-06-24", false, "CBP split the older check on the 25th"],
    ["INVALID HTS", "2026-06-25", true, "it is the first day"],
    ["HTS RELATIONSHIP/SEQUENCE MISMATCH", "2026-06-25", true, "it is the last day"],
    ["HTS RELATIONSHIP/SEQUENCE MISMATCH", "2026-06-26", false, "it is retired"],
    ["ENTRY ON DRAWBACK", "2026-04-19", false, "CAPE had not begun"],
    ["ENTRY ON DRAWBACK", "2026-11-21", true, "it has no end"],
  ])("%s on %s in use: %s, because %s", (text, on, inUse) => {
    const message = capeMessageOf(text);
    expect(message && isMessageInUse(message, day(on))).toBe(inUse);
  });
});
