import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { IMPORT_TEMPLATE } from "@/lib/domain";

import { openArchive } from "./archive";
import { readEntriesFile } from "./read-entries-file";
import { templateWorkbook } from "./template-workbook";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "capedesk-template-"));
const file = path.join(folder, "template.xlsx");

beforeAll(async () => {
  fs.writeFileSync(file, await templateWorkbook());
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

async function partOf(name: string): Promise<string> {
  const archive = await openArchive(file);
  if (!archive.ok) throw new Error(archive.problem.kind);
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.value.unpack(name)) pieces.push(piece);
  archive.value.close();
  return Buffer.concat(pieces).toString();
}

describe("the template as a workbook", () => {
  it("has our headings and no rows, as long as nothing is filled in", async () => {
    expect(await readEntriesFile({ path: file }, { file: "a.xlsx" })).toMatchObject({
      problem: { kind: "no-data-rows" },
    });
  });

  it("has cells that are text before anything is typed into them, but for amounts", async () => {
    const [sheet, styles] = [await partOf("xl/worksheets/sheet1.xml"), await partOf("xl/styles.xml")];
    const formats = new Map<string | undefined, string | undefined>(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]),
    );
    const [used = ""] = /<cellXfs.*<\/cellXfs>/s.exec(styles) ?? [];
    const codes = [...used.matchAll(/<xf [^>]*>/g)].map(([xf]) =>
      formats.get(/numFmtId="(\d+)"/.exec(xf)?.[1]),
    );
    const cells = [...sheet.matchAll(/<c r="[A-Z]+2" s="(\d+)"/g)].map(([, style]) => codes[Number(style)]);
    expect(cells).toEqual(
      IMPORT_TEMPLATE.map(({ field }) =>
        field === "goodsValue" || field === "dutyAmount" ? "#,##0.00" : "@",
      ),
    );
  });
});
