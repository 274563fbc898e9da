import "server-only";

import { createHash } from "node:crypto";

import { importsOf, type StoredImport } from "@/lib/data/imports";
import { rowRepairsOf, type StoredRepair } from "@/lib/data/row-repairs";
import { inOrganization, queryOf, type TenantScope } from "@/lib/data/tenant";
import {
  headingsText,
  parseGivenMapping,
  type CellRepair,
  type MappingLookup,
  type RecognisedHeader,
  type ReportKind,
  type RowRepair,
} from "@/lib/domain";
import { env } from "@/lib/env";
import { readRepairs, type RepairFile, type SurveyedRow } from "@/lib/files/read-repairs";
import { uploadPath } from "@/lib/files/stored-upload";

/** States in which the rows of a file are known, so that its cells can be repaired. */
const REPAIRABLE: ReadonlySet<StoredImport["state"]> = new Set(["committed", "previewed"] as const);

/** Reports of entries and their duty. Rows of claims and payments come from CBP's own hand, and are not mended here. */
const REPAIRABLE_REPORTS: ReadonlySet<string | null> = new Set<ReportKind>([
  ...(["es003", "broker-lines", "broker-wide", "liquidation-list", "template"] as const),
]);

export const isRepairable = ({ state, reportType }: StoredImport): boolean =>
  REPAIRABLE.has(state) && REPAIRABLE_REPORTS.has(reportType);

/** An import with the repairs accepted so far and what is still wrong in its file. */
export type Workbench = RepairFile & {
  readonly stored: StoredImport;
  readonly accepted: readonly StoredRepair[];
  /** The first cells that need a hand: several candidates, or none. */
  readonly toType: readonly CellRepair[];
  readonly toTypeCount: number;
};

/** As many as a person goes through in one sitting; more come up once these are done. */
const TO_TYPE_MAX = 200;

/** The import and its accepted repairs; null: there is no such import, or its rows are not known. */
export async function repairableImport(
  scope: TenantScope,
  importId: string,
): Promise<{ readonly stored: StoredImport; readonly accepted: readonly StoredRepair[] } | null> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored || !isRepairable(stored)) return null;
    return { stored, accepted: await rowRepairsOf(queryOf(t), t.orgId, importId) };
  });
}

/** Reads the stored file for what is wrong in it; null as above. */
export async function viewWorkbench(scope: TenantScope, importId: string): Promise<Workbench | null> {
  const found = await repairableImport(scope, importId);
  if (found === null) return null;
  const key = contentKey(scope, found);
  const known = RECENT.get(key);
  const survey = known ?? (await surveyForView(scope, found));
  RECENT.delete(key);
  RECENT.set(key, survey); // the latest stands last
  for (const oldest of [...RECENT.keys()].slice(0, -RECENT_MAX)) RECENT.delete(oldest);
  return { ...survey, ...found };
}

type Survey = Omit<Workbench, "stored" | "accepted">;
type Found = Pick<Workbench, "stored" | "accepted">;

/** A large file takes seconds to go through, and a person turns to the same page again and again. */
const RECENT = new Map<string, Survey>();
const RECENT_MAX = 8;

/** What a survey rests on: whose file, its bytes, what its columns mean, and the repairs in it. */
const contentKey = ({ orgId }: TenantScope, { stored, accepted }: Found): string =>
  createHash("sha256")
    .update(JSON.stringify([orgId, stored.sha256, stored.reportType, stored.mapping]))
    .update(JSON.stringify(accepted.map(({ row, columnIndex, repaired }) => [row, columnIndex, repaired])))
    .digest("hex");

async function surveyForView(scope: TenantScope, { stored, accepted }: Found): Promise<Survey> {
  const toType: CellRepair[] = [];
  let toTypeCount = 0;
  const file = await surveyStored(scope, stored, accepted, ({ repairs }) => {
    for (const repair of repairs) {
      if (repair.columnIndex === null || repair.candidates.length === 1) continue;
      toTypeCount++;
      if (toType.length < TO_TYPE_MAX) toType.push(repair);
    }
  });
  return { ...file, toType, toTypeCount };
}

/** Goes through the rows of a stored file, with these repairs in them, by the columns it was read by at first. */
export async function surveyStored(
  { orgId }: TenantScope,
  stored: StoredImport,
  accepted: readonly RowRepair[],
  see: (row: SurveyedRow, header: RecognisedHeader) => void,
): Promise<RepairFile> {
  const read = await readRepairs(
    { path: uploadPath(env.DATA_DIR, orgId, stored.sha256) },
    { accepted, see, mappingOf: sameMapping(stored) },
  );
  if (!read.ok) throw new Error(`Import ${stored.id} cannot be read again: ${read.problem.kind}`);
  return read.value;
}

/** Whatever somebody said of such headings since, the columns mean what they meant when the file was read. */
function sameMapping({ reportType, mapping }: StoredImport): MappingLookup {
  const text = headingsText(mapping.map(({ header }) => header));
  const columns = mapping.map(({ header, field }) => ({ heading: header, field }));
  const given = parseGivenMapping({ report: reportType, columns });
  return (headings) =>
    given !== null && headingsText(headings) === text ? { mapping: given, basis: "given" } : null;
}
