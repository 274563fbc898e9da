import type { Entry, TariffLine } from "../entry";
import type { FactSource } from "../facts";
import { chapter99CodeOf } from "../identifiers";
import type { Foreseen } from "./foreseen";
import type { Reason } from "./reasons";

/** Enough to look it up; an entry may have thousands of rows that all say the same. */
const EVIDENCE_MAX = 10;

/** The rows of the files behind a foreseen answer, by file and row, each once: at most ten. */
export function evidenceOf(
  reason: Reason,
  { facts, allRows }: Foreseen,
  entry: Entry,
): readonly FactSource[] {
  let sources = NO_SOURCES;
  // The facts of an entry mostly come from one row.
  for (const fact of facts)
    for (const { source } of entry.facts[fact]) if (source !== sources.at(-1)) sources = [...sources, source];
  const isAboutRows = allRows === true || "place" in reason || codesIn(reason) !== null;
  const all = isAboutRows
    ? [...sources, ...rowsBehind(reason, allRows === true, entry).map(({ source }) => source)]
    : sources;
  const once = distinct(all);
  return once.length > EVIDENCE_MAX ? once.slice(0, EVIDENCE_MAX) : once;
}

const NO_SOURCES: readonly FactSource[] = [];

function rowsBehind(reason: Reason, allRows: boolean, entry: Entry): readonly TariffLine[] {
  const inConflict = entry.conflicts.flatMap(({ variants }) => variants);
  const rows = inConflict.length === 0 ? entry.lines : [...entry.lines, ...inConflict];
  if (allRows) return rows;
  const codes = codesIn(reason) ?? [];
  if (!("place" in reason)) return rows.filter(({ hts }) => isOneOf(codes, hts));
  const { lineNumber, ordinal, file, fileRow } = reason.place;
  return rows.filter(
    (row) =>
      row.source.file === file &&
      row.source.row === fileRow &&
      row.lineNumber === lineNumber &&
      row.ordinal === ordinal,
  );
}

function codesIn(reason: Reason): readonly string[] | null {
  if (reason.kind === "no-dutiable-ieepa-number") return reason.numbers;
  return "code" in reason ? [reason.code] : null;
}

const isOneOf = (codes: readonly string[], hts: TariffLine["hts"]): boolean => {
  const code = hts === null ? null : chapter99CodeOf(hts);
  return code !== null && codes.includes(code);
};

/** By file and row, so that the order in which files came has no meaning. */
export function distinct(sources: readonly FactSource[]): readonly FactSource[] {
  if (sources.length < 2) return sources;
  const sorted = sources.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row));
  return sorted.filter(({ file, row }, index) => {
    const before = sorted[index - 1];
    return before?.file !== file || before.row !== row;
  });
}
