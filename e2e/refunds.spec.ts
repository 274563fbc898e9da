import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { aRefundYear, YEAR_ODDITIES, type YearFile } from "../lib/domain/testing/a-refund-year";
import { expect, test } from "./fixtures/test";
import { bytesOf, chooseFile, openSection, panel, rowOf, table } from "./fixtures/workspace";

const PAYMENTS = "Payments";
/** `npm run torture year` walks 5,000; the readers take as many in a hundred orders in the integration tests. */
const ENTRIES = Number(process.env.E2E_YEAR_ENTRIES ?? "600");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Thousands of entries are screened with each file. */
async function addFile(page: Page, slug: string, { name, text }: YearFile): Promise<void> {
  const timeout = 300_000;
  await page.goto(`/${slug}/imports`);
  await chooseFile(page, { name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Add to the books" }).click({ timeout });
  await expect(page.getByRole("heading", { name: "Every row accounted for" })).toBeVisible({ timeout });
}

/** Light and dark on a desk, and on a phone; kept with the report of the run. */
async function picture(page: Page, name: string): Promise<void> {
  const info = test.info();
  for (const [suffix, width, colorScheme] of [
    ["", 1280, "light"],
    ["-dark", 1280, "dark"],
    ["-phone", 390, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const path = info.outputPath(`${name}${suffix}.png`);
    await page.screenshot({ path, fullPage: true });
    await info.attach(`${name}${suffix}`, { path, contentType: "image/png" });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(sideways, `${name}${suffix} moves sideways`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(WCAG).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`),
        `${name}${suffix}`,
      )
      .toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

test("a year of nine result files and forty payments reconciles to the cent", async ({
  page,
  member: { slug },
}) => {
  test.setTimeout(1_800_000);
  const year = aRefundYear(ENTRIES);
  const idOf = (index: number): string => year.payments[index]?.refundId ?? "";

  await test.step("the files come in an order in which nothing is known before it is needed", async () => {
    const [, claims2, , looks1, looks2, looks3, paid1, paid2, bank] = year.results;
    const [claims1, , claims3] = year.results;
    for (const file of [bank, looks3, paid2, claims2, year.es003, looks1, claims3, paid1, looks2, claims1])
      if (file !== undefined) await addFile(page, slug, file);
  });

  await test.step("every payment has its entries, its status and its credit", async () => {
    await openSection(page, "Refunds");
    await expect(table(page, PAYMENTS).getByRole("row")).toHaveCount(41);
    await expect(rowOf(page, PAYMENTS, idOf(0))).toContainText("Treasury issued");
    await expect(rowOf(page, PAYMENTS, idOf(0))).toContainText("by its trace number");
    await expect(rowOf(page, PAYMENTS, idOf(YEAR_ODDITIES.diverted))).toContainText("Funds diverted");
    await expect(rowOf(page, PAYMENTS, idOf(YEAR_ODDITIES.returned))).toContainText("Returned");
    await expect(rowOf(page, PAYMENTS, idOf(YEAR_ODDITIES.sent))).toContainText("Sent to Treasury");
    await expect(rowOf(page, PAYMENTS, idOf(YEAR_ODDITIES.wrongQuarterRate))).toContainText("Interest rate");
    await expect(
      page.getByRole("main").getByText("Unmatched", { exact: true }).locator("xpath=.."),
    ).toContainText("0.00");
    await picture(page, "refunds");
  });

  await test.step("a filter stands in the address, and an entry finds its payment", async () => {
    await page.getByRole("link", { name: /^With differences/ }).click();
    await expect(page).toHaveURL(/show=differs/);
    await expect(table(page, PAYMENTS).getByRole("row")).toHaveCount(4);
    const number = year.payments[5]?.entries[0]?.number ?? "";
    await page.goto(`/${slug}/entries/${number}`);
    await expect(panel(page, "Refund in CBP's reports")).toContainText(idOf(5));
    await page.getByRole("link", { name: "See the payment, and what was due" }).click();
    await expect(table(page, PAYMENTS).getByRole("row")).toHaveCount(2);
  });

  await test.step("the short payment shows the arithmetic that gives its cents", async () => {
    await page.goto(`/${slug}/refunds?show=differs`);
    await page
      .getByRole("link", { name: idOf(YEAR_ODDITIES.wrongQuarterRate) })
      .last()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(idOf(YEAR_ODDITIES.wrongQuarterRate));
    await expect(table(page, "Entries of the payment")).toContainText("Rates a quarter early");
    await expect(panel(page, "Interest rate: the arithmetic")).toContainText("Interest, as CBP paid it");
    await picture(page, "short-of-interest");
  });

  await test.step("the refund is passed on by weights that add up", async () => {
    await page.getByLabel("Customers and weights").fill("Northwind Retail, 2\nSouthsea Stores, 1");
    await page.getByRole("button", { name: "Divide" }).click();
    await expect(table(page, "Shares of customers").getByRole("row")).toHaveCount(4);
    const started = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export as CSV" }).click();
    expect((await bytesOf(await started)).toString()).toContain("Northwind Retail,");
  });

  await test.step("the month ties, and the ledger is a workbook", async () => {
    await page.goto(`/${slug}/refunds`);
    await page.getByRole("link", { name: "Month end" }).click();
    await page.getByRole("link", { name: "2026-08" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Month end 2026-08" })).toBeVisible();
    await expect(table(page, "Receivable of the month").getByRole("row")).toHaveCount(4);
    await picture(page, "month-end");
    const started = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export the ledger (xlsx)" }).click();
    expect((await bytesOf(await started)).subarray(0, 2).toString()).toBe("PK");
  });
});

test("a typed payment is there until it is taken back", async ({ page, member: { slug } }) => {
  await page.goto(`/${slug}/refunds`);
  await expect(page.getByText("No payment is known yet")).toBeVisible();
  await page.getByText("Type a payment").click();
  await page.getByLabel("Amount, USD").fill("nothing");
  await page.getByRole("button", { name: "Add the payment" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter an amount above zero" })).toBeVisible();
  await page.getByLabel("Amount, USD").fill("1,234.50");
  await page.getByLabel("Refund ID").fill("R77");
  await page.getByRole("button", { name: "Add the payment" }).click();
  await expect(rowOf(page, PAYMENTS, "R77")).toContainText("1,234.50");
  await expect(rowOf(page, "To look at", "R77")).toContainText("Unexplained");
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("No payment is known yet")).toBeVisible();
});
