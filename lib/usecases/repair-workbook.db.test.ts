import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { describe, expect, it } from "vitest";

import type { OrgScope } from "@/lib/auth/scope";
import { aMember } from "@/lib/data/testing/a-member";
import { anUpload } from "@/lib/data/testing/an-upload";
import { importsIn } from "@/lib/data/testing/books-of";
import { readReturned } from "@/lib/files/read-annotated";

import { acceptGroup } from "./accept-repairs";
import { receiveUpload } from "./receive-upload";
import { acceptReturned, annotateImport, forgetReturned, viewReturned } from "./repair-workbook";
import {
  A,
  ZEROS,
  LOST,
  workbench,
  keyOfGroup,
  lanesOf,
  expectConserved,
  damaged,
} from "./testing/a-damaged-import";
import { added } from "./testing/read-into-books";

describe("the workbook of problems", () => {
  /** The workbook as somebody saved it as text, with these cells changed. */
  async function returned(scope: OrgScope, importId: string, change: (text: string) => string) {
    const file = await annotated(scope, importId);
    const sheet = await readReturned(await onDisk(file));
    const lines = [sheet!.headings, ...sheet!.rows.map(({ cells }) => cells)];
    const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n");
    const upload = anUpload(change(text), "workbook.csv");
    const received = await receiveUpload(scope, upload);
    return { received, sha256: upload.sha256 };
  }

  async function annotated(scope: OrgScope, importId: string, everyRow = false): Promise<Buffer> {
    const file = await annotateImport(scope, importId, everyRow);
    if (!file.ok) throw new Error(file.problem.kind);
    return Buffer.from(file.value.content);
  }

  async function onDisk(content: Buffer): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "capedesk-returned-"));
    await writeFile(path.join(folder, "a.xlsx"), content);
    return path.join(folder, "a.xlsx");
  }

  it("comes back by its key: what was changed is shown, stored, and screened", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const { received, sha256 } = await returned(scope, importId, (text) =>
      text.replaceAll(`"${LOST}"`, `"${ZEROS}"`),
    );
    expect(received).toEqual({ ok: true, value: { importId, importedAt: null, isReturned: true } });
    const view = await viewReturned(scope, importId, sha256);
    expect(view).toMatchObject({
      ok: true,
      value: { rows: 2, refused: [], changes: [{ row: 3, original: LOST, text: ZEROS }, { row: 4 }] },
    });
    expect(await lanesOf(scope)).toHaveLength(1);
    expect(await acceptReturned(scope, importId, sha256)).toMatchObject({ ok: true, value: { cells: 2 } });
    expect(await lanesOf(scope)).toEqual([`${ZEROS} cape-ready 200`, `${A} cape-ready 100`]);
    await expectConserved(scope);
    await forgetReturned(scope, sha256);
    expect(await viewReturned(scope, importId, sha256)).toMatchObject({ problem: { kind: "workbook-gone" } });
    expect(await importsIn(scope)).toHaveLength(1);
  });

  it("changes nothing where nothing was changed, also after other repairs", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const { sha256 } = await returned(scope, importId, (text) => text);
    expect(await viewReturned(scope, importId, sha256)).toMatchObject({
      value: { changes: [], refused: [] },
    });
    await acceptGroup(scope, importId, keyOfGroup(await workbench(scope, importId), "restore-leading-zeros"));
    expect(await viewReturned(scope, importId, sha256)).toMatchObject({
      value: { changes: [], refused: [] },
    });
  });

  it("refuses foreign rows and changed keys row by row, and cells that cannot be read", async () => {
    const { scope } = await aMember();
    const importId = await added(scope, damaged);
    const key = (text: string, row: number) =>
      new RegExp(`${importId}/${row}/[0-9a-f]{8}`).exec(text)?.[0] ?? "";
    const lineOf = (...cells: readonly string[]) => `\r\n${cells.map((cell) => `"${cell}"`).join(",")}`;
    const { sha256 } = await returned(scope, importId, (text) => {
      const other = "00000000-0000-4000-8000-000000000000";
      return [
        text.replace(`"${LOST}"`, '"nobody"'),
        lineOf("", "a row of my own"),
        lineOf(`${other}/3/12345678`),
        lineOf(key(text, 4)),
        lineOf(`${importId}/2/12345678`),
        lineOf(`${importId}/99/12345678`),
      ].join("");
    });
    const view = await viewReturned(scope, importId, sha256);
    if (!view.ok) throw new Error(view.problem.kind);
    expect(view.value.changes).toEqual([]);
    expect(view.value.refused.map(({ sheetRow, kind }) => [sheetRow, kind])).toEqual([
      [2, "cell"],
      [4, "no-key"],
      [5, "other-import"],
      [6, "key-twice"],
      [7, "key-changed"],
      [8, "row-not-there"],
    ]);
  });

  it("is no file of another organization", async () => {
    const one = (await aMember()).scope;
    const two = (await aMember()).scope;
    const importId = await added(one, damaged);
    const file = await annotated(one, importId, true);
    expect(await annotateImport(two, importId, true)).toMatchObject({ problem: { kind: "not-repairable" } });
    expect(await receiveUpload(two, anUpload(file, "w.xlsx"))).toMatchObject({
      problem: { kind: "returned-elsewhere" },
    });
  });
});
