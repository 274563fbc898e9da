import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit, type AuditAction } from "@/lib/data/audit";
import { holdBooks, inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { removeClaimsOfFile, writeClaimsOfFile } from "@/lib/data/claim-rows";
import { holdImport } from "@/lib/data/import-rereading";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { deleteRowRepairs, rowRepairsOf, writeRowRepairs, type StoredRepair } from "@/lib/data/row-repairs";
import { inOrganization, type TenantScope } from "@/lib/data/tenant";
import {
  err,
  ok,
  type AssembledFile,
  type Entry,
  type EntryNumber,
  type Result,
  type RowRepair,
} from "@/lib/domain";

import { claimsOfFile } from "./claim-book";
import { EntryDeclared, putReading } from "./put-reading";
import { queueReading } from "./queue-reading";
import { readStoredFile } from "./read-import";
import { repairableImport } from "./survey-repairs";

export type RepairProblem =
  /** No such import, or one whose rows are not known. */
  | { readonly kind: "not-repairable" }
  /** Somebody repaired, added or took out the same import at the same moment. */
  | { readonly kind: "changed-meanwhile" }
  /** An entry would go that stands on a downloaded declaration. */
  | { readonly kind: "entry-declared" };

/** What became of it: in the books at once, or with the next reading of a file that only waits. */
export type Repaired = {
  readonly cells: number;
  readonly entries: number;
  readonly inBooks: boolean;
};

type Repairing = Promise<Result<Repaired, RepairProblem>>;

export type RepairChange = {
  readonly add: readonly RowRepair[];
  readonly remove: readonly Pick<RowRepair, "row" | "columnIndex">[];
};

/**
 * Puts repairs beside a file or takes them back. The file keeps its bytes. What is in the books already is read again
 * with them, and only the entries that it shows differently are settled and screened anew: all of it or nothing.
 * @param based - the repairs on which the choice was made
 */
export async function changeRepairs(
  scope: OrgScope,
  stored: StoredImport,
  based: readonly StoredRepair[],
  change: RepairChange,
): Repairing {
  const cells = cellsIn(change);
  if (cells === 0) return ok({ cells, entries: 0, inBooks: stored.state === "committed" });
  if (stored.state !== "committed") return besideFile(scope, stored, based, change);
  const before = await readingOf(scope, stored, based);
  const after = await readingOf(scope, stored, repairsAfter(based, change));
  try {
    const entries = await noteChange(scope, stored, based, change, async (t) => {
      await removeClaimsOfFile(t, stored.id);
      await writeClaimsOfFile(t, claimsOfFile(stored.reportType ?? "", after.entries.values(), []));
      const put = await putReading(t, stored.id, before, after, readOther(scope), today());
      return put.entries;
    });
    return entries === null ? err({ kind: "changed-meanwhile" }) : ok({ cells, entries, inBooks: true });
  } catch (error) {
    if (error instanceof EntryDeclared) return err({ kind: "entry-declared" });
    throw error;
  }
}

/** Takes back the repair of one cell, or every repair of one kind: the cells say again what the file says. */
export async function takeBackRepairs(
  scope: OrgScope,
  importId: string,
  wanted: (repair: StoredRepair) => boolean,
): Repairing {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  const { stored, accepted } = found;
  return changeRepairs(scope, stored, accepted, { add: [], remove: accepted.filter(wanted) });
}

/** Nothing of the file is in the books: the repairs wait for the next reading, and what it would change is shown anew. */
async function besideFile(
  scope: OrgScope,
  stored: StoredImport,
  based: readonly StoredRepair[],
  change: RepairChange,
): Repairing {
  const entries = await noteChange(scope, stored, based, change, () => Promise.resolve(0));
  if (entries === null) return err({ kind: "changed-meanwhile" });
  await inOrganization(scope, (t) => queueReading(t, stored.id));
  return ok({ cells: cellsIn(change), entries, inBooks: false });
}

/**
 * Writes the repairs and what follows from them, in one transaction.
 * @param follow - answers how many entries it moved
 * @returns the same; null when somebody else changed the import or its repairs since they were read
 */
const noteChange = (
  scope: OrgScope,
  stored: StoredImport,
  based: readonly StoredRepair[],
  change: RepairChange,
  follow: (t: BulkTenant) => Promise<number>,
): Promise<number | null> =>
  inOrganizationByCopy(scope, async (t) => {
    await holdBooks(queryOn(t), t.orgId);
    if (!(await isStill(t, stored, based))) return null;
    await writeChange(t, stored.id, change);
    const entries = await follow(t);
    const moved = stored.state === "committed" ? { entries } : {};
    await recordAudit(t, auditOf(change), stored.id, { cells: cellsIn(change), ...moved });
    return entries;
  });

const cellsIn = ({ add, remove }: RepairChange): number => add.length + remove.length;

const auditOf = ({ add }: RepairChange): AuditAction =>
  add.length > 0 ? "import.repaired" : "import.repairs-withdrawn";

async function writeChange(t: BulkTenant, importId: string, { add, remove }: RepairChange): Promise<void> {
  await deleteRowRepairs(t, importId, remove);
  await writeRowRepairs(t, importId, add, now());
}

const cellOf = ({ row, columnIndex }: Pick<RowRepair, "row" | "columnIndex">): string =>
  `${row} ${columnIndex}`;

function repairsAfter(based: readonly RowRepair[], { add, remove }: RepairChange): readonly RowRepair[] {
  const replaced = new Set([...add, ...remove].map(cellOf));
  return [...based.filter((repair) => !replaced.has(cellOf(repair))), ...add];
}

/** The import and its repairs are what they were when the file was read for this. */
async function isStill(
  t: BulkTenant,
  stored: StoredImport,
  based: readonly StoredRepair[],
): Promise<boolean> {
  const held = await holdImport(t, stored.id);
  if (held?.state !== stored.state) return false;
  const now = await rowRepairsOf(queryOn(t), t.orgId, stored.id);
  return textOf(now) === textOf(based);
}

const textOf = (repairs: readonly StoredRepair[]): string =>
  JSON.stringify(repairs.map(({ row, columnIndex, repaired }) => [row, columnIndex, repaired]));

async function readingOf(
  scope: TenantScope,
  stored: StoredImport,
  repairs?: readonly RowRepair[],
): Promise<AssembledFile> {
  const read = await readStoredFile(scope, stored, repairs);
  if (!read.ok) throw new Error(`Import ${stored.id} cannot be read again: ${read.problem.kind}`);
  return read.value.assembled;
}

const readOther =
  (scope: TenantScope) =>
  async (importId: string): Promise<ReadonlyMap<EntryNumber, Entry>> => {
    const stored = await inOrganization(scope, (t) => importsOf(t).find(importId));
    if (stored === null) throw new Error(`Import ${importId} is not there any more`);
    return (await readingOf(scope, stored)).entries;
  };
