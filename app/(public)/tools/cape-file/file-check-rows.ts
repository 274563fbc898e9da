import type { CheckedFile } from "@/components/tools/file-check-result";
import { cleanedFiles, type FileCheck, formatEntryNumber } from "@/lib/domain";
import { countOf, formatCount } from "@/lib/wording/count";
import { FILE_FINDING_WORDS, FILE_VERDICT_WORDS, FINDING_WEIGHT_WORDS } from "@/lib/wording/file-check";

/** More than anybody reads; the number of all is said. */
const ROWS_NAMED = 12;

const rowsText = (rows: readonly number[]): string => {
  if (rows.length === 0) return "the whole file";
  const named = rows.slice(0, ROWS_NAMED).map(formatCount).join(", ");
  const more = rows.length - ROWS_NAMED;
  return `${rows.length === 1 ? "row" : "rows"} ${named}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
};

/** The rows whose number is proven by the check digit that was there. */
const provenRows = ({ unreadable }: FileCheck) =>
  unreadable.flatMap(({ row, proven }) => (proven === null ? [] : [{ row, number: proven }]));

/**
 * What the checker shows of a file, and the files it gives back.
 * @param restore - proven numbers are put back, because the person asked for it
 */
export function toCheckedFile(name: string, check: FileCheck, restore: boolean): CheckedFile {
  const proven = provenRows(check);
  const files = cleanedFiles(check, restore ? proven : []);
  return {
    name,
    ...FILE_VERDICT_WORDS[check.asItIs],
    summary: `${countOf(check.numbers.length, "entry number", "different entry numbers")}, ${countOf(check.unreadable.length, "row", "rows")} without one`,
    findings: check.findings.map(({ kind, weight, message, rows }) => ({
      id: kind,
      ...FILE_FINDING_WORDS[kind],
      weight: FINDING_WEIGHT_WORDS[weight].name,
      tone: FINDING_WEIGHT_WORDS[weight].tone,
      where: rowsText(rows),
      cbpSays: message?.message ?? null,
    })),
    unreadable: check.unreadable.map(({ row, found, proposals, proven: number }) => ({
      row: formatCount(row),
      found,
      perhaps: proposals.map(formatEntryNumber).join(" or "),
      proven: number !== null,
    })),
    restorable: proven.length,
    restored: restore,
    changes: check.changes.map(({ row, found, written }) => ({
      row: formatCount(row),
      found,
      written: written ?? "left out: it stands further up",
    })),
    filers: [...check.filers].map(([code, entries]) => `${code}: ${countOf(entries, "entry", "entries")}`),
    files: files.map((content, index) => ({
      name: files.length === 1 ? "CAPE_clean.csv" : `CAPE_clean_${index + 1}of${files.length}.csv`,
      content,
    })),
  };
}
