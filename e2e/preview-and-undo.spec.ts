import { rename } from "node:fs/promises";
import path from "node:path";

import type { Page } from "@playwright/test";

import { ES003_SAMPLE, es003File, sha256Of } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { attestQuickly, NORTHFIELD, openDeclarationOf } from "./fixtures/works";
import {
  addToBooks,
  buildDeclarations,
  freeze,
  importFile,
  panel,
  previewFile,
  rowOf,
  table,
} from "./fixtures/workspace";

const CHANGES = "Entries by what the file does to them";

const FIRST = { number: "QT776543239", entryDate: "06/16/2025" } as const;
const SECOND = { number: "45676543213", entryDate: "08/16/2025" } as const;

/** Where the server under test keeps what was uploaded. */
function dataDir(): string {
  const dir = process.env.DATA_DIR;
  if (dir === undefined) throw new Error("DATA_DIR is not set: run the tests with `npm run e2e`.");
  return dir;
}

/** A file, and a later one that shows its entry too. @returns the page of the first, and the second */
async function importJuneAndAugust(page: Page, slug: string) {
  await importFile(page, slug, es003File("june.csv", FIRST));
  const june = page.url();
  const august = es003File("august.csv", FIRST, SECOND);
  await importFile(page, slug, august);
  return { june, august };
}

async function takeOut(page: Page): Promise<void> {
  await page.getByText("Undo this import").click();
  await page.getByRole("button", { name: "Take it out of the books" }).click();
}

async function freezeNorthfield(page: Page, slug: string): Promise<void> {
  await openDeclarationOf(page, slug, "_987_");
  await attestQuickly(page);
  await freeze(page);
}

test("a file is shown before it is added, and nothing of it is in the books until somebody says so", async ({
  page,
  member: { slug },
  books,
}) => {
  await importFile(page, slug, es003File("june.csv", FIRST));
  const before = await books.traceOf(slug);
  await previewFile(page, slug, es003File("later.csv", { ...FIRST, ieepaDuty: "$1,100.00" }, SECOND));
  expect(await books.traceOf(slug)).toEqual({ ...before, imports: before.imports + 1 });
  await expect(rowOf(page, CHANGES, "New")).toContainText("1,250.00");
  await expect(rowOf(page, CHANGES, "In conflict")).toContainText("1");
  await expect(panel(page, "In conflict: 1 entry")).toContainText("1 tariff row in conflict");
  await expect(page.getByRole("main")).toContainText("1 row of earlier files are set aside");

  await test.step("discarded, it leaves no trace", async () => {
    await page.getByRole("button", { name: "Discard" }).click();
    await page.waitForURL(/\/imports$/);
    await expect(table(page, "Imported files").getByRole("row")).toHaveCount(2);
    expect(await books.traceOf(slug)).toEqual(before);
  });

  await test.step("added in two tabs, it is there once", async () => {
    await previewFile(page, slug, es003File("later.csv", { ...FIRST, ieepaDuty: "$1,100.00" }, SECOND));
    const other = await page.context().newPage();
    await other.goto(page.url());
    await addToBooks(page);
    await other.getByRole("button", { name: "Add to the books" }).click();
    await expect(other.getByRole("alert").first()).toContainText("meanwhile");
    await other.close();
    expect(await books.traceOf(slug)).toMatchObject({ imports: 2, entries: 2 });
  });
});

test("an import is undone after a later one came, and added again", async ({
  page,
  member: { slug },
  books,
}) => {
  const { june } = await importJuneAndAugust(page, slug);
  await page.goto(june);
  await takeOut(page);
  await expect(page.getByText("This file was taken out of the books")).toBeVisible({ timeout: 60_000 });
  expect(await books.traceOf(slug)).toMatchObject({ entries: 2, tariffLines: 4, setAsideRows: 0 });

  await page.getByRole("button", { name: "Read it again" }).click();
  await expect(rowOf(page, CHANGES, "Identical")).toContainText("1", { timeout: 60_000 });
  await addToBooks(page);
  expect(await books.traceOf(slug)).toMatchObject({ entries: 2, tariffLines: 4, setAsideRows: 2 });
});

test("an import stays while a downloaded declaration rests on it", async ({ page, member: { slug } }) => {
  await importFile(page, slug, ES003_SAMPLE);
  const file = page.url();
  await buildDeclarations(page, slug, NORTHFIELD);
  await freezeNorthfield(page, slug);
  await page.goto(file);
  const undo = panel(page, "Take this file out again");
  await expect(undo).toContainText("what was downloaded rests on it");
  await expect(undo.getByRole("link")).toContainText("CAPE_96765432100_987");
  await expect(undo.getByRole("button")).toHaveCount(0);
});

test("undo is offered while a draft rests on the file, and refused by name where its file was made meanwhile", async ({
  page,
  member: { slug },
  books,
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  const [file, before] = [page.url(), await books.traceOf(slug)];
  await buildDeclarations(page, slug, NORTHFIELD);
  const asked = await page.context().newPage();
  await asked.goto(file);
  await asked.getByText("Undo this import").click();
  const undo = asked.getByRole("button", { name: "Take it out of the books" });
  await expect(undo).toBeVisible();

  await freezeNorthfield(page, slug);
  await undo.click();
  await expect(asked.getByRole("alert").first()).toContainText(
    "What was downloaded rests on this file: CAPE_96765432100_987",
  );
  await asked.close();
  expect(await books.traceOf(slug)).toEqual(before);
});

test("an undo that needs a stored file which is gone says so, and works once the file is back", async ({
  page,
  member: { slug },
  books,
}) => {
  const { june, august } = await importJuneAndAugust(page, slug);
  const before = await books.traceOf(slug);
  const stored = path.join(dataDir(), "uploads", await books.organizationId(slug), sha256Of(august.buffer));
  await rename(stored, `${stored}.away`);

  await page.goto(june);
  await takeOut(page);
  const undo = panel(page, "Take this file out again");
  await expect(undo).toContainText("the stored copy of august.csv is not on this server any more", {
    timeout: 60_000,
  });
  await expect(undo).toContainText("Nothing was changed.");
  expect(await books.traceOf(slug)).toEqual(before);

  await rename(`${stored}.away`, stored);
  await takeOut(page);
  await expect(page.getByText("This file was taken out of the books")).toBeVisible({ timeout: 60_000 });
  expect(await books.traceOf(slug)).toMatchObject({ entries: 2, tariffLines: 4, setAsideRows: 0 });
});

test("coverage shows months, gaps and what several files show, also on a phone", async ({
  page,
  member: { slug },
}) => {
  await importFile(
    page,
    slug,
    es003File("june.csv", FIRST, { ...FIRST, number: "QT776543221", entryDate: "09/16/2025" }),
  );
  await importFile(page, slug, es003File("again.csv", FIRST));
  await page.goto(`/${slug}/imports`);
  await page.getByRole("link", { name: "Coverage" }).click();
  const months = "Months of QT7, 77-123456700";
  await expect(rowOf(page, months, "2025-06")).toContainText("Covered");
  await expect(rowOf(page, months, "2025-07")).toContainText("Gap");
  await expect(rowOf(page, months, "2025-02")).toContainText("No entries");
  await expect(rowOf(page, "Files in the books", "again.csv")).toContainText("2025-06");
  await page.setViewportSize({ width: 390, height: 844 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(tooWide).toBe(false);
});
