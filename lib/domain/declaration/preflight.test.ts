import { describe, expect, it } from "vitest";

import { day } from "../day";
import type { PredictedOutcome } from "../eligibility/predicted-outcome";
import { type FilerCode, filerCodeOf } from "../identifiers";
import { CAPE_MESSAGES, isMessageInUse } from "../law/cape-messages";
import { aNumber } from "../testing/an-entry";
import { preflight, type PreflightEntry } from "./preflight";

const ASOF = day("2026-11-21");
const FIRST = aNumber("ZZX10000011");
const NAME = "CAPE_123456789_ZZX_2026-11-21_1of1.csv";
const ACCEPTED: PredictedOutcome = { kind: "accepted", confidence: "inferred" };
const BROKER = { role: "broker", filerCodes: [filerCodeOf(FIRST)] } as const;

const entry = (change: Partial<PreflightEntry> = {}): PreflightEntry => ({
  number: FIRST,
  importerNumber: "12-3456789",
  declaredElsewhere: false,
  predicted: ACCEPTED,
  assumed: [],
  ...change,
});
const run = (entries: PreflightEntry[], right: Parameters<typeof preflight>[1] = BROKER, asOf = ASOF) =>
  preflight([{ name: NAME, entries }], right, asOf);
const check = (found: ReturnType<typeof preflight>, message: string) =>
  [...found.file, ...found.entry].find((each) => each.message.message === message);

describe("the preflight", () => {
  it("holds every message of both series that CBP uses on the day, once", () => {
    const { file, entry: each } = run([entry()]);
    const inUse = CAPE_MESSAGES.filter((message) => isMessageInUse(message, ASOF));
    expect(file.map(({ message }) => message)).toEqual(inUse.filter(({ level }) => level === "file"));
    expect(each.map(({ message }) => message)).toEqual(inUse.filter(({ level }) => level === "entry"));
    expect(file.length).toBeGreaterThan(5);
  });

  it("asks on a day before 25 June 2026 what CBP asked then", () => {
    const retired = "HTS RELATIONSHIP/SEQUENCE MISMATCH";
    expect(check(run([entry()], BROKER, day("2026-06-01")), retired)).toBeDefined();
    expect(check(run([entry()]), retired)).toBeUndefined();
  });

  it("lets a sound file pass, and does not say what only CBP's books know", () => {
    const { file } = run([entry()]);
    const states = new Map(file.map(({ message, state }) => [message.message, state]));
    expect(states.get("Rejected by batch validation")).toBe("cannot-tell");
    states.delete("Rejected by batch validation");
    expect(new Set(states.values())).toEqual(new Set(["passes"]));
  });

  it.each<[string, PreflightEntry[], Parameters<typeof preflight>[1], string]>([
    ["Failed initial validation", [entry()], { role: "broker", filerCodes: ["987" as FilerCode] }, "fails"],
    ["Failed initial validation", [entry()], null, "cannot-tell"],
    ["Failed initial validation", [entry()], BROKER, "passes"],
    [
      "Rejected by batch validation",
      [entry()],
      { role: "importer", importerNumbers: ["98-7654321"] },
      "fails",
    ],
    ["Rejected by batch validation", [entry({ declaredElsewhere: true })], BROKER, "fails"],
    ["Rejected by batch validation", [entry(), entry()], BROKER, "fails"],
    ["Upload file cannot be empty", [], BROKER, "fails"],
  ])("%s of %j filed by %j: %s", (message, entries, right, state) => {
    expect(check(run(entries, right), message)?.state).toBe(state);
  });

  it("names the entries that a screening foretells a message for, with the weakest confidence of them", () => {
    const second = aNumber("ZZX10000029");
    const told = (
      kind: "rejected" | "uncertain",
      confidence: "proven" | "unconfirmed",
    ): PredictedOutcome => ({
      kind,
      messages: [{ message: "PROTEST ON ENTRY", confidence, because: "protest-open" }],
    });
    const found = run([
      entry({ predicted: told("rejected", "proven") }),
      entry({ number: second, predicted: told("uncertain", "unconfirmed") }),
    ]);
    expect(check(found, "PROTEST ON ENTRY")).toMatchObject({
      state: "fails",
      confidence: "unconfirmed",
      entries: [FIRST, second],
    });
    const uncertain = run([entry({ predicted: told("uncertain", "unconfirmed") })]);
    expect(check(uncertain, "PROTEST ON ENTRY")?.state).toBe("may-fail");
  });

  it.each<[string, Partial<PreflightEntry>, string]>([
    ["STATEMENT PROCESSING NOT COMPLETE", { assumed: ["statementUnpaid"] }, "no file shows the statement"],
    ["ENTRY SUMMARY FLAGGED FOR RECON", { assumed: ["type-09-on-file"] }, "no report shows a type 09"],
    ["PROTEST ON ENTRY", { predicted: null }, "it was screened before answers were foretold"],
  ])("cannot tell %s of %j, because %s", (message, change) => {
    expect(check(run([entry(change)]), message)).toMatchObject({ state: "cannot-tell", confidence: null });
    expect(check(run([entry()]), message)).toMatchObject({ state: "passes", confidence: "inferred" });
  });
});
