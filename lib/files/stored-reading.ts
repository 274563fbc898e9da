import {
  headingsText,
  parseGivenMapping,
  type MappingLookup,
  type RecognisedHeader,
  type RowRepair,
} from "@/lib/domain";

import type { ReadOptions } from "./csv-rows";
import { readRepairs, type RepairFile, type SurveyedRow } from "./read-repairs";

/** A stored file as it was read at first, with the repairs accepted since: plain data, so that a thread can take it. */
export type StoredReading = {
  readonly path: string;
  readonly report: string | null;
  readonly columns: readonly { readonly heading: string; readonly field: string | null }[];
  /** Of a workbook, the sheet that was read. */
  readonly sheet: string | null;
  readonly accepted: readonly RowRepair[];
};

/** Goes through the rows of a stored file, with the repairs in them, by the columns it was read by at first. */
export async function surveyReading(
  reading: StoredReading,
  see: (row: SurveyedRow, header: RecognisedHeader) => void,
  watch: ReadOptions = {},
): Promise<RepairFile> {
  const { path, sheet, accepted } = reading;
  const read = await readRepairs(
    { path },
    { ...watch, accepted, see, sheet, mappingOf: sameMapping(reading) },
  );
  if (!read.ok) throw new Error(`A stored file cannot be read again: ${read.problem.kind}`);
  return read.value;
}

/** Whatever somebody said of such headings since, the columns mean what they meant when the file was read. */
function sameMapping({ report, columns }: StoredReading): MappingLookup {
  const text = headingsText(columns.map(({ heading }) => heading));
  const given = parseGivenMapping({ report, columns });
  return (headings) =>
    given !== null && headingsText(headings) === text ? { mapping: given, basis: "given" } : null;
}
