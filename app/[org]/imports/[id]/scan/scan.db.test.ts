import { describe, expect, it } from "vitest";

import { aMember } from "@/lib/data/testing/a-member";
import { aReadyRow, entryNumber } from "@/lib/data/testing/an-es003";
import { formatEntryNumber, usdText } from "@/lib/domain";
import { scanPdf } from "@/lib/packet/scan-pdf";
import { scanWorkbook } from "@/lib/packet/scan-workbook";
import { scanImport } from "@/lib/usecases/scan-import";
import { importRows } from "@/lib/usecases/testing/read-into-books";

import { toScanReport } from "./scan-rows";

const [READY, OLD, SUSPENDED, STACKED, ELSEWHERE] = [1, 2, 3, 4, 5].map((serial) => entryNumber(serial));

/** Liquidated long ago; suspended under AD/CVD; IEEPA on top of Section 301; and one that only another file shows. */
async function anImport() {
  const { scope } = await aMember();
  const id = await importRows(scope, [
    aReadyRow(READY!),
    aReadyRow(OLD!, {
      liquidated: "01/15/2026",
      status: "Liquidated",
      entered: "03/10/2025",
      duty: "300.00",
    }),
    aReadyRow(SUSPENDED!, { type: "03", status: "Suspended", duty: "50.00" }),
    aReadyRow(STACKED!, { duty: "20.00" }),
    aReadyRow(STACKED!, { ordinal: "2", hts: "99038801", duty: "25.00" }),
  ]);
  await importRows(scope, [aReadyRow(ELSEWHERE!, { duty: "999.00" })]);
  return { scope, id };
}

describe("the scan of an import", () => {
  it("counts each entry of the file once, by lane, and nothing of other files", async () => {
    const { scope, id } = await anImport();
    const scan = await scanImport(scope, id, 10);
    const lanes = new Map(
      scan!.lanes.map(({ lane, entries, refundable }) => [lane, [entries, usdText(refundable)]]),
    );
    expect(Object.fromEntries(lanes)).toEqual({
      "cape-ready": [2, "120.00"],
      court: [1, "300.00"],
      "cape-refund-later": [1, "50.00"],
    });
    expect(scan!.screened?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("names the message that CAPE would give, its money and what mends it", async () => {
    const { scope, id } = await anImport();
    const report = toScanReport((await scanImport(scope, id, 10))!, "Harbor Light");
    const risk = report.risks.find(
      ({ message }) => message === "ENTRY SUMMARY IS IN FINAL LIQUIDATION STATUS",
    );
    expect(risk).toMatchObject({ rejected: true, entries: 1, refundable: "300.00" });
    expect(risk?.fix).not.toBe("");
    expect(report.risky.entries.map(({ number }) => number)).toContain(formatEntryNumber(OLD!));
  });

  it("puts what waits for Commerce on the watch list, with what opens it and the law", async () => {
    const { scope, id } = await anImport();
    const { held } = toScanReport((await scanImport(scope, id, 10))!, "Harbor Light");
    expect(held.count).toBe(1);
    expect(held.entries[0]).toMatchObject({ entryType: "03", held: "AD/CVD, liquidation suspended" });
    expect(held.entries[0]?.unlock).toMatch(/Commerce/);
    expect(held.entries[0]?.law).not.toBe("");
  });

  it("shows what was paid beside IEEPA, and what of it stays", async () => {
    const { scope, id } = await anImport();
    const { stacked, programs } = toScanReport((await scanImport(scope, id, 10))!, "Harbor Light");
    expect(stacked).toEqual([
      { beside: "Section 301", entries: 1, refundable: "20.00", ranges: 0, stays: "25.00" },
    ]);
    expect(programs.find(({ name }) => name === "Section 301")?.stays).toEqual({
      min: "25.00",
      max: "25.00",
    });
  });

  it("says how many a list leaves out", async () => {
    const { scope, id } = await anImport();
    const one = (await scanImport(scope, id, 1))!;
    expect(one.risky.entries.length).toBeLessThanOrEqual(1);
    expect(one.risky.count).toBe((await scanImport(scope, id, 10))!.risky.entries.length);
  });

  it("becomes a document and a workbook", async () => {
    const { scope, id } = await anImport();
    const report = toScanReport((await scanImport(scope, id, 10))!, "Harbor Light");
    const pieces: Buffer[] = [];
    for await (const piece of scanPdf(report, new Date("2026-11-21T12:00:00Z"))) pieces.push(piece as Buffer);
    expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await scanWorkbook(report)).subarray(0, 2).toString()).toBe("PK");
  });

  it("is there for nobody else", async () => {
    const { id } = await anImport();
    const { scope } = await aMember();
    expect(await scanImport(scope, id, 10)).toBeNull();
  });
});
