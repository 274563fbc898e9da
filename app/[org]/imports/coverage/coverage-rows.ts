import type { CoverageGroup, CoveredFileRow } from "@/components/imports/coverage-tables";
import type { CoveredMonth, CoveringFile } from "@/lib/data/coverage";
import type { StoredImport } from "@/lib/data/imports";
import { monthCoverage } from "@/lib/domain";
import { toMissingColumns } from "@/lib/wording/missing-columns";

import { reportName } from "../import-rows";

/** One table for every filer and importer, a row for every month, also those without entries. */
export function toCoverageGroups(months: readonly CoveredMonth[]): readonly CoverageGroup[] {
  const groups = new Map<string, CoveredMonth[]>();
  for (const each of months) {
    const key = `${each.filer} ${each.importerNumber ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, covered]) => toGroup(key, covered));
}

function toGroup(key: string, covered: readonly CoveredMonth[]): CoverageGroup {
  const [first] = covered;
  const byMonth = new Map(covered.map((each) => [each.month, each]));
  const undated = byMonth.get(null);
  const months = monthCoverage(covered.flatMap(({ month }) => month ?? []));
  return {
    key,
    filer: first?.filer ?? "",
    importer: first?.importerNumber ?? null,
    importerName: first?.importerName ?? "",
    entries: covered.reduce((sum, { entries }) => sum + entries, 0),
    gaps: months.filter(({ kind }) => kind === "gap").length,
    months: [
      ...months.map(({ month, kind }) => ({ month, kind, ...countsOf(byMonth.get(month)) })),
      ...(undated ? [{ month: "No entry date", kind: "covered" as const, ...countsOf(undated) }] : []),
    ],
  };
}

const countsOf = (each: CoveredMonth | undefined) => ({
  entries: each?.entries ?? 0,
  rows: each?.rows ?? 0,
  shared: each?.shared ?? 0,
});

/** Every file with what it covers and what it lacks. */
export const toCoveredFiles = (
  files: readonly CoveringFile[],
  imports: readonly StoredImport[],
  base: string,
): readonly CoveredFileRow[] => {
  const stored = new Map(imports.map((each) => [each.id, each]));
  return files.flatMap(({ importId, from, until, ...counts }) => {
    const each = stored.get(importId);
    if (!each) return [];
    return {
      ...counts,
      href: `${base}/imports/${importId}`,
      fileName: each.fileName,
      report: reportName(each),
      months: from === null || until === null ? null : from === until ? from : `${from} to ${until}`,
      missing: toMissingColumns(each.recognition?.absent ?? []),
    };
  });
};
