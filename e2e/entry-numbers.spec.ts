import { es003Of, LANTERN_IMPORTER, sha256Of } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import {
  attestEverything,
  buildDeclarations,
  bytesOf,
  downloadFile,
  freeze,
  importFile,
  panel,
  rowOf,
  valueOf,
} from "./fixtures/workspace";

/** Numbers that spreadsheets and JavaScript read as something else. */
const DIFFICULT = [
  { number: "8E000000126", written: "8E0-0000012-6", filer: "8E0", because: "it reads as 8E+126" },
  { number: "00401234562", written: "004-0123456-2", filer: "004", because: "it begins with zeros" },
] as const;

test("difficult entry numbers reach the declaration file byte for byte, from columns in any order", async ({
  page,
  member: { slug },
}) => {
  const file = es003Of(DIFFICULT.map(({ number }) => ({ number, entryDate: "06/16/2025" })));

  await test.step("the report is recognised although its columns stand in another order", async () => {
    await importFile(page, slug, { name: "columns-shuffled.csv", mimeType: "text/csv", buffer: file });
    await expect(panel(page, "How the file was read")).toContainText("ACE ES-003, 16 of 16 columns");
    await expect(panel(page, "Every row accounted for")).toContainText("4 read = 4 used + 0 set aside");
  });

  await test.step("the entries keep their numbers", async () => {
    await page.goto(`/${slug}/entries`);
    for (const { number, written, because } of DIFFICULT) {
      const row = rowOf(page, "Entries", written);
      await expect(row.getByText("CAPE ready", { exact: true }), because).toBeVisible();
      await expect(row).toContainText("1,250.00");
      await expect(row.getByRole("link")).toHaveAttribute("href", `/${slug}/entries/${number}`);
    }
  });

  await buildDeclarations(page, slug, LANTERN_IMPORTER.number);

  for (const { number, filer, because } of DIFFICULT) {
    await test.step(`${number} is written as it is, although ${because}`, async () => {
      await page.goto(`/${slug}/declarations`);
      await rowOf(page, "CAPE Declarations", `_${filer}_`).getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1, name: `_${filer}_` })).toBeVisible();
      await attestEverything(page);
      await freeze(page);
      const bytes = await bytesOf(await downloadFile(page));
      expect(bytes.toString("latin1")).toBe(`Entry Number\r\n${number}\r\n`);
      await expect(valueOf(page, "SHA-256").locator("code")).toHaveText(sha256Of(bytes));
    });
  }
});
