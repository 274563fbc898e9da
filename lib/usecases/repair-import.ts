import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit, type AuditAction } from "@/lib/data/audit";
import { holdBooks, inOrganizationByCopy, queryOn, type BulkTenant } from "@/lib/data/bulk-tenant";
import { holdImport } from "@/lib/data/import-steps";
import { importsOf, type StoredImport } from "@/lib/data/imports";
import { deleteRowRepairs, rowRepairsOf, writeRowRepairs, type StoredRepair } from "@/lib/data/row-repairs";
import { inOrganization } from "@/lib/data/tenant";
import { err, ok, type Result, type RowRepair } from "@/lib/domain";

import { EntryDeclared, putReading, type ReadOther } from "./put-reading";
import { queueReading } from "./queue-reading";
import { ReadingAgain } from "./reading-again";
import { rereadWith } from "./rereading";
import { entriesInStoredFile } from "./stored-file";
import { repairableImport, type RepairableImport } from "./survey-repairs";

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

/** Who waits for the work, and what else is to be written with it. */
export type RepairWork = {
  readonly reading?: ReadingAgain;
  /** In the transaction of the repairs. @returns false when nobody wants them any more */
  readonly ending?: (t: BulkTenant, repaired: Repaired) => Promise<boolean>;
};

/** Whoever asked wants it no more: nothing is stored. */
export class RepairUnwanted extends Error {}

/**
 * Puts repairs beside a file or takes them back. The file keeps its bytes. What is in the books already is read again
 * with them, and only the entries that it shows differently are settled and screened anew: all of it or nothing.
 * @param based - the import, with the repairs on which the choice was made
 */
export async function changeRepairs(
  scope: OrgScope,
  based: RepairableImport,
  change: RepairChange,
  work: RepairWork = {},
): Repairing {
  const { stored } = based;
  if (cellsIn(change) === 0) return ok({ cells: 0, entries: 0, inBooks: stored.state === "committed" });
  try {
    const follow =
      stored.state === "committed"
        ? await putAgain(scope, based, change, work)
        : (t: BulkTenant) => readOnceMore(t, stored);
    const repaired = await noteChange(scope, based, change, work, follow);
    return repaired === null ? err({ kind: "changed-meanwhile" }) : ok(repaired);
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
  work: RepairWork = {},
): Repairing {
  const found = await repairableImport(scope, importId);
  if (found === null) return err({ kind: "not-repairable" });
  return changeRepairs(scope, found, { add: [], remove: found.accepted.filter(wanted) }, work);
}

/** What follows from repairs, in their transaction. @returns how many entries it moved */
type Following = (t: BulkTenant) => Promise<number>;

/** Nothing of the file is in the books: the next reading applies the repairs, and what it would change is shown anew. */
async function readOnceMore(t: BulkTenant, { id }: StoredImport): Promise<number> {
  await queueReading(t, id);
  return 0;
}

/** Reads the file without and with the change, before the books are held for it. Memory holds what the change moves. */
async function putAgain(
  scope: OrgScope,
  { stored, accepted }: RepairableImport,
  change: RepairChange,
  { reading = new ReadingAgain({}) }: RepairWork,
): Promise<Following> {
  const after = repairsAfter(accepted, change);
  const rereading = await rereadWith(scope, stored, { before: accepted, after }, reading);
  const onEntries = (entries: number, entriesTotal: number): void => {
    reading.settled(entries, entriesTotal);
  };
  const readOther: ReadOther = async (importId, wanted) => {
    const other = await inOrganization(scope, (t) => importsOf(t).find(importId));
    if (other === null) throw new Error(`Import ${importId} is not there any more`);
    return entriesInStoredFile(scope, other, wanted, reading);
  };
  onEntries(0, 0);
  return async (t) => {
    const { entries } = await putReading(t, stored.id, rereading, readOther, today(), onEntries);
    return entries;
  };
}

/**
 * Writes the repairs and what follows from them, in one transaction.
 * @returns null when somebody else changed the import or its repairs since they were read
 */
const noteChange = (
  scope: OrgScope,
  { stored, accepted }: RepairableImport,
  change: RepairChange,
  { ending }: RepairWork,
  follow: Following,
): Promise<Repaired | null> =>
  inOrganizationByCopy(scope, async (t) => {
    await holdBooks(queryOn(t), t.orgId);
    if (!(await isStill(t, stored, accepted))) return null;
    await writeChange(t, stored.id, change);
    const inBooks = stored.state === "committed";
    const repaired = { cells: cellsIn(change), entries: await follow(t), inBooks };
    const { cells, entries } = repaired;
    await recordAudit(t, auditOf(change), stored.id, inBooks ? { cells, entries } : { cells });
    if (ending && !(await ending(t, repaired))) throw new RepairUnwanted();
    return repaired;
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
