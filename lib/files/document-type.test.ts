import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { documentTypeOf } from "./document-type";
import { aWorkbook, textRow } from "./testing/a-workbook";
import { aZip } from "./testing/a-zip";

const folder = mkdtempSync(path.join(os.tmpdir(), "capedesk-document-test-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const XLSX = aWorkbook([{ name: "A", rows: textRow(1, ["Hello"]) }]);
const MACROS = aWorkbook([{ name: "A", rows: textRow(1, ["Hello"]) }], {}, [
  { name: "xl/vbaProject.bin", content: "MZ" },
]);

const typeOf = async (name: string, content: Buffer | string) => {
  const stored = path.join(folder, "stored");
  writeFileSync(stored, content);
  const type = await documentTypeOf(stored, name);
  return type.ok ? type.value : type.problem;
};

describe("the format of a paper", () => {
  it.each<[string, Buffer | string, string]>([
    ["7501.pdf", PDF, "application/pdf"],
    ["7501.PDF", PDF, "application/pdf"],
    ["scan.png", PNG, "image/png"],
    ["scan.jpg", JPEG, "image/jpeg"],
    ["scan.jpeg", JPEG, "image/jpeg"],
    ["list.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["list.csv", "Entry Number\r\nZZX10000011\r\n", "text/csv"],
  ])("%s is taken", async (name, content, mediaType) => {
    expect(await typeOf(name, content)).toBe(mediaType);
  });

  it.each<[string, Buffer | string, object, string]>([
    [
      "7501.pdf",
      PNG,
      { kind: "document-extension", extension: ".pdf", found: "png" },
      "an image called a PDF",
    ],
    [
      "list.csv",
      PDF,
      { kind: "document-extension", extension: ".csv", found: "pdf" },
      "a PDF called a table",
    ],
    [
      "list.pdf",
      XLSX,
      { kind: "document-extension", extension: ".pdf", found: "xlsx" },
      "a workbook called a PDF",
    ],
    [
      "letter.txt",
      "Dear",
      { kind: "document-extension", extension: ".txt", found: "csv" },
      "text is kept as CSV",
    ],
    ["letter", PDF, { kind: "document-extension", extension: "", found: "pdf" }, "no extension at all"],
    [
      "list.xlsm",
      XLSX,
      { kind: "document-extension", extension: ".xlsm", found: "xlsx" },
      "an extension for macros",
    ],
    ["list.xlsx", MACROS, { kind: "document-macros" }, "macros under a harmless name"],
    [
      "list.xlsx",
      aZip([{ name: "a.exe", content: "MZ" }]),
      { kind: "document-format", extension: ".xlsx" },
      "an archive",
    ],
    [
      "page.csv",
      "<html><script>alert(1)</script></html>",
      { kind: "document-format", extension: ".csv" },
      "a web page",
    ],
    [
      "art.csv",
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      { kind: "document-format", extension: ".csv" },
      "an SVG",
    ],
    ["a.pdf", Buffer.from("MZ\u0000\u0001"), { kind: "document-format", extension: ".pdf" }, "a program"],
    ["a.pdf", "", { kind: "document-empty" }, "nothing"],
  ])("%s is refused: %s", async (name, content, problem) => {
    expect(await typeOf(name, content)).toEqual(problem);
  });
});
