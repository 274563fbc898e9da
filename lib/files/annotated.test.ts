import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { openArchive } from "./archive";
import { importOfReturned, readReturned } from "./read-annotated";
import { markOf, parseRowKey, toRowKey, writable, writeAnnotated } from "./write-annotated";

const IMPORT = "0199f000-0000-7000-8000-000000000001";
const key = toRowKey({ importId: IMPORT, row: 21, mark: markOf(["401234562"]) });

async function stored(content: Buffer | string, name = "a.xlsx"): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "capedesk-annotated-")), name);
  await writeFile(file, content);
  return file;
}

const NASTY = [
  "=1+1",
  "+1",
  "@A1",
  "-2",
  '="004"',
  "00401234562",
  "8E000000126",
  "9.87123E+10",
  "é €",
  "a\nb",
];

async function xmlOf(file: string): Promise<string> {
  const archive = await openArchive(file);
  if (!archive.ok) throw new Error(archive.problem.kind);
  let xml = "";
  for (const part of archive.value.parts.keys())
    for await (const piece of archive.value.unpack(part)) xml += Buffer.from(piece).toString();
  archive.value.close();
  return xml;
}

describe("a workbook of problems", () => {
  it("holds every cell as text, and no formula", async () => {
    const file = await stored(
      await writeAnnotated(
        NASTY.map((_text, index) => `Column ${String(index)}`),
        [
          {
            key,
            reason: "=HYPERLINK(1)",
            proposed: "",
            cells: NASTY.map((text) => ({ text, tone: "bad" as const })),
          },
        ],
      ),
    );
    const xml = await xmlOf(file);
    expect(xml).not.toMatch(/<f[\s>]/);
    expect(xml).not.toMatch(/<c [^>]*t="n"/);
    expect(xml).toContain("F9D5D3");
    const sheet = await readReturned(file);
    expect(sheet?.rows[0]?.cells).toEqual([key, "=HYPERLINK(1)", "", ...NASTY]);
    expect(await importOfReturned(file)).toBe(IMPORT);
  });

  it("survives text that XML cannot hold", async () => {
    const file = await stored(
      await writeAnnotated(
        ["A"],
        [{ key, reason: "x", proposed: "", cells: [{ text: "\u0000\u0001\uD800a\uFFFE<&>", tone: null }] }],
      ),
    );
    const sheet = await readReturned(file);
    expect(sheet?.rows[0]?.cells[3]).toBe(writable("\u0000\u0001\uD800a\uFFFE<&>"));
  });

  it("is recognised again when it was saved as text, with its columns in another order", async () => {
    const file = await stored(`A,CapeDesk row\r\n1,${key}\r\n`, "a.csv");
    expect(await importOfReturned(file)).toBe(IMPORT);
    expect(await readReturned(file)).toMatchObject({ headings: ["A", "CapeDesk row"], keyColumn: 1 });
  });

  it.each([
    "Entry Summary Number,HTS\r\nx,y\r\n",
    "",
    "PK\u0003\u0004 no archive",
    "CapeDesk row\r\nnone\r\n",
  ])("takes no other file for one: %j", async (content) => {
    expect(await importOfReturned(await stored(content, "a.csv"))).toBeNull();
  });

  it("takes no other text for a key", () => {
    expect(parseRowKey(key)).toEqual({ importId: IMPORT, row: 21, mark: markOf(["401234562"]) });
    for (const text of ["", IMPORT, `${IMPORT}/0/12345678`, `${IMPORT}/1/1234567`, `${key}x`, "4.01E+08"])
      expect(parseRowKey(text)).toBeNull();
  });
});
