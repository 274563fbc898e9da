import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import type { RepairWish } from "@/lib/data/repair-requests";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, importsIn } from "@/lib/data/testing/books-of";

import { acceptGroup } from "./accept-repairs";
import { askForRepairs, cancelRepairs } from "./ask-for-repairs";
import { readImport } from "./read-import";
import { receiveUpload } from "./receive-upload";
import { repairableImport } from "./survey-repairs";
import { damaged, expectConserved, keyOfGroup, LOST, workbench } from "./testing/a-damaged-import";
import { added } from "./testing/read-into-books";
import { giveUpRepairs, viewRepairsUnderWay, workOutRepairs } from "./work-out-repairs";

const ALL_BACK = { kind: "take-all-back" } as const satisfies RepairWish;

/** Ids of the requests that wait in the queue, oldest first. */
const queued = async (importId: string): Promise<readonly string[]> =>
  (
    await asOwner<{ id: string }>(
      `SELECT data ->> 'requestId' AS id FROM pgboss.job
       WHERE name = 'repair-import' AND data ->> 'importId' = $1 ORDER BY created_on`,
      [importId],
    )
  ).map(({ id }) => id);

/** Asks, and returns what waits for the worker. */
async function ask(scope: OrgScope, importId: string, wish: RepairWish): Promise<string> {
  expect(await askForRepairs(scope, importId, wish)).toEqual({ ok: true, value: null });
  return (await queued(importId)).at(-1)!;
}

const zerosOf = async (scope: OrgScope, importId: string): Promise<RepairWish> => ({
  kind: "accept-group",
  key: keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"),
});

const lastOf = async (scope: OrgScope, importId: string) =>
  (await viewRepairsUnderWay(scope, importId)).last?.outcome;

describe("repairs that somebody asked for", () => {
  it("are worked out in the background, into the books that accepting them at once makes", async () => {
    const { scope } = await aMember();
    const { scope: other } = await aMember();
    const importId = await added(scope, damaged);
    const theirs = await added(other, damaged);
    const before = await booksOf(scope);
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    expect(await booksOf(scope)).toEqual(before);
    expect(await viewRepairsUnderWay(scope, importId)).toMatchObject({ open: { id }, last: null });

    await workOutRepairs(scope, id);
    await acceptGroup(other, theirs, keyOfGroup(await workbench(other, theirs), "restore-leading-zeros"));
    expect(await booksOf(scope)).toEqual(await booksOf(other));
    await expectConserved(scope);
    expect(await viewRepairsUnderWay(scope, importId)).toMatchObject({
      open: null,
      last: { outcome: { kind: "done", cells: 2, entries: 1, inBooks: true } },
    });
  });

  it("are done once, however often the job runs", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    await Promise.all([workOutRepairs(scope, id), workOutRepairs(scope, id)]);
    const after = await booksOf(scope);
    await workOutRepairs(scope, id);
    expect(await booksOf(scope)).toEqual(after);
    expect(await lastOf(scope, importId)).toMatchObject({ kind: "done", cells: 2 });
    expect((await auditOf(scope)).filter((action) => action === "import.repaired")).toHaveLength(1);
  });

  it("are asked for once by two clicks; another choice has to wait", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const wish = await zerosOf(scope, importId);
    const clicks = await Promise.all([1, 2].map(() => askForRepairs(scope, importId, wish)));
    expect(clicks).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await queued(importId)).toHaveLength(1);
    expect(await askForRepairs(scope, importId, ALL_BACK)).toEqual({
      ok: false,
      problem: { kind: "repairs-under-way" },
    });
  });

  it("say to whoever asked, and to nobody else, why nothing was stored", async () => {
    const ana = await aMember();
    const { scope: colleague } = await aMember({ beside: ana, role: "preparer" });
    const { scope } = ana;
    const file = anEs003([
      aReadyRow(entryNumber(1), { duty: "n/a" }),
      aReadyRow(entryNumber(2), { entered: "13/02/2025" }),
    ]);
    const importId = await added(scope, file);
    const told = async (wish: RepairWish) => {
      await workOutRepairs(scope, await ask(scope, importId, wish));
      return lastOf(scope, importId);
    };
    expect(await told({ kind: "accept-group", key: "0|proven|restore-leading-zeros" })).toEqual({
      ...{ kind: "refused", problem: { kind: "nothing-to-accept" } },
    });
    expect(await told({ kind: "accept-day-first" })).toEqual({
      ...{ kind: "refused", problem: { kind: "dates-disagree", monthFirst: 1 } },
    });
    const { row, columnIndex } = (await workbench(scope, importId)).toType[0]!;
    expect(
      await told({ kind: "type-cells", cells: [{ row, columnIndex: columnIndex!, text: "many" }] }),
    ).toMatchObject({
      kind: "refused",
      problem: { kind: "cells-refused", cells: [{ row: 2, column: "Line Tariff Duty Amount" }] },
    });
    expect(await lastOf(colleague, importId)).toBeUndefined();
    const [{ count }] = (await asOwner<{ count: string }>(
      "SELECT count(*) FROM repair_requests WHERE org_id = $1",
      [scope.orgId],
    )) as [{ count: string }];
    expect(count, "what he was told before is forgotten").toBe("1");
  });

  it("are still wanted after a fault in the middle, and nothing of them is stored until they are done", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const before = await booksOf(scope);
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    const broken = new AbortController();
    const fail = workOutRepairs(scope, id, {
      signal: broken.signal,
      onProgress: ({ stage }) => {
        if (stage === "screening") broken.abort(new Error("the worker is killed"));
      },
    });
    await expect(fail).rejects.toThrow("the worker is killed");
    expect(await booksOf(scope)).toEqual(before);
    expect(await viewRepairsUnderWay(scope, importId)).toMatchObject({ open: { id } });
    await workOutRepairs(scope, id);
    expect(await lastOf(scope, importId)).toMatchObject({ kind: "done", cells: 2 });
    await expectConserved(scope);
  });

  it("that were cancelled while they were worked out leave nothing behind", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const before = await booksOf(scope);
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    const cancelling: Promise<unknown>[] = [];
    await workOutRepairs(scope, id, {
      onProgress: ({ stage }) => {
        if (stage === "reading" && cancelling.length === 0) cancelling.push(cancelRepairs(scope, importId));
      },
    });
    expect(await Promise.all(cancelling)).toEqual([{ ok: true, value: null }]);
    expect(await booksOf(scope)).toEqual(before);
    expect(await lastOf(scope, importId)).toEqual({ kind: "stopped", stop: { kind: "cancelled" } });
    expect(await cancelRepairs(scope, importId)).toMatchObject({ problem: { kind: "repairs-over" } });
  });

  it("are given up with their reason, which a repair that was done in the meantime keeps", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    await giveUpRepairs(scope, id, { kind: "stalled", seconds: 60 });
    expect(await lastOf(scope, importId)).toEqual({
      ...{ kind: "stopped", stop: { kind: "stalled", seconds: 60 } },
    });
    const again = await ask(scope, importId, await zerosOf(scope, importId));
    await workOutRepairs(scope, again);
    await giveUpRepairs(scope, again, { kind: "failed" });
    expect(await lastOf(scope, importId)).toMatchObject({ kind: "done" });
  });

  it("of a file that is only shown are noted and the file is read again, both or neither", async () => {
    const { scope } = await aMember({ addsFilesUnasked: false });
    const received = await receiveUpload(scope, anUpload(damaged, "a.csv"));
    if (!received.ok) throw new Error(received.problem.kind);
    const { importId } = received.value;
    await readImport(scope, importId);
    await asOwner("DELETE FROM pgboss.job WHERE data ->> 'importId' = $1", [importId]); // no worker ended it
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    await workOutRepairs(scope, id);
    expect(await importsIn(scope)).toMatchObject([{ state: "stored" }]);
    expect(await lastOf(scope, importId)).toMatchObject({ kind: "done", cells: 2, inBooks: false });
    expect(
      await asOwner("SELECT name FROM pgboss.job WHERE data ->> 'importId' = $1 AND name = 'read-import'", [
        importId,
      ]),
    ).toHaveLength(1);
    await workOutRepairs(scope, id);
    await readImport(scope, importId);
    expect(await importsIn(scope)).toMatchObject([{ state: "previewed" }]);
    expect((await repairableImport(scope, importId))?.accepted).toHaveLength(2);
  });

  it("are nobody's who does not belong to the organization", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const stranger = (await aMember()).scope;
    expect(await askForRepairs(stranger, importId, ALL_BACK)).toMatchObject({
      problem: { kind: "not-repairable" },
    });
    const id = await ask(scope, importId, await zerosOf(scope, importId));
    await workOutRepairs(stranger, id);
    expect(await cancelRepairs(stranger, importId)).toMatchObject({ problem: { kind: "repairs-over" } });
    expect((await viewRepairsUnderWay(stranger, importId)).open).toBeNull();
    expect((await workbench(scope, importId)).accepted).toEqual([]);
    expect(damaged).toContain(LOST);
  });
});
