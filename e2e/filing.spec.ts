import { buffer } from "node:stream/consumers";

import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { fromBufferPromise } from "yauzl";

import { entryNumberOf, es003File, es003Of, LANTERN_IMPORTER, sha256Of } from "./fixtures/files";
import { signUp, somebody } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { attestQuickly, draftToSign } from "./fixtures/works";
import {
  bytesOf,
  chooseFile,
  chooseImporters,
  downloadFile,
  importFile,
  panel,
  rowOf,
  table,
} from "./fixtures/workspace";

const TIDEWATER = { number: "55-765432100", name: "TIDEWATER TEST TRADING INC" } as const;

/** 15,001 entries of one importer make two files, 9,999 of another one make one. */
const LANTERN_ENTRIES = Array.from({ length: 15_001 }, (_, index) => entryNumberOf("ZZX", 2_000_000 + index));
const TIDEWATER_ENTRIES = Array.from({ length: 9_999 }, (_, index) =>
  entryNumberOf("987", 3_000_000 + index),
);

const csvOf = (numbers: readonly string[]): Buffer =>
  Buffer.from(["Entry Number", ...numbers].map((line) => `${line}\r\n`).join(""), "ascii");

const FILES = [
  { name: "CAPE_77123456700_ZZX_2026-11-21_1of2.csv", numbers: LANTERN_ENTRIES.slice(0, 9_999) },
  { name: "CAPE_77123456700_ZZX_2026-11-21_2of2.csv", numbers: LANTERN_ENTRIES.slice(9_999) },
  { name: "CAPE_55765432100_987_2026-11-21_1of1.csv", numbers: TIDEWATER_ENTRIES },
] as const;

const entered = (
  number: string,
  importer: typeof LANTERN_IMPORTER | typeof TIDEWATER = LANTERN_IMPORTER,
) => ({
  ...{ number, importer, entryDate: "01/14/2026" },
});

/** In the builder: says once that the organization is a broker with these filer codes. */
async function answerWhoFiles(page: Page, slug: string, ...filers: readonly string[]): Promise<void> {
  await page.goto(`/${slug}/declarations/new`);
  const question = panel(page, "Whose entries may this organization declare?");
  await question.getByLabel("A licensed customs broker").check();
  for (const filer of filers) await question.getByLabel(filer, { exact: true }).check();
  await question.getByRole("button", { name: "Store the answer" }).click();
  await expect(question).toHaveCount(0);
}

/** Opens a declaration from the list, answers what blocks it and makes its file. */
async function makeFile(page: Page, slug: string, name: string): Promise<string> {
  await page.goto(`/${slug}/declarations`);
  await rowOf(page, "CAPE Declarations", name).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await attestQuickly(page);
  await page.getByRole("button", { name: "Make and freeze the file" }).click();
  await expect(panel(page, "The file")).toBeVisible({ timeout: 60_000 });
  return page.url();
}

async function filesInZip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

const sameBytes = (found: Buffer | undefined, numbers: readonly string[]): boolean =>
  found?.equals(csvOf(numbers)) === true;

test("25,000 entries become three files that stay as they are, and no entry goes into two", async ({
  page,
  browser,
  member: { slug },
}) => {
  test.setTimeout(400_000);
  const started = Date.now();
  const note = (what: string): void => {
    console.log(`${what}: ${String(Math.round((Date.now() - started) / 1000))} s`);
  };

  await test.step("the report of 25,000 entries is read", async () => {
    await page.goto(`/${slug}/settings`);
    await page.getByLabel("Add a file without asking when it only adds entries").check();
    await page.getByRole("button", { name: "Store the setting", exact: true }).click();
    await expect(page.getByText("Stored. It holds for the next file.")).toBeVisible();
    await page.goto(`/${slug}/imports`);
    const content = es003Of([
      ...LANTERN_ENTRIES.map((number) => entered(number)),
      ...TIDEWATER_ENTRIES.map((number) => entered(number, TIDEWATER)),
    ]);
    await chooseFile(page, { name: "es003-25000.csv", mimeType: "text/csv", buffer: content });
    await expect(page.getByRole("heading", { name: "Every row accounted for" })).toBeVisible({
      timeout: 240_000,
    });
    note("imported");
  });

  await test.step("two sessions build the same entries at once: one wins, the other is told", async () => {
    await answerWhoFiles(page, slug, "ZZX", "987");
    const other = await sessionBeside(page, await browser.newContext());
    for (const each of [page, other]) {
      await each.goto(`/${slug}/declarations/new`);
      await chooseImporters(each, LANTERN_IMPORTER.number);
      await expect(table(each, "Files to be built").getByRole("row")).toHaveCount(3);
    }
    note("both have looked");
    await Promise.all(
      [page, other].map((each) => each.getByRole("button", { name: "Build the files" }).click()),
    );
    const outcome = (each: Page) =>
      Promise.race([
        each.waitForURL(/\/declarations\?built=/, { timeout: 60_000 }).then(() => "built" as const),
        each
          .getByText("Nothing was built. Entries you chose were put on another declaration meanwhile")
          .waitFor({ timeout: 60_000 })
          .then(() => "told" as const),
      ]);
    const outcomes = await Promise.all([outcome(page), outcome(other)]);
    expect([...outcomes].sort()).toEqual(["built", "told"]);
    const loser = outcomes[0] === "told" ? page : other;
    await expect(loser.getByRole("alert").filter({ hasText: "Nothing was built" })).toContainText(
      `${FILES[0].name}, built by Mira Castellanos`,
    );
    await other.context().close();
    note("built once");
  });

  await test.step("the second declaration is another importer's, in a file of its own", async () => {
    await page.goto(`/${slug}/declarations/new`);
    await chooseImporters(page, TIDEWATER.number);
    await expect(rowOf(page, "Files to be built", FILES[2].name)).toContainText("9,999");
    await page.getByRole("button", { name: "Build the files" }).click();
    await expect(page.getByRole("heading", { level: 1, name: FILES[2].name })).toBeVisible({
      timeout: 60_000,
    });
    await expect(panel(page, "Readiness").locator("ol > li").first()).toContainText(
      "By its settings this organization is a broker with the filer codes 987 and ZZX.",
    );
    note("second built");
  });

  const pages: string[] = [];
  await test.step("three files are made and downloaded, right to the byte", async () => {
    for (const { name, numbers } of FILES) {
      pages.push(await makeFile(page, slug, name));
      const download = await downloadFile(page);
      expect(download.suggestedFilename()).toBe(name);
      const bytes = await bytesOf(download);
      expect(sameBytes(bytes, numbers), name).toBe(true);
      await expect(page.getByText(sha256Of(bytes)).first()).toBeVisible();
      note(`made ${name}`);
    }
  });

  await test.step("a later report changes amounts, and the files and figures stay as they were", async () => {
    const [frozen = ""] = pages;
    await page.goto(frozen);
    const before = await table(page, "Entries of the declaration").getByRole("row").nth(1).innerText();
    const changed = es003File("later.csv", {
      ...entered(LANTERN_ENTRIES[0] ?? ""),
      ieepaDuty: "$9,999.00",
    });
    await importFile(page, slug, changed);
    await page.goto(`/${slug}/entries/${LANTERN_ENTRIES[0] ?? ""}`);
    await expect(page.getByRole("main")).toContainText("9,999.00");
    await page.goto(frozen);
    expect(await table(page, "Entries of the declaration").getByRole("row").nth(1).innerText()).toBe(before);
    expect(sameBytes(await bytesOf(await downloadFile(page)), FILES[0].numbers)).toBe(true);
    note("same after a re-screen");
  });

  await test.step("all of them come as one ZIP, each the same to the byte", async () => {
    await page.goto(`/${slug}/declarations`);
    for (const { name } of FILES) await page.getByLabel(`${name} in the ZIP`).check();
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the ticked files as one ZIP" }).click();
    const files = await filesInZip(await bytesOf(await started));
    expect([...files.keys()].sort()).toEqual(FILES.map(({ name }) => name).sort());
    for (const { name, numbers } of FILES) expect(sameBytes(files.get(name), numbers), name).toBe(true);
    note("zipped");
  });
});

/** The same person in a second browser. */
async function sessionBeside(page: Page, context: BrowserContext): Promise<Page> {
  await context.addCookies(await page.context().cookies());
  return context.newPage();
}

test("who may file is asked once, and entries of others stay out with reason and dollars", async ({
  page,
  member: { slug },
}) => {
  test.setTimeout(120_000);
  const own = entryNumberOf("ZZX", 1);
  const foreign = entryNumberOf("456", 2);
  await importFile(page, slug, es003File("two-filers.csv", entered(own), entered(foreign)));
  await answerWhoFiles(page, slug, "ZZX");
  await expect(rowOf(page, "Files to be built", "_ZZX_")).toContainText("1,250.00");
  const left = rowOf(page, "Entries left out and why", "Filed under another filer code");
  await expect(left.getByRole("cell").nth(1)).toContainText("the broker with this filer code, must file");
  await expect(left.getByRole("cell").nth(2)).toHaveText("1");
  await expect(left.getByRole("cell").nth(3)).toHaveText("1,250.00");

  const preflight = panel(page, "Preflight");
  await preflight.getByText("The file, on upload").click();
  await expect(rowOf(page, "Checks of the file", "Header title row cannot be missing")).toContainText(
    "Would pass",
  );
  await expect(rowOf(page, "Checks of the file", "Rejected by batch validation")).toContainText(
    "Only CBP can tell",
  );
  await preflight.getByText("Each entry, after the file was taken").click();
  await expect(rowOf(page, "Checks of each entry", "ENTRY TYPE NOT ALLOWED")).toContainText("Would pass");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`builder-${String(width)}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: "Build the files" }).click();
  await expect(panel(page, "Readiness").locator("ol > li").first()).toContainText("1 of 1 entry.");
});

test("a second person signs off before the file is made", async ({ page, browser, books, member }) => {
  test.setTimeout(120_000);
  const { slug, person } = member;
  const entry = await draftToSign(page, slug);
  const signOff = panel(page, "Sign-off by a second person");
  await expect(signOff).toContainText("somebody else has to sign");
  await expect(page.getByRole("button", { name: "Make and freeze the file" })).toBeDisabled();

  const context = await browser.newContext();
  const second = await context.newPage();
  const approver = somebody("Approver of Lantern", "Cy Okonkwo");
  await signUp(second, approver);
  await books.join(slug, approver.email, "preparer");
  await second.goto(page.url());
  const form = panel(second, "Sign-off by a second person");
  await form.getByRole("checkbox").check();
  await form.getByRole("button", { name: "Sign off" }).click();
  await expect(form).toContainText("Cy Okonkwo, 20");
  for (const width of [1280, 390]) {
    await second.setViewportSize({ width, height: 900 });
    expect((await new AxeBuilder({ page: second }).analyze()).violations).toEqual([]);
    await second.screenshot({ path: test.info().outputPath(`signed-${String(width)}.png`), fullPage: true });
  }
  await context.close();

  await page.reload();
  await page.getByRole("button", { name: "Make and freeze the file" }).click();
  await expect(panel(page, "The file")).toBeVisible();
  await expect(signOff).toContainText("Cy Okonkwo");
  expect(person.name).not.toBe(approver.name);

  await page.getByRole("link", { name: "View every line" }).click();
  await expect(page.getByRole("region", { name: "Lines of the file" })).toContainText(entry);
  await expect(page.getByText("of the bytes shown; the same as when it was frozen")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
