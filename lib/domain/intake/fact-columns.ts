import type { EntryFactName } from "../entry";
import { DAY_FACTS, TEXT_FACTS } from "./fact-values";
import type { FileLayout } from "./layout";
import { cellText, isBlankCell } from "./raw-row";
import { readEntryType, readImporterNumber, readPort } from "./read-codes";
import { readDay } from "./read-day";
import { remembered } from "./remember";

/** What a cell says of its entry: a value, nothing, or nothing because it cannot be read. */
export type FactReading = {
  readonly value: string | null;
  readonly problem: FactProblem | null;
};

export type FactProblem =
  | { readonly kind: "date-unreadable"; readonly dayFirst: boolean }
  | { readonly kind: "entry-type-unreadable" };

/** A column of the file that shows a fact of the entry. */
export type FactColumn = {
  readonly name: EntryFactName | "reliquidationDate";
  readonly index: number;
  readonly read: (cell: string) => FactReading;
};

/** The columns with facts that a file has: texts, days, codes. */
export function factColumnsOf({ at }: FileLayout): readonly FactColumn[] {
  const day = remembered(dayIn);
  const text = remembered(textIn);
  const columns = [
    ...TEXT_FACTS.map((name) => ({ name, read: text })),
    ...DAY_FACTS.map((name) => ({ name, read: day })),
    { name: "reliquidationDate", read: day },
    { name: "entryType", read: remembered(entryTypeIn) },
    { name: "importerNumber", read: remembered((cell) => shown(readImporterNumber(cell))) },
    { name: "portOfEntry", read: remembered((cell) => shown(readPort(cell))) },
  ] as const;
  return columns.flatMap(({ name, read }) => {
    const index = at[name];
    return index === undefined ? [] : [{ name, index, read }];
  });
}

const NOTHING: FactReading = { value: null, problem: null };

const shown = (value: string): FactReading => (value === "" ? NOTHING : { value, problem: null });

function textIn(cell: string): FactReading {
  const text = cellText(cell);
  return text === "-" ? NOTHING : shown(text);
}

function dayIn(cell: string): FactReading {
  const reading = readDay(cell);
  if (reading.kind === "day") return { value: reading.day, problem: null };
  if (reading.kind === "blank") return NOTHING;
  return { value: null, problem: { kind: "date-unreadable", dayFirst: reading.dayFirst } };
}

function entryTypeIn(cell: string): FactReading {
  const value = readEntryType(cell);
  if (value !== null) return { value, problem: null };
  return isBlankCell(cell) ? NOTHING : { value: null, problem: { kind: "entry-type-unreadable" } };
}
