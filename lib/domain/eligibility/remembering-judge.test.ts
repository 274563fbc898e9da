import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { day } from "../day";
import { NO_COLUMN1_RATES } from "../refund/column1-rates";
import { rememberingRoles } from "../refund/tariff-role";
import { aCommodity, aLine, anEntry, type EntrySketch } from "../testing/an-entry";
import { screenEntry } from "./screen-entry";
import { ScreeningStream } from "./screening-stream";
import { rememberingJudge } from "./remembering-judge";

const NUMBERS = ["ZZX10000011", "ZZX10000029", "ZZX10000204"] as const;
const maybe = (...values: string[]) =>
  fc.oneof(
    fc.constant(null),
    fc.constantFrom(...values),
    fc.constantFrom(...values).map((value) => [value, "Other"]),
  );
const dayOf = (...values: string[]) => fc.oneof(fc.constant(null), fc.constantFrom(...values));

/** Entries of which many share type, dates and flags, and some differ in a single fact. */
const someEntries = fc.array(
  fc.record({
    number: fc.constantFrom(...NUMBERS),
    type: fc.constantFrom("01", "03", "08", "31"),
    // Before the window, over a year before both days of screening (deemed liquidated long ago and lately), and after.
    entered: dayOf("2025-02-03", "2025-04-20", "2025-04-21", "2025-09-15", "2025-09-16", "2026-02-01"),
    // The first lies before one of the days of entry.
    liquidated: dayOf("2026-01-05", "2026-05-24", "2026-09-02", "2026-12-04"),
    status: fc.constantFrom("Unliquidated", "Pending", "Suspended", "Liquidated", "Open", null),
    liquidationBlank: fc.boolean(),
    facts: fc.record({
      importerNumber: maybe("89-123456700"),
      reconciliationFlag: maybe("Y", "N"),
      protestNumber: maybe("520126100045"),
      protestStatus: maybe("Open", "Denied"),
      controlStatus: maybe("Rejected", "Trade Control"),
      drawbackFlag: maybe("Y"),
      paymentDate: dayOf("2025-10-01"),
      entryFiledDate: dayOf("2025-09-15", "2025-09-16"),
      importDate: dayOf("2025-09-15"),
      pscFlag: maybe("N", "Y"),
    }),
    lines: fc.array(
      fc
        .record({
          hts: fc.constantFrom("9903.01.25", "9903.01.24", "9903.02.20", "9903.88.03", "9903.01.95"),
          duty: fc.constantFrom("0", "100", "150", "-100", null),
          origin: fc.constantFrom("CN", "DE", null),
        })
        .map((sketch) => aLine(sketch)),
      { maxLength: 3 },
    ),
    claims: fc.array(fc.record({ outcome: fc.constantFrom("filed", "accepted", "failed") }), {
      maxLength: 1,
    }),
    answers: fc.record({ protestOnlyAboutIeepa: fc.constantFrom(true, false, null) }),
  }),
  { maxLength: 8 },
);
const entryOf = (sketch: EntrySketch) =>
  anEntry({ ...sketch, lines: [...(sketch.lines ?? []), aCommodity({ duty: "25" })] });

const base = { asOf: day("2026-11-21"), rateClass: "corporation" } as const;

describe("what is remembered from one entry to the next", () => {
  it("never changes a screening", () => {
    fc.assert(
      fc.property(someEntries, fc.constantFrom("2026-06-01", "2026-11-21"), (sketches, otherDay) => {
        const memory = { judge: rememberingJudge(), roles: rememberingRoles() };
        for (const asOf of [base.asOf, day(otherDay)])
          for (const entry of sketches.map(entryOf)) {
            const context = { ...base, asOf, column1: NO_COLUMN1_RATES };
            expect(screenEntry(entry, { ...context, ...memory })).toEqual(screenEntry(entry, context));
          }
      }),
      { numRuns: 25 },
    );
  });

  it("is one object for two entries with the same facts, whoever imported them", () => {
    const memory = { judge: rememberingJudge(), ...base, column1: NO_COLUMN1_RATES };
    const [a, b, c] = [
      screenEntry(anEntry(), memory),
      screenEntry(anEntry({ facts: { importerNumber: "96-765432100" } }), memory),
      screenEntry(anEntry({ facts: { drawbackFlag: "Y" } }), memory),
    ];
    expect(b.findings).toBe(a.findings);
    expect(c.findings).not.toBe(a.findings);
    expect([b.clocks, c.clocks].map((clocks) => clocks === a.clocks)).toEqual([true, true]);
    expect([a.lane, b.lane, c.lane]).toEqual(["cape-ready", "cape-ready", "excluded"]);
  });
});

describe("a stream of entries", () => {
  it("M1: is screened as if all had been there at once: an entry waits while a rate may still be learnt", () => {
    const agreement = anEntry({
      number: "ZZX10000029",
      lines: [aLine({ hts: "9903.02.20", duty: "150", origin: "DE" }), aCommodity()],
    });
    const teacher = anEntry({ lines: [aLine(), aCommodity({ duty: "25" })] });
    const screened = new Map<string, string | undefined>();
    const order: string[] = [];
    const stream = new ScreeningStream(base, ({ number }, { refund }) => {
      order.push(number);
      screened.set(number, refund.certain?.toFixed());
    });
    stream.add(agreement);
    stream.add(teacher);
    expect(order).toEqual([teacher.number]);
    stream.finish();
    expect(screened.get(agreement.number)).toBe("125");
  });
});
