import { ES003_SAMPLE } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { figure, importFile, openSection, panel, rowOf, table } from "./fixtures/workspace";

const PUMPS = "8413.91.9085";

test("duty by program ties to the entries, and one rate makes a range certain", async ({
  page,
  member: { slug },
}) => {
  await importFile(page, slug, ES003_SAMPLE);

  await test.step("every program has its duty, what comes back of it and what stays", async () => {
    await openSection(page, "Stacking");
    await expect(page.getByRole("main")).toContainText("16 entries");
    const programs = table(page, "Duty by program");
    await expect(rowOf(page, "Duty by program", "IEEPA fentanyl, China and Hong Kong")).toContainText(
      "14,380.00",
    );
    await expect(rowOf(page, "Duty by program", "Section 301")).toContainText("0.00");
    await expect(rowOf(page, "Duty by program", "All programs")).toContainText("up to 40,629.50");
    await expect(programs).toContainText("Section 122");
    await expect(programs).toContainText("Ordinary duty (column 1)");
    await expect(table(page, "Duty by month of entry")).toContainText("2025-03");
  });

  await test.step("a month and an importer narrow it, and the list shows the same entries", async () => {
    await page.getByLabel("Importer").selectOption("89-123456700");
    await page.getByLabel("Entered from").fill("2026-01");
    await page.getByLabel("Entered until").fill("2026-01");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/importer=89-123456700&from=2026-01&to=2026-01/);
    await expect(rowOf(page, "Duty by program", "All programs")).toContainText("at least 0.00up to 6,781.50");
    await page.getByRole("link", { name: "See these entries" }).click();
    await expect(table(page, "Entries").getByRole("row")).toHaveCount(2);
    await page.getByRole("link", { name: "Entered in 2026-01" }).click();
    await expect(table(page, "Entries").getByRole("row")).toHaveCount(7);
  });

  await test.step("the rate is typed once, on the page that the entry leads to", async () => {
    await page.goto(`/${slug}/entries/ZZX10000052`);
    await page.getByRole("link", { name: "Give the ordinary rate" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ordinary rates" })).toBeVisible();
    await expect(rowOf(page, "Tariff numbers without an ordinary rate", PUMPS)).toContainText("6,781.50");
    await page.getByLabel(`Percent for ${PUMPS}`).fill("one hundred");
    await page.getByRole("button", { name: "Store", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "A percentage from 0 to 100" })).toBeVisible();
    await page.getByLabel(`Percent for ${PUMPS}`).fill("Free");
    await page.getByRole("button", { name: "Store", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("Stored. 1 entry was screened again.");
    await expect(panel(page, "Rates to look up")).toContainText("No refund waits for a rate");
    const known = rowOf(page, "Known ordinary rates", PUMPS);
    await expect(known).toContainText("0%");
    await expect(known).toContainText(/Given by Mira Castellanos/);
  });

  await test.step("the range is certain, and a withdrawn rate makes it a range again", async () => {
    await page.goto(`/${slug}/entries/ZZX10000052`);
    await expect(figure(page, "Refundable IEEPA duty")).toHaveText(/^6,781\.50\s*USD$/);
    await page.goto(`/${slug}/rates`);
    await rowOf(page, "Known ordinary rates", PUMPS).getByText("Change").click();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(rowOf(page, "Tariff numbers without an ordinary rate", PUMPS)).toContainText("6,781.50");
  });
});
