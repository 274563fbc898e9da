import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { importsOf } from "@/lib/data/imports";
import { progressOf } from "@/lib/data/job-queue";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, importsIn } from "@/lib/data/testing/books-of";
import { beforeVerdicts, whileHeld } from "@/lib/data/testing/while-held";
import { env } from "@/lib/env";
import { acceptGroup } from "@/lib/usecases/accept-repairs";
import { askForRepairs } from "@/lib/usecases/ask-for-repairs";
import { cancelImport } from "@/lib/usecases/cancel-import";
import { lookAtUpload } from "@/lib/usecases/look-at-upload";
import { readImport } from "@/lib/usecases/read-import";
import { receiveUpload } from "@/lib/usecases/receive-upload";
import { viewRepairsUnderWay } from "@/lib/usecases/work-out-repairs";

import type { WatchSettings } from "./watch-messages";

beforeEach(async () => {
  await asOwner("DELETE FROM pgboss.job");
});

const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** The real process, as a supervisor starts it. */
async function startProcess(settings: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const child = spawn(process.execPath, [process.env.WORKER_PROGRAM ?? ""], {
    env: { ...process.env, ...settings, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.push(child);
  await once(child, "message");
  return child;
}

/** Entries of six rows. */
const fileOf = (entries: number): string =>
  anEs003(
    Array.from({ length: 6 * entries }, (_, index) =>
      aReadyRow(entryNumber(1 + Math.floor(index / 6)), { line: String(1 + (index % 6)) }),
    ),
  );

const LARGE = fileOf(1_500);

async function upload(scope: OrgScope, content: string = LARGE): Promise<string> {
  const received = await receiveUpload(scope, anUpload(content));
  if (!received.ok) throw new Error(received.problem.kind);
  return received.value.importId;
}

const until = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 40_000, interval: 20 });

const untilStage = (scope: OrgScope, importId: string, stage: string) =>
  until(async () => {
    const progress = await inOrganization(scope, (t) => progressOf(t, "read-import", importId));
    expect(progress?.stage).toBe(stage);
  });

/** All rows were seen once, and how they were read is about to be noted: the reading of an import waits there. */
async function asReadingEnds(importId: string, work: () => Promise<void>): Promise<void> {
  await asOwner("UPDATE imports SET state = 'reading' WHERE id = $1", [importId]); // its beginning needs the row as well
  await whileHeld(`SELECT FROM imports WHERE id = '${importId}' FOR UPDATE`, work);
}

const untilState = (scope: OrgScope, state: string) =>
  until(async () => expect(await importsIn(scope)).toMatchObject([{ state }]));

const refusalOf = async (scope: OrgScope, importId: string) =>
  (await inOrganization(scope, (t) => importsOf(t).find(importId)))?.refusal;

describe("a worker process that is killed", () => {
  it("in the middle of reading, and again of writing, leaves the same rows as an undisturbed one", async () => {
    const [{ scope }, { scope: calm }] = [await aMember(), await aMember()];
    await readImport(calm, await upload(calm));
    const settings = { WORKER_NAME: `test-${randomUUID()}` };
    const importId = await upload(scope);
    const untilKilled = async (stage: string): Promise<void> => {
      const child = await startProcess(settings);
      await untilStage(scope, importId, stage);
      await kill(child);
      expect(await importsIn(scope)).toMatchObject([{ state: "reading", rowsUsed: [] }]);
    };
    await asReadingEnds(importId, () => untilKilled("reading"));
    await beforeVerdicts(() => untilKilled("screening"));
    await startProcess(settings);
    await untilState(scope, "committed");
    expect(await booksOf(scope)).toEqual(await booksOf(calm));
    expect(await auditOf(scope)).toEqual(["import.stored", "import.committed"]);
  }, 120_000);

  it("in the middle of reading for repairs, and again of putting them, leaves them as an undisturbed one", async () => {
    const [{ scope }, { scope: calm }] = [await aMember(), await aMember()];
    // Every other entry number lost its two zeros.
    const content = anEs003(
      Array.from({ length: 12_000 }, (_, index) => {
        const number = entryNumber(1 + Math.floor(index / 6), "004");
        const row = aReadyRow(number, { line: String(1 + (index % 6)) });
        return Math.floor(index / 6) % 2 === 0 ? row : { ...row, entry: number.slice(2) };
      }),
    );
    const wish = { kind: "accept-group", key: "0|proven|restore-leading-zeros" } as const;
    const [calmly, importId] = [await upload(calm, content), await upload(scope, content)];
    await readImport(calm, calmly);
    await readImport(scope, importId);
    await asOwner("DELETE FROM pgboss.job");
    expect(await acceptGroup(calm, calmly, wish.key)).toMatchObject({
      value: { cells: 6_000, entries: 1_000 },
    });
    await askForRepairs(scope, importId, wish);
    const before = await booksOf(scope);
    const settings = { WORKER_NAME: `test-${randomUUID()}` };
    const untilKilled = async (stage: string): Promise<void> => {
      const child = await startProcess(settings);
      await until(async () => {
        const progress = await inOrganization(scope, (t) => progressOf(t, "repair-import", importId));
        expect(progress?.stage).toBe(stage);
      });
      await kill(child);
      expect(await booksOf(scope)).toEqual(before);
    };
    await untilKilled("reading");
    await beforeVerdicts(() => untilKilled("screening"));
    await startProcess(settings);
    await until(async () => {
      expect((await viewRepairsUnderWay(scope, importId)).last?.outcome).toEqual({
        ...{ kind: "done", cells: 6_000, entries: 1_000, inBooks: true },
      });
    });
    expect(await booksOf(scope)).toEqual(await booksOf(calm));
    expect((await auditOf(scope)).filter((action) => action === "import.repaired")).toHaveLength(1);
  }, 120_000);

  it("by a cancellation while it writes stores nothing", async () => {
    const { scope } = await aMember();
    const settings = { WORKER_NAME: `test-${randomUUID()}` };
    const importId = await upload(scope);
    const child = await beforeVerdicts(async () => {
      const started = await startProcess(settings);
      await untilStage(scope, importId, "screening");
      await cancelImport(scope, importId);
      await pause(1_000); // it is told with the next beat of its watch, four times a second
      return started;
    });
    await Promise.race([once(child, "exit"), untilState(scope, "cancelled")]);
    if (child.signalCode !== null) await startProcess(settings);
    await untilState(scope, "cancelled");
    expect(await importsIn(scope)).toMatchObject([{ read: 0, rowsUsed: [], rowsSetAside: [] }]);
  }, 60_000);
});

describe("the deadline of a reading", () => {
  it("refuses a file whose reading takes longer, and does not try again", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope);
    await asReadingEnds(importId, async () => {
      await startProcess({ READING_SECONDS_MAX: "0.001" });
      await until(async () =>
        expect(await asOwner("SELECT id FROM pgboss.job WHERE data ? 'stop'")).toHaveLength(1),
      );
    });
    await untilState(scope, "refused");
    expect(await refusalOf(scope, importId)).toEqual({
      ...{ kind: "reading-stopped", because: "too-long", seconds: 0.001 },
    });
    expect(await asOwner("SELECT state::text FROM pgboss.job WHERE name = 'read-import'")).toEqual([
      { state: "completed" },
    ]);
    expect(await auditOf(scope)).toEqual(["import.stored", "import.refused"]);
  }, 60_000);

  /** A process that holds a job, has begun to read, and never comes back from its parser. */
  const hanging = (settings: Omit<WatchSettings, "board">, job: { name: string; id: string }) => `
    import { Worker } from "node:worker_threads";
    const board = new SharedArrayBuffer(40);
    new Float64Array(board)[0] = 1;
    const thread = new Worker(${JSON.stringify(env.WATCH_PROGRAM)}, { workerData: { ...${JSON.stringify(settings)}, board } });
    thread.once("online", () => {
      thread.postMessage({ kind: "begin", job: ${JSON.stringify(job)} });
      setTimeout(() => { for (;;); }, 100);
    });`;

  it("kills a process that hangs, and whoever has the job next refuses the file", async () => {
    const { scope } = await aMember();
    const importId = await upload(scope, anEs003([aReadyRow(entryNumber(1))]));
    const [job] = await asOwner<{ id: string }>(
      `UPDATE pgboss.job SET state = 'active', started_on = now(), output = '{"worker": "hangs"}'
       WHERE name = 'read-import' RETURNING id`,
    );
    const settings = {
      databaseUrl: env.DATABASE_URL,
      worker: "hangs",
      stallSeconds: 0.5,
      readingSecondsMax: 60,
    };
    const script = hanging(settings, { name: "read-import", id: job!.id });
    const file = path.join(env.DATA_DIR, "hanging.mjs");
    await writeFile(file, script);
    const child = spawn(process.execPath, [file], { stdio: "inherit" });
    children.push(child);
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal).toBe("SIGKILL");
    await startProcess({ WORKER_NAME: "hangs" });
    await untilState(scope, "refused");
    expect(await refusalOf(scope, importId)).toEqual({
      ...{ kind: "reading-stopped", because: "stalled", seconds: 0.5 },
    });
  }, 60_000);
});

describe("the first look at an upload", () => {
  it("that takes too long speaks neither for nor against the file", async () => {
    const { scope } = await aMember();
    await upload(scope);
    const [stored] = await asOwner<{ sha256: string }>("SELECT sha256 FROM imports WHERE org_id = $1", [
      scope.orgId,
    ]);
    const path = `${env.DATA_DIR}/uploads/${scope.orgId}/${stored!.sha256}`;
    const unknown = { returnedFor: null, refusal: null };
    expect(await lookAtUpload(path, { milliseconds: 1, megabytes: 256 })).toEqual(unknown);
    expect(await lookAtUpload(path, { milliseconds: 10_000, megabytes: 8 })).toEqual(unknown);
  });
});
