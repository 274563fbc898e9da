import { createHash } from "node:crypto";

import { chapter99Code, day, toDeclarationCsv, type HtsNumber } from "@/lib/domain";
import { entryNumbers } from "@/lib/domain/testing/an-entry";

import type { PacketContent, PacketEntry } from "../packet-content";

/** A packet of so many invented entries, two lines each; every tenth has only a range. */
export function aPacket(count: number): PacketContent {
  const entries = entryNumbers(count).map((number, index): PacketEntry => {
    const isRange = index % 10 === 9;
    return {
      number,
      lane: "cape-ready",
      refundable: isRange ? null : "375.00",
      refundableMin: isRange ? "250.00" : "375.00",
      refundableMax: "375.00",
      interest: isRange ? null : "21.37",
      interestFrom: day("2025-06-16"),
      interestTo: day("2026-11-21"),
      interestBasis: "ten-working-days",
      lines: [aLine("1", "9903.01.24", "250.00"), aLine("2", "9903.01.25", "125.00")],
      reasons: ["Not liquidated: CAPE takes it."],
    };
  });
  const content = new TextEncoder().encode(toDeclarationCsv(entries.map(({ number }) => number)));
  return {
    organization: "Lantern Bay Brokerage",
    declaration: {
      id: "0199f0a0-0000-7000-8000-000000000001",
      ...{
        importers: ["Northfield Imports, Lda. – São João (89-123456700)"],
        signedOff: "Ada Byron, 2026-11-21 15:00",
        filerCode: "ZZX",
      },
      ...{ frozenAt: "2026-11-21T15:04:05.000Z", frozenBy: "Ada Byron", asOf: day("2026-11-21") },
      ...{ rulesVersion: "2026-10-06.1", ratesPublishedThrough: day("2026-12-31"), rateClass: "corporation" },
    },
    csv: {
      name: "CAPE_89123456700_ZZX_2026-11-21_1of1.csv",
      content,
      sha256: createHash("sha256").update(content).digest("hex"),
    },
    entries,
    leftOut: entryNumbers(2).map((number) => ({
      ...{ number, lane: "court", refundable: "12.00", reason: "Liquidated more than 180 days ago." },
    })),
    points: [
      {
        ...{ point: 1, title: "The filer is the importer of record", state: "Attested", evidence: [] },
        ...{ attested: "Ada Byron, 2026-11-21 10:02 ET", law: "CSMS 68340863" },
      },
    ],
    documents: [],
    sources: [{ id: "f1", name: "ES-003 June.csv", sha256: "0".repeat(64) }],
  };
}

const aLine = (lineNumber: string, code: string, dutyPaid: string): PacketEntry["lines"][number] => ({
  ...{ lineNumber, code: chapter99Code(code), programName: "IEEPA fentanyl, China", lineValue: "1250.00" },
  ...{ commodity: "4202923131" as HtsNumber, percentFiled: "20", dutyPaid },
  ...{ refundable: { min: dutyPaid, max: dutyPaid }, source: { file: "f1", row: 2 } },
});
