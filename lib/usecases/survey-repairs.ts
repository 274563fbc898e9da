import "server-only";

import { createHash } from "node:crypto";

import { importsOf, type StoredImport } from "@/lib/data/imports";
import { rowRepairsOf, type StoredRepair } from "@/lib/data/row-repairs";
import { inOrganization, queryOf, type TenantScope } from "@/lib/data/tenant";
import { err, ok, type ReportKind, type Result, type RowRepair } from "@/lib/domain";
import { env } from "@/lib/env";
import type { LookKind, Looks } from "@/lib/files/looks";
import type { StoredReading } from "@/lib/files/stored-reading";
import { uploadPath } from "@/lib/files/stored-upload";
import { receivedSurvey, type WorkbenchSurvey } from "@/lib/files/workbench-survey";

import { LookEnded, lookInAThread, type LookLimits } from "./look-in-a-thread";

/** States in which the rows of a file are known, so that its cells can be repaired. */
const REPAIRABLE: ReadonlySet<StoredImport["state"]> = new Set(["committed", "previewed"] as const);

/** Reports of entries and their duty. Rows of claims and payments come from CBP's own hand, and are not mended here. */
const REPAIRABLE_REPORTS: ReadonlySet<string | null> = new Set<ReportKind>([
  ...(["es003", "broker-lines", "broker-wide", "liquidation-list", "template"] as const),
]);

export const isRepairable = ({ state, reportType }: StoredImport): boolean =>
  REPAIRABLE.has(state) && REPAIRABLE_REPORTS.has(reportType);

/** An import whose cells can be repaired, with the repairs accepted so far. */
export type RepairableImport = {
  readonly stored: StoredImport;
  readonly accepted: readonly StoredRepair[];
};

/** Null: there is no such import, or its rows are not known. */
export async function repairableImport(
  scope: TenantScope,
  importId: string,
): Promise<RepairableImport | null> {
  return inOrganization(scope, async (t) => {
    const stored = await importsOf(t).find(importId);
    if (!stored || !isRepairable(stored)) return null;
    return { stored, accepted: await rowRepairsOf(queryOf(t), t.orgId, importId) };
  });
}

/** What reads the stored file of an import again, here or in a thread. */
export const storedReadingOf = (
  { orgId }: TenantScope,
  { stored, accepted }: { readonly stored: StoredImport; readonly accepted: readonly RowRepair[] },
): StoredReading => ({
  path: uploadPath(env.DATA_DIR, orgId, stored.sha256),
  report: stored.reportType,
  columns: stored.mapping.map(({ header, field }) => ({ heading: header, field })),
  sheet: stored.sheet,
  accepted: accepted.map(({ row, columnIndex, original, repaired, action }) => ({
    ...{ row, columnIndex, original, repaired, action },
  })),
});

/** The file is larger than a page may go through, or made to hold it up. What was accepted stays, and is read. */
export type TooMuchToLookAt = { readonly kind: "look-ended"; readonly because: "time" | "memory" };

/** Some ten times what a million rows take, and far above what their problems come to. */
const LIMITS: LookLimits = { milliseconds: 120_000, megabytes: 512 };

/** The looks of an organization wait for each other: a file that is made to hang holds up its own people alone. */
const LAST_LOOK = new Map<string, Promise<unknown>>();

/** Asks a question of the stored file of an import: never in the thread that serves the pages. */
export async function lookAtStored<Kind extends Exclude<LookKind, "upload">>(
  { orgId }: TenantScope,
  kind: Kind,
  question: Looks[Kind]["question"],
  limits = LIMITS,
): Promise<Result<Looks[Kind]["answer"], TooMuchToLookAt>> {
  const before = LAST_LOOK.get(orgId);
  const look = (async () => {
    await before?.catch(() => undefined); // told to whoever asked
    return lookInAThread(kind, question, limits);
  })();
  LAST_LOOK.set(orgId, look);
  try {
    return ok(await look);
  } catch (error) {
    if (!(error instanceof LookEnded)) throw error;
    console.warn(`A look at the rows of a stored file took too much ${error.because}.`);
    return err({ kind: "look-ended", because: error.because });
  } finally {
    if (LAST_LOOK.get(orgId) === look) LAST_LOOK.delete(orgId);
  }
}

type Surveyed = Result<WorkbenchSurvey, TooMuchToLookAt>;

/** A large file takes seconds to go through, and a person turns to the same page again and again. */
const RECENT = new Map<string, Promise<Surveyed>>();
const RECENT_MAX = 8;

/** What is still wrong in a file, with the repairs that it has. Two pages at once look once. */
export async function surveyImport(scope: TenantScope, found: RepairableImport): Promise<Surveyed> {
  const reading = storedReadingOf(scope, found);
  const key = createHash("sha256").update(JSON.stringify(reading)).digest("hex");
  const survey = RECENT.get(key) ?? surveyInAThread(scope, reading);
  RECENT.delete(key);
  RECENT.set(key, survey); // the latest stands last
  for (const oldest of [...RECENT.keys()].slice(0, -RECENT_MAX)) RECENT.delete(oldest);
  let isKept = false;
  try {
    const surveyed = await survey;
    isKept = surveyed.ok;
    return surveyed;
  } finally {
    if (!isKept && RECENT.get(key) === survey) RECENT.delete(key); // to be tried again
  }
}

async function surveyInAThread(scope: TenantScope, reading: StoredReading): Promise<Surveyed> {
  const looked = await lookAtStored(scope, "workbench", reading);
  return looked.ok ? ok(receivedSurvey(looked.value)) : looked;
}
