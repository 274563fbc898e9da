import { es003Of } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { figure, importFile, openSection, panel, rowOf, table, valueOf } from "./fixtures/workspace";

const NUMBER = "8E000000126";

test("interest can be recomputed, compared, and explained from what CBP paid", async ({
  page,
  member: { slug },
}) => {
  const file = es003Of([{ number: NUMBER, entryDate: "06/16/2025" }]);
  await importFile(page, slug, { name: "one-entry.csv", mimeType: "text/csv", buffer: file });
  const path = `/${slug}/entries/${NUMBER}`;
  await page.goto(path);
  const ours = /[\d,]+\.\d\d/.exec(await figure(page, "Interest, estimate").innerText())?.[0] ?? "";

  await test.step("another convention is a comparison, and never takes the place of the estimate", async () => {
    await page.getByText("Compare with 12 other ways to compute it").click();
    await table(page, "Interest under other conventions")
      .getByRole("link", { name: "Simple interest" })
      .click();
    await page.waitForURL(/convention=simple/);
    await expect(panel(page, "Interest worksheet")).toContainText(
      "A comparison, not our estimate: Simple interest",
    );
    await expect(rowOf(page, "Interest by quarter", "Interest under this comparison, USD")).not.toContainText(
      ours,
    );
    await expect(figure(page, "Interest, estimate")).toContainText(ours);
    await page.getByRole("link", { name: "Back to our own worksheet" }).click();
    await expect(rowOf(page, "Interest by quarter", "Interest, estimate, USD")).toContainText(ours);
  });

  await test.step("what CBP paid is explained, or the nearest readings are named", async () => {
    const paid = panel(page, "What CBP paid");
    await paid.getByLabel("Interest paid, USD").fill(ours);
    await paid.getByRole("button", { name: "Explain" }).click();
    await expect(paid).toContainText(`${ours} is what our own convention gives`);
    await paid.getByLabel("Interest paid, USD").fill("1.00");
    await paid.getByRole("button", { name: "Explain" }).click();
    await expect(paid).toContainText("No reading gives 1.00 to the cent");
    await expect(table(page, "Nearest readings").getByRole("row")).toHaveCount(6);
  });

  await test.step("a monthly statement moves the first day of interest", async () => {
    await page.goto(path);
    await expect(valueOf(page, "Deposited")).toContainText("ten working days after entry");
    await openSection(page, "Settings");
    await page.getByLabel("Pays duty by periodic monthly statement").check();
    await page.getByRole("button", { name: "Store the terms" }).click();
    await expect(page.getByText("Stored. Every entry was screened again.")).toBeVisible();
    await page.goto(path);
    await expect(valueOf(page, "Deposited")).toContainText(
      "2025-07-22, 15th working day of the following month",
    );
    await expect(figure(page, "Interest, estimate")).not.toContainText(ours);
  });
});
