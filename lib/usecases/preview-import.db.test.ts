import { existsSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { coveredMonths, coveringFiles } from "@/lib/data/coverage";
import { importsOf } from "@/lib/data/imports";
import { inOrganization } from "@/lib/data/tenant";
import { aReadyRow, anEs003, entryNumber } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf } from "@/lib/data/testing/books-of";
import { env } from "@/lib/env";
import { uploadPath } from "@/lib/files/stored-upload";

import { addImport } from "./add-import";
import { discardImport } from "./discard-import";
import { readImport } from "./read-import";
import { receiveUpload } from "./receive-upload";
import { setAddingUnasked } from "./set-adding-unasked";
import { readIntoBooks } from "./testing/read-into-books";

async function upload(scope: OrgScope, content: string, fileName = "a.csv"): Promise<string> {
  const received = await receiveUpload(scope, anUpload(content, fileName));
  if (!received.ok) throw new Error(`refused: ${received.problem.kind}`);
  return received.value.importId;
}

const anAskingMember = async (): Promise<OrgScope> => (await aMember({ addsFilesUnasked: false })).scope;

const storedImport = (scope: OrgScope, id: string) => inOrganization(scope, (t) => importsOf(t).find(id));

const [A, B, C, D] = [entryNumber(1), entryNumber(2), entryNumber(3), entryNumber(4)];
const known = anEs003([aReadyRow(A), aReadyRow(B), aReadyRow(C)]);
/** A is the same, B gains a line, C has another amount, D is new, and one row repeats. */
const next = anEs003([
  aReadyRow(A),
  aReadyRow(B),
  aReadyRow(B, { line: "2", duty: "50.00" }),
  aReadyRow(C, { duty: "70.00" }),
  aReadyRow(D),
  aReadyRow(D),
]);

async function shown() {
  const scope = await anAskingMember();
  await readIntoBooks(scope, await upload(scope, known, "known.csv"));
  const importId = await upload(scope, next, "next.csv");
  const before = await booksOf(scope);
  await readImport(scope, importId);
  return { scope, importId, before };
}

describe("a file that was read", () => {
  it("is shown as it would change the books, and changes nothing of them", async () => {
    const { scope, importId, before } = await shown();
    const stored = await storedImport(scope, importId);
    expect(stored).toMatchObject({ state: "previewed", rowsRead: 6, entryCount: 4 });
    expect(stored?.preview).toMatchObject({
      groups: {
        new: { entries: 1, refundableAfter: "100", examples: [{ number: D, laneBefore: null }] },
        changed: {
          entries: 1,
          linesAdded: 1,
          refundsMoved: 1,
          refundableBefore: "100",
          refundableAfter: "150",
          examples: [{ number: B, refundableBefore: "100", refundableAfter: "150" }],
        },
        conflict: { entries: 1, refundableBefore: "100", examples: [{ number: C, rowsInConflict: 1 }] },
        identical: { entries: 1, refundableBefore: "100", refundableAfter: "100", examples: [] },
        elsewhere: { entries: 0 },
      },
      othersSetAside: 1,
      othersRestored: 0,
    });
    const reasons = stored?.preview?.setAside.map(({ reason, rows }) => [reason, rows]);
    expect(Object.fromEntries(reasons ?? [])).toEqual({ "identical-repeat": 3, "same-key-conflict": 1 });
    const after = await booksOf(scope);
    expect({ ...after, imports: after.imports.slice(0, 1) }).toEqual({
      ...before,
      imports: before.imports.slice(0, 1),
    });
    expect(await auditOf(scope)).toEqual([
      "import.stored",
      "import.committed",
      "import.stored",
      "import.previewed",
    ]);
  });

  it("comes to the same books when it is added as when it never was shown", async () => {
    const { scope, importId } = await shown();
    expect(await Promise.all([addImport(scope, importId), addImport(scope, importId)])).toContainEqual({
      ok: true,
      value: null,
    });
    expect(await addImport(scope, importId)).toMatchObject({ ok: false });
    await Promise.all([readImport(scope, importId), readImport(scope, importId)]);
    const other = await anAskingMember();
    await readIntoBooks(other, await upload(other, known, "known.csv"));
    await readIntoBooks(other, await upload(other, next, "next.csv"));
    expect(await booksOf(scope)).toEqual(await booksOf(other));
    expect((await auditOf(scope)).filter((action) => action === "import.committed")).toHaveLength(2);
  });

  it("is shown again when the books contradict it by now, and is added when somebody still wants it", async () => {
    const { scope, importId } = await shown();
    await readIntoBooks(scope, await upload(scope, anEs003([aReadyRow(D, { duty: "9.00" })]), "between.csv"));
    await addImport(scope, importId);
    await readImport(scope, importId);
    const again = await storedImport(scope, importId);
    expect(again).toMatchObject({ state: "previewed", preview: { shownAgain: "new-conflicts" } });
    expect(again?.preview?.groups.conflict.entries).toBe(2);
    await addImport(scope, importId);
    await readImport(scope, importId);
    expect(await storedImport(scope, importId)).toMatchObject({ state: "committed" });
  });

  it("is added with the new counts when the books changed without contradicting it", async () => {
    const { scope, importId } = await shown();
    await readIntoBooks(scope, await upload(scope, anEs003([aReadyRow(D)]), "between.csv"));
    await addImport(scope, importId);
    await readImport(scope, importId);
    const added = await storedImport(scope, importId);
    expect(added?.state).toBe("committed");
    expect(added?.preview?.groups).toMatchObject({ new: { entries: 0 }, identical: { entries: 2 } });
  });

  it("is forgotten when it is discarded, with its bytes", async () => {
    const { scope, importId, before } = await shown();
    const stored = await storedImport(scope, importId);
    const path = uploadPath(env.DATA_DIR, scope.orgId, stored?.sha256 ?? "");
    expect(existsSync(path)).toBe(true);
    expect(await discardImport(scope, importId)).toEqual({ ok: true, value: null });
    expect(await discardImport(scope, importId)).toMatchObject({ ok: false });
    expect(existsSync(path)).toBe(false);
    expect(await booksOf(scope)).toEqual({ ...before, imports: before.imports.slice(0, 1) });
    expect(await addImport(scope, importId)).toMatchObject({ ok: false });
  });
});

describe("an organization that wants no question", () => {
  it("is asked all the same when the file changes or contradicts something", async () => {
    const scope = await anAskingMember();
    await setAddingUnasked(scope, true);
    const first = await upload(scope, known, "known.csv");
    await readImport(scope, first);
    expect(await storedImport(scope, first)).toMatchObject({ state: "committed" });
    const second = await upload(scope, next, "next.csv");
    await readImport(scope, second);
    expect(await storedImport(scope, second)).toMatchObject({ state: "previewed" });
    const third = await upload(scope, anEs003([aReadyRow(A), aReadyRow(D)]), "third.csv");
    await readImport(scope, third);
    expect(await storedImport(scope, third)).toMatchObject({ state: "committed" });
  });

  it("is asked when a person named the columns", async () => {
    const scope = await anAskingMember();
    await setAddingUnasked(scope, true);
    const id = await upload(scope, known, "known.csv");
    const other = await anAskingMember();
    const named = await upload(other, known, "known.csv");
    await readIntoBooks(other, named);
    const columns = (await storedImport(other, named))?.mapping.map(({ header, field }) => ({
      heading: header,
      field,
    }));
    await asOwner("UPDATE imports SET mapping_basis = 'given', given_mapping = $2 WHERE id = $1", [
      id,
      JSON.stringify({ report: "es003", columns }),
    ]);
    await readImport(scope, id);
    expect(await storedImport(scope, id)).toMatchObject({ state: "previewed" });
  });
});

it("coverage counts rows and entries by month, filer and importer, and what several files show", async () => {
  const { scope } = await aMember();
  await readIntoBooks(scope, await upload(scope, known, "known.csv"));
  await readIntoBooks(
    scope,
    await upload(scope, anEs003([aReadyRow(A), aReadyRow(D, { entered: "03/14/2025" })]), "next.csv"),
  );
  expect(await inOrganization(scope, coveredMonths)).toMatchObject([
    { filer: "ZZX", importerNumber: "89-123456700", month: "2025-03", entries: 1, rows: 1, shared: 0 },
    { filer: "ZZX", importerNumber: "89-123456700", month: "2026-01", entries: 3, rows: 4, shared: 1 },
  ]);
  expect(await inOrganization(scope, coveringFiles)).toMatchObject([
    { entries: 2, rows: 2, shared: 1, from: "2025-03", until: "2026-01" },
    { entries: 3, rows: 3, shared: 1, from: "2026-01", until: "2026-01" },
  ]);
  expect(await inOrganization((await aMember()).scope, coveredMonths)).toEqual([]);
});
