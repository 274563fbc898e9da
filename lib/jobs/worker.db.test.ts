import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, importsIn } from "@/lib/data/testing/books-of";
import { beforeVerdicts, whileHeld } from "@/lib/data/testing/while-held";
import { env } from "@/lib/env";
import { uploadPath } from "@/lib/files/stored-upload";
import { cancelImport, readAgain } from "@/lib/usecases/cancel-import";
import { receiveUpload } from "@/lib/usecases/receive-upload";

import { startWorker, type RunningWorker } from "./worker";

beforeEach(async () => {
  await asOwner("DELETE FROM pgboss.job");
});

// Their queue is everybody's: a worker that went on would take the jobs of other tests.
const workers: RunningWorker[] = [];

async function start(name?: string): Promise<RunningWorker> {
  const worker = await startWorker(name);
  workers.push(worker);
  return worker;
}

const stopAll = async (): Promise<void> => {
  for (const worker of workers.splice(0)) await worker.stop();
};
afterEach(stopAll);

/** Six rows an entry. */
const ready = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aReadyRow(entryNumber(1 + Math.floor(index / 6)), { line: String(1 + (index % 6)) }),
  );

async function upload(scope: OrgScope, rows = 2): Promise<string> {
  const received = await receiveUpload(scope, anUpload(anEs003(ready(rows))));
  if (!received.ok) throw new Error(received.problem.kind);
  return received.value.importId;
}

type JobRow = { state: string; retry_count: number; deaths: number | null };

const jobsOf = async ({ orgId }: OrgScope) =>
  asOwner<JobRow>(
    `SELECT state::text, retry_count, (data ->> 'deaths')::int AS deaths FROM pgboss.job
     WHERE name = 'read-import' AND data ->> 'orgId' = $1 ORDER BY created_on`,
    [orgId],
  );

const changeJobs = ({ orgId }: OrgScope, change: string) =>
  asOwner(`UPDATE pgboss.job SET ${change} WHERE data ->> 'orgId' = $1`, [orgId]);

const untilEnded = (scope: OrgScope) =>
  vi.waitFor(
    async () => {
      for (const { state } of await jobsOf(scope)) expect(["completed", "failed"]).toContain(state);
    },
    { timeout: 40_000, interval: 100 },
  );

const stateOf = async (scope: OrgScope): Promise<string | undefined> => (await importsIn(scope))[0]?.state;

const untilReading = (scope: OrgScope) =>
  vi.waitFor(async () => expect(await stateOf(scope)).toBe("reading"), { timeout: 10_000 });

const refusalOf = async (scope: OrgScope, importId: string) =>
  (await inOrganization(scope, (t) => importsOf(t).find(importId)))?.refusal;

describe("the worker", () => {
  it("reads an upload that waits in the queue", async () => {
    const { scope } = await aMember();
    await upload(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "created" }]);
    expect(await importsIn(scope)).toMatchObject([{ state: "stored" }]);
    await start();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "completed" }]);
    expect(await importsIn(scope)).toMatchObject([{ state: "committed", read: 2, used: 2 }]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("reads uploads that arrive while three of them work, each once", async () => {
    await Promise.all([start(), start(), start()]);
    const scopes = await Promise.all([aMember(), aMember(), aMember(), aMember()]);
    for (const { scope } of scopes) await upload(scope);
    for (const { scope } of scopes) {
      await untilEnded(scope);
      expect(await importsIn(scope)).toMatchObject([{ state: "committed" }]);
      expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
    }
  });

  it("does a finished import over without changing anything", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await start();
    await untilEnded(scope);
    await changeJobs(scope, "state = 'retry', start_after = now()");
    await untilEnded(scope);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("reads nothing for somebody who is no member any more", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await asOwner("DELETE FROM memberships WHERE org_id = $1", [scope.orgId]);
    await start();
    await untilEnded(scope);
    expect(await importsIn(scope)).toMatchObject([{ state: "stored", read: 0 }]);
  });

  it("leaves its job to the next worker when it is stopped", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await beforeVerdicts(async () => {
      await start();
      await untilReading(scope);
      await stopAll();
      expect(await jobsOf(scope)).toEqual([{ state: "retry", retry_count: 0, deaths: null }]);
      expect(await stateOf(scope)).toBe("reading");
    });
  });
});

describe("a job whose worker died", () => {
  it("is taken up by another worker when the lease has run out", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await changeJobs(scope, "state = 'active', started_on = now() - interval '11 seconds'");
    await start();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toEqual([{ state: "completed", retry_count: 0, deaths: 1 }]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  });

  it("is taken up at once by the worker that is started in its place", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await changeJobs(scope, `state = 'active', started_on = now(), output = '{"worker": "here-1"}'`);
    await start("here-1");
    await untilEnded(scope);
    expect(await jobsOf(scope)).toEqual([{ state: "completed", retry_count: 0, deaths: 1 }]);
  });

  it("is left to another worker that is alive", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await changeJobs(scope, `state = 'active', started_on = now(), output = '{"worker": "elsewhere"}'`);
    await start();
    await pause(2_500);
    expect(await jobsOf(scope)).toMatchObject([{ state: "active" }]);
    expect(await stateOf(scope)).toBe("stored");
  });

  it("is given up when six of them died over it, and is read again when somebody asks", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope);
    await changeJobs(
      scope,
      `state = 'active', started_on = now() - interval '11 seconds', data = data || '{"deaths": 5}'`,
    );
    expect(await upload(scope)).toBe(importId);
    expect(await jobsOf(scope)).toHaveLength(1);
    await start();
    await untilEnded(scope);
    expect(await refusalOf(scope, importId)).toEqual({ kind: "reading-failed" });
    expect((await readAgain(scope, importId)).ok).toBe(true);
    await untilEnded(scope);
    expect(await stateOf(scope)).toBe("committed");
  });
});

describe("a job that fails", () => {
  it("is given up with its last try", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope);
    const [stored] = await asOwner<{ sha256: string }>("SELECT sha256 FROM imports WHERE id = $1", [
      importId,
    ]);
    await rm(uploadPath(env.DATA_DIR, scope.orgId, stored!.sha256));
    await changeJobs(scope, "state = 'retry', started_on = now(), retry_count = retry_limit - 1");
    await start();
    await untilEnded(scope);
    expect(await jobsOf(scope)).toMatchObject([{ state: "failed" }]);
    expect(await refusalOf(scope, importId)).toEqual({ kind: "reading-failed" });
  });
});

describe("cancelling an import", () => {
  it("stops it while it waits, and it can be started again", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope);
    expect((await cancelImport(scope, importId)).ok).toBe(true);
    expect(await stateOf(scope)).toBe("cancelled");
    expect((await readAgain(scope, importId)).ok).toBe(true);
    expect((await readAgain(scope, importId)).ok).toBe(false);
    await start();
    await untilEnded(scope);
    expect(await stateOf(scope)).toBe("committed");
    expect(await auditOf(scope)).toEqual([
      ...["import.stored", "import.cancelled", "import.read-again", "import.committed"],
    ]);
  });

  it("stops it while it is read: nothing is stored, and the same file can be uploaded again", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope, 12_000);
    // Held when it asks how such files were read before, and let go when it was told.
    await whileHeld("LOCK TABLE learned_mappings IN ACCESS EXCLUSIVE MODE", async () => {
      await start();
      await untilReading(scope);
      await cancelImport(scope, importId);
    });
    await untilEnded(scope);
    expect(await importsIn(scope)).toMatchObject([{ state: "cancelled", read: 0, rowsUsed: [] }]);
    expect(await upload(scope, 12_000)).toBe(importId);
    await untilEnded(scope);
    expect(await importsIn(scope)).toMatchObject([{ state: "committed", read: 12_000 }]);
  }, 90_000);

  it("is refused once the import is over", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope);
    await start();
    await untilEnded(scope);
    expect(await cancelImport(scope, importId)).toEqual({ ok: false, problem: { kind: "import-is-over" } });
  });

  it("does not reach the import of another organization", async () => {
    const [ours, theirs] = [await aMember(), await aMember()];
    const importId = await upload(theirs.scope);
    const refused = { ok: false, problem: { kind: "no-such-import" } };
    expect(await cancelImport(ours.scope, importId)).toEqual(refused);
    expect(await readAgain(ours.scope, importId)).toEqual(refused);
    expect(await stateOf(theirs.scope)).toBe("stored");
  });
});

describe("the screening of an organization", () => {
  const screeningsOf = ({ orgId }: OrgScope) =>
    asOwner<{ state: string; due: boolean }>(
      `SELECT state::text, start_after <= now() AS due FROM pgboss.job
       WHERE name = 'screen-organization' AND data ->> 'orgId' = $1 ORDER BY state, start_after`,
      [orgId],
    );

  it("follows new rules at the start of a worker, and comes again tomorrow although it failed too often", async () => {
    const { scope } = await aMember();
    await upload(scope);
    await start();
    await untilEnded(scope);
    await stopAll();
    expect(await screeningsOf(scope)).toEqual([{ state: "created", due: false }]);
    await asOwner("UPDATE screenings SET rules_version = '2026-06-25.1', lane = 'court' WHERE org_id = $1", [
      scope.orgId,
    ]);
    await changeJobs(scope, `data = data || '{"rulesVersion": "2026-06-25.1"}'`);
    await start();
    await vi.waitFor(
      async () => {
        const lanes = await asOwner("SELECT DISTINCT lane FROM screenings WHERE org_id = $1", [scope.orgId]);
        expect(lanes).toEqual([{ lane: "cape-ready" }]);
        expect(await screeningsOf(scope)).toContainEqual({ state: "created", due: false });
      },
      { timeout: 15_000, interval: 100 },
    );
    await stopAll();
    await asOwner(
      `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 hour', data = data || '{"deaths": 5}'
       WHERE state = 'created' AND data ->> 'orgId' = $1`,
      [scope.orgId],
    );
    await start();
    await vi.waitFor(
      async () => expect(await screeningsOf(scope)).toContainEqual({ state: "created", due: false }),
      { timeout: 15_000, interval: 100 },
    );
  });
});
