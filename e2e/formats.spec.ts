import { readFile } from "node:fs/promises";
import path from "node:path";

import { ES003_SAMPLE } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { addToBooks, chooseFile } from "./fixtures/workspace";

/** The sample as a workbook of another program: a sheet of parameters first, dates and amounts as numbers. */
const WORKBOOK = path.resolve("e2e/fixtures/es003-workbook.xlsx");

const ACCOUNTING = "52 read = 50 used + 2 set aside";

test("a workbook, a UTF-16 file and pasted rows come to the same as the CSV file", async ({
  page,
  member: { slug },
}) => {
  const text = await readFile(ES003_SAMPLE, "utf8");
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, {
    name: "report.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await readFile(WORKBOOK),
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText(ACCOUNTING)).toBeVisible({ timeout: 60_000 });
  await addToBooks(page);

  // The same rows again are repeats of the rows that are there, whatever the file they come in.
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, {
    name: "unicode.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, "")}`, "utf16le"),
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText("52 read = 0 used + 52 set aside")).toBeVisible({ timeout: 60_000 });
  await addToBooks(page);

  await page.goto(`/${slug}/imports`);
  await page.getByText("Paste rows instead").click();
  await page.getByLabel("Rows with their headings").fill(text.split("\r\n").slice(0, 5).join("\n"));
  await page.getByRole("button", { name: "Import pasted rows" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Pasted rows.txt" })).toBeVisible();
  await expect(page.getByText("4 read = 0 used + 4 set aside")).toBeVisible({ timeout: 60_000 });
});
