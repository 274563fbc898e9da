import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures/test";
import { bytesOf, importFile, table, type ChosenFile } from "./fixtures/workspace";

/** As names of importers: what would run, calculate, turn around or vanish if anybody let it. */
const NAMES = [
  `<script>document.title = "taken over"</script>`,
  `"><img src=x onerror="document.title='taken over'">`,
  "=cmd|' /C calc'!A0",
  '＝HYPERLINK("http://evil.example")',
  "\u202eSDOOG ROBRAH\u202c",
  "HAR\u200bBOR",
  "🚢 HARBOR 👨‍👩‍👧",
  "{{constructor.constructor('alert(1)')()}}",
] as const;
/** Ten characters each; the eleventh is the check digit. */
const NUMBERS = [
  ...["ZZX10000011", "ZZX10000029", "ZZX10000037", "ZZX10000045"],
  ...["ZZX10000052", "ZZX10000060", "ZZX10000078", "ZZX10000086"],
] as const;
const NO_NUMBER = `=1+1"<b>`;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const FILE: ChosenFile = {
  name: "names.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Entry Summary Number,Entry Type Code,Importer Number,Importer Name,Entry Date,Liquidation Date,Liquidation Status,HTS Number - Full,Country of Origin Code,Line Tariff Duty Amount",
      ...NAMES.map((name, index) =>
        [NUMBERS[index] ?? "", "01", `77-12345670${String(index)}`, name]
          .concat("06/16/2025", "", "Unliquidated", "99030124", "CN", "100.00")
          .map(quoted)
          .join(","),
      ),
      [NO_NUMBER, "01", "77-123456700", "HARBOR", "06/16/2025", "", "", "99030124", "CN", "1.00"]
        .map(quoted)
        .join(","),
      "",
    ].join("\r\n"),
  ),
};

async function download(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = await started;
  return { name: file.suggestedFilename(), text: (await bytesOf(file)).toString("utf8") };
}

/** The lines of a file whose cells hold no line ends. */
const linesOf = (text: string): readonly string[] => text.trimEnd().split("\r\n");

test("hostile text is shown as it stands, runs nowhere, and begins no formula in a download", async ({
  page,
  member: { slug },
}) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("dialog", (dialog) => failures.push(dialog.message()));
  await importFile(page, slug, FILE);
  await expect(table(page, "Rows set aside")).toContainText(NO_NUMBER);
  const aside = await download(page);
  expect(aside.name).toMatch(/^set-aside_[a-z0-9-]+_2026-11-21\.csv$/);
  expect(linesOf(aside.text)).toHaveLength(2);
  expect(aside.text).toContain(`"'=1+1""<b>",01,77-123456700,HARBOR`);

  await page.goto(`/${slug}/entries`);
  for (const name of NAMES)
    await expect(table(page, "Entries").getByTitle(name, { exact: true })).toHaveText(name);
  await expect(page).toHaveTitle(/Entries/);
  const { name, text } = await download(page);
  expect(name).toMatch(/^entries_[a-z0-9-]+_2026-11-21\.csv$/);
  expect(text.startsWith("\uFEFFEntry number,Importer number,Importer name,")).toBe(true);
  const lines = linesOf(text).slice(1);
  expect(lines).toHaveLength(NAMES.length);
  for (const line of lines) expect(line).not.toMatch(/,"?\s*[=＝@+]/u);
  expect(text).toContain(",'=cmd|' /C calc'!A0,");
  expect(text).toContain(`,"'＝HYPERLINK(""http://evil.example"")",`);
  expect(lines[4]).toContain("ZZX-1000005-2,77-123456704,");
  expect(lines[4]).toContain(",01,2025-06-16,,CAPE ready,100.00,100.00,100.00,");

  for (const number of NUMBERS) {
    await page.goto(`/${slug}/entries/${number}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(number.slice(3, 10));
    await expect(page).not.toHaveTitle(/taken over/);
  }
  expect(failures).toEqual([]);
});

test("a download holds the whole filtered list in its order, and nothing of others", async ({
  page,
  member: { slug },
  browser,
}) => {
  await importFile(page, slug, FILE);
  const asked = async (query: string) =>
    linesOf(await (await page.request.get(`/api/${slug}/entries/export${query}`)).text())
      .slice(1)
      .map((line) => line.slice(0, 13));
  const all = NUMBERS.map((number) => `${number.slice(0, 3)}-${number.slice(3, 10)}-${number.slice(10)}`);
  expect(await asked("")).toEqual(all);
  expect(await asked("?sort=-number")).toEqual(all.toReversed());
  expect(await asked("?q=ZZX-1000005-2")).toEqual(["ZZX-1000005-2"]);
  expect(await asked("?importer=77-123456701")).toEqual(["ZZX-1000002-9"]);
  expect(await asked("?lane=court")).toEqual([]);
  expect(await asked("?importer=%00&after=%00~x&sort=deadline")).toEqual(all);

  const stranger = await browser.newContext();
  const answer = await stranger.request.get(`/api/${slug}/entries/export`);
  expect(answer.status()).toBe(401);
  expect(await answer.text()).not.toContain("ZZX");
  await stranger.close();
});
