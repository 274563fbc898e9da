import { signOut, somebody, signUp, trySigningIn } from "./fixtures/people";
import { ES003_SAMPLE, sha256Of } from "./fixtures/files";
import { expect, test } from "./fixtures/test";
import {
  addToBooks,
  addStatus,
  attestEverything,
  bytesOf,
  chooseFile,
  chooseImporters,
  downloadFile,
  figure,
  freeze,
  openSection,
  panel,
  rowOf,
  table,
  valueOf,
} from "./fixtures/workspace";

const NORTHFIELD = "96-765432100";

/** Every entry of the sample, as people read its number, and where it stands on 2026-11-21. */
const LANES = [
  { key: "E01", number: "ZZX-1000001-1", lane: "Court", liquidation: "day 302" },
  { key: "E02", number: "ZZX-1000002-9", lane: "Court", liquidation: "day 204" },
  { key: "E05", number: "ZZX-1000005-2", lane: "CAPE ready", liquidation: "scheduled" },
  { key: "E06", number: "ZZX-1000006-0", lane: "Not IEEPA", liquidation: "day 246" },
  { key: "E07", number: "ZZX-1000007-8", lane: "Court", liquidation: "day 309" },
  { key: "E08", number: "ZZX-1000008-6", lane: "Court", liquidation: "day 183" },
  { key: "E10", number: "ZZX-1000010-2", lane: "CAPE, refund later", liquidation: "no date" },
  { key: "E11", number: "ZZX-1000011-0", lane: "Protest now", liquidation: "day 169" },
  { key: "E12", number: "ZZX-1000012-8", lane: "CAPE, reconciliation", liquidation: "no date" },
  { key: "E14", number: "ZZX-1000014-4", lane: "CAPE ready", liquidation: "day 71 of 80" },
  { key: "E17", number: "987-1234567-1", lane: "CAPE ready", liquidation: "no date" },
  { key: "E18", number: "004-0123456-2", lane: "Court", liquidation: "day 330" },
  { key: "E19", number: "8E0-0000012-6", lane: "Protest now", liquidation: "day 127" },
  { key: "E20", number: "ZZX-1000020-4", lane: "Needs data", liquidation: "no date" },
  { key: "E21", number: "ZZX-1000021-9", lane: "Not IEEPA", liquidation: "no date" },
  { key: "E22", number: "ZZX-1000022-7", lane: "Excluded for now", liquidation: "day 190" },
] as const;

/** Filer ZZX, importer Northfield: E10, E12, E14 and, once its number was compared, E20. */
const FILE_NAME = "CAPE_96765432100_ZZX_2026-11-21_1of1.csv";
const DECLARATION_CSV = "Entry Number\r\nZZX10000102\r\nZZX10000128\r\nZZX10000144\r\nZZX10000204\r\n";

test("the whole job, from an empty organization to the refund in the bank", async ({ page, browser }) => {
  test.setTimeout(150_000);
  const person = somebody("Walk of Northfield");
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  let slug = "";

  await test.step("signing up creates an organization with nothing in it", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Create an account" }).click();
    slug = await signUp(page, person);
    await expect(page.getByText("Nothing is imported yet.")).toBeVisible();
    await openSection(page, "Entries");
    await expect(page.getByText("No entry matches this filter")).toBeVisible();
  });

  await test.step("the report is recognised and every row of it is accounted for", async () => {
    await openSection(page, "Imports");
    await chooseFile(page, ES003_SAMPLE);
    const preview = panel(page, "What adding this file changes");
    await expect(preview).toContainText("52 read = 50 used + 2 set aside (2 identical repeats)", {
      timeout: 60_000,
    });
    await expect(rowOf(page, "Entries by what the file does to them", "New")).toContainText("16");
    await addToBooks(page);
    const accounting = panel(page, "Every row accounted for");
    await expect(accounting).toContainText("52 read = 50 used + 2 set aside (2 identical repeats)");
    await expect(panel(page, "How the file was read")).toContainText("ACE ES-003, 35 of 35 columns");
    await expect(table(page, "Rows set aside").getByRole("row")).toHaveCount(3);
    for (const line of ["52", "53"]) {
      await expect(rowOf(page, "Rows set aside", line).filter({ hasText: "identical repeat" })).toHaveCount(
        1,
      );
    }
  });

  await test.step("every entry is in its lane, with the IEEPA duty of them all", async () => {
    await page.getByRole("link", { name: "See the entries" }).click();
    const main = page.getByRole("main");
    await expect(main).toContainText("16 entries");
    await expect(main).toContainText("up to 40,629.50");
    await expect(table(page, "Entries").getByRole("row")).toHaveCount(LANES.length + 1);
    for (const { key, number, lane, liquidation } of LANES) {
      const row = rowOf(page, "Entries", number);
      await expect(row.getByText(lane, { exact: true }), key).toBeVisible();
      await expect(row, key).toContainText(liquidation);
    }
  });

  await test.step("an entry under an open protest shows it", async () => {
    await rowOf(page, "Entries", "ZZX-1000022-7").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: "ZZX-1000022-7" })).toBeVisible();
    await expect(page.getByRole("main").getByText("520126100045").first()).toBeVisible();
    await expect(panel(page, "Reasons")).toContainText(/protest/i);
  });

  await test.step("an entry page proves its figures: stack, reasons, clocks and worksheet", async () => {
    await page.goto(`/${slug}/entries/ZZX10000144`);
    await expect(page.getByRole("heading", { level: 1, name: "ZZX-1000014-4" })).toBeVisible();
    await expect(figure(page, "Refundable IEEPA duty")).toHaveText(/^7,000\.00\s*USD$/);
    await expect(figure(page, "Duty that stays")).toHaveText(/^882\.00\s*USD$/);

    const stack = panel(page, "Tariff stack");
    for (const code of ["9903.02.26", "9903.01.84"]) await expect(stack).toContainText(code);
    await expect(stack.getByRole("row").filter({ hasText: "Entry total, USD" })).toContainText(
      /7,882\.00.*7,000\.00.*882\.00/,
    );

    const deciding = panel(page, "Reasons").getByRole("listitem").filter({ hasText: "Decides the lane" });
    await expect(deciding.first()).toBeVisible();
    await expect(panel(page, "Reasons")).toContainText(/CSMS \d+|U\.S\.C\.|CFR/);

    const clocks = panel(page, "Clocks");
    await expect(clocks.getByRole("listitem").filter({ hasText: "Today" })).toContainText("2026-11-21");
    await expect(clocks).toContainText("day 71 of 80");
    await expect(clocks).toContainText("2026-11-30"); // 80 days after 2026-09-11

    const shown = await figure(page, "Interest, estimate").innerText();
    const [interest = ""] = /[\d,]+\.\d\d/.exec(shown) ?? [];
    expect(interest).toMatch(/^[1-9]/);
    const total = table(page, "Interest by quarter")
      .getByRole("row")
      .filter({ hasText: "Interest, estimate, USD" });
    await expect(total).toContainText(interest);
  });

  await test.step("a check digit that does not fit blocks until somebody compares the number", async () => {
    await page.goto(`/${slug}/entries/ZZX10000204`);
    const question = panel(page, "The check digit does not fit");
    await expect(question).toContainText("ZZX-1000020-4 fails the check digit test");
    await expect(question).toContainText("only ZZX-1000020-1 passes");
    await question.getByLabel(/I compared ZZX-1000020-4/).check();
    await question.getByRole("button", { name: "Keep the number as it is" }).click();
    await expect(question).toBeHidden();
    await openSection(page, "Entries");
    const row = rowOf(page, "Entries", "ZZX-1000020-4");
    await expect(row.getByText("CAPE ready", { exact: true })).toBeVisible();
  });

  await test.step("the builder shows what goes in, and what stays out with its dollars and why", async () => {
    await openSection(page, "Declarations");
    await page.getByRole("link", { name: "Build a declaration" }).click();
    await expect(page.getByText("Whose entries may this organization declare?")).toBeVisible();
    await chooseImporters(page, NORTHFIELD);
    await expect(page).toHaveURL(/importer=96-765432100/);

    await expect(figure(page, "Entries that go in")).toHaveText("5");
    await expect(figure(page, "Refundable")).toHaveText(/^12,850\.00\s*USD$/);
    await expect(rowOf(page, "Files to be built", "ZZX_2026-11-21")).toContainText(/ZZX.*4.*11,890\.00/);
    await expect(rowOf(page, "Files to be built", "987_2026-11-21")).toContainText(/987.*1.*960\.00/);

    const leftOut = table(page, "Entries left out and why");
    for (const [reason, entries, dollars] of [
      ["Protest now", 2, "3,498.00"],
      ["Court", 1, "1,100.00"],
      ["Excluded for now", 1, "980.00"],
      ["Not IEEPA", 1, "0.00"],
    ] as const) {
      const cells = leftOut.getByRole("row").filter({ hasText: reason }).getByRole("cell");
      await expect(cells.nth(1), reason).not.toBeEmpty();
      await expect(cells.nth(2), reason).toHaveText(String(entries));
      await expect(cells.nth(3), reason).toHaveText(dollars);
    }
    const totals = leftOut.getByRole("row").filter({ hasText: "Left out" }).getByRole("cell");
    await expect(totals.nth(1)).toHaveText("5");
    await expect(totals.nth(2)).toHaveText("5,578.00");

    await page.getByRole("button", { name: "Build the files" }).click();
    await expect(table(page, "CAPE Declarations").getByRole("row")).toHaveCount(3);
  });

  await test.step("nothing can be downloaded before every blocking point is met or attested", async () => {
    await rowOf(page, "CAPE Declarations", "_ZZX_").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: FILE_NAME })).toBeVisible();
    await expect(page.getByText("Draft", { exact: true })).toBeVisible();
    const make = page.getByRole("button", { name: "Make and freeze the file" });
    await expect(make).toBeDisabled();
    await expect(page.getByRole("link", { name: "Download the file" })).toHaveCount(0);
    const unfrozen = await page.request.get(`/api${new URL(page.url()).pathname}/file`);
    expect(unfrozen.status()).toBe(404);

    await expect(panel(page, "Readiness").locator("ol > li")).toHaveCount(12);
    await attestEverything(page);
    await expect(page.getByText("Nothing blocks the download.")).toBeVisible();
    await expect(panel(page, "Readiness").getByText(`Attested by ${person.name}`)).toHaveCount(6);
    await expect(make).toBeEnabled();
    await freeze(page);
    await expect(page.getByText("Frozen, not filed", { exact: true })).toBeVisible();
  });

  await test.step("the file is right to the byte, and the same every time", async () => {
    const first = await downloadFile(page);
    const bytes = await bytesOf(first);
    expect(first.suggestedFilename()).toBe(FILE_NAME);
    expect(bytes.equals(Buffer.from(DECLARATION_CSV, "ascii"))).toBe(true);
    await expect(valueOf(page, "SHA-256").locator("code")).toHaveText(sha256Of(bytes));
    await expect(valueOf(page, "Size")).toHaveText(`${String(bytes.byteLength)} bytes, 4 entries`);
    await page.reload();
    expect((await bytesOf(await downloadFile(page))).equals(bytes)).toBe(true);
  });

  const declaration = page.url();

  await test.step("an entry on a declaration cannot enter another one", async () => {
    await page.goto(
      `/${slug}/declarations/new?importer=${NORTHFIELD}&lane=cape-ready&lane=cape-recon&lane=cape-refund-later`,
    );
    await expect(page.getByText("No entry can go in")).toBeVisible();
    for (const [file, entries, dollars] of [
      [FILE_NAME, "4", "11,890.00"],
      ["CAPE_96765432100_987", "1", "960.00"],
    ] as const) {
      const declared = rowOf(page, "Entries left out and why", file);
      await expect(declared).toContainText(`On a live declaration already: ${file}`);
      await expect(declared).toContainText(`built by ${person.name}`);
      await expect(declared.getByRole("cell").nth(2)).toHaveText(entries);
      await expect(declared.getByRole("cell").nth(3)).toHaveText(dollars);
    }
    await expect(page.getByRole("button", { name: "Build the files" })).toHaveCount(0);
  });

  await test.step("filing it opens a claim", async () => {
    await page.goto(declaration);
    await page.getByLabel("Claim number").fill("900000123456");
    await page.getByLabel("Filed on").fill("2026-11-10");
    await page.getByRole("button", { name: "Record the claim" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "900000123456" })).toBeVisible();
  });

  await test.step("CBP's answers find their place in the timeline, late ones too", async () => {
    await addStatus(page, { what: "Accepted with Error(s)", on: "2026-11-13" });
    await addStatus(page, { what: "Under review", on: "2026-11-11" });
    await addStatus(page, {
      what: "Rejected",
      on: "2026-11-13",
      entry: "ZZX-1000010-2",
      words: "PROTEST ON ENTRY",
    });
    for (const entry of ["ZZX-1000012-8", "ZZX-1000014-4", "ZZX-1000020-4"]) {
      await addStatus(page, { what: "Accepted", on: "2026-11-13", entry });
    }
    await addStatus(page, { what: "Paid: Treasury issued", on: "2026-11-20", amount: "9,400.12" });
    await addStatus(page, { what: "Refund sent to Treasury", on: "2026-11-18" });

    const events = panel(page, "Timeline").getByRole("listitem");
    const days = await events.locator("time").allInnerTexts();
    expect(days).toEqual([...days].sort());
    const titles = await events.locator("p > span.font-medium").allInnerTexts();
    expect(titles).toEqual([
      "Received: filed in ACE",
      "Under review",
      ...["Accepted", "Accepted", "Accepted", "Accepted with Error(s)", "Rejected"],
      "Refund sent to Treasury",
      "Paid: Treasury issued",
    ]);
    await expect(events.last()).toContainText("9,400.12 USD");
    const quoted = events.filter({ hasText: "Rejected" }).locator("blockquote");
    await expect(quoted).toHaveText("PROTEST ON ENTRY");
  });

  await test.step("a rejected entry shows CBP's words with their meaning and the next step", async () => {
    const rejected = rowOf(page, "Outcome per entry", "ZZX-1000010-2");
    await expect(rejected.getByText("Failed", { exact: true })).toBeVisible();
    await expect(rejected.locator("code")).toHaveText("PROTEST ON ENTRY");
    await expect(rejected).toContainText("An open or suspended protest covers the entry.");
    await expect(rejected).toContainText("counsel may advise withdrawal");
    await expect(rejected).toContainText("Up to: counsel");
    await expect.soft(rejected.getByRole("cell").last(), "what hangs on it").toHaveText("2,700.00");
    await expect(
      rowOf(page, "Outcome per entry", "ZZX-1000014-4").getByText("Accepted", { exact: true }),
    ).toBeVisible();
  });

  await test.step("what was accepted is claimed, and the rejected entry is free again", async () => {
    await openSection(page, "Entries");
    for (const number of ["ZZX-1000012-8", "ZZX-1000014-4", "ZZX-1000020-4"]) {
      const claimed = rowOf(page, "Entries", number).getByText("Already claimed", { exact: true });
      await expect(claimed).toBeVisible();
    }
    await expect(rowOf(page, "Entries", "ZZX-1000010-2").getByText("Already claimed")).toHaveCount(0);
  });

  await test.step("the overview shows what was filed and what came back", async () => {
    await openSection(page, "Overview");
    await expect(figure(page, "Filed")).toHaveText(/^9,190\.00\s*USD$/);
    await expect(figure(page, "Received")).toHaveText(/^9,400\.12\s*USD$/);
  });

  await test.step("signing out kills the cookie itself, and the password opens the door again", async () => {
    const cookies = await page.context().cookies();
    await signOut(page);
    const thief = await browser.newContext();
    await thief.addCookies(cookies);
    const stolen = await thief.newPage();
    await stolen.goto(`/${slug}/entries`);
    await expect(stolen).toHaveURL(/\/sign-in\?next=/);
    expect((await thief.request.get(`/api/${slug}/declarations/x/file`)).status()).toBe(401);
    await thief.close();

    await page.goto(`/${slug}/claims`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await trySigningIn(page, person);
    await expect(page.getByRole("heading", { level: 1, name: "Claims" })).toBeVisible();
    await expect(rowOf(page, "Claims", "900000123456")).toBeVisible();
  });

  expect(complaints, "the browser found nothing to complain about").toEqual([]);
});
