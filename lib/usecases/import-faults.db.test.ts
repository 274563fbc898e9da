import { describe, expect, it, vi } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { pool } from "@/lib/data/database";
import { aMember } from "@/lib/data/testing/a-member";
import { readSample, SAMPLES } from "@/lib/data/testing/an-upload";
import { asOwner } from "@/lib/data/testing/as-owner";
import { auditOf, booksOf, type Books } from "@/lib/data/testing/books-of";
import { watchingBulkQueries, type BulkQuery } from "@/lib/data/testing/bulk-queries";

import { readIntoBooks, upload } from "./testing/read-into-books";

const uploadSample = async (scope: OrgScope, name: keyof typeof SAMPLES): Promise<string> =>
  upload(scope, await readSample(name), SAMPLES[name]);

/** An organization with one file in its books and a second one, of the same entries, on its way. */
async function betweenTwoFiles() {
  const { scope } = await aMember();
  const first = await uploadSample(scope, "es003");
  const second = await uploadSample(scope, "grouped");
  await readIntoBooks(scope, first);
  return { scope, second, before: await booksOf(scope) };
}

/** The books after both, and how many statements the second takes. */
async function undisturbed(): Promise<{ readonly books: Books; readonly statements: readonly string[] }> {
  const { scope, second } = await betweenTwoFiles();
  const statements: string[] = [];
  await watchingBulkQueries(
    ({ text }) => void statements.push(text),
    () => readIntoBooks(scope, second),
  );
  return { books: await booksOf(scope), statements };
}

const withoutProgress = (books: Books) => ({
  ...books,
  // That somebody wants it added was noted before it failed.
  imports: books.imports.map((each) => (each.state === "adding" ? { ...each, state: "stored" } : each)),
});

/** Reads the second file once for every statement, each time failing at the next one, and then undisturbed. */
async function failingEverywhere(statements: number, fail: (query: BulkQuery) => Promise<void> | undefined) {
  const { scope, second, before } = await betweenTwoFiles();
  for (let last = 1; last <= statements; last++) {
    const reading = watchingBulkQueries(
      (query) => (query.count === last ? fail(query) : undefined),
      () => readIntoBooks(scope, second),
    );
    await expect(reading, `statement ${last}`).rejects.toThrow();
    expect(withoutProgress(await booksOf(scope)), `statement ${last}`).toEqual(before);
  }
  await readIntoBooks(scope, second);
  return scope;
}

describe("an import whose n-th statement fails", () => {
  it("leaves nothing, for every n, and succeeds when it is run again", async () => {
    const { books, statements } = await undisturbed();
    expect(statements.length).toBeGreaterThan(40);
    expect(statements.at(-1)).toBe("COMMIT");
    const scope = await failingEverywhere(statements.length, () => {
      throw new Error("the disk is full");
    });
    expect(await booksOf(scope)).toEqual(books);
    expect(await auditOf(scope)).toEqual([
      "import.stored",
      "import.stored",
      "import.committed",
      "import.committed",
    ]);
  }, 120_000);
});

describe("an import whose connection is killed", () => {
  const kill = async ({ pid }: BulkQuery): Promise<void> => {
    await asOwner("SELECT pg_terminate_backend($1)", [pid]);
  };

  it("leaves nothing half at any statement, takes nobody with it, and succeeds when it is run again", async () => {
    const uncaught = vi.fn();
    process.on("uncaughtException", uncaught);
    try {
      const { books, statements } = await undisturbed();
      const scope = await failingEverywhere(statements.length, kill);
      expect(await booksOf(scope)).toEqual(books);
    } finally {
      process.off("uncaughtException", uncaught);
    }
    expect(uncaught).not.toHaveBeenCalled();
    expect((await pool.query("SELECT 1 AS alive")).rows).toEqual([{ alive: 1 }]);
  }, 120_000);
});
