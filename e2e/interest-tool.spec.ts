import { expect, test } from "./fixtures/test";
import { bytesOf, table } from "./fixtures/workspace";

test("interest is computed without an account, and the address carries the calculation", async ({
  page,
  browser,
}) => {
  await page.goto("/tools/interest");
  await page.getByLabel("IEEPA duty to be refunded, USD").fill("$12,500.00");
  await page.getByLabel("Day of the deposit").fill("06/16/2025");
  await page.getByLabel("Last day").fill("2026-11-20");
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(page.getByRole("main")).toContainText("1,085.96");
  await expect(table(page, "Interest by quarter").getByRole("row")).toHaveCount(9);
  await expect(table(page, "Interest under other conventions")).toContainText("1,078.41");

  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  expect((await bytesOf(csv)).toString()).toContain("Total,,,,,,,,1085.96,,");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole("main")).toContainText("1,085.96");
  await stranger.context().close();

  await page.getByLabel("Day of the deposit").fill("2025-02-30");
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(page.getByText("Enter the day of the deposit, such as 2025-06-16.")).toBeVisible();
});
