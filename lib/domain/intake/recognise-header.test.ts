import { describe, expect, it } from "vitest";

import { rawRows } from "../testing/a-table";
import { COLUMN_ALIASES } from "../law/column-aliases";
import { recogniseHeader } from "./recognise-header";

const DEFAULT_27 = COLUMN_ALIASES.flatMap(({ report, aliases }) =>
  report === "es003" ? aliases.map(([, heading]) => heading as string) : [],
);

const recognise = (...lines: string[]) => recogniseHeader(rawRows(...lines));

describe("the heading row", () => {
  it("is ES-003 with 27 of 27 columns", () => {
    expect(recognise(DEFAULT_27.join("|"))).toMatchObject({
      kind: "recognised",
      report: "es003",
      headerRow: 1,
      matched: 27,
      total: 27,
    });
  });

  it("is the same report in any order of columns, in capitals and with other punctuation", () => {
    const shuffled = DEFAULT_27.toReversed().map((heading) => heading.toUpperCase().replaceAll(" ", "_"));
    const found = recognise(shuffled.join("|"));
    expect(found).toMatchObject({ kind: "recognised", report: "es003", matched: 27 });
    expect(found.kind === "recognised" && found.layout.at.entryNumber).toBe(26);
  });

  it("L3: names the columns that the default report lacks, as ACE calls them", () => {
    const found = recognise(DEFAULT_27.join("|"));
    expect(found.kind === "recognised" && found.absent).toEqual([
      { field: "liquidationDate", aceObject: "Liquidation Date" },
      { field: "liquidationStatus", aceObject: "Liquidation Status" },
    ]);
  });

  it("counts a column nobody knows and reads the rest", () => {
    expect(recognise([...DEFAULT_27, "My Notes"].join("|"))).toMatchObject({ matched: 27, total: 28 });
  });

  it("is found below title rows, and not beyond line 25", () => {
    const header = "Entry Number|HTS Code|Duty|Entry Type";
    const titles = (count: number): string[] => Array.from({ length: count }, (_, index) => `Title ${index}`);
    expect(recognise(...titles(24), header)).toMatchObject({ kind: "recognised", headerRow: 25 });
    expect(recognise(...titles(25), header)).toEqual({ kind: "no-header" });
  });

  it.each([
    { headings: "Entry Number|Liquidation Date", report: "liquidation-list" },
    { headings: "Entry Summary Number|Liquidation Date|Liquidation Status", report: "liquidation-list" },
    { headings: "ENTRY_NUMBER|CLAIM_NUMBER|STATUS|ERROR_DESCRIPTION", report: "claim-details" },
    { headings: "Entry Number", report: "entry-list" },
    { headings: "Entry Number|HTS Code|Duty|Entered Value", report: "broker-lines" },
  ])("of $headings is $report", ({ headings, report }) => {
    expect(recognise(headings)).toMatchObject({ kind: "recognised", report });
  });

  it.each([
    {
      headings: "Entry Number|HTS Number|Regular Duty Amount (USD)|IEEPA Duty Amount (USD)",
      report: "broker-wide",
    },
    { headings: "Entry-No|Line Item|9903.01.24|9903.01.25 (10%)|9903.88.03", report: "broker-wide" },
    { headings: "Entry Number|HTS|IEEPA Duty", report: "broker-wide" },
    {
      headings: "Entry Number|Tracking Number|Tariff Code|Duty Amount|Lead Shipment Number",
      report: "carrier-invoice",
    },
    {
      headings: "Claim Number|Entry Summary Number|Refund Amount|Refund Number|Refund Date",
      report: "refund-report",
    },
  ])("of $headings is recognised and refused as $report", ({ headings, report }) => {
    expect(recognise(headings)).toEqual({ kind: "unsupported-report", headerRow: 1, report });
  });
});

describe("an ambiguous or missing column", () => {
  it("R12: means what the recognised report means by it", () => {
    const kewill =
      "Entry Number|Customs Line Number|Line Number|HTS Code|Duty|Value|Total Duty|Country Origin Code|MID";
    const found = recognise(kewill);
    expect(found.kind === "recognised" && found.layout.at).toMatchObject({
      entryLineNumber: 1,
      invoiceLineNumber: 2,
      dutyAmount: 4,
      invoiceValue: 5,
      totalDuty: 6,
    });
  });

  it("R12: means the other field when a clear heading already holds the one", () => {
    const found = recognise("Entry Number|Entry Date|Import Date|HTS Code|Duty");
    expect(found.kind === "recognised" && found.layout.at).toMatchObject({ entryDate: 1, importDate: 2 });
  });

  it.each([
    { heading: "Total Duty", fields: ["dutyAmount", "totalDuty"], rest: "Entry Number|HTS Code|Entry Type" },
    { heading: "Import Date", fields: ["entryDate", "importDate"], rest: "Entry Number|HTS Code|Duty" },
    {
      heading: "Line Number",
      fields: ["entryLineNumber", "invoiceLineNumber"],
      rest: "Entry Number|HTS Code|Duty",
    },
    { heading: "Value", fields: ["goodsValue", "invoiceValue"], rest: "Entry Number|HTS Code|Duty" },
    { heading: "Customs Value", fields: ["customsValue", "goodsValue"], rest: "Entry Number|HTS Code|Duty" },
  ])("R12: $heading in a file of no known report needs a mapping", ({ heading, fields, rest }) => {
    const found = recognise(`${rest}|${heading}`);
    if (found.kind !== "needs-mapping") throw new Error(found.kind);
    const [problem] = found.problems;
    expect(problem.kind).toBe("ambiguous-heading");
    expect(problem.fields.toSorted()).toEqual(fields);
  });

  it("a missing duty column is named, with the object to add in ACE", () => {
    expect(recognise("Entry Summary Number|HTS Number - Full|Tariff Ordinal Number|Entry Date")).toEqual({
      kind: "needs-mapping",
      headerRow: 1,
      problems: [
        { kind: "required-column-missing", fields: ["dutyAmount"], aceObject: "Line Tariff Duty Amount" },
      ],
    });
  });

  it("two duty columns of one standing are not chosen between", () => {
    expect(recognise("Entry Number|HTS Code|Duty|Duty Amount|Entry Type")).toMatchObject({
      kind: "needs-mapping",
      problems: [{ kind: "duplicate-column", headings: ["Duty Amount", "Duty"], fields: ["dutyAmount"] }],
    });
    expect(recognise("Entry Number|HTS Code|Duty|Duty|Entry Type").kind).toBe("needs-mapping");
  });

  it("of two columns that decide nothing the first is read", () => {
    const found = recognise("Entry Number|HTS Code|Duty|Importer Name|Importer Name");
    expect(found.kind === "recognised" && found.layout.at.importerName).toBe(3);
  });
});
