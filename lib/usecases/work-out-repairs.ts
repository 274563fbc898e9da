import "server-only";

import type { OrgScope } from "@/lib/auth/scope";
import { now } from "@/lib/clock";
import type { StoredImport } from "@/lib/data/imports";
import type { JobStop } from "@/lib/data/job-queue";
import {
  endedRepairRequest,
  endRepairRequest,
  openRepairRequest,
  repairRequest,
  type RepairRequest,
  type RepairWish,
} from "@/lib/data/repair-requests";
import { inOrganization } from "@/lib/data/tenant";
import type { Result } from "@/lib/domain";

import { acceptDayFirst, acceptGroup, typeCells, type AcceptProblem } from "./accept-repairs";
import { ReadingAgain, type ReadingWatch } from "./reading-again";
import { RepairUnwanted, takeBackRepairs, type Repaired, type RepairWork } from "./repair-import";
import { acceptReturned, forgetReturned, type ReturnedProblem } from "./repair-workbook";

/** What became of repairs that somebody asked for, as `repair_requests.outcome` keeps it. */
export type RepairOutcome =
  | ({ readonly kind: "done" } & Repaired)
  | { readonly kind: "refused"; readonly problem: AcceptProblem | ReturnedProblem }
  /** Nothing was stored: cancelled, too slow, or a fault of ours. */
  | { readonly kind: "stopped"; readonly stop: JobStop };

/**
 * Works out what somebody asked for. Repairs, their entries and the outcome are written in one transaction: run twice, or
 * after a crash in the middle, it does its work once.
 */
export async function workOutRepairs(
  scope: OrgScope,
  requestId: string,
  watch: ReadingWatch = {},
): Promise<void> {
  const request = await inOrganization(scope, (t) => repairRequest(t, requestId));
  if (request === null) return; // the import was discarded, and its repairs with it
  const outcome = outcomeOf(request) ?? (await carryOut(scope, request, watch));
  if (request.wish.kind === "accept-returned" && outcome?.kind === "done")
    await forgetReturned(scope, request.wish.sha256);
}

/** Null: nobody wants it any more. */
async function carryOut(
  scope: OrgScope,
  { id, importId, wish }: RepairRequest,
  watch: ReadingWatch,
): Promise<RepairOutcome | null> {
  const work: RepairWork = {
    reading: new ReadingAgain(watch),
    ending: (t, repaired) => endRepairRequest(t, id, { kind: "done", ...repaired }, now()),
  };
  try {
    const result = await fulfil(scope, importId, wish, work);
    const outcome: RepairOutcome = result.ok
      ? { kind: "done", ...result.value }
      : { kind: "refused", problem: result.problem };
    await inOrganization(scope, (t) => endRepairRequest(t, id, outcome, now()));
    return outcome;
  } catch (error) {
    if (error instanceof RepairUnwanted) return null;
    throw error;
  }
}

function fulfil(
  scope: OrgScope,
  importId: string,
  wish: RepairWish,
  work: RepairWork,
): Promise<Result<Repaired, AcceptProblem | ReturnedProblem>> {
  switch (wish.kind) {
    case "accept-group":
      return acceptGroup(scope, importId, wish.key, work);
    case "accept-day-first":
      return acceptDayFirst(scope, importId, work);
    case "type-cells":
      return typeCells(scope, importId, wish.cells, work);
    case "take-back":
      return takeBackRepairs(
        scope,
        importId,
        ({ row, columnIndex }) => row === wish.row && columnIndex === wish.columnIndex,
        work,
      );
    case "take-all-back":
      return takeBackRepairs(scope, importId, () => true, work);
    case "accept-returned":
      return acceptReturned(scope, importId, wish.sha256, work);
  }
}

/** How often the file is read for it: to find the cells, and of an import in the books without and with the repairs. */
export const readingsFor = ({ kind }: RepairWish, state: StoredImport["state"]): number =>
  READINGS_TO_FIND[kind] + (state === "committed" ? READINGS_TO_COMPARE : 0);

/** Without and with the repairs; every reading of entries is a first look over the file and a second one. */
const READINGS_TO_COMPARE = 4;

const READINGS_TO_FIND = {
  "accept-group": 1,
  "accept-day-first": 1,
  "type-cells": 1,
  "take-back": 0,
  "take-all-back": 0,
  "accept-returned": 2,
} as const satisfies Record<RepairWish["kind"], number>;

/** No further try: nothing was stored, which whoever asked is told. */
export async function giveUpRepairs(scope: OrgScope, requestId: string, stop: JobStop): Promise<void> {
  const outcome: RepairOutcome = { kind: "stopped", stop };
  await inOrganization(scope, (t) => endRepairRequest(t, requestId, outcome, now()));
}

/** The repairs of an import that are being worked out, and what became of the last ones that this very person asked for. */
export type RepairsUnderWay = {
  readonly open: RepairRequest | null;
  readonly last: { readonly outcome: RepairOutcome; readonly endedAt: Date } | null;
};

export const viewRepairsUnderWay = (scope: OrgScope, importId: string): Promise<RepairsUnderWay> =>
  inOrganization(scope, async (t) => {
    const ended = await endedRepairRequest(t, importId);
    const outcome = ended && outcomeOf(ended);
    return {
      open: await openRepairRequest(t, importId),
      last: outcome === null || ended?.endedAt == null ? null : { outcome, endedAt: ended.endedAt },
    };
  });

const outcomeOf = ({ outcome }: RepairRequest): RepairOutcome | null => outcome as RepairOutcome | null;
