import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { CAPE_MESSAGES, isMessageInUse } from "../law/cape-messages";
import { day } from "../day";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { reasonKinds, screened } from "../testing/screened";
import { FORESEEN, FORESEEN_WHILE_MISSING } from "./foreseen-messages";
import { evidenceOfMessage, predictedOutcome } from "./predicted-outcome";
import { CAPE_LANES } from "./verdict";

const said = (sketch: EntrySketch, asOf?: string): readonly string[] => {
  const { predicted } = screened(sketch, asOf);
  if (predicted.kind === "accepted") return ["accepted", predicted.confidence];
  return [
    predicted.kind,
    ...predicted.messages.map(({ message, confidence }) => `${message} (${confidence})`),
  ];
};
const open = { protestNumber: "520126100045", protestStatus: "Open" };
const stack = (...numbers: readonly string[]): readonly TariffLine[] =>
  numbers.map((hts, index) =>
    hts.startsWith("99")
      ? aLine({ hts, ordinal: String(index + 1), row: index + 2 })
      : aCommodity({ hts, ordinal: String(index + 1), row: index + 2 }),
  );
const GOODS = "8413.91.9085";

describe("what CAPE would answer", () => {
  it.each<[string, EntrySketch, readonly string[]]>([
    ["an entry it takes", {}, ["accepted", "inferred"]],
    [
      "one whose liquidation is blank in a live column",
      { status: null, liquidationBlank: true },
      ["accepted", "inferred"],
    ],
    ["a suspended one", { status: "Suspended" }, ["accepted", "inferred"]],
    [
      "one that is claimed already",
      { claims: [{ outcome: "accepted" }] },
      ["rejected", "Entry is on an accepted declaration (unconfirmed)"],
    ],
    [
      "one that stands on a filed declaration",
      { claims: [{ outcome: "filed" }] },
      ["uncertain", "Entry is on an accepted declaration (unconfirmed)"],
    ],
    [
      "one without IEEPA number",
      { lines: stack("9903.88.03", GOODS) },
      ["rejected", "NO IEEPA HTS ON ENTRY (unconfirmed)"],
    ],
    ["type 08", { type: "08" }, ["rejected", "ENTRY TYPE NOT ALLOWED (inferred)"]],
    [
      "type 23, of which CBP is silent",
      { type: "23" },
      ["uncertain", "ENTRY TYPE NOT ALLOWED (unconfirmed)"],
    ],
    [
      "AD/CVD pending liquidation",
      { type: "03", status: "Pending" },
      ["rejected", "ENTRY TYPE NOT ALLOWED (unconfirmed)"],
    ],
    [
      "day 81 after liquidation",
      { liquidated: "2026-09-01" },
      ["rejected", "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS (inferred)"],
    ],
    [
      "day 80, in at the filer's risk",
      { liquidated: "2026-09-02" },
      ["uncertain", "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS (unconfirmed)"],
    ],
    ["day 79", { liquidated: "2026-09-03" }, ["accepted", "inferred"]],
    [
      "reconciliation of a type that is not taken",
      { type: "11", facts: { reconciliationFlag: "Y" } },
      ["rejected", "ENTRY SUMMARY FLAGGED FOR RECON (proven)"],
    ],
    ["reconciliation of type 01", { facts: { reconciliationFlag: "Y" } }, ["accepted", "inferred"]],
    ["an open protest", { facts: open }, ["rejected", "PROTEST ON ENTRY (inferred)"]],
    [
      "an open protest only about IEEPA",
      { liquidated: "2026-11-01", facts: open, answers: { protestOnlyAboutIeepa: true } },
      ["rejected", "PROTEST ON ENTRY (inferred)"],
    ],
    ["a drawback claim", { facts: { drawbackFlag: "Y" } }, ["rejected", "ENTRY ON DRAWBACK (inferred)"]],
    ["duty paid by the surety: nobody has told the words", { facts: { suretyFlag: "Y" } }, ["uncertain"]],
    [
      "a cancelled summary",
      { facts: { controlStatus: "Cancelled" } },
      ["rejected", "ENTRY SUMMARY IS CANCELLED/REJECTED (inferred)"],
    ],
    [
      "an unpaid statement",
      { facts: { statementStatus: "Unpaid" } },
      ["rejected", "STATEMENT PROCESSING NOT COMPLETE (unconfirmed)"],
    ],
    [
      "an IEEPA number that does not exist, although nothing can mend it any more",
      { lines: stack("9903.01.24", "9903.01.36", GOODS) },
      ["rejected", "INVALID HTS (proven)"],
    ],
    ["a failing check digit", { number: "ZZX10000204" }, ["uncertain", "Entry is not in ACE (unconfirmed)"]],
    [
      "under review, which one vendor saw refused",
      { status: "Under Review" },
      ["uncertain", "ENTRY SUMMARY UNDER REVIEW (unconfirmed)"],
    ],
    [
      "the whole 15 % on the IEEPA number over a free base line, as CBP told filers to report it",
      { lines: stack("9903.02.20", GOODS) },
      ["accepted", "inferred"],
    ],
    [
      "no commodity number on the line",
      { lines: stack("9903.01.25") },
      ["uncertain", "HTS RELATIONSHIP MISMATCH (unconfirmed)", "UNABLE TO CALCULATE DUTY (unconfirmed)"],
    ],
    [
      "a value on the IEEPA number, which CBP no longer minds",
      { lines: [aLine({ value: "9" }), aCommodity()] },
      ["accepted", "inferred"],
    ],
  ])("to %s", (_case, sketch, answer) => {
    expect(said(sketch)).toEqual(answer);
  });

  it("holds where one reading of the data is refused and another is not: the answer is uncertain", () => {
    expect(said({ type: ["01", "08"] })).toEqual(["uncertain", "ENTRY TYPE NOT ALLOWED (inferred)"]);
    expect(said({ status: null })).toEqual([
      "uncertain",
      "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS (unknown)",
    ]);
  });

  it("is uncertain while rows or files contradict each other, since a bad number may stand in one variant alone", () => {
    const bad = stack("9903.01.24", "9903.01.36", GOODS);
    const conflicts = [[aLine({ duty: "90", line: "2" }), aLine({ duty: "100", line: "2" })]];
    expect(said({ lines: bad })[0]).toBe("rejected");
    expect(said({ lines: bad, conflicts })[0]).toBe("uncertain");
    expect(said({ lines: bad, facts: { importerNumber: ["89-123456700", "96-765432100"] } })[0]).toBe(
      "uncertain",
    );
    expect(said({ lines: bad, status: null })[0]).toBe("uncertain");
  });

  it("is uncertain while files disagree on what no message tells", () => {
    expect(said({ facts: { suretyFlag: ["Y", "N"] } })).toEqual(["uncertain"]);
  });

  it("is refused where every reading of the data is refused, whatever is missing", () => {
    expect(said({ status: null, type: "08" })).toEqual(["rejected", "ENTRY TYPE NOT ALLOWED (inferred)"]);
    expect(said({ number: "ZZX10000204", type: "08" })[0]).toBe("rejected");
  });

  it("may be a final liquidation once the law has deemed the entry liquidated over 80 days ago", () => {
    // Entered 2025-09-15, deemed liquidated on 2026-09-15.
    expect(said({}, "2026-12-04")).toEqual(["accepted", "inferred"]);
    expect(said({}, "2026-12-05")).toEqual([
      "uncertain",
      "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS (unconfirmed)",
    ]);
  });
});

describe("messages of their time", () => {
  const value = { lines: [aLine({ value: "1000" }), aCommodity()] };
  const disordered = { lines: stack(GOODS, "9903.01.25") };
  it.each<[string, EntrySketch, string, readonly string[]]>([
    [
      "value on the IEEPA number, on the last day of the check",
      value,
      "2026-06-25",
      [
        "rejected",
        "GOODS VALUE AMOUNT MUST BE REPORTED ON THE CH 1-97 (proven)",
        "GOODS VALUE AMOUNT NOT ALLOWED ON IEEPA HTS LINE (inferred)",
      ],
    ],
    ["… on the day after", value, "2026-06-26", ["accepted", "inferred"]],
    [
      "numbers out of sequence before the check was narrowed",
      disordered,
      "2026-06-24",
      [
        "uncertain",
        "HTS RELATIONSHIP/SEQUENCE MISMATCH (unconfirmed)",
        "UNABLE TO CALCULATE DUTY (unconfirmed)",
      ],
    ],
    ["… and after", disordered, "2026-06-26", ["uncertain", "UNABLE TO CALCULATE DUTY (unconfirmed)"]],
  ])("%s", (_case, sketch, asOf, answer) => {
    expect(said(sketch, asOf)).toEqual(answer);
  });

  it("a value on a 301 number was never CAPE's concern", () => {
    const lines = [aLine(), aLine({ hts: "9903.88.03", value: "1000" }), aCommodity()];
    expect(said({ lines }, "2026-05-01")[0]).toBe("accepted");
  });

  it("no message is foretold on a day CBP did not use it", () => {
    const asOf = fc.constantFrom("2026-04-20", "2026-06-24", "2026-06-25", "2026-06-26", "2026-11-21");
    const lines = fc.constantFrom(
      stack("9903.01.36", GOODS),
      stack(GOODS, "9903.01.20"),
      stack("9903.01.24"),
      value.lines,
    );
    fc.assert(
      fc.property(asOf, lines, (on, rows) => {
        const { predicted } = screened({ lines: rows }, on);
        const texts = predicted.kind === "accepted" ? [] : predicted.messages.map(({ message }) => message);
        for (const text of texts) {
          const row = CAPE_MESSAGES.find(({ message }) => message === text);
          expect(row && isMessageInUse(row, day(on)), `${text} on ${on}`).toBe(true);
        }
      }),
    );
  });
});

describe("the evidence", () => {
  /** Of the first message of an entry that is rejected. */
  const evidence = (sketch: EntrySketch): readonly FactSource[] => {
    const { predicted } = screened(sketch);
    if (predicted.kind !== "rejected") throw new Error(predicted.kind);
    return evidenceOfMessage(predicted.messages[0]!, anEntry(sketch));
  };

  it("is the file and the row where the fact stands, once each", () => {
    const sketch: EntrySketch = { liquidated: ["2026-08-01", "2026-08-02"], status: "Liquidated" };
    expect(evidence(sketch)).toEqual([
      { file: "sample-2.csv", row: 2 },
      { file: "sample.csv", row: 2 },
    ]);
    expect(predictedOutcome(screened(sketch).predicted)).toMatchObject({
      messages: [{ because: "liquidated-81-to-180-days" }],
    });
  });

  it("is the very row of the number that CAPE will not read", () => {
    const found = evidence({ lines: stack("9903.01.24", "9903.01.36", GOODS) });
    expect(found).toContainEqual({ file: "sample.csv", row: 3 });
    expect(found).not.toContainEqual({ file: "sample.csv", row: 4 });
  });

  it("stays short on an entry of a thousand rows", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => aLine({ hts: "9903.88.03", row: index + 2 }));
    expect(evidence({ lines })).toHaveLength(10);
  });
});

describe("the table of what is foretold", () => {
  it("names every message on an entry that CBP has", () => {
    const rows = [...Object.values(FORESEEN), ...Object.values(FORESEEN_WHILE_MISSING)];
    const named = new Set<string>(rows.flatMap((row) => (row === null ? [] : [...row.messages])));
    const onEntries = CAPE_MESSAGES.filter(({ level }) => level === "entry").map(({ message }) => message);
    expect([...named].sort()).toEqual(onEntries.sort());
  });

  it("never promises acceptance outside the lanes that may be filed, nor proof at all", () => {
    const sketches = fc.record({
      type: fc.constantFrom("01", "03", "08", "11", "21", "31", "86", null),
      liquidated: fc.constantFrom("2026-05-24", "2026-09-01", "2026-09-02", "2026-12-04", null),
      status: fc.constantFrom("Liquidated", "Unliquidated", "Suspended", "Pending", null),
      entered: fc.constantFrom("2025-02-03", "2025-09-15", "2026-02-24", null),
      facts: fc.record({
        reconciliationFlag: fc.constantFrom("Y", null),
        protestStatus: fc.constantFrom("Open", null),
        suretyFlag: fc.constantFrom("Y", null),
      }),
      lines: fc.constantFrom(stack("9903.01.25", GOODS), stack("9903.01.33", GOODS), []),
    });
    fc.assert(
      fc.property(sketches, (sketch) => {
        const screening = screened(sketch);
        const { lane, possibleLanes } = screening;
        const predicted = predictedOutcome(screening.predicted);
        const mayBeFiled = (one: string) => CAPE_LANES.some((cape) => cape === one);
        if (predicted.kind === "accepted") {
          expect(mayBeFiled(lane)).toBe(true);
          expect(predicted.confidence).not.toBe("proven");
        } else if (predicted.kind === "rejected") {
          for (const { because } of predicted.messages) expect(reasonKinds(screening)).toContain(because);
        }
        if (predicted.kind === "rejected" && possibleLanes.every(mayBeFiled))
          expect(predicted.messages.map(({ message }) => message)).toContain("INVALID HTS");
      }),
    );
  });
});
