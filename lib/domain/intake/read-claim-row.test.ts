import { expect, it } from "vitest";

import { rawRows } from "../testing/a-table";
import { readClaimRow } from "./read-claim-row";
import { recogniseHeader } from "./recognise-header";

const HEADER = "ENTRY_NUMBER|CLAIM_NUMBER|STATUS|ERROR_DESCRIPTION";

function readRows(...lines: readonly string[]) {
  const rows = rawRows(...lines);
  const header = recogniseHeader(rows.slice(0, 1));
  if (header.kind !== "recognised") throw new Error(header.kind);
  return rows.slice(1).map((row) => readClaimRow(row, header.layout, "claims.csv"));
}

it.each([
  ["Entry Summary Updated", "accepted"],
  ["ENTRY SUMMARY UPDATED", "accepted"],
  ["entry-summary  updated.", "accepted"],
  ["Failed", "failed"],
  ["Rejected", "failed"],
  ["Accepted", "filed"],
  ["Entry Summary Update Pending", "filed"],
  ["", "filed"],
])("C3: the status %j says %s", (status, outcome) => {
  const [reading] = readRows(HEADER, `ZZX10000011|900000000001|${status}|`);
  expect(reading).toMatchObject({ kind: "claim", claim: { outcome } });
});

it("C5: a row makes no entry: it names one, in CBP's words, with the claim as text", () => {
  expect(readRows(HEADER, '="ZZX10000029"|="000000000012"|Failed|INVALID HTS')).toEqual([
    {
      kind: "claim",
      claim: {
        source: { file: "claims.csv", row: 2 },
        number: "ZZX10000029",
        claimNumber: "000000000012",
        outcome: "failed",
        status: "Failed",
        message: "INVALID HTS",
      },
    },
  ]);
});

it("C5: an entry on two claims is one row for each, accepted or not", () => {
  const readings = readRows(
    HEADER,
    "ZZX10000029|900000000001|Failed|INVALID HTS",
    "ZZX10000029|900000000002|Entry Summary Updated|",
  );
  expect(readings.map((reading) => (reading.kind === "claim" ? reading.claim.outcome : null))).toEqual([
    "failed",
    "accepted",
  ]);
});

it("a plain list of entry numbers counts as accepted, and lost digits stay with their row", () => {
  expect(readRows("Entry Number", "8E000000126", "401234562")).toMatchObject([
    { kind: "claim", claim: { number: "8E000000126", outcome: "accepted", claimNumber: null } },
    { kind: "set-aside", source: { row: 3 }, reason: "entry-number-lost-zeros" },
  ]);
});
