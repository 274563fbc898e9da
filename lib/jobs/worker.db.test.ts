import PgBoss from "pg-boss";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, importsIn } from "@/lib/data/testing/books-of";
import { receiveUpload } from "@/lib/usecases/receive-upload";

import { startWorker } from "./worker";

beforeEach(async () => {
  await asOwner("DELETE FROM pgboss.job");
});

// Its queue is everybody's: a worker that went on would take the jobs of other tests.
const starts = vi.spyOn(PgBoss.prototype, "start");

afterEach(async () => {
  for (const boss of starts.mock.contexts) await (boss as PgBoss).stop({ graceful: false, wait: true });
  starts.mockClear();
});

afterAll(() => {
  starts.mockRestore();
});

const upload = (scope: OrgScope, content = anEs003([aReadyRow(entryNumber(1)), aReadyRow(entryNumber(2))])) =>
  receiveUpload(scope, anUpload(content));

const jobsOf = async ({ orgId }: OrgScope) =>
  asOwner<{ id: string; state: string; retry_count: number }>(
    "SELECT id, state::text, retry_count FROM pgboss.job WHERE name = 'read-import' AND data ->> 'orgId' = $1",
    [orgId],
  );

const untilEnded = (scope: OrgScope) =>
  vi.waitFor(
    async () => {
      for (const { state } of await jobsOf(scope)) expect(["completed", "failed"]).toContain(state);
    },
    { timeout: 15_000, interval: 100 },
  );

describe("the worker", () => {
  it("reads an upload that waits in the queue", async () => {
    const { scope } = await aMember();
    await upload(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "created" }]);
    expect(await importsIn(scope)).toMatchObject([{ state: "stored" }]);
    await startWorker();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "completed" }]);
    expect(await importsIn(scope)).toMatchObject([{ state: "committed", read: 2, used: 2 }]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("reads uploads that arrive while it works, of several organizations", async () => {
    await startWorker();
    const scopes = await Promise.all([aMember(), aMember(), aMember()]);
    for (const { scope } of scopes) await upload(scope);
    for (const { scope } of scopes) {
      await untilEnded(scope);
      expect(await importsIn(scope)).toMatchObject([{ state: "committed" }]);
    }
  });

  it("takes up again what a process was working on when it died", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await asOwner("UPDATE pgboss.job SET state = 'active', started_on = now() WHERE data ->> 'orgId' = $1", [
      scope.orgId,
    ]);
    await startWorker();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "completed", retry_count: 1 }]);
    expect(await importsIn(scope)).toMatchObject([{ state: "committed" }]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("gives up when it failed too often, and begins again when the file is uploaded again", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await asOwner(
      "UPDATE pgboss.job SET state = 'active', started_on = now(), retry_count = retry_limit WHERE data ->> 'orgId' = $1",
      [scope.orgId],
    );
    await upload(scope);
    expect(await jobsOf(scope)).toHaveLength(1);
    await startWorker();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "failed" }]);
    await vi.waitFor(async () => {
      expect(await importsIn(scope)).toMatchObject([{ state: "refused" }]);
    });
    await upload(scope);
    await untilEnded(scope);
    expect(await importsIn(scope)).toMatchObject([{ state: "committed" }]);
    await upload(scope);
    expect(await jobsOf(scope)).toHaveLength(2);
  });

  it("screens by new rules at its start, and again tomorrow although it failed too often today", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await startWorker();
    await untilEnded(scope);
    for (const boss of starts.mock.contexts) await (boss as PgBoss).stop({ graceful: false, wait: true });
    const screenings = () =>
      asOwner<{ state: string; due: boolean }>(
        `SELECT state::text, start_after <= now() AS due FROM pgboss.job
         WHERE name = 'screen-organization' AND data ->> 'orgId' = $1 ORDER BY state, start_after`,
        [scope.orgId],
      );
    expect(await screenings()).toEqual([{ state: "created", due: false }]);
    await asOwner("UPDATE screenings SET rules_version = '2026-06-25.1', lane = 'court' WHERE org_id = $1", [
      scope.orgId,
    ]);
    await asOwner(
      `UPDATE pgboss.job SET data = data || '{"rulesVersion": "2026-06-25.1"}' WHERE data ->> 'orgId' = $1`,
      [scope.orgId],
    );
    await startWorker();
    await vi.waitFor(
      async () => {
        const lanes = await asOwner("SELECT DISTINCT lane FROM screenings WHERE org_id = $1", [scope.orgId]);
        expect(lanes).toEqual([{ lane: "cape-ready" }]);
        expect(await screenings()).toContainEqual({ state: "created", due: false });
      },
      { timeout: 15_000, interval: 100 },
    );
    for (const boss of starts.mock.contexts) await (boss as PgBoss).stop({ graceful: false, wait: true });
    await asOwner(
      "UPDATE pgboss.job SET state = 'active', retry_count = retry_limit WHERE state = 'created' AND data ->> 'orgId' = $1",
      [scope.orgId],
    );
    await startWorker();
    await vi.waitFor(async () => {
      expect((await screenings()).slice(-1)).toEqual([{ state: "failed", due: false }]);
      expect(await screenings()).toContainEqual({ state: "created", due: false });
    });
  });

  it("does a finished import over without changing anything", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await startWorker();
    await untilEnded(scope);
    await asOwner("UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE data ->> 'orgId' = $1", [
      scope.orgId,
    ]);
    await untilEnded(scope);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("reads nothing for somebody who is no member any more", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await asOwner("DELETE FROM memberships WHERE org_id = $1", [scope.orgId]);
    await startWorker();
    await untilEnded(scope);
    expect(await importsIn(scope)).toMatchObject([{ state: "stored", read: 0 }]);
  });
});
