import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import { recordAudit } from "@/lib/data/audit";
import { importColumnsOf } from "@/lib/data/import-columns";
import { importsOf } from "@/lib/data/imports";
import { learnedMappingsOf } from "@/lib/data/learned-mappings";
import { inOrganization } from "@/lib/data/tenant";
import {
  checkMapping,
  err,
  ok,
  type ColumnField,
  type GivenMapping,
  type GivenMappingProblem,
  type ReportKind,
  type Result,
} from "@/lib/domain";

import { queueReading } from "./queue-reading";

export type NameColumnsProblem =
  | { readonly kind: "not-found" }
  /** It is in the books, or on its way there: what is there was read as it was. */
  | { readonly kind: "not-waiting" }
  /** The form names other columns than the file has: it was read anew meanwhile. */
  | { readonly kind: "other-columns" }
  | { readonly kind: "unusable"; readonly problems: readonly GivenMappingProblem[] };

/** The report, and one field for each column as it was shown; null: not used. */
export type NamedColumns = {
  readonly report: ReportKind;
  readonly fields: readonly (ColumnField | null)[];
};

/**
 * Reads a file as somebody named its columns, and remembers that for every file with the same headings. Of a workbook
 * the sheet whose columns were shown is read.
 */
export function nameColumns(
  scope: OrgScope,
  importId: string,
  { report, fields }: NamedColumns,
): Promise<Result<{ readonly importId: string }, NameColumnsProblem>> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    const sample = stored?.headerSample;
    if (!stored || !sample) return err({ kind: "not-found" });
    if (sample.columns.length !== fields.length) return err({ kind: "other-columns" });
    const columns = sample.columns.map(({ heading }, index) => ({ heading, field: fields[index] ?? null }));
    const mapping: GivenMapping = { report, columns };
    const problems = checkMapping(mapping);
    if (problems.length > 0) return err({ kind: "unusable", problems });
    if (!(await importColumnsOf(t).nameColumns(importId, mapping, stored.sheet)))
      return err({ kind: "not-waiting" });
    await learnedMappingsOf(t).learn(mapping, now());
    await recordAudit(t, "import.columns-named", importId, {
      report: mapping.report,
      columns: mapping.columns.map(({ heading, field }) => `${heading} = ${field ?? "not used"}`),
    });
    await queueReading(t, importId);
    return ok({ importId });
  });
}

/** Reads another sheet of a workbook, by its own headings. */
export function chooseSheet(
  scope: OrgScope,
  importId: string,
  sheet: string,
): Promise<Result<{ readonly importId: string }, NameColumnsProblem>> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored?.sheets.includes(sheet)) return err({ kind: "not-found" });
    if (!(await importColumnsOf(t).chooseSheet(importId, sheet))) return err({ kind: "not-waiting" });
    await recordAudit(t, "import.sheet-chosen", importId, { sheet });
    await queueReading(t, importId);
    return ok({ importId });
  });
}

/** Files with the headings of this one are read by their words again; what is in the books stays as it was read. */
export function forgetColumns(
  scope: OrgScope,
  importId: string,
): Promise<Result<null, Extract<NameColumnsProblem, { kind: "not-found" }>>> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored?.givenMapping) return err({ kind: "not-found" });
    if (!(await learnedMappingsOf(t).forget(stored.givenMapping))) return err({ kind: "not-found" });
    await recordAudit(t, "import.columns-forgotten", importId);
    return ok(null);
  });
}
