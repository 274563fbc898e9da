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

test("rows pasted from a spreadsheet are computed each, and none is lost silently", async ({ page }) => {
  await page.goto("/tools/interest");
  await page.getByText("Several amounts at once").click();
  await page
    .getByLabel("Rows pasted from a spreadsheet")
    .fill("$ 12,500.00\t6/16/2025\t11/20/2026\n100,000.00\t2025-04-15\t2026-06-01\nTOTAL\t\t");
  await page.getByRole("button", { name: "Calculate" }).click();
  const rows = table(page, "Interest of every pasted row");
  await expect(rows).toContainText("1,085.96");
  await expect(rows).toContainText("6,825.03");
  await expect(rows).toContainText("1 not read and not in the total");
  await page.getByLabel("Convention").selectOption({ label: "Compounded quarterly" });
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(rows).toContainText("6,777.74");
  await expect(page.getByRole("main")).toContainText("A comparison, not our figure: Compounded quarterly");
  await page.getByLabel("Convention").selectOption({ label: "Compounded daily (ours)" });
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(rows).toContainText("6,825.03");
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of the rows" }).click(),
  ]);
  expect((await bytesOf(csv)).toString()).toContain("2,100000.00,2025-04-15,2026-06-01,6825.03,");
});

test("the growth is drawn, and said in words", async ({ page }) => {
  await page.goto("/tools/interest?amount=100000&deposit=2025-04-15&to=2026-06-01");
  const chart = page.getByRole("img", { name: "Growth of the interest" });
  await expect(chart).toBeVisible();
  await expect(chart.locator("desc")).toContainText("to 6,825.03 USD on 2026-06-01");
  await expect(chart.locator("circle")).toHaveCount(6);
});
