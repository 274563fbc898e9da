import { createHash } from "node:crypto";
import { rename } from "node:fs/promises";
import path from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { accountingOf, shownAccounting } from "@/lib/data/testing/accounting";
import { aReadyRow, anEs003, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, type Books } from "@/lib/data/testing/books-of";
import { env } from "@/lib/env";
import { uploadPath } from "@/lib/files/stored-upload";

import { confirmCheckDigit } from "./answer-entry";
import { freezeDeclaration } from "./freeze-declaration";
import { screenOrganization } from "./screen-organization";
import { askToUndo, undoImport } from "./undo-import";
import { aDraft, attestAll } from "./testing/a-declaration";
import { added, readIntoBooks, upload } from "./testing/read-into-books";

/** Uploads all and reads them in the order given; of two equal rows the one uploaded first counts. */
async function readAll(scope: OrgScope, files: readonly string[], order = [...files.keys()]) {
  const ids = new Map<number, string>();
  for (const index of [...order].toSorted((a, b) => a - b))
    ids.set(index, await upload(scope, files[index]!, `${index}.csv`));
  for (const index of order) await readIntoBooks(scope, ids.get(index)!);
  return ids;
}

async function undo(scope: OrgScope, importId: string): Promise<void> {
  expect(await askToUndo(scope, importId)).toEqual({ ok: true, value: null });
  await undoImport(scope, importId);
}

/** Everything but the imports that were taken out. */
const withoutUndone = (books: Books): Books => ({
  ...books,
  imports: books.imports.filter(({ state }) => state !== "undone"),
});

/** What a verdict comes to, without the reasons in their order. */
const verdictsOf = ({ orgId }: OrgScope) =>
  asOwner(
    `SELECT entry_number, lane, ieepa_duty, refundable, refundable_min, refundable_max, interest
     FROM screenings WHERE org_id = $1 ORDER BY entry_number`,
    [orgId],
  );

const A = entryNumber(1);
const B = entryNumber(2);

describe("an import that is undone", () => {
  const cell = (...texts: string[]) => fc.constantFrom(...texts);
  const row: fc.Arbitrary<Es003Row> = fc.record({
    entry: cell(A, B, "", "9".repeat(9)),
    importer: cell("89-123456700", "96-765432100", ""),
    importerName: cell("HARBOR", "NORTHFIELD", ""),
    line: cell("1", "1", "2", ""),
    ordinal: cell("1", "2", ""),
    hts: cell("99030124", "8413919085", ""),
    duty: cell("5.00", "6.00", "-1.00", "", "0.005"),
    value: cell("0.00", "100.00"),
    liquidated: cell("", "02/20/2026"),
    protest: cell("", "", "520126100045"),
  });
  const columns = fc.constantFrom(
    [
      ...(["entry", "importer", "importerName", "line", "ordinal", "hts", "duty", "value"] as const),
      ...(["liquidated", "protest"] as const),
    ],
    ["entry", "line", "hts", "duty", "liquidated"] as const,
    ["entry", "importer", "ordinal", "hts", "value", "duty"] as const,
    ["entry", "liquidated", "importer"] as const,
  );
  const file = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 8 }), columns)
    .map(([rows, names]) => anEs003([aReadyRow(A), ...rows], names));
  const files = fc.uniqueArray(file, { minLength: 2, maxLength: 4 }).chain((texts) => {
    const places = [...texts.keys()];
    return fc.record({
      texts: fc.constant(texts),
      order: fc.shuffledSubarray(places, { minLength: texts.length }),
      undone: fc.shuffledSubarray(places, { minLength: 1 }),
    });
  });

  it("leaves the books as if it had never come, whatever came before and after it", async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ texts, order, undone }) => {
        const { scope } = await aMember();
        const ids = await readAll(scope, texts, order);
        for (const index of undone) await undo(scope, ids.get(index)!);
        const books = await booksOf(scope);
        const { scope: other } = await aMember();
        await readAll(
          other,
          texts,
          order.filter((index) => !undone.includes(index)),
        );
        expect(withoutUndone(books)).toEqual(await booksOf(other));
        for (const each of withoutUndone(books).imports)
          expect(accountingOf(each)).toEqual(shownAccounting(each));
        const verdicts = await verdictsOf(scope);
        await screenOrganization(scope);
        expect(await verdictsOf(scope)).toEqual(verdicts);
      }),
      { numRuns: 14, seed: 7, endOnFailure: true },
    );
  }, 400_000);
});

describe("undoing", () => {
  const first = anEs003([aReadyRow(A), aReadyRow(A)]);
  const second = anEs003([aReadyRow(A), aReadyRow(B)]);

  it("gives rows that were set aside as repeats of the file back into use", async () => {
    const { scope } = await aMember();
    const ids = await readAll(scope, [first, second]);
    await undo(scope, ids.get(0)!);
    expect((await booksOf(scope)).imports).toMatchObject([
      { fileName: "0.csv", state: "undone", rowsUsed: [], rowsSetAside: [] },
      { fileName: "1.csv", state: "committed", used: 2, setAside: 0, rowsUsed: [2, 3] },
    ]);
  });

  it("is done once, and the file can be added again", async () => {
    const { scope } = await aMember();
    const ids = await readAll(scope, [first, second]);
    const before = await booksOf(scope);
    await undo(scope, ids.get(1)!);
    await undoImport(scope, ids.get(1)!);
    expect(await askToUndo(scope, ids.get(1)!)).toEqual({ ok: false, problem: { kind: "not-committed" } });
    await asOwner("DELETE FROM pgboss.job WHERE data ->> 'orgId' = $1", [scope.orgId]); // no worker ended it
    const again = await upload(scope, second, "1.csv");
    expect(again).toBe(ids.get(1));
    await readIntoBooks(scope, again);
    expect(await booksOf(scope)).toEqual(before);
    expect((await auditOf(scope)).filter((action) => action === "import.undone")).toHaveLength(1);
  });

  it("says so where another file that must be read again is gone, and changes nothing", async () => {
    const { scope } = await aMember();
    const ids = await readAll(scope, [first, second]);
    const sha256 = createHash("sha256").update(second).digest("hex");
    const [stored, away] = [uploadPath(env.DATA_DIR, scope.orgId, sha256), path.join(env.DATA_DIR, sha256)];
    await rename(stored, away);
    const before = await booksOf(scope);
    const stateOf = () =>
      asOwner("SELECT state::text, stage, refusal FROM imports WHERE org_id = $1 AND id = $2", [
        scope.orgId,
        ids.get(0),
      ]);
    await undo(scope, ids.get(0)!);
    expect(await booksOf(scope)).toEqual(before);
    expect(await stateOf()).toEqual([
      { state: "committed", stage: null, refusal: { kind: "undo-needs-file", fileName: "1.csv" } },
    ]);
    await rename(away, stored);
    await undo(scope, ids.get(0)!);
    expect(await stateOf()).toEqual([{ state: "undone", stage: null, refusal: null }]);
  });

  it("keeps what a person said of an entry that other files show", async () => {
    const { scope } = await aMember();
    const ids = await readAll(scope, [first, second]);
    await confirmCheckDigit(scope, A);
    await confirmCheckDigit(scope, B);
    await undo(scope, ids.get(1)!);
    expect((await booksOf(scope)).entries).toMatchObject([
      { number: A, answers: { checkDigitConfirmed: true } },
    ]);
  });
});

describe("an import with declared entries", () => {
  const content = anEs003([aReadyRow(A), aReadyRow(B)]);

  async function declared() {
    const { scope } = await aMember();
    const importId = await added(scope, content);
    return { scope, importId, declarationId: await aDraft(scope) };
  }

  it("leaves a draft with its entries, which is withdrawn when none is left", async () => {
    const { scope, importId, declarationId } = await declared();
    await undo(scope, importId);
    expect((await booksOf(scope)).entries).toEqual([]);
    expect(
      await asOwner(
        `SELECT d.state::text, (SELECT count(*)::int FROM declaration_entries e WHERE e.declaration_id = d.id) AS entries
         FROM declarations d WHERE d.id = $1`,
        [declarationId],
      ),
    ).toEqual([{ state: "withdrawn", entries: 0 }]);
  });

  it("stays when a declaration was downloaded, and the declaration is named", async () => {
    const { scope, importId, declarationId } = await declared();
    await attestAll(scope, declarationId);
    expect(await freezeDeclaration(scope, declarationId)).toEqual({ ok: true, value: null });
    const before = await booksOf(scope);
    expect(await askToUndo(scope, importId)).toMatchObject({
      ok: false,
      problem: { kind: "declared", declarations: [{ id: declarationId, entries: 2 }] },
    });
    await undoImport(scope, importId);
    expect(await booksOf(scope)).toEqual(before);
  });
});
