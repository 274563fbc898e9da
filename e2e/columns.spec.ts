import path from "node:path";

import { expect, test } from "./fixtures/test";
import { addToBooks, chooseFile, importFile, panel, table } from "./fixtures/workspace";

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const sample = (name: string) => path.resolve("public/samples", name);

const FIRST = csv(
  "first.csv",
  "Entry Number,HTS Code,Total Duty,Entry Date\nZZX-1000001-1,9903.01.24,4000.00,03/10/2025\nZZX-1000001-1,4202.92.3131,0,03/10/2025\n",
);
const SECOND = csv(
  "second.csv",
  "Entry Date,Total Duty,HTS Code,Entry Number\n06/16/2025,1240.00,9903.01.25,ZZX-1000002-9\n",
);

test("a file whose headings mean several things is read as a person names them, and the next one by itself", async ({
  page,
  member: { slug },
}) => {
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, FIRST);
  await expect(page.getByText("The columns of this file need names before it can be read")).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("link", { name: "Name the columns" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Name the columns" })).toBeVisible();
  await expect(page.getByText("Could mean several things")).toHaveCount(1);
  await expect(page.getByText("4000.00 · 0")).toBeVisible();
  await expect(page.getByText(/^Still needed: Duty paid/)).toBeVisible();

  const preview = table(page, "How the first rows would be read");
  await page.getByLabel("What Total Duty is").selectOption("dutyAmount");
  await expect(preview.getByRole("row").filter({ hasText: "duty 4,000.00" })).toHaveCount(1);
  await expect(page.getByText(/^Still needed/)).toHaveCount(0);
  await page.getByRole("button", { name: "Read the file like this" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(panel(page, "How the file was read")).toContainText("Read as you named the columns on", {
    timeout: 60_000,
  });
  await addToBooks(page);

  await page.goto(`/${slug}/imports`);
  await chooseFile(page, SECOND);
  await expect(panel(page, "How the file was read")).toContainText("because the headings are the same", {
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Forget these columns" }).click();
  await expect(page.getByRole("button", { name: "Forget these columns" })).toHaveCount(0);
});

test("the grouped sample comes to its total", async ({ page, member: { slug } }) => {
  await importFile(page, slug, sample("broker-grouped-titled.csv"));
  await expect(page.getByText("39 read = 37 used + 2 set aside")).toBeVisible();
  await expect(page.getByText(/Report made on 2026-11-20/)).toBeVisible();
  await page.goto(`/${slug}/entries`);
  await expect(page.getByRole("main")).toContainText("32,090.00");
});

test("the wide sample comes to its total, less what Excel damaged", async ({ page, member: { slug } }) => {
  await importFile(page, slug, sample("broker-wide-excel-damaged.csv"));
  await expect(page.getByText("30 read = 21 used + 9 set aside")).toBeVisible();
  await expect(page.getByText("IEEPA duty of 6,058.00 was not screened")).toBeVisible();
  await page.goto(`/${slug}/entries`);
  // 57,684.50, of which 6,781.50 on a 15 % line is a range.
  await expect(page.getByRole("main")).toContainText("50,903.00");
});
