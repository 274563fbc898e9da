import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../day";
import type { Entry } from "../entry";
import type { EntryNumber } from "../identifiers";
import { EntryAssembly } from "../intake/entry-assembly";
import type { RawRow } from "../intake/raw-row";
import { recogniseHeader } from "../intake/recognise-header";
import { sumUsd, usdText } from "../money";
import { learnColumn1Rates } from "../refund/column1-rates";
import { ieepaPaidOnLines, lineRefundsOf } from "../refund/refund-of";
import { aNumber } from "../testing/an-entry";
import { screenEntry } from "./screen-entry";

const ASKED = "2026-11-21";

/** Cells of a comma-separated line, quoted where they hold commas: as simple as the sample is. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, cell]) => (cell ?? "").replaceAll(/^"|"$/g, ""));

function sampleEntries(): ReadonlyMap<EntryNumber, Entry> {
  const lines = readFileSync("public/samples/ace-es003-with-liquidation.csv", "utf8").trim().split(/\r?\n/);
  const rows: readonly RawRow[] = lines.map((line, index) => ({ row: index + 1, cells: cellsOf(line) }));
  const header = recogniseHeader(rows);
  if (header.kind !== "recognised") throw new Error(`Sample not recognised: ${header.kind}`);
  const assembly = new EntryAssembly(header.layout, "sample");
  for (const raw of rows.slice(header.headerRow)) assembly.add(raw);
  return assembly.finish().entries;
}

const entries = sampleEntries();
const column1 = learnColumn1Rates(entries.values());
const entryOf = (number: string): Entry => {
  const entry = entries.get(aNumber(number));
  if (entry === undefined) throw new Error(`Not in the sample: ${number}`);
  return entry;
};
const screen = (entry: Entry) => screenEntry(entry, { asOf: day(ASKED), column1, rateClass: "corporation" });

describe("the entries of the sample report on 2026-11-21", () => {
  it.each<[string, string, string, string | null, string]>([
    ["E01", "ZZX10000011", "court", "4000.00", "liquidated 302 days ago"],
    ["E02", "ZZX10000029", "court", "3720.00", "liquidated 204 days ago; its repeated rows count once"],
    ["E05", "ZZX10000052", "cape-ready", null, "scheduled, and nothing teaches the ordinary rate"],
    ["E06", "ZZX10000060", "not-ieepa", "0.00", "USMCA goods, exemption numbers only"],
    ["E07", "ZZX10000078", "court", "4500.00", "liquidated 309 days ago"],
    ["E08", "ZZX10000086", "court", "3200.00", "liquidated 183 days ago"],
    ["E10", "ZZX10000102", "cape-refund-later", "2700.00", "type 03, suspended"],
    ["E11", "ZZX10000110", "protest", "2250.00", "liquidated 169 days ago"],
    ["E12", "ZZX10000128", "cape-recon", "1980.00", "flagged for reconciliation, unliquidated"],
    ["E14", "ZZX10000144", "cape-ready", "7000.00", "liquidated 71 days ago"],
    ["E17", "98712345671", "cape-ready", "960.00", "unliquidated"],
    ["E18", "00401234562", "court", "1100.00", "liquidated 330 days ago"],
    ["E19", "8E000000126", "protest", "1248.00", "liquidated 127 days ago"],
    ["E20", "ZZX10000204", "needs-data", "210.00", "its check digit fails"],
    ["E21", "ZZX10000219", "not-ieepa", "0.00", "entered after the window; Section 122 and 301"],
    ["E22", "ZZX10000227", "excluded", "980.00", "open protest, 190 days after liquidation"],
  ])("%s %s is %s with %s because %s", (_key, number, lane, refund) => {
    const screening = screen(entryOf(number));
    expect(screening.lane).toBe(lane);
    expect(screening.refund.certain && usdText(screening.refund.certain)).toBe(refund);
  });

  it("are sixteen, with IEEPA duty of 40,629.50", () => {
    expect(entries.size).toBe(16);
    const paid = [...entries.values()].map((entry) => ieepaPaidOnLines(lineRefundsOf(entry, column1)).min);
    expect(usdText(sumUsd(paid))).toBe("40629.50");
  });

  it("E05: refunds nothing to all of the 15 %", () => {
    const { min, max } = screen(entryOf("ZZX10000052")).refund;
    expect([usdText(min), max && usdText(max)]).toEqual(["0.00", "6781.50"]);
  });

  it("E20: is offered the number whose check digit fits", () => {
    expect(screen(entryOf("ZZX10000204")).findings[0].reason).toMatchObject({ fitting: "ZZX10000201" });
  });

  it("E02, E17 and E19 are claimed once CBP's answer is read", () => {
    for (const number of ["ZZX10000029", "98712345671", "8E000000126"]) {
      const claims = [{ outcome: "accepted", claimNumber: "900000000001", message: null }] as const;
      expect(screen({ ...entryOf(number), claims }).lane).toBe("already-claimed");
    }
  });

  it("has no row whose rate, period or place of value is wrong", () => {
    const kinds = [...entries.values()].flatMap((entry) =>
      screen(entry).findings.map(({ reason }) => reason.kind),
    );
    const doubts = ["rate-mismatch", "wrong-period", "value-on-chapter-99-row", "ieepa-number-unknown"];
    expect(kinds.filter((kind) => doubts.includes(kind))).toEqual([]);
  });
});
