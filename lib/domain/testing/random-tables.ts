import fc from "fast-check";

/** The entry that all random files show. */
export const SHOWN_ENTRY = "ZZX10000011";

export const ES003_HEADER =
  "Entry Summary Number|Entry Summary Line Number|Tariff Ordinal Number|HTS Number - Full|Line Tariff Duty Amount|Liquidation Date|Importer Number";
const BROKER_HEADER = "Entry Number|Line No|HTS Code|Duty|Origin|Liquidation Date|Importer Number";

const cell = (...texts: string[]) => fc.constantFrom(...texts);
const row = (...cells: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...cells).map((texts) => [SHOWN_ENTRY, ...texts].join("|"));
const importer = cell("89-123456700", "");

const es003Row = row(
  ...[cell("1", "2", ""), cell("1", "2", ""), cell("99030124", "99030125", "")],
  ...[cell("5", "6", "0", "-1", ""), cell("01/23/2026", "02/24/2026", ""), importer],
);
const brokerRow = row(
  ...[cell("1", "2", ""), cell("9903.01.24", "9903.01.25"), cell("5", "6", "-1"), cell("CN", "")],
  ...[cell("2026-01-23", ""), importer],
);
const listRow = row(cell("2026-01-23", "2026-02-24", ""));

const table = (header: string, rows: fc.Arbitrary<string>) =>
  fc.array(rows, { minLength: 1, maxLength: 8 }).map((lines) => ({ header, rows: lines }));

/** A few rows of one entry as one of three reports shows them: with repeats, conflicts, corrections and gaps. */
export const randomTable = fc.oneof(
  table(ES003_HEADER, es003Row),
  table(BROKER_HEADER, brokerRow),
  table("Entry Number|Liquidation Date", listRow),
);
