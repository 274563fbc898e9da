import { parseEntryNumber, withFittingCheckDigit, type EntryNumber } from "@/lib/domain";

/** Headings as an ES-003 spells them; a test file has the columns that its rows fill. */
const HEADINGS = {
  entry: "Entry Summary Number",
  type: "Entry Type Code",
  importer: "Importer Number",
  importerName: "Importer Name",
  entered: "Entry Date",
  reconciliation: "Reconciliation Indicator",
  liquidated: "Liquidation Date",
  status: "Liquidation Status",
  protest: "Protest Number",
  protestStatus: "Protest Status",
  line: "Entry Summary Line Number",
  origin: "Country of Origin Code",
  ordinal: "Tariff Ordinal Number",
  hts: "HTS Number - Full",
  quantity: "Line Tariff Quantity (1)",
  value: "Line Tariff Goods Value Amount",
  duty: "Line Tariff Duty Amount",
} as const;

export type Es003Row = Readonly<Partial<Record<keyof typeof HEADINGS, string>>>;
type Es003Column = keyof Es003Row;

const COLUMNS = Object.keys(HEADINGS) as Es003Column[];

/** An ES-003 as text, with these columns or those that any row fills. */
export function anEs003(
  rows: readonly Es003Row[],
  columns: readonly Es003Column[] = COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined)),
): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","));
  return [columns.map((column) => HEADINGS[column]).join(","), ...lines, ""].join("\r\n");
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The entry number of a filer with that serial number and a fitting check digit. */
export function entryNumber(serial: number, filer = "ZZX"): EntryNumber {
  const parsed = parseEntryNumber(`${filer}${String(serial).padStart(7, "0")}0`);
  if (!parsed.ok) throw new Error(parsed.problem.kind);
  return withFittingCheckDigit(parsed.value);
}

/** An unliquidated entry of type 01 with $100 of IEEPA duty: ready for CAPE. */
export const aReadyRow = (number: EntryNumber, change: Es003Row = {}): Es003Row => ({
  entry: number,
  type: "01",
  importer: "89-123456700",
  importerName: "HARBOR SAMPLE GOODS LLC",
  entered: "01/14/2026",
  liquidated: "",
  status: "Unliquidated",
  line: "1",
  origin: "CN",
  ordinal: "1",
  hts: "99030124",
  value: "0.00",
  duty: "100.00",
  ...change,
});
