import type { Day } from "../day";
import type { ColumnField } from "../law/column-aliases";
import { DAY_FACTS, type FactValues, TEXT_FACTS } from "./fact-values";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell } from "./raw-row";
import { type DayReading, readDay } from "./read-day";
import { readEntryType, readImporterNumber, readPort } from "./read-codes";
import { remembered } from "./remember";
import { cellAt } from "./row-shape";
import type { RowProblem } from "./row-problem";

/** Files a problem of one cell under its column. */
export type Complain = (
  field: ColumnField,
  problem: (cell: { column: string; found: string }) => RowProblem,
) => void;

export type FactReader = (cells: readonly string[], row: number, complain: Complain) => FactValues;

/**
 * Reads the facts of the entry that a row shows. Unreadable cells say nothing and are reported. The rows of an entry
 * repeat its facts cell by cell: a row whose cells equal those of the row above shares the facts of that row.
 */
export function factReaderFor(layout: FileLayout): FactReader {
  const read = freshFactReaderFor(layout);
  const columns = FACT_COLUMNS.flatMap((field) => layout.at[field] ?? []);
  let above: { readonly cells: readonly string[]; readonly facts: FactValues } | null = null;
  return (cells, row, complain) => {
    const known = above;
    if (known !== null && columns.every((index) => cells[index] === known.cells[index])) return known.facts;
    let complaints = 0;
    const facts = read(cells, row, (field, problem) => {
      complaints++;
      complain(field, problem);
    });
    above = complaints === 0 ? { cells, facts } : null; // a complaint is made for every row it is true of
    return facts;
  };
}

const FACT_COLUMNS = [
  ...TEXT_FACTS,
  ...DAY_FACTS,
  ...(["reliquidationDate", "entryType", "importerNumber", "portOfEntry"] as const),
] as const satisfies readonly ColumnField[];

function freshFactReaderFor({ at }: FileLayout): FactReader {
  const day = remembered(readDay);
  const text = remembered(cellText);
  const importer = remembered(readImporterNumber);
  const port = remembered(readPort);
  const type = remembered(readEntryType);
  const textFacts = TEXT_FACTS.flatMap((name) => (at[name] === undefined ? [] : [{ name, index: at[name] }]));
  const dayFacts = DAY_FACTS.flatMap((name) => (at[name] === undefined ? [] : [{ name, index: at[name] }]));

  return (cells, row, complain) => {
    const facts: FactValues = {};
    for (const { name, index } of textFacts) {
      const found = text(cells[index] ?? "");
      if (found !== "" && found !== "-") facts[name] = found;
    }
    const readDayOf = (name: ColumnField, index: number | undefined): Day | null =>
      dayOrComplaint(day(cellAt(cells, index) ?? ""), name, row, complain);
    for (const { name, index } of dayFacts) {
      const found = readDayOf(name, index);
      if (found !== null) facts[name] = found;
    }
    // The clocks run from the last liquidation, so a column for the second one wins where it is filled.
    const reliquidated = readDayOf("reliquidationDate", at.reliquidationDate);
    if (reliquidated !== null && reliquidated > (facts.liquidationDate ?? ""))
      facts.liquidationDate = reliquidated;

    const typeCell = cellAt(cells, at.entryType) ?? "";
    const entryType = type(typeCell);
    if (entryType !== null) facts.entryType = entryType;
    else if (!isBlankCell(typeCell))
      complain("entryType", (cell) => ({ kind: "entry-type-unreadable", row, ...cell }));
    const importerNumber = importer(cellAt(cells, at.importerNumber) ?? "");
    if (importerNumber !== "") facts.importerNumber = importerNumber;
    const portOfEntry = port(cellAt(cells, at.portOfEntry) ?? "");
    if (portOfEntry !== "") facts.portOfEntry = portOfEntry;
    return facts;
  };
}

function dayOrComplaint(
  reading: DayReading,
  field: ColumnField,
  row: number,
  complain: Complain,
): Day | null {
  if (reading.kind === "day") return reading.day;
  if (reading.kind === "unreadable") {
    const { dayFirst } = reading;
    complain(field, (cell) => ({ kind: "date-unreadable", row, dayFirst, ...cell }));
  }
  return null;
}
