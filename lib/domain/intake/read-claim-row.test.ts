import { describe, expect, it } from "vitest";

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
        statusOf: "entry",
        message: "INVALID HTS",
        liquidatedOn: null,
        refundOn: null,
        refundStatus: null,
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

it.each([
  ["Entry Summary Updated", "accepted"],
  ["Accepted", "accepted"],
  ["Accepted with Error(s)", "filed"],
  ["Rejected", "failed"],
  ["Something new", "filed"],
])("in ES-022 the status is the claim's: %j says %s of each of its entries", (status, outcome) => {
  const [reading] = readRows(
    "Claim Number|Claim Status|Entry Summary Number|Liquidation Date|Refund Amount|Interest Amount|Refund Number|Refund Date|Refund Status",
    `900000000001|${status}|ZZX10000011|10/30/2026||||||`,
  );
  expect(reading).toMatchObject({ claim: { outcome, statusOf: "claim", liquidatedOn: "2026-10-30" } });
});

it("money that CBP sends out is for an entry that it took, whatever the status of the claim says", () => {
  const [reading] = readRows(
    "Claim Number|Claim Status|Entry Summary Number|Liquidation Date|Refund Amount|Interest Amount|Refund Number|Refund Date|Refund Status",
    "900000000001|Accepted with Error(s)|ZZX10000011|10/30/2026|100.00|4.00|R1|11/06/2026|Treasury Issued",
  );
  expect(reading).toMatchObject({
    claim: { outcome: "accepted", refundOn: "2026-11-06", refundStatus: "Treasury Issued" },
  });
});

describe("a Validation Result File, whose columns nobody publishes", () => {
  it("is taken for one by its error column, and never for certain", () => {
    const header = recogniseHeader(rawRows("Entry Number|Error Message"));
    expect(header).toMatchObject({ kind: "recognised", report: "validation-result", confidence: "likely" });
  });

  it("rejects the whole upload by any error; a row without one tells nothing", () => {
    expect(readRows("Entry Number|Error Message", "ZZX10000011|NOT IN ACE", "ZZX10000029|")).toMatchObject([
      { claim: { outcome: "failed", status: "Rejected by batch validation", message: "NOT IN ACE" } },
      { claim: { outcome: "filed", status: "", message: null } },
    ]);
  });
});

describe("reports of refunds", () => {
  it("REV-615 tells of an entry where it shows a refund, and of no other", () => {
    const header = "Entry Number|Refund Amount|Interest Amount|ACH Trace Number|Refund Status";
    expect(readRows(header, "ZZX10000011|100.00|4.00|T1|Sent to Treasury", "ZZX10000029||||")).toMatchObject([
      { kind: "claim", claim: { outcome: "accepted", claimNumber: null, refundStatus: "Sent to Treasury" } },
      { kind: "nothing-told" },
    ]);
  });

  it("ES-701 is taken for one by liquidations beside refunds, and never for certain", () => {
    expect(
      recogniseHeader(rawRows("Entry Number|Liquidation Date|Refund Amount|Interest Amount")),
    ).toMatchObject({ report: "es701", confidence: "likely" });
  });
});
