import { ES003_SAMPLE } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { importFile, openSection, panel } from "./fixtures/workspace";

test("the rules are there for everybody, dated and cited", async ({ page }) => {
  await page.goto("/library/rules");
  await expect(page.getByRole("heading", { level: 1, name: "The rules" })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Not legal advice.");

  const changelog = page.getByRole("region", { name: "What changed" });
  await expect(changelog.getByRole("heading", { level: 3 }).first()).toHaveText("Phase 3 announced");
  await expect(changelog).toContainText("CSMS 69035485");
  await expect(changelog).toContainText("Effective from 2026-06-29");

  await page.getByRole("navigation", { name: "Subjects" }).getByRole("link", { name: "Entry types" }).click();
  await expect(page).toHaveURL(/#entry-type$/);
  const types = page.getByRole("region", { name: "Entry types" });
  const warehouse = types.getByRole("listitem").filter({ hasText: /^21 / });
  await expect(warehouse).toHaveCount(2);
  await expect(warehouse.first()).toContainText("2026-04-20 to 2026-07-06, days of filing");
  await expect(warehouse.last()).toContainText("since 2026-07-07");
  await expect(warehouse.last()).toContainText("Refused.");
  await expect(page.getByRole("region", { name: "Clocks" })).toContainText("80 days");
});

test("an organization sees what a change of the rules did to its entries", async ({
  page,
  member: { slug },
  books,
}) => {
  await importFile(page, slug, ES003_SAMPLE);
  await openSection(page, "Rules");
  await expect(page.getByText("No rule change has moved an entry of yours since you began.")).toBeVisible();
  await expect(panel(page, "Warehouse entries")).toContainText("CSMS 69127837");

  await books.noteRuleEffect(slug, {
    entryNumber: "ZZX10000128",
    effectiveOn: "2026-06-29",
    rulesVersion: "2026-06-23.1",
    lanes: ["excluded", "cape-recon"],
    refundable: "1980.00",
  });
  await page.reload();
  await panel(page, "Entries flagged for reconciliation")
    .getByRole("link", { name: "29 June 2026: 1 entry, $1,980.00, moved from excluded to cape-recon" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Entries moved by a rule change" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "ZZX-1000012-8" });
  await expect(row).toContainText("Excluded for now");
  await expect(row).toContainText("CAPE, reconciliation");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "ZZX-1000012-8" })).toBeVisible();
  await page.getByRole("link", { name: "All rules" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The rules" })).toBeVisible();
});
