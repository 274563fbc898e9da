import { createWriteStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Page } from "@playwright/test";

import { NO_TRACE } from "./fixtures/books";
import { es003Of, ES003_SAMPLE, sha256Of } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { chooseFile, importFile, table, type ChosenFile } from "./fixtures/workspace";

const csv = (name: string, content: string | Buffer): ChosenFile => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

const HEADINGS = "Entry Summary Number,Entry Date,HTS Number - Full,Line Tariff Duty Amount";
const GOOD_FILE = es003Of([{ number: "ZZX10000011", entryDate: "06/16/2025" }]);
const numbered = (count: number, text: string): string =>
  Array.from({ length: count }, (_, index) => `${text} ${String(index + 1)}`).join(",");
/** What every Excel workbook begins with: a ZIP archive whose first file has this name. */
const WORKBOOK = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0]),
  Buffer.from("[Content_Types].xml"),
  Buffer.alloc(4000, 7),
]);

const BAD_FILES = [
  { name: "empty.csv", file: csv("empty.csv", ""), says: "The file is empty." },
  {
    name: "a web page named .csv",
    file: csv("portal.csv", "<!DOCTYPE html><html><body><h1>Session expired</h1></body></html>"),
    says: "This is a web page under the name of a table. Open it in Excel, choose Save As, CSV UTF-8, and import that file.",
  },
  {
    name: "300 columns",
    file: csv("wide.csv", `${HEADINGS},${numbered(296, "Extra")}\r\n${numbered(300, "x")}\r\n`),
    says: "Row 1 has 300 columns; at most 256 are read.",
  },
  {
    name: "headings and nothing below",
    file: csv("headings.csv", `${HEADINGS}\r\n`),
    says: "Below the headings in row 1 there are no rows.",
  },
  {
    name: "the beginning of an Excel workbook",
    file: csv("workbook.csv", WORKBOOK),
    says: "The workbook or ZIP archive is damaged: its directory cannot be read. Save it again and import the new file.",
  },
  {
    name: "bytes that are no text",
    file: csv(
      "photo.csv",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1, 2, 3]),
    ),
    says: "This is not a text file. Export the report as CSV.",
  },
] as const;

/** The one file of the list below the drop zone. */
const chosen = (page: Page) => page.getByRole("list", { name: "Chosen files" }).getByRole("listitem");

/** Files that the server keeps on disk for the organization, half written ones too. */
async function keptFiles(orgId: string): Promise<readonly string[]> {
  const dataDir = process.env.DATA_DIR;
  if (dataDir === undefined) throw new Error("DATA_DIR is not set: run the tests with `npm run e2e`.");
  return readdir(path.join(dataDir, "uploads", orgId)).catch(() => []);
}

test("files that are no reports are refused with one sentence each and leave no trace", async ({
  page,
  member: { slug },
  books,
}) => {
  const orgId = await books.organizationId(slug);
  for (const { name, file, says } of BAD_FILES) {
    await test.step(name, async () => {
      await page.goto(`/${slug}/imports`);
      await chooseFile(page, file);
      await expect(chosen(page).getByText("Refused", { exact: true })).toBeVisible();
      await expect(chosen(page).locator("p").last()).toHaveText(`Refused${says}`);
      await expect(page.getByText("No file has been imported yet")).toBeVisible();
      expect(await books.traceOf(slug)).toEqual(NO_TRACE);
      expect(await keptFiles(orgId)).toEqual([]);
    });
  }
});

test("a single line of 50 MB is refused at once and leaves no trace", async ({
  page,
  member: { slug },
  books,
}, testInfo) => {
  const file = testInfo.outputPath("one-line.csv");
  const megabyte = Buffer.alloc(1_000_000, "x");
  await pipeline(async function* () {
    for (let written = 0; written < 50; written++) yield Promise.resolve(megabyte);
  }, createWriteStream(file));
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, file);
  await expect(chosen(page).locator("p").last()).toHaveText(
    "RefusedRow 1 is longer than 1,000,000 characters. A quote is probably open before it.",
    { timeout: 60_000 },
  );
  expect(await books.traceOf(slug)).toEqual(NO_TRACE);
  expect(await keptFiles(await books.organizationId(slug))).toEqual([]);
});

test("the same file is recognised the second time, under whatever name, and nothing is imported twice", async ({
  page,
  member: { slug },
  books,
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  const first = page.url();
  const trace = await books.traceOf(slug);
  expect(trace).toEqual({ imports: 1, entries: 16, tariffLines: trace.tariffLines, setAsideRows: 2 });

  await page.goto(`/${slug}/imports`);
  await chooseFile(page, csv("renamed.csv", await readFile(ES003_SAMPLE)));
  await expect(chosen(page)).toContainText("Same file already imported");
  await expect(table(page, "Imported files").getByRole("row")).toHaveCount(2);
  expect(await books.traceOf(slug)).toEqual(trace);
  await chosen(page).getByRole("link", { name: "Open that import" }).click();
  await expect(page).toHaveURL(first);
});

/** An upload as the import page sends it, of bytes that it does not have. */
const headersFor = (declared: Buffer, origin: string) => ({
  origin,
  "content-type": "application/octet-stream",
  "x-file-name": "report.csv",
  "x-file-size": String(declared.byteLength),
  "x-file-sha256": sha256Of(declared),
});

test("an upload that is not what was sent is refused and leaves nothing", async ({
  page,
  member: { slug },
  books,
  origin,
}) => {
  const orgId = await books.organizationId(slug);
  for (const { because, sent, says } of [
    {
      because: "its end is missing",
      sent: GOOD_FILE.subarray(0, -40),
      says: /^Only [\d,]+ of [\d,]+ bytes arrived, so nothing of the file was used\./,
    },
    {
      because: "a digit changed on its way",
      sent: Buffer.from(GOOD_FILE.toString("latin1").replace("1,250.00", "9,250.00"), "latin1"),
      says: /^The file that arrived is not the one that was sent, so nothing of it was used\./,
    },
    {
      because: "it goes on after its end",
      sent: Buffer.concat([GOOD_FILE, Buffer.from("ZZX10000029,,,\r\n")]),
      says: /so nothing of (the file|it) was used\./,
    },
  ]) {
    await test.step(because, async () => {
      const answer = await page.request.put(`/api/${slug}/uploads`, {
        headers: headersFor(GOOD_FILE, origin),
        data: sent,
      });
      expect(answer.status()).toBe(422);
      const { kind, sentence } = (await answer.json()) as { kind: string; sentence: string };
      expect(kind).toBe("refused");
      expect(sentence).toMatch(says);
      expect(await books.traceOf(slug)).toEqual(NO_TRACE);
      expect(await keptFiles(orgId)).toEqual([]);
    });
  }
});

test("an upload leaves nothing when its connection breaks off in the middle", async ({
  page,
  member: { slug },
  books,
  origin,
}) => {
  const { hostname, port } = new URL(origin);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await new Promise<void>((resolve) => {
    const request = http.request({
      ...{ hostname, port, method: "PUT", path: `/api/${slug}/uploads` },
      headers: { ...headersFor(GOOD_FILE, origin), cookie, "content-length": GOOD_FILE.byteLength },
    });
    request.on("error", () => resolve());
    request.on("close", () => resolve());
    request.write(GOOD_FILE.subarray(0, 100), () => setTimeout(() => request.destroy(), 500));
  });
  const orgId = await books.organizationId(slug);
  await expect.poll(() => keptFiles(orgId)).toEqual([]);
  expect(await books.traceOf(slug)).toEqual(NO_TRACE);

  const whole = await page.request.put(`/api/${slug}/uploads`, {
    headers: headersFor(GOOD_FILE, origin),
    data: GOOD_FILE,
  });
  expect(whole.status(), "the server goes on").toBe(201);
});
