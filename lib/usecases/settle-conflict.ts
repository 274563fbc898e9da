import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now, today } from "@/lib/clock";
import { recordAudit, type AuditAction, type AuditDetails } from "@/lib/data/audit";
import { inOrganizationByCopy, queryOn } from "@/lib/data/bulk-tenant";
import { loadEntries } from "@/lib/data/entries-load";
import { actorName, writeSettlements } from "@/lib/data/entry-answers";
import { noteImporters } from "@/lib/data/import-commit";
import { importerNumberIn } from "@/lib/data/importers";
import {
  asSettled,
  err,
  knownValue,
  ok,
  reopenFact,
  reopenRows,
  settleFact,
  settleRows,
  type Entry,
  type EntryAnswers,
  type EntryFactName,
  type EntryNumber,
  type FactSource,
  type Result,
  type SettlementRecord,
  type SettleProblem,
} from "@/lib/domain";

import { screeningBase, storeScreenings } from "./screening";

export type SettleConflictProblem = { readonly kind: "entry-not-found" } | SettleProblem;

type Settled = Promise<Result<null, SettleConflictProblem>>;

/** Of a fact on which the files disagree, this value is true. @param note - kept with the choice; may be empty */
export const settleFactConflict = (
  scope: OrgScope,
  number: EntryNumber,
  choice: { readonly fact: EntryFactName; readonly value: string; readonly shown: readonly string[] },
  note = "",
): Settled =>
  settle(scope, number, "entry.fact-settled", { ...choice, ...noted(note) }, (entry, record) =>
    settleFact(entry, choice, { ...record, ...noted(note) }),
  );

/** Of rows that share a key and differ, this one is true. @param note - kept with the choice; may be empty */
export const settleRowConflict = (
  scope: OrgScope,
  number: EntryNumber,
  choice: { readonly chosen: FactSource; readonly shown: readonly FactSource[] },
  note = "",
): Settled =>
  settle(
    scope,
    number,
    "entry.rows-settled",
    { rows: JSON.stringify(choice), ...noted(note) },
    (entry, record) => settleRows(entry, choice, { ...record, ...noted(note) }),
  );

const noted = (note: string): Pick<SettlementRecord, "note"> => (note === "" ? {} : { note });

/** Takes the choice about a fact back: every value that the files show is possible again. */
export const reopenFactConflict = (scope: OrgScope, number: EntryNumber, fact: EntryFactName): Settled =>
  settle(scope, number, "entry.conflict-reopened", { fact }, (entry) => ok(reopenFact(entry, fact).answers));

/** Takes the choice about the rows back among which this one stands. */
export const reopenRowConflict = (scope: OrgScope, number: EntryNumber, row: FactSource): Settled =>
  settle(scope, number, "entry.conflict-reopened", { row: JSON.stringify(row) }, (entry) =>
    ok(reopenRows(entry, row).answers),
  );

/** Stores what was settled and screens the entry with it, in one transaction. */
function settle(
  scope: OrgScope,
  number: EntryNumber,
  action: AuditAction,
  details: AuditDetails,
  decide: (entry: Entry, record: SettlementRecord) => Result<EntryAnswers, SettleProblem>,
): Settled {
  return inOrganizationByCopy(scope, async (t) => {
    const base = await screeningBase(t, today());
    const entry = (await loadEntries(queryOn(t), t.orgId, [number])).get(number);
    if (!entry) return err({ kind: "entry-not-found" });
    const answers = decide(entry, { by: await actorName(t), at: now().toISOString() });
    if (!answers.ok) return answers;
    const settled = { ...entry, answers: answers.value };
    await noteImporters(t, importerOf(settled));
    await writeSettlements(t, settled);
    await storeScreenings(t, [settled], base);
    await recordAudit(t, action, number, details);
    return ok(null);
  });
}

/** An importer whose number no file ever showed alone is not known yet, and no declaration could name it. */
function importerOf(entry: Entry): ReadonlyMap<string, string> {
  const { facts } = asSettled(entry);
  const number = importerNumberIn(facts);
  return new Map(number === null ? [] : [[number, knownValue(facts.importerName) ?? ""]]);
}
