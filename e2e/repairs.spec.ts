import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

import { es003File } from "./fixtures/files";
import { test } from "./fixtures/test";
import { withCellChanged } from "./fixtures/workbooks";
import {
  addToBooks,
  bytesOf,
  chooseFile,
  figure,
  importFile,
  openSection,
  panel,
  previewFile,
  rowOf,
  table,
} from "./fixtures/workspace";

const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Excel kept nine digits of the second number and six of the third. */
const WHOLE = { number: "8E000000126", entryDate: "06/16/2025" } as const;
const ZEROS = { number: "401234562", entryDate: "06/16/2025" } as const;
const LOST = { number: "9.87123E+10", entryDate: "06/16/2025" } as const;
const UNCLEAR = { number: "QT776543239", entryDate: "06/16/2025", ieepaDuty: "see note" } as const;

const damaged = () => es003File("from-excel.csv", WHOLE, ZEROS, LOST, UNCLEAR);

async function openRepairs(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Repair", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Repairs" })).toBeVisible();
}

async function expectRefundable(page: Page, amount: string): Promise<void> {
  const back = page.url();
  await openSection(page, "Overview");
  await expect(figure(page, "Refundable principal")).toContainText(amount);
  await page.goto(back);
}

test("cells that Excel damaged are repaired by group, by hand, and in Excel; the totals follow", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, damaged());
  await expect(page.getByText("8 read = 4 used + 4 set aside")).toBeVisible();
  await openRepairs(page);
  const importUrl = page.url().replace(/\/repairs.*$/, "");
  const problems = panel(page, "Problems by what repairs them");
  const outcome = page.getByRole("status").filter({ hasText: /cells? changed/ });

  await test.step("a group is accepted at once, because the check digit proves it", async () => {
    const group = problems.getByRole("listitem").filter({ hasText: "Restore leading zeros" }).first();
    await expect(group).toContainText("2 cells, 1,250.00 IEEPA duty on their rows");
    await expect(group).toContainText("00401234562");
    await expect(group).toContainText("check digit fits");
    await expect(problems).toContainText("Digits lost to scientific notation");
    await group.getByRole("button", { name: "Accept all 2" }).click();
    await expect(rowOf(page, "Accepted repairs", "00401234562")).toHaveCount(2);
    await expect(outcome).toContainText("2 cells changed, 1 entry screened again.");
    await expectRefundable(page, "2,500.00");
  });

  await test.step("a cell is typed by keyboard, and what cannot be read is not taken", async () => {
    const grid = page.getByRole("grid", { name: "Cells to type" });
    const cell = grid.getByRole("row").filter({ hasText: "see note" }).getByRole("gridcell").last();
    // Keys go to the cell that has them, wherever the grid believes to stand: the first of its rows, until it is told.
    await cell.dispatchEvent("keydown", { key: "Enter" });
    await expect(cell.getByRole("textbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("a lot");
    await expect(page.getByText("This cannot be read.").first()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Store 1 cell" })).toBeDisabled();
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("800.00");
    await expect(page.getByText("Read as 800").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(cell).toContainText("a lot");
    await expect(cell).toBeFocused();
    await page.keyboard.press("8");
    await page.keyboard.type("00.00");
    await page.keyboard.press("Enter");
    await expect(cell).toContainText("Read as 800");
    await page.getByRole("button", { name: "Store 1 cell" }).click();
    await expect(rowOf(page, "Accepted repairs", "800.00")).toBeVisible();
    await expectRefundable(page, "3,300.00");
  });

  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download problem rows" }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("from-excel-problems.xlsx");
  const workbook = await bytesOf(download);

  await test.step("the workbook comes back through the drop zone and is known by its key", async () => {
    await page.goto(`/${slug}/imports`);
    const changed = await withCellChanged(workbook, LOST.number, "98712345671");
    await chooseFile(page, { name: "back.xlsx", mimeType: WORKBOOK_TYPE, buffer: changed });
    await page.waitForURL(/\/repairs\?workbook=[0-9a-f]{64}$/);
    const returned = panel(page, "The workbook that came back");
    await expect(returned).toContainText("2 cells change in 2 rows of the workbook");
    await expect(rowOf(page, "Cells the workbook changes", "98712345671")).toHaveCount(2);
    await returned.getByRole("button", { name: "Store 2 cells" }).click();
    await page.waitForURL(/\/repairs$/);
    await expect(outcome).toContainText("2 cells changed, 1 entry screened again.");
    await expect(rowOf(page, "Accepted repairs", "98712345671")).toHaveCount(2);
    await expectRefundable(page, "4,550.00");
    await page.goto(importUrl);
    await expect(page.getByText("8 read = 8 used + 0 set aside")).toBeVisible();
  });

  await test.step("a repair is taken back, and its money goes", async () => {
    await page.goto(`${importUrl}/repairs`);
    await expect(problems).toContainText("Nothing is left to repair");
    await rowOf(page, "Accepted repairs", "800.00").getByRole("button", { name: "Take back" }).click();
    await expect(rowOf(page, "Accepted repairs", "800.00")).toHaveCount(0);
    await expectRefundable(page, "3,750.00");
    await page.getByRole("button", { name: "Take all back" }).click();
    await expect(table(page, "Accepted repairs")).toHaveCount(0);
    await expectRefundable(page, "1,250.00");
  });
});

test("what was chosen on a page that others overtook says on the page why nothing was stored", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, damaged());
  await openRepairs(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByRole("button", { name: "Accept all 2" }).click();
  await expect(rowOf(page, "Accepted repairs", "00401234562")).toHaveCount(2);
  await other.getByRole("button", { name: "Accept all 2" }).click();
  await expect(other.getByRole("alert").first()).toContainText("There is nothing left to accept here.");
  await expect(rowOf(other, "Accepted repairs", "00401234562")).toHaveCount(2);
  await other.close();
});

test("a file that waits to be added is read again with its repairs, and the page shows it", async ({
  page,
  member: { slug },
}) => {
  await previewFile(page, slug, damaged());
  await openRepairs(page);
  await page.getByRole("button", { name: "Accept all 2" }).click();
  await expect(page.getByText(/^2 cells noted\./)).toBeVisible();
  await expect(rowOf(page, "Accepted repairs", "00401234562")).toHaveCount(2);
  await expect(page.getByText("This file is not in the books yet")).toBeVisible();
  await page.goto(page.url().replace(/\/repairs.*$/, ""));
  await addToBooks(page);
  await expect(page.getByText("8 read = 6 used + 2 set aside")).toBeVisible();
});

test("on a phone the page stays in its frame, and the grid scrolls in its own", async ({
  page,
  member: { slug },
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await importFile(page, slug, damaged());
  await openRepairs(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`)),
    ).toEqual([]);
  }
});
