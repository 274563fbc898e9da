import AxeBuilder from "@axe-core/playwright";

import { es003File } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import { attestQuickly } from "./fixtures/works";
import {
  addToBooks,
  buildDeclarations,
  figure,
  freeze,
  idIn,
  importFile,
  panel,
  previewFile,
  rowOf,
  table,
  valueOf,
} from "./fixtures/workspace";

const FIRST = "QT776543239";
const SECOND = "QT776543221";
const ELSEWHERE = "45676543213";
const IMPORTER = "77-123456700";
const NUMBER = "900000555001";

const details = (name: string, rows: readonly (readonly string[])[]) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from(
    [
      "\uFEFFENTRY_NUMBER,CLAIM_NUMBER,STATUS,ERROR_DESCRIPTION",
      ...rows.map(([number, claim, status, message]) => `="${number}",="${claim}",${status},${message}`),
      "",
    ].join("\r\n"),
  ),
});

test("a failed row of a claim is read from CBP's file, explained, filed again, and linked both ways", async ({
  page,
  member: { slug },
}) => {
  test.setTimeout(120_000);
  const base = `/${slug}`;
  await importFile(
    page,
    slug,
    es003File(
      "june.csv",
      { number: FIRST, entryDate: "06/16/2025" },
      { number: SECOND, entryDate: "07/15/2025" },
    ),
  );
  await buildDeclarations(page, slug, IMPORTER);
  const parent = idIn(page);
  await attestQuickly(page);
  await freeze(page);
  await page.getByLabel("Filed on").fill("2026-11-02");
  await page.getByLabel("Claim number").fill(NUMBER);
  await page.getByRole("button", { name: "Record the claim" }).click();
  await expect(page.getByRole("heading", { level: 1, name: NUMBER })).toBeVisible();
  const claim = page.url();

  await test.step("the file shows what it changes before it does", async () => {
    await previewFile(
      page,
      slug,
      details("claim_details_20261105.csv", [
        [FIRST, NUMBER, "Entry Summary Updated", ""],
        [SECOND, NUMBER, "Failed", "UNABLE TO CALCULATE DUTY"],
        [ELSEWHERE, "900000777001", "Entry Summary Updated", ""],
      ]),
    );
    const moved = rowOf(page, "Claims that the file moves", NUMBER);
    await expect(moved).toContainText("Received: filed in ACE → Accepted with Error(s)");
    await expect(moved).toContainText("1 × Accepted, 1 × Rejected");
    await expect(rowOf(page, "Claims that the file moves", "900000777001")).toContainText("filed elsewhere");
    await addToBooks(page);
  });

  await test.step("the claim shows CBP's word, the plain one, and each row with its source", async () => {
    await page.goto(claim);
    await expect(valueOf(page, "CBP says")).toHaveText("Accepted with Error(s)");
    await expect(valueOf(page, "In plain words")).toHaveText("Approved in part");
    await expect(panel(page, "Timeline")).toContainText("claim_details_20261105.csv, row 3");
    await expect(rowOf(page, "Outcome per entry", "QT7-7654322-1")).toContainText(
      "File again once unchanged",
    );
    const href = await panel(page, "Entries")
      .getByRole("link", { name: "Download CSV" })
      .getAttribute("href");
    const lines = (await (await page.request.get(href ?? "")).text()).split("\r\n");
    expect(lines).toHaveLength(4); // the heading, two entries, and what follows the last line end
    expect(lines[1]).toContain("QT7-7654322-1");
    expect(lines[1]).toContain("UNABLE TO CALCULATE DUTY");
    expect(lines[2]).toContain("QT7-7654323-9");
  });

  await test.step("the list filters by state, and shows what others filed", async () => {
    await page.goto(`${base}/claims`);
    await expect(rowOf(page, "Claims", "900000777001")).toContainText("filed elsewhere");
    await page.getByRole("navigation", { name: "State of the claims" }).getByText("Approved in part").click();
    await page.waitForURL(/state=approved-in-part/);
    await expect(table(page, "Claims").getByRole("row")).toHaveCount(2);
    await page.goto(`${base}/claims/elsewhere/900000777001`);
    await expect(page.getByRole("heading", { level: 1, name: "900000777001" })).toBeVisible();
  });

  await test.step("the workbench explains the row, also on a phone, and files it again", async () => {
    await page.goto(`${base}/claims/rejected`);
    await expect(figure(page, "May be filed again")).toHaveText("1");
    const group = panel(page, "UNABLE TO CALCULATE DUTY");
    await expect(group).toContainText("CBP could not recalculate the line without IEEPA duty.");
    await expect(group).toContainText("your broker");
    await page.setViewportSize({ width: 390, height: 844 });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide).toBe(false);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await group.getByLabel("File QT7-7654322-1 again").check();
    await group.getByRole("button", { name: "Put them on a new declaration" }).click();
    await page.waitForURL(/\/declarations\/[0-9a-f-]{36}$/);
  });

  const child = idIn(page);
  expect(child).not.toBe(parent);
  await expect(panel(page, "Filed again")).toContainText("1 entry here, dropped by CBP from");
  await panel(page, "Filed again").getByRole("link").click();
  await page.waitForURL(new RegExp(`${parent}$`));
  await expect(panel(page, "Filed again")).toContainText("1 dropped entry again on");
  await page.goto(`${base}/claims/rejected`);
  await expect(rowOf(page, "Entries, message 1", "QT7-7654322-1")).toContainText("On another declaration");
});
