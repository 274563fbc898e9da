import { describe, expect, it } from "vitest";

import { rawRows } from "../testing/a-table";
import { COLUMN_ALIASES } from "../law/column-aliases";
import { IMPORT_TEMPLATE } from "../law/import-template";
import { checkMapping, type GivenMapping, headingsText, parseGivenMapping } from "./given-mapping";
import { type MappingLookup, recogniseHeader } from "./recognise-header";

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
      confidence: "certain",
    },
    {
      headings: "Entry-No|Line Item|9903.01.24|9903.01.25 (10%)|9903.88.03",
      report: "broker-wide",
      confidence: "certain",
    },
    { headings: "Entry Number|HTS|IEEPA Duty", report: "broker-wide", confidence: "likely" },
    {
      headings: "Entry Number|Tracking Number|Tariff Code|Duty Amount|Lead Shipment Number",
      report: "carrier-invoice",
      confidence: "certain",
    },
    {
      headings: "Claim Number|Entry Summary Number|Refund Amount|Refund Number|Refund Date",
      report: "es022",
      confidence: "certain",
    },
    {
      headings: "Refund ID|Payee ID|Refund Secondary Status|Total Refund Amount|Check/ACH Trace Number",
      report: "rev603",
      confidence: "certain",
    },
    {
      headings: "Entry Number|Refund Amount|Interest Amount|ACH Trace Number|Refund Status",
      report: "rev615",
      confidence: "certain",
    },
    { headings: "Entry Number|HTS Code|Duty|Entered Value", report: "broker-lines", confidence: "likely" },
    {
      headings: IMPORT_TEMPLATE.map(({ heading }) => heading).join("|"),
      report: "template",
      confidence: "certain",
    },
  ])("of $headings is $report, $confidence", ({ headings, ...found }) => {
    expect(recognise(headings)).toMatchObject({ kind: "recognised", basis: "recognised", ...found });
  });

  it("of a carrier's invoice without entry numbers leads nowhere", () => {
    expect(recognise("Invoice Number|Shipment Number|XC1 Name|XC1 Charge|Total Amount")).toEqual({
      kind: "unsupported-report",
      headerRow: 1,
      report: "carrier-invoice",
    });
  });

  it("of a carrier's invoice gives no tariff rows: its duty cannot be told by program", () => {
    const found = recognise("Entry Number|Tracking Number|Tariff Code|Duty Amount|Lead Shipment Number");
    expect(found.kind === "recognised" && found.layout.at).toEqual({ entryNumber: 0, trackingNumber: 1 });
  });

  it("of our template knows every column, in any order and among others", () => {
    const headings = IMPORT_TEMPLATE.map(({ heading }) => heading).toReversed();
    const found = recognise(["My Notes", ...headings].join("|"));
    if (found.kind !== "recognised") throw new Error(found.kind);
    expect(found.columns.map(({ field }) => field)).toEqual([
      null,
      ...IMPORT_TEMPLATE.map(({ field }) => field).toReversed(),
    ]);
    expect(found.absent).toEqual([]);
  });

  it("of words that nobody knows, above entry numbers, needs a person", () => {
    const found = recognise("Abgabenliste 2025", "Vorgang|Tarif|Betrag", "ZZX-1000001-1|99030124|5");
    expect(found).toMatchObject({ kind: "needs-mapping", headerRow: 2, report: "broker-lines" });
    expect(recognise("Vorgang|Tarif|Betrag", "98712345670|99030124|5")).toEqual({ kind: "no-header" });
  });
});

describe("headings that a person named", () => {
  const mapping: GivenMapping = {
    report: "broker-lines",
    columns: [
      { heading: "Vorgang", field: "entryNumber" },
      { heading: "Betrag", field: "dutyAmount" },
      { heading: "Betrag", field: null },
      { heading: "Tarif", field: "htsNumber" },
    ],
  };
  const lookUp =
    (basis: "given" | "learned") =>
    (headings: readonly string[]): ReturnType<MappingLookup> =>
      headingsText(headings) === headingsText(mapping.columns.map(({ heading }) => heading))
        ? { mapping, basis }
        : null;

  it.each(["given", "learned"] as const)("are read as they were %s, in any order", (basis) => {
    const found = recogniseHeader(rawRows("Title", "Tarif|Betrag|betrag|VORGANG"), lookUp(basis));
    expect(found).toMatchObject({ kind: "recognised", basis, headerRow: 2, confidence: "certain" });
    expect(found.kind === "recognised" && found.layout.at).toEqual({
      htsNumber: 0,
      dutyAmount: 1,
      entryNumber: 3,
    });
  });

  it("come before what their words mean to us, and leave other headings alone", () => {
    const swapped: GivenMapping = {
      report: "broker-lines",
      columns: [
        { heading: "Entry Number", field: "entryNumber" },
        { heading: "HTS Code", field: "htsNumber" },
        { heading: "Duty", field: null },
        { heading: "Paid", field: "dutyAmount" },
      ],
    };
    const found = recogniseHeader(rawRows("Entry Number|HTS Code|Duty|Paid"), () => ({
      mapping: swapped,
      basis: "given",
    }));
    expect(found.kind === "recognised" && found.layout.at.dutyAmount).toBe(3);
    expect(recogniseHeader(rawRows("Entry Number|HTS Code|Duty"), lookUp("learned"))).toMatchObject({
      basis: "recognised",
    });
  });

  it("cannot be used without what the report needs, or with one thing twice", () => {
    expect(checkMapping(mapping)).toEqual([]);
    expect(checkMapping({ ...mapping, columns: mapping.columns.slice(1) })).toEqual([
      { kind: "required-field-missing", field: "entryNumber" },
    ]);
    const twice = { heading: "Zoll", field: "dutyAmount" } as const;
    expect(checkMapping({ ...mapping, columns: [...mapping.columns, twice] })).toEqual([
      { kind: "field-given-twice", field: "dutyAmount" },
    ]);
  });

  it.each([
    [mapping, true],
    [{ report: "no-report", columns: [] }, false],
    [{ report: "es003", columns: [{ heading: "A", field: "noField" }] }, false],
    [{ report: "es003", columns: [{ heading: 1, field: null }] }, false],
    [{ report: "es003" }, false],
    [null, false],
  ])("are read back from storage: %j", (stored, isKnown) => {
    expect(parseGivenMapping(JSON.parse(JSON.stringify(stored)))).toEqual(isKnown ? stored : null);
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
    expect(
      recognise("Entry Summary Number|HTS Number - Full|Tariff Ordinal Number|Entry Date"),
    ).toMatchObject({
      kind: "needs-mapping",
      headerRow: 1,
      report: "es003",
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
