import { describe, expect, it } from "vitest";
import { parseHtsNumber } from "../identifiers";
import { usdText } from "../money";
import { NO_COLUMN1_RATES, withGivenRates } from "../refund/column1-rates";
import { assembled } from "../testing/a-table";
import { aCommodity, aLine, aNumber, anEntry, type EntrySketch } from "../testing/an-entry";
import { missingFactsOf, reasonKinds, screened } from "../testing/screened";
import { screenEntry } from "./screen-entry";
import { day } from "../day";

// Halves of rulings that the tests beside the checks leave out: the other side of a boundary, or the second clause.

const lane = (sketch: EntrySketch, asOf?: string): string => screened(sketch, asOf).lane;
const open = { protestNumber: "520126100045", protestStatus: "Open" };
const ROW = "Entry Summary Number|Entry Summary Line Number|HTS Number - Full|Line Tariff Duty Amount";
const screenedRow = (headings: string, cells: string) => {
  const file = assembled([`${ROW}|${headings}`, `ZZX10000011|1|99030125|100|${cells}`]);
  const entry = file.entries.get(aNumber("ZZX10000011"));
  if (entry === undefined) throw new Error("No entry");
  return screenEntry(entry, {
    asOf: day("2026-11-21"),
    column1: NO_COLUMN1_RATES,
    rateClass: "corporation",
  });
};

describe("dates", () => {
  it.each(["Release Date", "Entry Summary Date"])("D1: %s never stands in for the entry date", (heading) => {
    const screening = screenedRow(
      `${heading}|Entry Type Code|Liquidation Status`,
      "09/15/2025|01|Unliquidated",
    );
    expect([screening.lane, missingFactsOf(screening)]).toEqual(["needs-data", ["entryDate"]]);
  });

  it("D3: a zone entry of the last day is in, of the day after out, for the reason of D2", () => {
    expect(lane({ type: "06", entered: "2026-02-23" })).toBe("cape-ready");
    expect(reasonKinds(screened({ type: "06", entered: "2026-02-24" }))[0]).toBe("ieepa-duty-outside-window");
  });

  it("D4: a withdrawal of the last day is in", () => {
    expect(lane({ type: "31", entered: "2026-02-23" })).toBe("cape-refund-later");
  });

  it("D9: what a file says is taken as true on the day of screening, however old the file", () => {
    // The same sighting, screened seven months apart: nothing decays, and what has become improbable is said.
    expect(lane({}, "2026-04-20")).toBe("cape-ready");
    const later = screened({}, "2026-11-21");
    expect(later.lane).toBe("cape-ready");
    expect(later.findings[0]).toMatchObject({ confidence: "proven", reason: { kind: "not-liquidated" } });
    expect(reasonKinds(later)).toContain("over-one-year-unliquidated");
    // A schedule that has passed since the file was made is a liquidation now.
    const scheduled = { liquidated: "2026-08-01", status: "Scheduled" };
    expect([lane(scheduled, "2026-07-31"), lane(scheduled, "2026-08-01"), lane(scheduled)]).toEqual([
      "cape-ready",
      "cape-ready",
      "protest",
    ]);
  });
});

describe("money", () => {
  const goods = parseHtsNumber("8413.91.9085")!;
  const eu = { lines: [aLine({ hts: "9903.02.20", duty: "150" }), aCommodity()] };

  it("M12: a rate off the registry's never decides a lane, below or above", () => {
    for (const duty of ["99.50", "100.51", "300"]) {
      const screening = screened({ lines: [aLine({ duty }), aCommodity()] });
      expect(reasonKinds(screening), duty).toContain("rate-mismatch");
      expect(screening.lane).toBe("cape-ready");
      expect(screening.refund.certain?.equals(duty)).toBe(true);
    }
    for (const duty of ["99.51", "100.50"])
      expect(reasonKinds(screened({ lines: [aLine({ duty }), aCommodity()] }))).not.toContain(
        "rate-mismatch",
      );
  });

  it("M15: ordinary duty above what was paid is a contradiction, said on the row", () => {
    const rate = (percent: string) => ({ column1: withGivenRates(new Map(), new Map([[goods, percent]])) });
    expect(reasonKinds(screened(eu, undefined, rate("16")))).toContain("column-1-above-paid");
    expect(reasonKinds(screened(eu, undefined, rate("15")))).not.toContain("column-1-above-paid");
  });

  it("M17: deposits of AD/CVD and a liquidated total are no IEEPA money", () => {
    const { refund } = screenedRow(
      "Entry Date|Entry Type Code|Liquidation Status|Total Liquidated Duty Amount",
      "09/15/2025|03|Suspended|40",
    );
    expect(usdText(refund.certain!)).toBe("100.00");
  });

  it("M18: the flag on Canadian and Mexican metals changes neither lane nor amount", () => {
    const steel = (hts: string) =>
      screened({
        entered: "2025-05-20",
        status: "Suspended",
        lines: [aLine({ hts: "9903.01.10", duty: "250", origin: "CA" }), aCommodity({ hts, origin: "CA" })],
      });
    const [metal, other] = [steel("7326.90.8688"), steel("8413.91.9085")];
    expect(reasonKinds(metal)).toContain("metals-of-canada-or-mexico");
    expect([metal.lane, usdText(metal.refund.certain!)]).toEqual([
      other.lane,
      usdText(other.refund.certain!),
    ]);
  });

  it("M16: is shown in the lanes withdraw-protest and fix-first as well", () => {
    const withdraw = screened({
      liquidated: "2026-11-01",
      facts: open,
      answers: { protestOnlyAboutIeepa: true },
    });
    const fix = screened({ facts: { controlStatus: "Rejected" } });
    expect([withdraw, fix].map(({ lane: in_, refund }) => [in_, usdText(refund.certain!)])).toEqual([
      ["withdraw-protest", "100.00"],
      ["fix-first", "100.00"],
    ]);
  });
});

describe("liquidation and lanes", () => {
  it.each(["", "CBP Control", "Trade Control"])(
    "L13: control status %j means nothing for the lane",
    (status) => {
      expect(lane({ facts: { controlStatus: status === "" ? null : status } })).toBe("cape-ready");
    },
  );

  it("L14: says whether the number is unknown or only out of its period, and until when it can be mended", () => {
    const reasons = (hts: string) =>
      screened({ lines: [aLine({ hts }), aLine()] }, "2026-07-01").findings[0].reason;
    expect(reasons("9903.01.36")).toMatchObject({ because: "unknown", pscLastDay: "2026-07-12" });
    expect(reasons("9903.01.20")).toMatchObject({ because: "not-in-force", pscLastDay: "2026-07-12" });
  });

  it("L21: after the PSC window the wrong number is a warning that names the last day it could be mended", () => {
    const { lane: in_, findings } = screened(
      { lines: [aLine({ hts: "9903.01.36" }), aLine()] },
      "2026-07-13",
    );
    expect(in_).toBe("cape-ready");
    expect(findings.find(({ reason }) => reason.kind === "invalid-number-past-psc")).toMatchObject({
      lane: null,
      reason: { pscLastDay: "2026-07-12" },
    });
  });

  it("L22: a reliquidation date starts every clock, whatever the first liquidation was", () => {
    const screening = screenedRow(
      "Entry Date|Entry Type Code|Liquidation Date|Reliquidation Date",
      "09/15/2025|01|01/10/2026|09/02/2026",
    );
    const from = screening.clocks.filter(({ kind }) => kind === "cape-window" || kind === "protest");
    expect([screening.lane, from.map((clock) => clock.from)]).toEqual([
      "cape-ready",
      ["2026-09-02", "2026-09-02"],
    ]);
  });

  it("K6: stay listed while a protest is open", () => {
    const { clocks } = screened({ liquidated: "2026-01-10", facts: open });
    expect(clocks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["cape-window", "protest"]));
  });
});

describe("protests", () => {
  it.each(["Denied", "Approved", "Allowed", "Withdrawn", "Closed"])(
    "P3: %s is decided: the days decide",
    (status) => {
      const decided = (liquidated: string) =>
        screened({ liquidated, facts: { ...open, protestStatus: status } });
      expect([decided("2026-09-02").lane, decided("2026-09-01").lane, decided("2026-05-24").lane]).toEqual([
        "cape-ready",
        "protest",
        "court",
      ]);
      expect(reasonKinds(decided("2026-09-01"))).toContain("protest-decided");
    },
  );

  it("P2: a suspended protest leads the same three ways as an open one", () => {
    const suspended = { ...open, protestStatus: "Suspended" };
    const answered = (protestOnlyAboutIeepa: boolean | null) =>
      lane({ liquidated: "2026-09-02", facts: suspended, answers: { protestOnlyAboutIeepa } });
    expect([answered(null), answered(true), answered(false)]).toEqual([
      "needs-data",
      "withdraw-protest",
      "excluded",
    ]);
    expect(lane({ liquidated: "2026-09-01", facts: suspended })).toBe("excluded");
  });
});

describe("entry numbers", () => {
  it("N3: an override is a fact of the one entry and says nothing of another", () => {
    const confirmed = anEntry({ number: "ZZX10000204", answers: { checkDigitConfirmed: true } });
    const other = { ...confirmed, number: aNumber("ZZX10000205"), answers: anEntry({}).answers };
    const context = { asOf: day("2026-11-21"), column1: NO_COLUMN1_RATES, rateClass: "corporation" } as const;
    expect([screenEntry(confirmed, context).lane, screenEntry(other, context).lane]).toEqual([
      "cape-ready",
      "needs-data",
    ]);
  });
});
